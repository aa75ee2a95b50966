"""Choose the thresholds of assembly and the calibration: `python training/choose.py` (see training/README.md).

Both are fitted on the articles of polnear-train that training kept out (`train.held_out`), with the exported
network, and written to reader.json.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from data import held_out, read_corpus
from evaluate import count, f1, right_ones, who_f1
from standpoints import reader
from standpoints.reading.assembly import Settings, assemble
from standpoints.reading.pieces import MODELS, cut_windows, network_input

GRID = {
    "outside": [-0.6, -0.4, -0.2, 0.0, 0.2, 0.4],
    "switch": [0.0, 0.5, 1.0, 1.25, 1.5, 2.0],
    "begin": [0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
    "hole": [0, 1, 2, 3],
    "same": [0.3, 0.5, 0.7],
    "link": [0.02, 0.05, 0.1, 0.2, 0.3],
    "second": [0.1, 0.2, 0.3, 0.4, 0.5],
    "source": [0.02, 0.05, 0.1, 0.2, 0.3],
    "tagged": [0.03, 0.05, 0.1, 0.2],
}
NOISE = 0.3  # points of found F1 + who F1; what changes less on 42 articles may well change back on others
KEEP = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45]


def scored(article):
    """[(begin, end, tags, links)] of the windows of an article."""
    windows = cut_windows(article.pieces, article.text)
    return [(b, e, *reader.score(*network_input(article.pieces, b, e))[:2]) for b, e in windows]


def assembled(article, windows, settings):
    """[(attribution, evidence)] of an article from its scores."""
    found = []
    for begin, end, tags, links in windows:
        for one in assemble(tags, links, article.pieces.words[begin:end], settings):
            found.append((reader.locate(one, article.pieces, begin, article.text, 1.0), one.evidence))
    return found


def gain(scores, settings, calibration):
    """found F1 + who F1 with these settings."""
    counts = []
    for article, windows in scores:
        found = assembled(article, windows, settings)
        kept = [one for one, evidence in found if probability(evidence, calibration) >= settings.keep]
        counts.append(count(article.text, article.attributions, kept))
    return f1(counts) + who_f1(counts)


def probability(evidence, calibration):
    weights, bias = calibration
    return 1 / (1 + np.exp(-reader.logits(evidence) @ weights - bias))


def calibrate(scores, settings):
    """(weights, bias) of a logistic regression: is an attribution with this evidence right, content and source?"""
    rows, right = [], []
    for article, windows in scores:
        found = assembled(article, windows, settings)
        good = right_ones(article.text, article.attributions, [a for a, _ in found])
        rows += [[*reader.logits(evidence), 1.0] for _, evidence in found]
        right += [number in good for number in range(len(found))]
    rows, right = np.array(rows), np.array(right, float)
    weights = np.zeros(rows.shape[1])
    for _ in range(50):  # Newton's method, with a little shrinkage
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - p) - 0.1 * weights
        curve = (rows * (p * (1 - p))[:, None]).T @ rows + 0.1 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights[:-1], float(weights[-1])


def choose(scores, rounds):
    """(settings, calibration) with the best gain, one setting changed at a time."""
    settings = Settings()
    for _ in range(rounds):
        # what is not sure enough falls away in the end, so it shall not steer the other thresholds
        calibration = calibrate(scores, settings)
        settings = best_of("keep", KEEP, scores, settings, calibration)
        for name, values in GRID.items():
            settings = best_of(name, values, scores, settings, calibration)
    calibration = calibrate(scores, settings)
    return best_of("keep", KEEP, scores, settings, calibration), calibration


def best_of(name, values, scores, settings, calibration):
    """The settings with the value of `name` that brings most; a change has to bring `NOISE`."""
    best, gained = settings, gain(scores, settings, calibration)
    for value in values:
        tried = settings._replace(**{name: value})
        if tried != settings and (now := gain(scores, tried, calibration)) > gained + NOISE:
            best, gained = tried, now
    print(f"{name} {getattr(best, name)}: {gained / 2:.2f}", flush=True)
    return best


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", default="../shared/corpora")
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    corpus = read_corpus(Path(args.corpora) / "polnear-train.jsonl")
    kept = held_out(corpus)
    scores = [(article, scored(article)) for article in corpus if article.name in kept]
    settings, (weights, bias) = choose(scores, args.rounds)
    card = json.loads((MODELS / "reader.json").read_text())
    card["settings"] = settings._asdict()
    card["confidence"] = {"weights": [round(float(w), 4) for w in weights], "bias": round(bias, 4)}
    (MODELS / "reader.json").write_text(json.dumps(card, indent=1) + "\n")
    print(json.dumps(card, indent=1))
