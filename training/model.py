"""The network: MiniLM's six layers, or MPNet's twelve for a teacher; for each word piece a tag, four pointers, and what
it adds to the tone."""

import copy
import math
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

KEY = 96
TAGS = 7  # outside; begin and inside of source, cue, content
ROLES = 3
TONES = 7  # of a mention 3, of a sentence toward who is mentioned 3 (bad, neutral, good), of a sentence as such 1
LISTS = 2  # what VADER and TextBlob say of a sentence: learnt beside the tone, and not shipped
FORMS = 24  # 4 letter cases x 3 quotation states x 2 (paragraph begins here or not); see reader.py


class Shape(NamedTuple):
    """Of an encoder; `steps`: how many distances between two word pieces it tells apart (0: it knows places alone)."""

    wide: int
    layers: int
    steps: int


MINILM, MPNET = Shape(384, 6, 0), Shape(768, 12, 32)
HEADS, FAR = 12, 128  # attention heads of both; MPNet takes all distances from 128 on as one


class Drop(nn.Module):
    """Dropout whose dice cost an eighth: one random byte decides on each number."""

    def __init__(self, share):
        super().__init__()
        self.least = round(share * 256)

    def forward(self, x):
        if not self.training or not self.least:
            return x
        dice = torch.empty(x.numel() // 8 + 1, dtype=torch.int64, device=x.device)
        dice = dice.random_(-(2**63), None).view(torch.uint8)
        kept = dice[: x.numel()].view(x.shape) >= self.least
        return x * kept * (256 / (256 - self.least))


class Layer(nn.Module):
    def __init__(self, wide, drop):
        super().__init__()
        self.attend = nn.Linear(wide, 3 * wide)
        self.mix = nn.Linear(wide, wide)
        self.norm1 = nn.LayerNorm(wide, eps=1e-12)
        self.widen = nn.Linear(wide, 4 * wide)
        self.narrow = nn.Linear(4 * wide, wide)
        self.norm2 = nn.LayerNorm(wide, eps=1e-12)
        self.drop = Drop(drop)

    def forward(self, x, mask, near):
        batch, count, wide = x.shape
        query, key, value = self.attend(x).view(batch, count, 3, HEADS, wide // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        if x.is_cuda:
            seen = F.scaled_dot_product_attention(query, key, value, mask if near is None else near.to(query.dtype))
        else:
            # written out: its backward pass takes a third of the time of the built-in one on a processor
            scores = query @ key.transpose(-1, -2) * (wide // HEADS) ** -0.5
            scores = scores if near is None else scores + near.to(scores.dtype)
            scores = scores if mask is None else scores.masked_fill(~mask, -1e4)
            seen = scores.softmax(-1).to(value.dtype) @ value
        seen = seen.transpose(1, 2).reshape(batch, count, wide)
        x = self.norm1(x + self.drop(self.mix(seen)))
        return self.norm2(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


def steps_between(count, steps, device):
    """(count, count) which of the `steps` distances lies between two word pieces: half for each direction; near ones
    each their own, far ones in classes that grow with their logarithm (Raffel et al., JMLR 2020, as MPNet has it)."""
    place = torch.arange(count, device=device)
    ahead = place[:, None] - place[None]
    half = steps // 2
    exact = half // 2
    far = ahead.abs()
    grown = exact + (far.clamp(min=1).float() / exact).log() / math.log(FAR / exact) * (half - exact)
    return torch.where(far < exact, far, grown.long().clamp(max=half - 1)) + half * (ahead < 0)


class Reader(nn.Module):
    """Word pieces in, logits out: tags and tones (batch, n, 7), pointers (batch, 3, n, n), persons (batch, n, n), lists
    (batch, n, 2).

    Pointer r of word piece i is a distribution over j: the first piece of the cue (0), source (1) or
    content (2) of the attribution that i belongs to; j = 0, the [CLS] mark, where there is none. Persons point from a
    pronoun to all pieces before it that name the same person, or to [CLS].

    The tone of a sentence is the mean over its pieces of the last column; the classes of the tone toward somebody are
    the mean of the first three over the mention's pieces, plus the mean of the next three over the sentence's. So each
    word's part in a score can be told.
    """

    def __init__(self, shape=MINILM, drop=0.1):
        super().__init__()
        wide = shape.wide
        self.words = nn.Embedding(30522, wide)
        self.places = nn.Embedding(512, wide)
        self.case, self.quote, self.opens = (nn.Embedding(n, wide) for n in (4, 3, 2))
        self.near = nn.Embedding(shape.steps, HEADS) if shape.steps else None
        self.norm = nn.LayerNorm(wide, eps=1e-12)
        self.layers = nn.ModuleList(Layer(wide, drop) for _ in range(shape.layers))
        self.drop = Drop(drop)
        self.tags = nn.Linear(wide, TAGS)
        self.keys = nn.Linear(wide, 2 * ROLES * KEY)
        self.persons = nn.Linear(wide, 2 * KEY)
        self.tones = nn.Linear(wide, TONES)
        self.lists = nn.Linear(wide, LISTS)
        for table in (self.case, self.quote, self.opens):
            nn.init.zeros_(table.weight)
        # the word pieces that the corpora lack would otherwise stay behind while all others move
        for table in (self.words, self.places, self.near):
            if table is not None:
                table.requires_grad_(False)

    def form_table(self):
        """The (24, wide) table of the three small embeddings added up."""
        form = torch.arange(FORMS, device=self.case.weight.device)
        return self.case(form % 4) + self.quote(form // 4 % 3) + self.opens(form // 12)

    def encode(self, ids, forms, mask=None):
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + F.embedding(forms, self.form_table())
        x, near = self.drop(self.norm(x)), None
        if self.near is not None:
            near = self.near(steps_between(ids.shape[1], self.near.num_embeddings, ids.device)).permute(2, 0, 1)
            near = near if mask is None else near.masked_fill(~mask, -1e4)
            mask = None
        for layer in self.layers:
            x = layer(x, mask, near)
        return x

    def attribute(self, x, mask=None):
        """Tags and pointers; `mask` (batch, n) is True for the pieces that count."""
        batch, count, _ = x.shape
        query, key = self.keys(self.drop(x)).view(batch, count, 2, ROLES, KEY).permute(2, 0, 3, 1, 4).unbind(0)
        links = query @ key.transpose(-1, -2) / KEY**0.5
        if mask is not None and not mask.all():
            links = links.masked_fill(~mask[:, None, None, :], -1e4)
        return self.tags(self.drop(x)), links

    def point(self, x):
        """From each piece to the antecedents of the pronoun that it is."""
        query, key = self.persons(self.drop(x)).chunk(2, -1)
        return query @ key.transpose(-1, -2) / KEY**0.5

    def tone(self, x):
        """What each encoded word piece adds to the tones, and to the scores of the word lists."""
        x = self.drop(x)
        return self.tones(x), self.lists(x)


# what each part of the network is called in the files of the two bases
PARTS = {
    MINILM: {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "mix": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    },
    MPNET: {
        "q": "attention.attn.q",
        "k": "attention.attn.k",
        "v": "attention.attn.v",
        "mix": "attention.attn.o",
        "norm1": "attention.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    },
}
NEW = {"case", "quote", "opens", "tags", "keys", "persons", "tones", "lists"}  # parts that no base has


def deepened(reader, layers):
    """The reader with so many layers: some of its own come twice."""
    own = reader.layers
    reader.layers = nn.ModuleList(copy.deepcopy(own[i * len(own) // layers]) for i in range(layers))
    return reader


def load_base(folder, drop=0.1):
    """A `Reader` with the encoder of all-MiniLM-L6-v2 or all-mpnet-base-v2 (`model.safetensors` in `folder`)."""
    base = load_file(f"{folder}/model.safetensors")
    shape = MPNET if "encoder.relative_attention_bias.weight" in base else MINILM
    reader = Reader(shape, drop)
    new = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "places.weight": base["embeddings.position_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    if shape == MPNET:
        new["near.weight"] = base["encoder.relative_attention_bias.weight"]
        new["places.weight"] = new["places.weight"][2:]  # its first two are for what stands nowhere
        new["words.weight"] = as_in_minilm(new["words.weight"])
    else:
        new["words.weight"] = new["words.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    for i in range(shape.layers):
        old, parts = f"encoder.layer.{i}.", PARTS[shape]
        for kind in ("weight", "bias"):
            new[f"layers.{i}.attend.{kind}"] = torch.cat([base[f"{old}{parts[p]}.{kind}"] for p in "qkv"])
            for ours, theirs in list(parts.items())[3:]:
                new[f"layers.{i}.{ours}.{kind}"] = base[f"{old}{theirs}.{kind}"]
    rest = reader.load_state_dict(new, strict=False)
    assert not rest.unexpected_keys, rest
    assert {k.split(".")[0] for k in rest.missing_keys} == NEW, rest
    return reader


def network_of(weights, drop=0.1):
    """The `Reader` of any shape that has these weights."""
    wide, near = weights["words.weight"].shape[1], weights.get("near.weight", ())
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    reader = Reader(Shape(wide, layers, len(near)), drop)
    reader.load_state_dict(weights)
    return reader


def as_in_minilm(words):
    """MPNet's word vectors in the order of MiniLM's vocabulary: the same but for the marks, four at its head."""
    own = words[4:-1].clone()
    for mark, theirs in ((0, 1), (101, 0), (102, 2), (103, len(words) - 1)):  # [PAD], [CLS], [SEP], [MASK]
        own[mark] = words[theirs]
    return own
