"""The trained reader as one ONNX file with 8-bit weights: `python training/export.py` (see training/README.md).

The graph is written by hand, with onnxruntime's fused operators: on two cores it reads about twice as fast
as what an automatic export of the PyTorch module gives.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from data import read_corpus
from model import HEADS, KEY, MINILM, ROLES, TAGS, TONES, network_of
from standpoints.reading.pieces import cut_windows, network_input

MICROSOFT = "com.microsoft"
WEIGHT_MAX = 63  # 7 bits: 8 would overflow the 16-bit sums of processors without VNNI, and differ between machines

FAR = 16  # units in the middle of each layer that keep 32 bits: one or two reach four times as far as all others
ARTICLES = 12  # on which it is seen which ones


class Graph:
    """Nodes and weights of the ONNX graph, as they are added."""

    def __init__(self, int8=True):
        self.nodes, self.weights, self.int8 = [], [], int8

    def keep(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind, inputs, name, domain="", outputs=None, **attributes):
        outputs = outputs or [name]
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=name, domain=domain, **attributes))
        return outputs[0]

    def linear(self, x, weight, bias, name, exact=False):
        """x @ weight.T + bias, the weight in 8 bits with one scale for each output unless it shall be `exact`."""
        weight = weight.T
        if exact or not self.int8:
            product = self.add("MatMul", [x, self.keep(f"{name}.weight", weight)], f"{name}.product")
            return self.add("Add", [product, self.keep(f"{name}.bias", bias)], name)
        scale = best_scale(weight)
        whole = np.clip(np.rint(weight / scale), -WEIGHT_MAX, WEIGHT_MAX).astype(np.int8)
        inputs = [x, self.keep(f"{name}.weight", whole), self.keep(f"{name}.scale", scale.astype(np.float32)), ""]
        return self.add("DynamicQuantizeMatMul", [*inputs, self.keep(f"{name}.bias", bias)], name, MICROSOFT)

    def table(self, ids, weight, name):
        """The rows of an embedding, each stored in 8 bits with its own scale."""
        if not self.int8:
            return self.add("Gather", [self.keep(f"{name}.weight", weight), ids], name)
        scale = np.abs(weight).max(1, keepdims=True) / 127
        whole = np.rint(weight / np.maximum(scale, 1e-12)).astype(np.int8)
        row = self.add("Gather", [self.keep(f"{name}.weight", whole), ids], f"{name}.row")
        row = self.add("Cast", [row], f"{name}.float", to=TensorProto.FLOAT)
        size = self.add("Gather", [self.keep(f"{name}.scale", scale.astype(np.float32)), ids], f"{name}.size")
        return self.add("Mul", [row, size], name)


def best_scale(weight):
    """The scale of each column that loses least: clipping a few outliers often costs less than coarse steps."""
    top = np.abs(weight).max(0) / WEIGHT_MAX
    tried = []
    for share in np.arange(0.6, 1.01, 0.04):
        whole = np.clip(np.rint(weight / (top * share)), -WEIGHT_MAX, WEIGHT_MAX)
        tried.append(((whole * top * share - weight) ** 2).sum(0))
    return top * np.arange(0.6, 1.01, 0.04)[np.argmin(tried, 0)]


def by_reach(state, corpus):
    """The units in the middle of each layer in the order of how large their values become on some articles."""
    reader = network_of(state).eval()

    def read():
        for article in read_corpus(corpus)[:ARTICLES]:
            for begin, end in cut_windows(article.pieces, article.text):
                reader.encode(*(torch.from_numpy(row)[None] for row in network_input(article.pieces, begin, end)))

    return reach_of(reader.layers, read)


@torch.no_grad()
def reach_of(layers, read):
    """For each layer its units in the middle, in the order of how large their values become while `read()` runs."""
    reach = [torch.zeros(4 * MINILM.wide) for _ in layers]

    def look(number):
        def hook(_, values):
            reach[number] = torch.maximum(reach[number], values[0].abs().amax((0, 1)))

        return hook

    hooks = [each.narrow.register_forward_pre_hook(look(number)) for number, each in enumerate(layers)]
    read()
    for hook in hooks:
        hook.remove()
    return [own.argsort().numpy() for own in reach]


def build(state, order, int8=True):
    """The ONNX model for the weights in `state`; `order` is that of `by_reach`.

    In: `ids`, `forms` (1, n). Out: `tags`, `tones` (n, 7), `links` (3, n, n) and `persons` (n, n).
    """
    w = {name: tensor.numpy() for name, tensor in state.items()}
    reader = network_of(state).eval()
    graph = Graph(int8)
    with torch.no_grad():
        forms = graph.keep("forms.weight", reader.form_table().numpy())
    count = graph.add("Shape", ["ids"], "count", start=1, end=2)
    zero, one = graph.keep("zero", np.array([0])), graph.keep("one", np.array([1]))
    places = graph.add("Slice", [graph.keep("places", w["places.weight"][:256]), zero, count, zero, one], "place")
    x = graph.add("Add", [graph.table("ids", w["words.weight"], "words"), places], "placed")
    x = normalised(graph, [graph.add("Gather", [forms, "forms"], "form"), x], w, "norm")
    for i in range(len(reader.layers)):
        x = layer(graph, x, w, f"layers.{i}", order[i])
    for head in ("tags", "tones"):
        each = graph.linear(x, w[f"{head}.weight"], w[f"{head}.bias"], f"{head}.all", exact=True)
        graph.add("Squeeze", [each, zero], head)
    links(graph, x, w)
    persons(graph, x, w)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    shapes = {"tags": ["n", TAGS], "links": [ROLES, "n", "n"], "persons": ["n", "n"], "tones": ["n", TONES]}
    body = helper.make_graph(
        graph.nodes,
        "reader",
        [helper.make_tensor_value_info(n, TensorProto.INT64, [1, "n"]) for n in ("ids", "forms")],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in shapes.items()],
        graph.weights,
    )
    return helper.make_model(body, opset_imports=opsets, ir_version=8, producer_name="standpoints")


def layer(graph, x, w, name, order):
    """One transformer layer: attention and widening, each added to its input and normalised.

    The last units of `order` go their own way in 32 bits: what reaches so far would make the 8-bit steps of all coarse.
    """
    width = [f"{name}.{part}" for part in ("query", "key", "value")]
    all_three = graph.linear(x, w[f"{name}.attend.weight"], w[f"{name}.attend.bias"], f"{name}.attend")
    graph.add("Split", [all_three], f"{name}.parts", outputs=width, axis=2)
    seen = graph.add("MultiHeadAttention", width, f"{name}.seen", MICROSOFT, num_heads=HEADS)
    mixed = graph.linear(seen, w[f"{name}.mix.weight"], w[f"{name}.mix.bias"], f"{name}.mixed")
    x = normalised(graph, [mixed, x], w, f"{name}.norm1")
    bias = w[f"{name}.narrow.bias"]
    narrow = [
        middle(graph, x, w, name, order[:-FAR], bias, "most"),
        middle(graph, x, w, name, order[-FAR:], np.zeros_like(bias), "far", exact=True),
    ]
    return normalised(graph, [*narrow, x], w, f"{name}.norm2")


def middle(graph, x, w, name, units, bias, part, exact=False):
    """What some of the units in the middle of a layer add to it."""
    weight, shift = w[f"{name}.widen.weight"][units], w[f"{name}.widen.bias"][units]
    wide = graph.linear(x, weight, shift, f"{name}.wide.{part}", exact)
    wide = graph.add("Gelu", [wide], f"{name}.gelu.{part}", MICROSOFT)
    return graph.linear(wide, w[f"{name}.narrow.weight"][:, units], bias, f"{name}.narrowed.{part}", exact)


def normalised(graph, parts, w, name):
    """The sum of the parts, normalised.

    "Sum" and not "Add": onnxruntime would make one operator of the two, SkipLayerNormalization, which on processors
    takes seven times as long as they do, a quarter of the whole network's time.
    """
    gain, shift = (graph.keep(f"{name}.{kind}", w[f"{name}.{kind}"]) for kind in ("weight", "bias"))
    both = graph.add("Sum", parts, f"{name}.sum")
    return graph.add("LayerNormalization", [both, gain, shift], name, epsilon=1e-12)


def links(graph, x, w):
    """(3, n, n) scores of the pointers: from row to column."""
    both = []
    shape = graph.keep("links.shape", np.array([-1, ROLES, KEY]))
    for k, (side, order) in enumerate({"query": [1, 0, 2], "key": [1, 2, 0]}.items()):
        rows = slice(k * ROLES * KEY, (k + 1) * ROLES * KEY)
        size = KEY**-0.5 if side == "query" else 1.0
        flat = graph.linear(x, w["keys.weight"][rows] * size, w["keys.bias"][rows] * size, f"links.{side}", exact=True)
        parts = graph.add("Reshape", [flat, shape], f"links.{side}.parts")
        both.append(graph.add("Transpose", [parts], f"links.{side}.turned", perm=order))
    graph.add("MatMul", both, "links")


def persons(graph, x, w):
    """(n, n) scores of the pointer from a pronoun to whom it means."""
    w, b = w["persons.weight"], w["persons.bias"]
    query = graph.linear(x, w[:KEY] * KEY**-0.5, b[:KEY] * KEY**-0.5, "persons.query", exact=True)
    key = graph.linear(x, w[KEY:], b[KEY:], "persons.key", exact=True)
    turned = graph.add("Transpose", [key], "persons.turned", perm=[0, 2, 1])
    scores = graph.add("MatMul", [query, turned], "persons.all")
    graph.add("Squeeze", [scores, graph.keep("persons.window", np.array([0]))], "persons")


def hash_of(file):
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()


def write_hash(folder):
    """Into reader.json, the hash of the reader.onnx beside it."""
    card = Path(folder) / "reader.json"
    known = json.loads(card.read_text()) if card.exists() else {}
    card.write_text(json.dumps(known | {"sha256": hash_of(card.with_name("reader.onnx"))}, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", nargs="+", default=["training/runs/reader.pt"], help="several: their mean")
    parser.add_argument("--out", default="lib/standpoints/models")
    parser.add_argument("--corpora", default="../shared/corpora", help="folder of the training corpora")
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights (to compare)")
    args = parser.parse_args()
    states = [torch.load(file, weights_only=True, map_location="cpu") for file in args.weights]
    state = {name: torch.stack([own[name].float() for own in states]).mean(0) for name in states[0]}
    file = Path(args.out) / "reader.onnx"
    order = by_reach(state, Path(args.corpora) / "polnear-train.jsonl")
    onnx.save(build(state, order, int8=not args.float), file)
    write_hash(args.out)
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
