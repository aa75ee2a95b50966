"""What networks trained before say of the corpora, for the next one to learn: `python training/teach.py`.

Several readers tell the tag of each word piece of PolNeAR; the raters of raters.py tell the tone of its sentences,
the tone toward every name in them, and the same of the rated sentences: there each is asked only of the articles that
it has not seen. Written to --out, which `train.py --taught` reads.
"""

import argparse
import re
from pathlib import Path

import torch

import tones
from data import Article, held_out, read_corpus, sentences_of
from losses import BFLOAT16
from model import load_base
from standpoints.reading.pieces import cut_windows, network_input, pieces_of

_NAME = re.compile(r"(?<=[a-z,;:)’'] )(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’-]+")


def windows_of(article: Article, networks):
    """(begin, end, [answers of each network]) of each window of an article."""
    for begin, end in cut_windows(article.pieces, article.text):
        window = network_input(article.pieces, begin, end)
        yield begin, end, [encoded(network, *window) for network in networks]


def encoded(network, ids, forms):
    """One window as a network sees it."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
        return network.encode(torch.from_numpy(ids)[None], torch.from_numpy(forms)[None]).float()


def taught_tags(article, readers):
    """(n, 7) mean probability of each tag."""
    total = torch.zeros(len(article.pieces.ids), 7)
    for begin, end, answers in windows_of(article, readers):
        for reader, x in zip(readers, answers, strict=True):
            total[begin:end] += reader.tags(x)[0, 1:-1].softmax(-1)
    return (total / len(readers)).half()


def taught_tones(article, raters):
    """The sentences and the names of an article in word pieces, and what the raters say of them on average."""
    count = len(article.pieces.ids)
    parts = [torch.zeros(count, 7) for _ in raters]
    for begin, end, answers in windows_of(article, raters):
        for own, rater, x in zip(parts, raters, answers, strict=True):
            own[begin:end] = rater.tones(x)[0, 1:-1]
    sentences, spans = sentences_of(article), []
    for start, end, begin, stop in sentences:
        for name in _NAME.finditer(article.text, start, end):
            spans.append((*pieces_of(article.pieces, *name.span()), begin, stop))
    classes = [torch.stack([toward(own, span) for own in parts]).mean(0) for span in spans]
    told = [torch.stack([own[b:e, 6].mean() for own in parts]).mean() for _, _, b, e in sentences]
    return {
        "spans": torch.tensor(spans, dtype=torch.int64).reshape(-1, 4),
        "classes": torch.stack(classes) if classes else torch.zeros(0, 3),
        "sentences": torch.tensor([s[2:] for s in sentences], dtype=torch.int64).reshape(-1, 2),
        "tones": torch.stack(told) if told else torch.zeros(0),
    }


def toward(parts, span):
    """How likely the tone toward a name is bad, neutral, good."""
    begin, end, first, last = span
    return (parts[begin:end, :3].mean(0) + parts[first:last, 3:6].mean(0)).softmax(-1)


def taught_passages(folder, raters):
    """{`tones.key_of`: tone, classes of its targets} of the rated sentences, by the rater that has not seen each."""
    passages = tones.read_targets(folder / "newsmtsc-train.jsonl")
    for fold, pairs in tones.editorials(folder / "nyt-editorials-train.csv"):
        passages = passages + [(fold, tones.Passage(sentence)) for sentence, _ in pairs]
    found = {}
    for fold, passage in passages:
        example = tones.example_of([passage])
        parts = raters[fold].tones(encoded(raters[fold], example.ids, example.forms))[0]
        targets = [toward(parts, span[:4]).tolist() for span in example.targets]
        found[tones.key_of(passage)] = {"tone": float(parts[1:-1, 6].mean()), "targets": targets}
    return found


def networks_of(files, base):
    networks = []
    for file in files:
        network = load_base(base).eval().requires_grad_(False)
        network.load_state_dict(torch.load(file, weights_only=True), strict=False)
        networks.append(network)
    return networks


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default="../shared/corpora", help="folder of the training corpora")
    parser.add_argument("--base", required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--readers", nargs="+", required=True, help="weights of trained readers")
    parser.add_argument("--raters", nargs="+", required=True, help="weights of raters.py, in the order of their folds")
    parser.add_argument("--out", type=Path, default="training/runs/taught.pt")
    args = parser.parse_args()
    readers, raters = networks_of(args.readers, args.base), networks_of(args.raters, args.base)
    corpus = read_corpus(args.corpora / "polnear-train.jsonl")
    kept = held_out(corpus)
    articles = {}
    for number, article in enumerate(a for a in corpus if a.name not in kept):
        articles[article.name] = {"tags": taught_tags(article, readers)} | taught_tones(article, raters)
        if number % 50 == 0:
            print(f"{number} articles", flush=True)
    torch.save({"articles": articles, "passages": taught_passages(args.corpora, raters)}, args.out)
