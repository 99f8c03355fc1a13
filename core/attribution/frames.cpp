#include "core/attribution/frames.hpp"

#include "core/attribution/cue_reader.hpp"
#include "core/language/nouns.hpp"
#include "core/language/time_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace whosaid::attribution {
namespace {

// All cues of a document; then the quotations and denials that no cue of theirs stands beside.
class Finder : public CueReader {
  public:
    using CueReader::CueReader;

    std::vector<Attribution> run() {
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
            sentence_ = s;
            const auto& words = document_.sentences[s].words;
            for (std::uint32_t w = 0; w < words.size(); ++w) {
                // "According" is a verb by its tag.
                if (words[w].lemma == "according" || words[w].lemma == "accord" || words[w].lemma == "per") {
                    according(w);
                } else if (words[w].lemma == "in" || words[w].lemma == "by") {
                    in_the_words_of(w);
                } else if (words[w].upos == Upos::verb || words[w].upos == Upos::aux) {
                    if (tree().dependent(w, {Relation::cop}))
                        adjective(w);
                    else
                        verb(w);
                } else if (words[w].upos == Upos::noun) {
                    noun(w);
                } else if (words[w].upos == Upos::adv) {
                    hearsay(w);
                } else if (words[w].upos == Upos::adj) {
                    adjective(w);
                }
            }
        }
        denials_of_earlier_words();
        unlisted_verbs();
        beside_names();
        headlines();
        floating_quotations();
        std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
            return a.content.front().begin < b.content.front().begin;
        });
        return std::move(found_);
    }

  private:
    // A whole quotation beside a verb that the lexicon does not know as a cue: "...," intoned the judge.
    void unlisted_verbs() {
        const auto& all = quoted_.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (used_[i] || !is_full(all[i]) || all[i].span.size() < 16) continue;
            const auto s = sentence_at(all[i].span.end - 1);
            if (!s) continue;
            sentence_ = *s;
            for (std::uint32_t v = 0; v < tree().size(); ++v) {
                if (word(v).upos != Upos::verb || word(v).span.begin < all[i].span.end ||
                    word(v).xpos == "VB")
                    continue;
                auto source = tree().dependent(v, {Relation::nsubj});
                if (!source) source = inverted_subject(v);
                if (!source || noun_phrase(tree(), *source).begin < all[i].span.end) break;
                const auto [first, last] = cue_clause(v, source);
                if (quotation_before(word(first).span.begin) != i) break;
                Attribution a;
                a.cue = Cue{"", CueClass::speech, Certainty::asserted, quote};
                a.cue_word = ref(v);
                a.cue_spans = cue_spans(v, a.cue);
                a.source = ref(*source);
                a.content = {all[i].span};
                a.rule = "quotation before an unlisted verb";
                used_[i] = true;
                keep(std::move(a));
                break;
            }
        }
    }

    // "Farm minister Teuvo Lahti: '...'" and "'...' — Commissioner X": a quotation beside a name without a
    // verb.
    void beside_names() {
        const auto& all = quoted_.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (used_[i] || all[i].span.size() < 16) continue;
            const auto s = sentence_at(all[i].span.begin);
            if (!s) continue;
            sentence_ = *s;
            auto source = name_before_colon(all[i].span.begin);
            std::uint32_t mark = all[i].span.begin;
            if (!source) {
                source = name_behind_dash(all[i].span.end);
                mark = all[i].span.end;
            }
            if (!source) continue;
            Attribution a;
            a.cue = Cue{"", CueClass::speech, Certainty::asserted, quote};
            a.source = source;
            // The colon or dash is the cue.
            while (mark > 0 && mark == all[i].span.begin && text_[mark - 1] == ' ')
                --mark;
            a.cue_spans = {mark <= all[i].span.begin ? Span{mark - 1, mark} : source_dash(all[i].span.end)};
            a.content = {all[i].span};
            a.rule = "quotation beside a name";
            used_[i] = true;
            keep(std::move(a));
        }
    }

    // "Roger Holm: Nobody was told", "Report: dam unsafe", a paragraph of its own: who says so stands before
    // the colon.
    void headlines() {
        static constexpr auto labels = std::to_array<std::string_view>(
            {"audit", "expert", "memo", "official", "police", "poll", "report", "source", "study", "survey"});
        constexpr std::uint32_t fewest = 3;  // words of what is said
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
            const auto& sentence = document_.sentences[s];
            const auto& words = sentence.words;
            const Span paragraph = document_.paragraphs[sentence.paragraph];
            if (!is_letterless(Span{paragraph.begin, sentence.span.begin}.of(text_)) ||
                !is_letterless(Span{sentence.span.end, paragraph.end}.of(text_)))
                continue;
            std::uint32_t colon = 0;
            while (colon < words.size() && words[colon].span.of(text_) != ":")
                ++colon;
            auto last = static_cast<std::uint32_t>(words.size());
            while (last > colon + 1 && words[last - 1].lemma == ".")
                --last;
            if (last < colon + 1 + fewest) continue;
            const auto source = speaker_among(s, 0, colon);
            if (!source) continue;
            const Word& head = words[source->word];
            const auto here =
                std::ranges::lower_bound(document_.mentions, s, {}, &language::Mention::sentence);
            const auto next =
                std::ranges::upper_bound(document_.mentions, s, {}, &language::Mention::sentence);
            const bool named = std::any_of(here, next, [&](const language::Mention& m) {
                return m.first <= source->word && source->word <= m.last &&
                       (m.type == EntityType::person || m.type == EntityType::organisation);
            });
            if (!named && !std::ranges::binary_search(labels, head.lemma)) continue;
            const bool tells = std::any_of(words.begin() + colon, words.begin() + last, [](const Word& w) {
                return w.xpos == "VBD" || w.xpos == "VBZ" || w.xpos == "VBP" || w.xpos == "MD" ||
                       w.xpos == "VB";
            });
            const Span content{words[colon + 1].span.begin, words[last - 1].span.end};
            const bool taken = std::ranges::any_of(found_, [&](const Attribution& a) {
                return a.content.front().overlaps(content) && a.source == source;
            });
            if (!tells || taken) continue;
            Attribution a;
            a.cue = Cue{"", CueClass::speech, Certainty::asserted, clause};
            a.source = source;
            a.cue_spans = {words[colon].span};
            a.content = {content};
            a.rule = "headline";
            keep(std::move(a));
        }
    }

    // The head of a noun phrase of a person, a body or a document that alone stands before a colon at `pos`.
    [[nodiscard]] std::optional<WordRef> name_before_colon(std::uint32_t pos) const {
        const auto& words = document_.sentences[sentence_].words;
        std::uint32_t colon = 0;
        while (colon < words.size() && words[colon].span.of(text_) != ":" && words[colon].span.begin < pos)
            ++colon;
        if (colon == 0 || colon >= words.size() || words[colon].span.begin >= pos ||
            !is_letterless(Span{words[colon].span.end, pos}.of(text_)))
            return std::nullopt;
        return speaker_among(sentence_, 0, colon);
    }

    // The same behind a dash that follows a quotation's end.
    [[nodiscard]] std::optional<WordRef> name_behind_dash(std::uint32_t pos) const {
        const Span dash = source_dash(pos);
        if (dash.empty()) return std::nullopt;
        const auto s = sentence_at(dash.end + 1);
        if (!s) return std::nullopt;
        const auto& words = document_.sentences[*s].words;
        std::uint32_t first = 0;
        while (first < words.size() && words[first].span.begin < dash.end)
            ++first;
        std::uint32_t last = static_cast<std::uint32_t>(words.size());
        while (last > first && words[last - 1].upos == Upos::punct)
            --last;
        return speaker_among(*s, first, last);
    }

    [[nodiscard]] Span source_dash(std::uint32_t pos) const {
        std::uint32_t at = pos;
        while (at < text_.size() && text_[at] == ' ')
            ++at;
        for (const std::string_view dash : {"\xE2\x80\x94", "\xE2\x80\x93", "--"}) {
            if (text_.substr(at, dash.size()) == dash)
                return {at, at + static_cast<std::uint32_t>(dash.size())};
        }
        return {};
    }

    // Words [first, last) as a noun phrase without a verb, of somebody who may speak.
    [[nodiscard]] std::optional<WordRef> speaker_among(std::uint32_t s, std::uint32_t first,
                                                       std::uint32_t last) const {
        constexpr std::uint32_t longest = 10;
        if (first >= last || last - first > longest) return std::nullopt;
        std::optional<std::uint32_t> head;
        for (std::uint32_t i = first; i < last; ++i) {
            const Word& w = trees_[s].word(i);
            if (w.upos == Upos::verb || w.upos == Upos::aux || w.upos == Upos::pron) return std::nullopt;
            const bool outside =
                w.head < static_cast<std::int32_t>(first) || w.head >= static_cast<std::int32_t>(last);
            if (outside && (w.upos == Upos::noun || w.upos == Upos::propn) && !head) head = i;
        }
        if (!head) return std::nullopt;
        bool person = false;
        for (std::uint32_t i = first; i < last; ++i)
            person = person || trees_[s].word(i).upos == Upos::propn;
        const language::NounKind kind = language::noun_kind(trees_[s].word(*head).lemma);
        if (!person && kind == language::NounKind::unknown) return std::nullopt;
        return WordRef{s, *head};
    }

    // Whole quotations that stand by themselves: they carry on the last speaker's words.
    void floating_quotations() {
        const auto& all = quoted_.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& q = all[i];
            if (used_[i] || q.span.size() < 16 || !is_full(q)) continue;
            const auto s = sentence_at(q.span.begin);
            if (!s) continue;
            // The last attribution before it: in the same paragraph, or the one that the last paragraph ends
            // with.
            std::optional<std::size_t> last;
            for (std::size_t k = 0; k < found_.size(); ++k) {
                const auto& a = found_[k];
                if (!a.source || a.content.front().begin > q.span.begin ||
                    a.cue.cue_class == CueClass::thought || a.cue.cue_class == CueClass::intention)
                    continue;
                if (a.cue_word && document_.sentences[a.cue_word->sentence].span.begin > q.span.begin)
                    continue;
                if (quoted_.around(a.cue_spans.empty() ? a.content.front() : a.cue_spans.front())) continue;
                if (!last || found_[*last].content.back().end <= a.content.back().end) last = k;
            }
            if (!last) continue;
            const auto end_sentence = sentence_at(found_[*last].content.back().begin);
            if (!end_sentence) continue;
            const std::uint32_t from = document_.sentences[*end_sentence].paragraph;
            const std::uint32_t here = document_.sentences[*s].paragraph;
            if (here > from + 1) continue;
            used_[i] = true;
            if (has_quotation(found_[*last]) && (here == from || q.continues_last)) {
                found_[*last].content.push_back(q.span);
                continue;
            }
            Attribution a;
            a.cue = found_[*last].cue;
            a.cue.frames = quote;
            a.cue.commitment = Certainty::asserted;
            a.cue.cue_class = CueClass::speech;
            a.cue_word = found_[*last].cue_word;
            a.cue_spans = found_[*last].cue_spans;
            a.source = found_[*last].source;
            a.content = {q.span};
            a.rule = "floating quotation";
            found_.push_back(std::move(a));
        }
    }

    // "The mayor rejected the account", "she denies it": what is denied is what was said last by somebody
    // else, in the same paragraph or the one before.
    void denials_of_earlier_words() {
        std::vector<std::size_t> order;  // by their cues
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (found_[i].cue_word && found_[i].source) order.push_back(i);
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return *found_[i].cue_word; });
        for (std::size_t at = 0; at < order.size(); ++at) {
            Attribution& denial = found_[order[at]];
            if (!denial.refers_back) continue;
            sentence_ = denial.cue_word->sentence;
            for (std::size_t before = at; before-- > 0;) {
                const Attribution& said = found_[order[before]];
                const auto& sentences = document_.sentences;
                if (sentences[said.cue_word->sentence].paragraph + 1 < sentences[sentence_].paragraph) break;
                if (said.refers_back || *said.source == *denial.source ||
                    said.content.back().end > word(denial.cue_word->word).span.begin)
                    continue;
                // Of statements within each other the outermost.
                std::size_t outermost = order[before];
                for (std::size_t other = before; other-- > 0;) {
                    const Attribution& around = found_[order[other]];
                    if (around.cue_word->sentence != said.cue_word->sentence) break;
                    if (!around.refers_back && around.content.front().contains(said.content.front()) &&
                        around.content.front().contains(said.cue_spans.front()))
                        outermost = order[other];
                }
                denial.content = found_[outermost].content;
                denial.content_head = found_[outermost].content_head;
                denial.rule = "denial of earlier words";
                break;
            }
        }
        std::erase_if(found_, [](const Attribution& a) { return a.content.empty(); });
    }
};

}  // namespace

