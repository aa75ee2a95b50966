"""Fit the shipped reader's pointer of *he* and *she* anew: `python training/whom.py`, some minutes on two cores.

It learns from `whom.txt`, articles written for the purpose in which each mention of a person is marked, and from GUM's
documents. Only the two linear maps of the pointer are fitted; all else in reader.onnx stays as it is, to the byte.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from alone import weights_of
from antecedents import document_of, read_documents, read_marked, windows_of
from export import write_hash
from losses import AMX
from model import KEY, Reader
from standpoints.reading.pieces import MODELS, WINDOW

WRITTEN = Path(__file__).with_name("whom.txt")
AT_ONCE = 24  # windows of a step
RATE, DECAY = 1e-3, 1e-2


@torch.no_grad()
def encoded(model, windows):
    """[(what the network's last layer holds of a window, its pronouns, their antecedents)]"""
    found = []
    for window in windows:
        ids, forms = (torch.from_numpy(np.asarray(own, np.int64))[None] for own in (window.ids, window.forms))
        with torch.autocast("cpu", torch.bfloat16, enabled=AMX):
            found.append((model.encode(ids, forms)[0].float(), window.pronouns, window.antecedents))
    return found


def loss_of(model, windows):
    """Minus the log of the weight on all places of the same person before a pronoun ([CLS] where none is): the mean."""
    total = weights = 0.0
    for x, pronouns, antecedents in windows:
        scores = model.point(x)
        for at, weight in pronouns:
            before = sorted({to for pronoun, to in antecedents if pronoun == at}) or [0]
            total = total - weight * scores[at, :at].log_softmax(-1)[before].logsumexp(-1)
            weights += weight
    return total / weights


def fit(model, windows, epochs, dice):
    """Fit the pointer, the rate falling to zero."""
    optimizer = torch.optim.AdamW(model.persons.parameters(), lr=RATE, weight_decay=DECAY)
    for epoch in range(epochs):
        optimizer.param_groups[0]["lr"] = RATE * (1 - epoch / epochs)
        losses = []
        windows = dice.sample(windows, len(windows))
        for first in range(0, len(windows), AT_ONCE):
            loss = loss_of(model, windows[first : first + AT_ONCE])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: {np.mean(losses):.4f}", flush=True)


def put_into(file, head):
    """Write the pointer's two maps into the network's file."""
    weight, bias = head.weight.detach().T.numpy(), head.bias.detach().numpy()
    new = {"persons.query.weight": weight[:, :KEY] / KEY**0.5, "persons.query.bias": bias[:KEY] / KEY**0.5,
           "persons.key.weight": weight[:, KEY:], "persons.key.bias": bias[KEY:]}  # fmt: skip
    network = onnx.load(file)
    for tensor in network.graph.initializer:
        if tensor.name in new:
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(new.pop(tensor.name)), tensor.name))
    assert not new, new
    onnx.save(network, file)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default="../shared/corpora")
    parser.add_argument("--out", type=Path, default=MODELS, help="folder of the reader.onnx whose pointer is fitted")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dice = random.Random(args.seed)
    model = Reader(drop=0.0).eval()
    model.load_state_dict(weights_of(args.out / "reader.onnx"), strict=False)  # it lacks `lists`, which is not shipped
    documents = [document_of(article) for article in read_marked(WRITTEN)]
    documents += read_documents(args.corpora / "gum-coref-train.jsonl")
    windows = [window for document in documents for window in windows_of(document, dice.randint(64, WINDOW))]
    print(f"{len(documents)} texts, {len(windows)} windows with somebody who is named again", flush=True)
    fit(model, encoded(model, windows), args.epochs, dice)
    put_into(args.out / "reader.onnx", model.persons)
    write_hash(args.out)
