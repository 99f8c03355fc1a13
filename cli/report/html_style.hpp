// The style sheet of the HTML report: one for screens of any width, light and dark, and for paper.
// Colours keep at least 4.5 : 1 against their ground (WCAG AA); what a colour says, a sign or a line says
// too.
#pragma once

namespace whosaid::cli {

inline constexpr char html_style[] = R"css(
:root {
  color-scheme: light dark;
  --paper: #f7f5f0; --card: #ffffff; --ink: #1d1b18; --soft: #5c574f; --line: #dcd7cc; --link: #17508f;
  --glow: #fff1b8;
  --corroborated: #0b5a3a; --corroborated-tint: #dff1e7;
  --single-source: #674700; --single-source-tint: #f9edcb;
  --disputed: #863800; --disputed-tint: #fde6d6;
  --contradicted: #961b1b; --contradicted-tint: #fce2e2;
  --unsupported: #484d55; --unsupported-tint: #e9ebee;
  --serif: Charter, "Bitstream Charter", "Source Serif 4", Georgia, "Noto Serif", "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141619; --card: #1c1f23; --ink: #e8e5df; --soft: #aaa59c; --line: #343940; --link: #8fbdff;
    --glow: #4a3f12;
    --corroborated: #83d8ab; --corroborated-tint: #12362a;
    --single-source: #eccb78; --single-source-tint: #382d10;
    --disputed: #ffb48a; --disputed-tint: #41250f;
    --contradicted: #ff9f9f; --contradicted-tint: #43191c;
    --unsupported: #c2c7ce; --unsupported-tint: #2a2e34;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: no-preference) { html, .article { scroll-behavior: smooth; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans);
  overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: .5rem 1rem; background: var(--card); }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
ul, ol { list-style: none; }
.page { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem; }

.masthead { padding-top: 2rem; padding-bottom: 1.5rem; border-bottom: 1px solid var(--line); }
.kicker { font-size: .8125rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase;
  color: var(--soft); }
h1 { max-width: 46rem; margin: .35rem 0 .6rem; font: 700 clamp(1.5rem, 1.1rem + 1.6vw, 2.25rem)/1.25 var(--serif);
  text-wrap: balance; }
.byline { color: var(--soft); }
.tally { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: 1rem; }
.tally strong { margin-right: .25rem; }
.chip { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600;
  white-space: nowrap; }
.tally a { text-decoration: none; border-radius: 1rem; }
.tally a:hover .chip { text-decoration: underline; }
.sign { font-family: "DejaVu Sans", "Segoe UI Symbol", "Noto Sans Symbols", sans-serif; font-weight: 700; }
.alert { max-width: 46rem; margin-top: 1rem; padding: .6rem .9rem; border-left: 4px solid var(--contradicted);
  background: var(--contradicted-tint); color: var(--contradicted); }

.corroborated { color: var(--corroborated); background: var(--corroborated-tint); }
.single-source { color: var(--single-source); background: var(--single-source-tint); }
.disputed { color: var(--disputed); background: var(--disputed-tint); }
.contradicted { color: var(--contradicted); background: var(--contradicted-tint); }
.unsupported { color: var(--unsupported); background: var(--unsupported-tint); }

.key { margin-top: 1rem; }
.key > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem 2.5rem;
  padding: 1rem 0 .25rem; }
.key p { margin: .25rem 0 .5rem; }
.key dl + p { margin-top: .75rem; }
p, dd, blockquote { text-wrap: pretty; }
.key dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem .9rem; align-items: center; }
.key .drawing { width: 40px; height: 32px; margin: 0; }
.key .drawing * { --card: var(--paper); }

.columns { padding-top: 1.75rem; padding-bottom: 3rem; }
h2 { font-size: .8125rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase;
  color: var(--soft); }
.legend { display: flex; flex-wrap: wrap; gap: 0 .6rem; margin: .5rem 0 1.25rem; font-size: .8125rem; line-height: 1.9; color: var(--soft); }
.article p { margin-bottom: 1.1em; max-width: 40rem; font: 1.0625rem/1.9 var(--serif); }

.mark, .sample { text-decoration-line: underline; text-decoration-color: currentColor;
  text-decoration-skip-ink: none; text-underline-offset: .24em; }
.mark .mark { text-underline-offset: .44em; }
.mark .mark .mark { text-underline-offset: .62em; }
.confirmed { text-decoration-style: solid; text-decoration-thickness: 3px; }
.asserted { text-decoration-style: solid; text-decoration-thickness: 1px; }
.probable { text-decoration-style: dashed; text-decoration-thickness: 1.5px; }
.possible { text-decoration-style: dotted; text-decoration-thickness: 2px; }
.uncommitted { text-decoration-style: wavy; text-decoration-thickness: 1px; }
.label { display: inline-block; margin: 0 .2em 0 .05em; padding: .2em .45em; border-radius: .8em;
  font: 600 .75rem/1 var(--sans); text-decoration: none; vertical-align: .2em; white-space: nowrap; position: relative; }
.label::after { content: ""; position: absolute; inset: -.4rem -.15rem; }
.tie { white-space: nowrap; }
.label .sign { margin-left: .25em; }
.label:hover, .number:hover { text-decoration: underline; }
.label:target { background: var(--glow); }
.tie:has(:target) + .mark { background: var(--glow); }
.label:target { outline: 2px solid currentColor; }

.claims > ol { margin-top: .75rem; }
.claim { margin-bottom: 1rem; padding: 1rem 1.25rem 1.1rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--card); scroll-margin-top: 1rem; }
.claim:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.claim-head { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .6rem; }
.number { display: inline-block; min-width: 1.75rem; padding: .1rem .45rem; border: 1px solid var(--line);
  border-radius: 1rem; font-weight: 600; font-size: .8125rem; text-align: center; text-decoration: none;
  color: var(--soft); }
