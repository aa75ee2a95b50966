"""The network: MiniLM's six layers, a tag for each word piece, and three pointers between word pieces."""

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

WIDE, HEADS, LAYERS, KEY = 384, 12, 6, 96
TAGS = 7  # outside; begin and inside of source, cue, content
ROLES = 3
FORMS = 24  # 4 letter cases x 3 quotation states x 2 (paragraph begins here or not); see reader.py


class Layer(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.attend = nn.Linear(WIDE, 3 * WIDE)
        self.mix = nn.Linear(WIDE, WIDE)
        self.norm1 = nn.LayerNorm(WIDE, eps=1e-12)
        self.widen = nn.Linear(WIDE, 4 * WIDE)
        self.narrow = nn.Linear(4 * WIDE, WIDE)
        self.norm2 = nn.LayerNorm(WIDE, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        batch, count, _ = x.shape
        query, key, value = self.attend(x).view(batch, count, 3, HEADS, WIDE // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, count, WIDE)
        x = self.norm1(x + self.drop(self.mix(seen)))
        return self.norm2(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


class Reader(nn.Module):
    """Word pieces in, logits out: tags (batch, n, 7) and pointers (batch, 3, n, n).

    Pointer r of word piece i is a distribution over j: the first piece of the cue (0), source (1) or
    content (2) of the attribution that i belongs to; j = 0, the [CLS] mark, where there is none.
    """

    def __init__(self, drop=0.1):
        super().__init__()
        self.words = nn.Embedding(30522, WIDE)
        self.places = nn.Embedding(512, WIDE)
        self.case, self.quote, self.opens = (nn.Embedding(n, WIDE) for n in (4, 3, 2))
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.drop = nn.Dropout(drop)
        self.tags = nn.Linear(WIDE, TAGS)
        self.keys = nn.Linear(WIDE, 2 * ROLES * KEY)
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

    def forward(self, ids, forms, mask=None):
        """`mask` is True for the pieces that count (batch, n), or None when all do."""
        seen = None if mask is None else mask[:, None, None, :]
        x = self.encode(ids, forms, seen)
        batch, count, _ = x.shape
        query, key = self.keys(self.drop(x)).view(batch, count, 2, ROLES, KEY).permute(2, 0, 3, 1, 4).unbind(0)
        links = query @ key.transpose(-1, -2) / KEY**0.5
        if mask is not None:
            links = links.masked_fill(~seen, -1e4)
        return self.tags(self.drop(x)), links


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
    assert {k.split(".")[0] for k in rest.missing_keys} == {"case", "quote", "opens", "tags", "keys"}, rest
    return reader
