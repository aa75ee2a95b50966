"""The network: MiniLM's six layers; for each word piece a tag, four pointers, and what it adds to the tone."""

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

WIDE, HEADS, LAYERS, KEY = 384, 12, 6, 96
TAGS = 7  # outside; begin and inside of source, cue, content
ROLES = 3
TONES = 7  # of a mention 3, of a sentence toward who is mentioned 3 (bad, neutral, good), of a sentence as such 1
LISTS = 2  # what VADER and TextBlob say of a sentence: learnt beside the tone, and not shipped
FORMS = 24  # 4 letter cases x 3 quotation states x 2 (paragraph begins here or not); see reader.py


class Drop(nn.Module):
    """Dropout whose dice cost an eighth: one random byte decides on each number."""

    def __init__(self, share):
        super().__init__()
        self.least = round(share * 256)

    def forward(self, x):
        if not self.training:
            return x
        dice = torch.empty(x.numel() // 8 + 1, dtype=torch.int64).random_(-(2**63), None).view(torch.uint8)
        kept = dice[: x.numel()].view(x.shape) >= self.least
        return x * kept * (256 / (256 - self.least))


class Layer(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.attend = nn.Linear(WIDE, 3 * WIDE)
        self.mix = nn.Linear(WIDE, WIDE)
        self.norm1 = nn.LayerNorm(WIDE, eps=1e-12)
        self.widen = nn.Linear(WIDE, 4 * WIDE)
        self.narrow = nn.Linear(4 * WIDE, WIDE)
        self.norm2 = nn.LayerNorm(WIDE, eps=1e-12)
        self.drop = Drop(drop)

    def forward(self, x, mask):
        batch, count, _ = x.shape
        query, key, value = self.attend(x).view(batch, count, 3, HEADS, WIDE // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        # written out: its backward pass takes a third of the time of the built-in one on a processor
        scores = query @ key.transpose(-1, -2) * (WIDE // HEADS) ** -0.5
        scores = scores if mask is None else scores.masked_fill(~mask, -1e4)
        seen = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, count, WIDE)
        x = self.norm1(x + self.drop(self.mix(seen)))
        return self.norm2(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


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

    def __init__(self, drop=0.1):
        super().__init__()
        self.words = nn.Embedding(30522, WIDE)
        self.places = nn.Embedding(512, WIDE)
        self.case, self.quote, self.opens = (nn.Embedding(n, WIDE) for n in (4, 3, 2))
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.drop = Drop(drop)
        self.tags = nn.Linear(WIDE, TAGS)
        self.keys = nn.Linear(WIDE, 2 * ROLES * KEY)
        self.persons = nn.Linear(WIDE, 2 * KEY)
        self.tones = nn.Linear(WIDE, TONES)
        self.lists = nn.Linear(WIDE, LISTS)
        for table in (self.case, self.quote, self.opens):
            nn.init.zeros_(table.weight)

    def form_table(self):
        """The (24, wide) table of the three small embeddings added up."""
        form = torch.arange(FORMS)
        return self.case(form % 4) + self.quote(form // 4 % 3) + self.opens(form // 12)

    def encode(self, ids, forms, mask=None):
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + F.embedding(forms, self.form_table())
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
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


def load_base(folder):
    """A `Reader` with the encoder weights of all-MiniLM-L6-v2 (`model.safetensors` in `folder`)."""
    base = load_file(f"{folder}/model.safetensors")
    reader = Reader()
    new = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "places.weight": base["embeddings.position_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    new["words.weight"] = new["words.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    parts = {
        "mix": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        old = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            new[f"layers.{i}.attend.{kind}"] = torch.cat(
                [base[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for ours, theirs in parts.items():
                new[f"layers.{i}.{ours}.{kind}"] = base[f"{old}{theirs}.{kind}"]
    rest = reader.load_state_dict(new, strict=False)
    assert not rest.unexpected_keys, rest
    assert {k.split(".")[0] for k in rest.missing_keys} == {
        "case",
        "quote",
        "opens",
        "tags",
        "keys",
        "persons",
        "tones",
        "lists",
    }, rest
    # the word pieces that the corpora lack would otherwise stay behind while all others move
    reader.words.requires_grad_(False)
    reader.places.requires_grad_(False)
    return reader