h3 { flex: 1 1 8rem; font-size: 1rem; font-weight: 600; }
h3 .act { font-weight: 400; color: var(--soft); }
.content { margin: .6rem 0 .5rem; font: 1.0625rem/1.6 var(--serif); }
.facts { font-size: .875rem; color: var(--soft); }
.facts li { display: inline; }
.facts li + li::before { content: "\00b7"; margin: 0 .45em 0 .2em; }
.facts b { font-weight: 600; color: var(--ink); }
.finding { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); font-weight: 600; }
.why { margin-top: .35rem; font-size: .875rem; }
.why div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .5rem; }
.why dt { color: var(--soft); }
h4 { margin-top: 1rem; font-size: .875rem; font-weight: 600; }
.origins > li { margin-top: .6rem; padding-left: .9rem; border-left: 3px solid var(--line); }
.for > li { border-left-color: var(--corroborated); }
.against > li { border-left: 3px double var(--contradicted); }
.origin { font-size: .9375rem; }
.origin .kind { color: var(--soft); }
.unproven { display: inline-block; padding: 0 .4rem; border: 1px dashed currentColor; border-radius: 4px;
  font-size: .8125rem; color: var(--single-source); }
figure { margin-top: .45rem; }
figcaption { font-size: .875rem; color: var(--soft); }
figcaption b { font-weight: 600; color: var(--ink); }
blockquote { margin-top: .1rem; font: .9375rem/1.55 var(--serif); }
.slots { margin-top: .2rem; font-size: .8125rem; }
.slots .differs { color: var(--contradicted); font-weight: 600; }
.slots .agrees { color: var(--soft); }
time, .day { white-space: nowrap; }

.chart { margin-top: 1rem; }
.chart figcaption { font-weight: 600; color: var(--ink); }
.drawing { display: block; width: 100%; max-width: 24rem; height: auto; margin-top: .5rem; }
.drawing text { font: 12px var(--sans); fill: var(--ink); paint-order: stroke; stroke: var(--card);
  stroke-width: 6px; stroke-linejoin: round; }
.drawing svg text { stroke-width: 9px; }
.drawing .soft { font-size: 11px; fill: var(--soft); }
.drawing .lane { font-weight: 600; }
.drawing path, .drawing circle, .drawing rect { fill: none; stroke: var(--soft); }
.drawing .track { stroke: var(--line); }
.drawing .published { stroke-dasharray: 3 3; }
.pro { --side: var(--corroborated); }
.contra { --side: var(--contradicted); }
.drawing .link, .drawing .own, .drawing .copy, .drawing .unnamed { stroke: var(--side); }
.drawing .link { stroke-width: 1.5px; }
.drawing .own, .drawing .named { fill: var(--side); stroke: none; }
.drawing .copy, .drawing .unnamed { fill: var(--card); stroke-width: 1.5px; }
.drawing .unnamed { stroke-dasharray: 3 2; }
.drawing .stroke { stroke: var(--side); stroke-width: 2px; }
.drawing .named + .stroke { stroke: var(--card); }
.drawing .blocks { fill: var(--side); stroke: none; }
table { width: 100%; margin-top: .35rem; border-collapse: collapse; font-size: .8125rem; }
th, td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; }
details { margin-top: .4rem; font-size: .875rem; }
summary { padding: .15rem 0; color: var(--link); cursor: pointer; }
details li { margin: .25rem 0 .25rem 1.1rem; }
details blockquote { font-size: .875rem; }

.record { padding-top: 1.25rem; padding-bottom: 2.5rem; border-top: 1px solid var(--line); font-size: .8125rem;
  color: var(--soft); }
.record p { max-width: 46rem; margin-top: .35rem; }
.record dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem;
  margin-top: .75rem; }
.record dt { font-weight: 600; }

@media (max-width: 30rem) {
  .page { padding-left: 1rem; padding-right: 1rem; }
  .claim { padding: .85rem .9rem 1rem; }
  .claims { margin-top: 2rem; }
}
@media (min-width: 62rem) {
  .page { padding-left: 2rem; padding-right: 2rem; }
  .columns { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 12fr); gap: 3rem;
    align-items: start; }
  .article { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0 .75rem 2rem .25rem; margin-left: -.25rem; }
}
@page { margin: 16mm 15mm; }
@media print {
  :root { color-scheme: light; font-size: 10pt; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb;
    --link: #000; --glow: transparent;
    --corroborated: #0b5a3a; --single-source: #674700; --disputed: #863800; --contradicted: #961b1b;
    --unsupported: #484d55; --corroborated-tint: #fff; --single-source-tint: #fff; --disputed-tint: #fff;
    --contradicted-tint: #fff; --unsupported-tint: #fff; }
  .page { max-width: none; padding-left: 0; padding-right: 0; }
  .masthead { padding-top: 0; }
  .skip { display: none; }
  .columns { display: block; padding-top: 1rem; }
  .article { position: static; max-height: none; overflow: visible; padding: 0; }
  .chip, .label { border: 1px solid currentColor; }
  .claim { padding: .6rem .9rem; }
  .claim { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .claim-head, .content, .why, .key section, figure, tr { break-inside: avoid; }
  h2, h3, h4, .claim-head, .content, .finding, .origin, figcaption { break-after: avoid; }
  .key > div { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.25rem; font-size: 8pt; }
  .key .chip { padding: 0 .5rem; font-size: 7.5pt; }
  .chart details { display: none; }
  summary { color: inherit; list-style: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
)css";

}  // namespace whosaid::cli
