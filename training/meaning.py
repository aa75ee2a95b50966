"""Trains and writes the network of meanings: `python training/meaning.py --base FOLDER` (40 minutes on two cores).

The encoder is all-MiniLM-L6-v2. It is trained on, with a map on top from the means over the word pieces after each of
the last four layers to a vector, so that sentences that take the same stance, for or against, lie near each other, and
sentences that only mention it lie elsewhere (supervised contrastive loss, Khosla et al. 2020), and so that each lies
near the centre of the others of its stance (Snell et al. 2017), as a statement will be compared. It learns from the
sentences of `stances.txt`, from some made of `wordings.txt`, from the codebook's examples and rejections, from the part
`choose` of tests/positions-gold.csv, and from statements of polnear-train that have nothing to do with any of it.
"""

import argparse
import copy
import csv
import json
import random
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper
from tokenizers import Tokenizer
from torch import distributed, multiprocessing, nn
from torch.nn import functional as F

from export import MICROSOFT, Graph, hash_of, layer, reach_of
from gather import centring, contrast
from losses import AMX
from model import MINILM, load_base
from standpoints.codebook import read_codebook
from standpoints.stances.hearing import as_plain
from standpoints.stances.likeness import as_sentence
from wordings import draw, read_stances

PROJECT = Path(__file__).parents[1]
RUN = PROJECT / "training/runs/meaning.pt"  # the trained weights
PLACES = 128  # word pieces of the longest text that is read
LONGEST = 72  # … while it learns
FIRST = 2  # the first of the layers whose mean counts: negation is plainer in the middle than at the top
WIDE = 256
STEPS = 900
TOGETHER = 50  # so many steps of each of two learners, with dice of their own, then their weights are averaged
SEEDS = (3, 4)
RATE, MAP_RATE, DECAY, MEMORY = 7e-5, 1e-3, 1e-3, 0.995
DROP, MAP_DROP = 0.1, 0.3
OWN, OTHERS, MADE = 5, 9, 2  # stances of the codebook, of other quarrels, and of made sentences, in a step
DRAWN = 9000  # sentences made
OFF = 14  # sentences of elsewhere in a step


class Meaning(nn.Module):
    """Word pieces in, a vector of length 1 out."""

    def __init__(self, base):
        super().__init__()
        self.encoder = load_base(base, DROP)
        self.map = nn.Linear((MINILM.layers - FIRST) * MINILM.wide, WIDE, bias=False)
        self.register_buffer("shift", torch.zeros(self.map.in_features))
        self.register_buffer("spread", torch.ones(()))
        nn.init.orthogonal_(self.map.weight)

    def means(self, ids, mask):
        own = self.encoder
        x = own.drop(own.norm(own.words(ids) + own.places.weight[: ids.shape[1]]))
        share = (mask / mask.sum(1, keepdim=True)).unsqueeze(-1)
        found = []
        for number, each in enumerate(own.layers):
            x = each(x, mask[:, None, None], None)
            if number >= FIRST:
                found.append((x * share).sum(1))
        return torch.cat(found, 1).float()

    def forward(self, ids, mask):
        spread = (self.means(ids, mask) - self.shift) / self.spread
        return F.normalize(self.map(F.dropout(spread, MAP_DROP, self.training)).float(), dim=-1)

    def of(self, rows):
        """The vectors of rows of word pieces, read in five parts of about equal length."""
        order, found = sorted(range(len(rows)), key=lambda i: len(rows[i])), []
        for part in np.array_split(order, 5):
            with torch.autocast("cpu", torch.bfloat16, enabled=AMX):
                found.append(self(*together([rows[i] for i in part])))
        return torch.cat(found)[torch.tensor(np.argsort(order))]


def together(rows):
    """Rows of word pieces as one table, and which of its places hold one."""
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.int64)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
    lengths = torch.tensor([len(row) for row in rows])
    return ids, torch.arange(ids.shape[1]) < lengths[:, None]


