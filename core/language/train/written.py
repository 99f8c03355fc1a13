#!/usr/bin/env python3
"""Invented stories and claim pairs that the encoder and the weights beside it learn from (written/, GUIDE.md there).

  written.py check FILE...      says what is wrong in the files, counts
  written.py lay-out DIR        writes DIR/stories/ and DIR/pairs.jsonl as tests/eval has them, for whosaid-eval
"""
import collections, datetime, json, pathlib, re, sys

HERE = pathlib.Path(__file__).parent / 'written'
KINDS = {'+': 'paraphrase entailment number-form date-form name-form role-form nested',
         '-': 'number date place actor role-swap negation antonym status quantity-direction exclusivity',
         '~': 'weaker-certainty neighbour-proposition other-speaker condition plan-not-act partial',
         '0': 'same-entity same-topic same-words'}
# Independent origins are not told: "single-source" stands for "corroborated" too.
VERDICTS = {(True, False): 'single-source', (True, True): 'disputed', (False, True): 'contradicted',
            (False, False): 'unsupported'}
STANCES = {'+': 'supports', '-': 'contradicts', '~': 'discusses', '0': 'unrelated'}


def lines_of(path, faults, read):
    """Gives `read` each line that is not empty, with whether an empty one stood before it."""
    gap = False
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if not line.strip():
            gap = True
            continue
        try:
            read(line, gap)
        except (ValueError, LookupError, StopIteration, AttributeError) as fault:
            faults.append(f'{path}:{number}: {fault}: {line[:80]}')
        gap = False


def wrong(text):
    raise ValueError(text)


def stories(path, faults):
    """[{'story', 'articles': [{'id', 'outlet', 'date', 'title', 'sentences': [(new paragraph, text)]}],
         'claims': [{'as_of', 'text', '+', '-', '~': [(article, sentence from 1)]}]}]"""
    out = []
    day = lambda text: datetime.date.fromisoformat(text.strip())
    reading_claims = False

    def read(line, gap):
        nonlocal reading_claims
        story = out[-1] if out else None
        if line.startswith('## claims'):
            reading_claims = True
        elif line.startswith('## '):
            id_, outlet, date, title = [field.strip() for field in line[3:].split('|', 3)]
            story['articles'].append({'id': id_, 'outlet': outlet, 'date': day(date), 'title': title, 'sentences': []})
        elif line.startswith('# '):
            out.append({'story': line[2:].strip(), 'articles': [], 'claims': []})
            reading_claims = False
        elif not reading_claims:
            number, text = line.split(None, 1)
            sentences = story['articles'][-1]['sentences']
            if int(number) != len(sentences) + 1: wrong('number out of order')
            sentences.append((gap, text.strip()))
        elif line.startswith('?'):
            date, text = line[1:].split('|', 1)
            story['claims'].append({'as_of': day(date), 'text': text.strip(), '+': [], '-': [], '~': []})
        elif line[0] in '+-~':
            claim = story['claims'][-1]
            for reference in line[1:].replace(',', ' ').split():
                id_, number = reference.split('.')
                article = next(each for each in story['articles'] if each['id'] == id_)
                if not 1 <= int(number) <= len(article['sentences']): wrong('no sentence ' + reference)
                if article['date'] > claim['as_of']: wrong(reference + ' is dated after as_of')
                claim[line[0]].append((id_, int(number)))
        else:
            wrong('what is this line?')

    lines_of(path, faults, read)
    return out


def pairs(path, faults):
    """[{'date', 'passage', 'claims': [(stance sign, kind, text)]}]"""
    out = []

    def read(line, _):
        first, text = [field.strip() for field in line[1:].split('|', 1)]
        if line[0] == '@':
            out.append({'date': datetime.date.fromisoformat(first), 'passage': text, 'claims': []})
        elif first not in KINDS[line[0]].split():
            wrong('unknown kind')
        else:
            out[-1]['claims'].append((line[0], first, text))

    lines_of(path, faults, read)
    return out


def check(paths):
    faults, counts = [], collections.Counter()
    for path in map(pathlib.Path, paths):
        if path.name.startswith('pairs'):
            for each in pairs(path, faults):
                counts['passages'] += 1
                counts.update(STANCES[sign] for sign, _, _ in each['claims'])
        else:
            for each in stories(path, faults):
                counts['stories'] += 1
                counts['claims'] += len(each['claims'])
                counts.update(STANCES[sign] for claim in each['claims'] for sign in '+-~' for _ in claim[sign])
    print('\n'.join(faults) or 'no faults', dict(counts))
    return 1 if faults else 0


def lay_out(folder):
    faults, rows = [], []
    for path in sorted(HERE.glob('pairs-*.txt')):
        for number, each in enumerate(pairs(path, faults)):
            for place, (sign, kind, claim) in enumerate(each['claims']):
                rows.append({'id': f'{path.stem}-{number}-{place}', 'claim': claim, 'evidence': each['passage'],
                             'label': STANCES[sign], 'slot': kind, 'as_of': str(each['date'])})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'pairs.jsonl').write_text(''.join(json.dumps(row, ensure_ascii=False) + '\n' for row in rows), 'utf-8')
    for path in sorted(HERE.glob('stories-*.txt')):
        for number, story in enumerate(stories(path, faults)):
            name = f'{path.stem}-{number:02}'
            there = folder / 'stories' / path.stem / name
            there.mkdir(parents=True, exist_ok=True)
            for article in story['articles']:
                text = ''.join(('\n\n' if gap else ' ') + sentence for gap, sentence in article['sentences'])
                (there / (article['id'] + '.txt')).write_text(article['title'] + '\n\n' + text.strip() + '\n', 'utf-8')
            sentence = {(a['id'], n): text for a in story['articles'] for n, (_, text) in enumerate(a['sentences'], 1)}
            claims = [{'id': f'c{n}', 'text': claim['text'], 'as_of': str(claim['as_of']),
                       'evidence': [{'article': ref[0], 'text': sentence[ref], 'stance': STANCES[sign]}
                                    for sign in '+-~' for ref in claim[sign]],
                       'origins_for': 0, 'origins_against': 0, 'verdict': VERDICTS[bool(claim['+']), bool(claim['-'])]}
                      for n, claim in enumerate(story['claims'], 1)]
            (there / 'story.json').write_text(json.dumps(
                {'story': name, 'annotations': [], 'claims': claims,
                 'articles': [{'id': a['id'], 'outlet': a['outlet'], 'date': str(a['date'])} for a in story['articles']]},
                ensure_ascii=False), 'utf-8')
    for fault in faults: print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == '__main__':
    if len(sys.argv) > 2 and sys.argv[1] == 'check': sys.exit(check(sys.argv[2:]))
    if len(sys.argv) == 3 and sys.argv[1] == 'lay-out': sys.exit(lay_out(pathlib.Path(sys.argv[2])))
    sys.exit(__doc__)
