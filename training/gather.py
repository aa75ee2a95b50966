"""How wrong the network of meanings is on a batch: sentences of one stance shall lie together, apart from all others.

`rows` are those of `meaning.batches`: a sentence, its key (stance and sign), its quarrel, its stance, its sign.
"""

import numpy as np
import torch
from torch.nn import functional as F

TEMPERATURE = 0.05


def rivals(quarrels, names, signs, places):
    """Which rows are for one stance where those at `places` are against another of the same quarrel: often both are."""
    there = (quarrels[:, None] == quarrels[places]) & (names[:, None] != names[places])
    return torch.tensor(there & (signs[:, None] * signs[places] == -1))


def contrast(vectors, rows):
    """How much nearer all others are than those with the same key.

    Pairs of `rivals` count as neither.
    """
    keys, quarrels, names, signs = (np.array([row[i] for row in rows]) for i in (1, 2, 3, 4))
    out = rivals(quarrels, names, signs, slice(None)) | torch.eye(len(rows), dtype=torch.bool)
    likeness = (vectors @ vectors.T / TEMPERATURE).masked_fill(out, -1e4)
    logs = likeness - likeness.logsumexp(1, keepdim=True)
    same = torch.tensor((keys[:, None] == keys) & (keys != -9)) & ~out
    known = same.any(1)
    return -((logs * same).sum(1)[known] / same.sum(1)[known]).mean()


def centring(vectors, rows, elsewhere):
    """How much nearer all other centres are than that of the others with the same key.

    A sentence that takes no stance shall be less near to any than `elsewhere`, which is learnt too.
    """
    keys, quarrels, names, signs = (np.array([row[i] for row in rows]) for i in (1, 2, 3, 4))
    every, first, count = np.unique(keys, return_index=True, return_counts=True)
    first = first[(every != -9) & (count > 1)]
    own = torch.tensor(keys[:, None] == keys[first])
    sums = own.float().T @ vectors
    likeness = vectors @ F.normalize(sums, dim=-1).T
    has = own.any(1)
    which = own.int().argmax(1)
    without = F.normalize(sums[which] - vectors + 1e-9, dim=-1)
    likeness = torch.where(own, (vectors * without).sum(1, keepdim=True), likeness)
    likeness = likeness.masked_fill(rivals(quarrels, names, signs, first), -1e3)
    likeness = torch.cat([likeness, elsewhere.expand(len(rows), 1)], 1) / TEMPERATURE
    known = has | torch.tensor(keys == -9)
    return F.cross_entropy(likeness[known], torch.where(has, which, len(first))[known])