def sentences(corpora):
    """{(stance, sign): sentences}, written and made; those of no stance under None and, of elsewhere, under "off"."""
    pools, made = defaultdict(list), defaultdict(list)
    for text, name, sign in read_stances():
        pools[name, sign].append(text)
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
    for text, name, sign in draw(DRAWN, seed=1):
        made[name, sign].append(text)
    return pools, made


def issues():
    """{stance: the quarrel that it belongs to}, of the codebook and of stances.txt."""
    own = {name: issue for issue, name, _ in read_codebook().stances}
    return own | {name: name.split("/")[0] for _, name, _ in read_stances() if "/" in name}


def some(names, count, quarrel, dice):
    """About `count` of the names, whole quarrels of them: their stances have to be told apart."""
    quarrels = sorted({quarrel[name] for name in names})
    dice.shuffle(quarrels)
    found = []
    for each in quarrels:
        found += [name for name in names if quarrel[name] == each]
        if len(found) >= count:
            return found
    return found


def batches(corpora, dice):
    """Without end: rows of a sentence, its key (stance and sign; −9 where there is none), quarrel, stance and sign."""
    (pools, made), quarrel = sentences(corpora), issues()
    names = sorted({key[0] for key in pools if isinstance(key, tuple)})
    in_made = sorted({name for name, _ in made})
    number = {name: i for i, name in enumerate(sorted({*names, *in_made}))}
    own, others = ([name for name in names if ("/" in name) == other] for other in (False, True))
    while True:
        rows = []
        chosen = [(name, pools) for name in some(others, OTHERS, quarrel, dice) + some(own, OWN, quarrel, dice)]
        for name, source in chosen + [(name, made) for name in dice.choice(in_made, MADE, replace=False)]:
            for sign, count in ((1, 4), (-1, 3), (0, 3)):
                pool = source.get((name, sign)) or made.get((name, sign), [])
                key = number[name] * 3 + sign if sign else -9
                for i in dice.choice(len(pool), min(count, len(pool)), replace=False):
                    rows.append((pool[i], key, quarrel.get(name, name), name, sign))
        for key, count in ((None, 6), ("off", OFF)):
            rows += [(pools[key][i], -9, "", "", 0) for i in dice.integers(len(pools[key]), size=count)]
        yield rows


def share(tensors):
    """The mean over the learners, in each."""
    for tensor in tensors:
        distributed.all_reduce(tensor.data)
        tensor.data /= len(SEEDS)


def train(rank, base, corpora, meeting):
    """One of the learners; the first writes the running mean of the weights to `RUN`."""
    torch.set_num_threads(1)
    torch.manual_seed(SEEDS[rank])
    distributed.init_process_group("gloo", f"file://{meeting}", rank=rank, world_size=len(SEEDS))
    dice, net, pieces_of = np.random.default_rng(SEEDS[rank]), Meaning(base).eval(), reading()
    source = batches(corpora, dice)
    with torch.no_grad():
        means = torch.cat([net.means(*together([pieces_of(row[0]) for row in next(source)])) for _ in range(8)])
    net.shift.copy_(means.mean(0))
    net.spread.copy_(means.std())
    share([net.map.weight, net.shift, net.spread])
    average = copy.deepcopy(net).requires_grad_(False)
    elsewhere = nn.Parameter(torch.tensor(0.6))
    layers = list(net.train().encoder.layers.parameters())
    groups = [{"params": [net.map.weight, elsewhere], "full": MAP_RATE}, {"params": layers, "full": RATE}]
    optimizer = torch.optim.AdamW(groups, lr=0.0, weight_decay=DECAY)
    learnt, kept = ([own.map.weight, *own.encoder.layers.parameters()] for own in (net, average))
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * min(1, (step + 1) / (0.06 * STEPS)) * (1 - step / STEPS)
        rows = next(source)
        vectors = net.of([pieces_of(row[0])[:LONGEST] for row in rows])
        loss = contrast(vectors, rows) + centring(vectors, rows, elsewhere)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(kept, learnt, 1 - min(MEMORY, (step + 1) / (step + 10)))
        if (step + 1) % TOGETHER == 0:
            share([*learnt, *kept, elsewhere])
            print(f"learner {rank}, step {step + 1}: loss {loss.item():.3f}", flush=True)
            if rank == 0:
                torch.save(average.state_dict(), RUN)