Span noun_phrase(const Tree& tree, std::uint32_t head) {
    const auto words = tree.subtree(head);
    const auto at = static_cast<std::size_t>(std::find(words.begin(), words.end(), head) - words.begin());
    std::size_t first = at;
    std::size_t last = at;
    while (first > 0 && words[first - 1] + 1 == words[first])
        --first;
    while (last + 1 < words.size() && words[last] + 1 == words[last + 1]) {
        const Word& next = tree.word(words[last + 1]);
        if (next.lemma == ":") break;
        const bool brackets =
            next.lemma == "(" || next.lemma == "[" || next.lemma == "–" || next.lemma == "—";
        if (next.upos == Upos::punct && next.xpos != "POS" && (next.lemma == "," || brackets)) {
            // "a spokesman, Faisal Qureshi": the name behind the comma is the source's own.
            const bool name_follows =
                !brackets && last + 2 < words.size() && tree.word(head).upos == Upos::noun &&
                tree.dependent(head, {Relation::appos}).has_value() &&
                tree.word(*tree.dependent(head, {Relation::appos})).upos == Upos::propn &&
                *tree.dependent(head, {Relation::appos}) > words[last];
            if (!name_follows) break;
            const auto name = tree.subtree(*tree.dependent(head, {Relation::appos}));
            std::size_t stop = last + 1;
            while (stop + 1 < words.size() && words[stop] + 1 == words[stop + 1] &&
                   tree.word(words[stop + 1]).lemma != "," &&
                   std::binary_search(name.begin(), name.end(), words[stop + 1])) {
                ++stop;
            }
            if (stop > last + 1) last = stop;
            break;
        }
        // "the government on Wednesday": when it speaks, not what it is.
        const bool when =
            next.upos == Upos::adp && last + 2 < words.size() &&
            (tree.word(words[last + 2]).head == static_cast<std::int32_t>(head) ||
             last + 3 == words.size()) &&
            language::time_word(tree.word(words[last + 2]).lemma).kind != language::TimeWordKind::none;
        // "a statement saying": what it says is no part of its name.
        const bool says =
            next.xpos == "VBG" && next.relation == Relation::acl && verb_cue(next.lemma) != nullptr;
        if (when || says || tree.word(words[last + 1]).upos == Upos::sconj || next.xpos == "WP" ||
            next.xpos == "WDT")
            break;
        ++last;
    }
    while (first < at &&
           (tree.word(words[first]).relation == Relation::case_ ||
            tree.word(words[first]).relation == Relation::fixed ||  // "according to"
            tree.word(words[first]).upos == Upos::punct || tree.word(words[first]).relation == Relation::cc ||
            tree.word(words[first]).relation == Relation::mark)) {
        ++first;
    }
    while (last > at && (tree.word(words[last]).upos == Upos::punct || tree.word(words[last]).xpos == "POS"))
        --last;
    return {tree.word(words[first]).span.begin, tree.word(words[last]).span.end};
}

std::vector<Attribution> find_attributions(std::string_view text, const Document& document,
                                           const Trees& trees,
                                           const std::vector<text::Quotation>& quotations) {
    return Finder(text, document, trees, quotations).run();
}

}  // namespace whosaid::attribution
