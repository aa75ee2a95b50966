"""Trains and writes the network of meanings: `python training/meaning.py --base FOLDER` (a quarter of an hour).

The encoder is all-MiniLM-L6-v2 as its authors trained it. What is learnt is a map on top, from the means over the word
pieces after each of the last four layers to a vector in which sentences that take the same stance, for or against, lie
near each other, and sentences that only mention it lie elsewhere (supervised contrastive loss, Khosla et al. 2020).
It learns from sentences made of `wordings.txt`, from the codebook's examples and rejections, from the part `choose` of
tests/positions-gold.csv, and from statements of polnear-train that have nothing to do with any of it.
"""

import argparse
import csv
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper
from tokenizers import Tokenizer
from torch.nn import functional as F

from export import MICROSOFT, Graph, hash_of, layer
from model import MINILM, load_base
from standpoints.codebook import read_codebook
from wordings import draw

PROJECT = Path(__file__).parents[1]
PLACES = 128  # word pieces of the longest text that is read
FIRST = 2  # the first of the layers whose mean counts: negation is plainer in the middle than at the top
WIDE = 256
DRAWN, STEPS, RATE, DECAY, TEMPERATURE, DROP = 9000, 3000, 1e-3, 1e-3, 0.05, 0.5


def build(state, map_=None, int8=True):
    """The ONNX model: `ids` (1, n) in; `meaning` (1, 256) of length 1 out, or without a map the means that it is of."""
    # Other names than the reader's, so that no layer counts as one that must stay exact: it made no difference here.
    w = {name.replace("layers.", "encoder."): tensor.numpy() for name, tensor in state.items()}
    graph = Graph(int8)
    zero, one = graph.keep("zero", np.array([0])), graph.keep("one", np.array([1]))
    count = graph.add("Shape", ["ids"], "count", start=1, end=2)
    places = graph.add("Slice", [graph.keep("places", w["places.weight"][:PLACES]), zero, count, zero, one], "place")
    x = graph.add("Add", [graph.table("ids", w["words.weight"], "words"), places], "placed")
    norm = [graph.keep(f"norm.{kind}", w[f"norm.{kind}"]) for kind in ("weight", "bias")]
    x = graph.add("LayerNormalization", [x, *norm], "embedded", epsilon=1e-12)
    means = []
    for i in range(MINILM.layers):
        x = layer(graph, x, w, f"encoder.{i}")
        if i >= FIRST:
            means.append(graph.add("ReduceMean", [x], f"mean{i}", axes=[1], keepdims=0))
    graph.add("Concat", means, "means", axis=1)
    if map_ is not None:
        weight, shift = map_
        graph.linear("means", weight, -weight @ shift, "mapped", exact=True)
        graph.add("LpNormalization", ["mapped"], "meaning", axis=1, p=2)
    name, wide = ("means", len(means) * w["words.weight"].shape[1]) if map_ is None else ("meaning", WIDE)
    body = helper.make_graph(
        graph.nodes,
        "meaning",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, wide])],
        graph.weights,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=8, producer_name="standpoints")


def outputs(model, texts, tokenizer):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    ids = (tokenizer.encode(text).ids[:PLACES] for text in texts)
    return np.array([session.run(None, {"ids": np.array([row])})[0][0] for row in ids], np.float32)


def written_sentences(corpora):
    """{(stance, sign): sentences} that people wrote; those of no stance under None and, of elsewhere, under "off"."""
    pools = defaultdict(list)
    for _, name, stance in read_codebook().stances:
        pools[name, 1] += stance.examples
        pools[name, -1] += stance.rejections
    codes = defaultdict(list)
    with open(PROJECT / "tests/positions-gold.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["part"] == "choose":
                key = (row["stance"], 1 if row["agree"] == "True" else -1) if row["issue"] else None
                codes[row["text"]].append(key)
    for text, stances in codes.items():
        if len(stances) == 1:
            pools[stances[0]].append(text)
    for line in (Path(corpora) / "polnear-train.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        spans = [(a["content"][0][0], a["content"][-1][1]) for a in article["attributions"] if a.get("content")]
        pools["off"] += [article["text"][a:b] for a, b in spans if 30 < b - a < 200]
    random.Random(1).shuffle(pools["off"])
    pools["off"] = pools["off"][:2500]
    return pools


def train_map(made, written):
    """The map (weight, shift) learnt from {(stance, sign): means of sentences}, made by rule and written by people."""
    torch.set_num_threads(1)  # the products are small: a second thread would mostly wait
    torch.manual_seed(3)
    rng = np.random.default_rng(3)
    whole = np.concatenate(list(made.values()))
    shift, spread = whole.mean(0), whole.std()
    made, written = (
        {key: torch.tensor((rows - shift) / spread) for key, rows in pools.items()} for pools in (made, written)
    )
    names = sorted({name for name, _ in made})
    net = torch.nn.Linear(len(shift), WIDE, bias=False)
    torch.nn.init.orthogonal_(net.weight)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    for step in range(STEPS):
        optimizer.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        rows, keys = [], []
        for name in rng.choice(names, 16, replace=False):
            for key in ((name, 1), (name, -1), (name, 0)):
                for _ in range(3):
                    pool = written[key] if key in written and rng.random() < 0.4 else made[key]
                    rows.append(pool[rng.integers(len(pool))])
                    keys.append(names.index(name) * 3 + key[1])
        for key, n in ((None, 8), ("off", 32)):
            rows += [written[key][rng.integers(len(written[key]))] for _ in range(n)]
            keys += [-9] * n
        loss = contrast(F.normalize(net(F.dropout(torch.stack(rows), DROP)), dim=-1), torch.tensor(keys))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 500 == 0:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    return net.weight.detach().numpy() / spread, shift


def contrast(vectors, keys):
    """How much nearer all others are than those with the same key; −9 are the others' others only."""
    alone = torch.eye(len(keys), dtype=torch.bool)
    likeness = (vectors @ vectors.T / TEMPERATURE).masked_fill(alone, -1e4)
    logs = likeness - likeness.logsumexp(1, keepdim=True)
    same = (keys[:, None] == keys[None]) & ~alone
    return -((logs * same).sum(1) / same.sum(1).clamp(min=1))[keys != -9].mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True, help="folder of all-MiniLM-L6-v2 (model.safetensors)")
    corpora = PROJECT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", default=corpora, help="folder of polnear-train.jsonl")
    parser.add_argument("--out", default=PROJECT / "lib/standpoints/models", type=Path)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(PROJECT / "lib/standpoints/models/tokenizer.json"))
    state = load_base(args.base).state_dict()
    means = build(state)
    pools = defaultdict(list)
    for text, name, sign in draw(DRAWN, seed=1):
        pools[name, sign].append(text)
    made, written = (
        {key: outputs(means, texts, tokenizer) for key, texts in sentences.items()}
        for sentences in (pools, written_sentences(args.corpora))
    )
    map_ = train_map(made, written)
    model, exact = build(state, map_), build(state, map_, int8=False)
    file = args.out / "meaning.onnx"
    onnx.save(model, file)
    (args.out / "meaning.json").write_text(json.dumps({"sha256": hash_of(file)}, indent=1) + "\n")
    texts = [text for text, *_ in draw(300, seed=2)]
    a, b = outputs(model, texts, tokenizer), outputs(exact, texts, tokenizer)
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    print(f"cosine of 8 and 32 bits: {(a * b).sum(1).min():.3f} at least, {(a * b).sum(1).mean():.3f} in the mean")
    print(f"likeness of two texts differs by {np.abs(a @ a.T - b @ b.T).mean():.3f} in the mean")


if __name__ == "__main__":
    main()