def build(net, order, int8=True):
    """The ONNX model: `ids` (1, n) in, `meaning` (1, 256) of length 1 out; `order` is that of `reach_of`."""
    # Other names than the reader's, so that no layer counts as one that must stay exact: it made no difference here.
    state = net.encoder.state_dict().items()
    w = {name.replace("layers.", "encoder."): tensor.numpy() for name, tensor in state}
    graph = Graph(int8)
    zero, one = graph.keep("zero", np.array([0])), graph.keep("one", np.array([1]))
    count = graph.add("Shape", ["ids"], "count", start=1, end=2)
    places = graph.add("Slice", [graph.keep("places", w["places.weight"][:PLACES]), zero, count, zero, one], "place")
    x = graph.add("Add", [graph.table("ids", w["words.weight"], "words"), places], "placed")
    norm = [graph.keep(f"norm.{kind}", w[f"norm.{kind}"]) for kind in ("weight", "bias")]
    x = graph.add("LayerNormalization", [x, *norm], "embedded", epsilon=1e-12)
    means = []
    for i in range(MINILM.layers):
        x = layer(graph, x, w, f"encoder.{i}", order[i])
        if i >= FIRST:
            means.append(graph.add("ReduceMean", [x], f"mean{i}", axes=[1], keepdims=0))
    graph.add("Concat", means, "means", axis=1)
    weight = (net.map.weight / net.spread).detach().numpy()
    graph.linear("means", weight, -weight @ net.shift.numpy(), "mapped", exact=True)
    graph.add("LpNormalization", ["mapped"], "meaning", axis=1, p=2)
    body = helper.make_graph(
        graph.nodes,
        "meaning",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"])],
        [helper.make_tensor_value_info("meaning", TensorProto.FLOAT, [1, WIDE])],
        graph.weights,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=8, producer_name="standpoints")


def outputs(model, rows):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return np.array([session.run(None, {"ids": np.array([row])})[0][0] for row in rows], np.float32)


def reading():
    """What gives the word pieces of a text."""
    tokenizer = Tokenizer.from_file(str(PROJECT / "lib/standpoints/models/tokenizer.json"))
    return lambda text: tokenizer.encode(as_sentence(as_plain(text))).ids[:PLACES]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True, help="folder of all-MiniLM-L6-v2 (model.safetensors)")
    corpora = PROJECT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", default=corpora, help="folder of polnear-train.jsonl")
    parser.add_argument("--weights", help="trained before: write these as they are")
    parser.add_argument("--out", default=PROJECT / "lib/standpoints/models", type=Path)
    args = parser.parse_args()
    if not args.weights:
        RUN.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            multiprocessing.spawn(train, (args.base, args.corpora, f"{folder}/meeting"), nprocs=len(SEEDS))
    net, pieces_of = Meaning(args.base).eval(), reading()
    net.load_state_dict(torch.load(args.weights or RUN, weights_only=True))
    rows = [pieces_of(text) for text, *_ in draw(300, seed=2)]
    order = reach_of(net.encoder.layers, lambda: net.of(rows))
    model, exact = build(net, order), build(net, order, int8=False)
    file = args.out / "meaning.onnx"
    onnx.save(model, file)
    (args.out / "meaning.json").write_text(json.dumps({"sha256": hash_of(file)}, indent=1) + "\n")
    a, b = outputs(model, rows), outputs(exact, rows)
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    print(f"cosine of 8 and 32 bits: {(a * b).sum(1).min():.3f} at least, {(a * b).sum(1).mean():.3f} in the mean")
    print(f"likeness of two texts differs by {np.abs(a @ a.T - b @ b.T).mean():.3f} in the mean")


if __name__ == "__main__":
    main()
