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

from alone import shipped
from antecedents import document_of, read_documents, read_marked, windows_of
from export import write_hash
from losses import AMX, person_loss, pointed
from model import KEY
from standpoints.reading.pieces import MODELS, WINDOW
from windows import batched, together

WRITTEN = Path(__file__).with_name("whom.txt")
SIZE = 4_096  # word pieces in a step
RATE, DECAY = 1e-3, 1e-2


@torch.no_grad()
def encoded(model, batch):
    """What the network's last layer holds of a batch."""
    with torch.autocast("cpu", torch.bfloat16, enabled=AMX):
        return model.encode(batch.ids, batch.forms, batch.mask[:, None, None, :]).float()


def fit(model, batches, epochs, dice):
    """Fit the pointer to batches that are encoded, the rate falling to zero."""
    optimizer = torch.optim.AdamW(model.persons.parameters(), lr=RATE, weight_decay=DECAY)
    for epoch in range(epochs):
        optimizer.param_groups[0]["lr"] = RATE * (1 - epoch / epochs)
        losses = []
        for x, batch in dice.sample(batches, len(batches)):
            loss = person_loss(pointed(model, x, batch), batch)
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
    model = shipped(args.out)
    documents = [document_of(article) for article in read_marked(WRITTEN)]
    documents += read_documents(args.corpora / "gum-coref-train.jsonl")
    windows = [window for document in documents for window in windows_of(document, dice.randint(64, WINDOW))]
    print(f"{len(documents)} texts, {len(windows)} windows with somebody who is named again", flush=True)
    batches = [together(own) for own in batched(windows, SIZE, dice)]
    fit(model, [(encoded(model, batch), batch) for batch in batches], args.epochs, dice)
    put_into(args.out / "reader.onnx", model.persons)
    write_hash(args.out)
