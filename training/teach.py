"""What networks trained before say of the corpora, for the next one to learn: `python training/teach.py`.

Several readers tell the tag of each word piece of PolNeAR, and whom he and she mean; a larger network, the judge, tells
the tone of its sentences and toward every name in them. The tone of the rated sentences is told by the judge, who has
learnt from them, and by the one of the raters of raters.py that has not seen the article. Written to --out, which
`train.py --taught` reads.
"""

import argparse
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

import tones
from batches import padded
from data import held_out, read_corpus, sentences_of
from losses import BFLOAT16
from model import load_base
from standpoints.reading.pieces import HE_SHE, cut_windows, network_input, pieces_of

JUDGE = 2 / 3  # how much its word counts beside that of a rater
LIKELY = 0.02  # places where a pronoun's person may be named with less weight than this are left out
_NAME = re.compile(r"(?<=[a-z,;:)’'] )(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’-]+")


class Window(NamedTuple):
    ids: np.ndarray
    forms: np.ndarray


def encoded(network, ids, forms):
    """One window as a network sees it, with the marks around it."""
    padded_ids, padded_forms, mask = padded([Window(ids, forms)])
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
        return network.encode(padded_ids, padded_forms, mask[:, None, None, :])[0, : len(ids)].float()


def taught_article(article, readers, judge):
    """What the readers say of an article's word pieces and pronouns, and the judge of its sentences and their names."""
    tags, parts, persons = [], [], []
    for begin, end in cut_windows(article.pieces, article.text):
        window = network_input(article.pieces, begin, end)
        seen = [encoded(reader, *window) for reader in readers]
        tags.append(torch.stack([r.tags(x)[1:-1].softmax(-1) for r, x in zip(readers, seen, strict=True)]).mean(0))
        pointers = [r.point(x) for r, x in zip(readers, seen, strict=True)]
        persons += [(at, antecedents(pointers, at, begin)) for at in pronouns(article, begin, end)]
        parts.append(judge.tones(encoded(judge, *window))[1:-1])
    parts, sentences, spans = torch.cat(parts), sentences_of(article), []
    for start, end, begin, stop in sentences:
        for name in _NAME.finditer(article.text, start, end):
            spans.append((*pieces_of(article.pieces, *name.span()), begin, stop))
    return {
        "tags": torch.cat(tags).half(),
        "persons": persons,
        "spans": torch.tensor(spans, dtype=torch.int64).reshape(-1, 4),
        "classes": torch.stack([toward(parts, span) for span in spans]) if spans else torch.zeros(0, 3),
        "sentences": torch.tensor([s[2:] for s in sentences], dtype=torch.int64).reshape(-1, 2),
        "tones": torch.tensor([float(parts[b:e, 6].mean()) for _, _, b, e in sentences]),
    }


def pronouns(article, begin, end):
    """The word pieces of a window that are he or she."""
    pieces = article.pieces
    return [at for at in range(begin, end) if article.text[pieces.starts[at] : pieces.ends[at]].lower() in HE_SHE]


def antecedents(pointers, at, begin):
    """[(word piece before a pronoun, how likely it names the same person)] of the window that starts at `begin`."""
    row = at - begin + 1
    weights = torch.stack([own[row, :row].softmax(-1) for own in pointers]).mean(0).tolist()
    return [(begin + i, weight) for i, weight in enumerate(weights[1:]) if weight > LIKELY]


def toward(parts, span):
    """How likely the tone toward a name is bad, neutral, good."""
    begin, end, first, last = span
    return (parts[begin:end, :3].mean(0) + parts[first:last, 3:6].mean(0)).softmax(-1)


def taught_passages(folder, raters, judge):
    """{`tones.key_of`: tone, classes of its targets} of the rated sentences."""
    passages = tones.read_targets(folder / "newsmtsc-train.jsonl")
    for fold, pairs in tones.editorials(folder / "nyt-editorials-train.csv"):
        passages = passages + [(fold, tones.Passage(sentence)) for sentence, _ in pairs]
    found = {}
    for fold, passage in passages:
        example = tones.example_of([passage])
        parts = [network.tones(encoded(network, example.ids, example.forms)) for network in (raters[fold], judge)]
        told = [[own[1:-1, 6].mean(), *(toward(own, span[:4]) for span in example.targets)] for own in parts]
        tone, *targets = [(1 - JUDGE) * rater + JUDGE * other for rater, other in zip(*told, strict=True)]
        found[tones.key_of(passage)] = {"tone": float(tone), "targets": [classes.tolist() for classes in targets]}
    return found


def network_of(file, base):
    network = load_base(base).eval().requires_grad_(False)
    network.load_state_dict(torch.load(file, weights_only=True), strict=False)
    return network


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default="../shared/corpora", help="folder of the training corpora")
    parser.add_argument("--base", required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--readers", nargs="+", required=True, help="weights of trained readers")
    parser.add_argument("--raters", nargs="+", required=True, help="weights of raters.py, in the order of their folds")
    parser.add_argument("--large", required=True, help="folder with all-mpnet-base-v2's model.safetensors")
    parser.add_argument("--judge", required=True, help="weights that train.py made of the larger network")
    parser.add_argument("--out", type=Path, default="training/runs/taught.pt")
    args = parser.parse_args()
    readers, raters = ([network_of(file, args.base) for file in files] for files in (args.readers, args.raters))
    judge = network_of(args.judge, args.large)
    corpus = read_corpus(args.corpora / "polnear-train.jsonl")
    kept = held_out(corpus)
    articles = {}
    for number, article in enumerate(a for a in corpus if a.name not in kept):
        articles[article.name] = taught_article(article, readers, judge)
        if number % 50 == 0:
            print(f"{number} articles", flush=True)
    torch.save({"articles": articles, "passages": taught_passages(args.corpora, raters, judge)}, args.out)
