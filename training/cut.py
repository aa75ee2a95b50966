"""Cut the corpora into the windows of all epochs: `python training/cut.py`.

Training needs no more than the two files that it writes, the windows and which words are alike.
"""

import argparse
from pathlib import Path

import numpy as np

import windows
from alike import alike
from antecedents import naming_windows
from data import cut_anew, held_out, read_corpus, read_unmarked
from tones import tone_windows

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default="../shared/corpora", help="folder of the training corpora")
    parser.add_argument("--more", nargs="*", default=[], help="further JSON-lines files in PolNeAR's shape")
    parser.add_argument("--unmarked", help="folder of articles that only teachers know; see data.read_unmarked")
    parser.add_argument("--vectors", default="training/teacher-base", help="folder of MPNet; see alike.py")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--articles", type=int, help="use only the first articles (to try things out)")
    parser.add_argument("--out", type=Path, default="training/runs/windows.parquet")
    args = parser.parse_args()
    corpus = read_corpus(args.corpora / "polnear-train.jsonl")
    kept = held_out(corpus)
    corpus = [a for a in corpus if a.name not in kept] + [a for file in args.more for a in read_corpus(file)]
    corpus = corpus[: args.articles]
    unmarked = read_unmarked(args.unmarked) if args.unmarked else []
    epochs = []
    for seed in range(args.epochs):
        epochs.append(cut_anew(corpus + unmarked, seed))
        epochs[-1] += [window for dice in (2 * seed, 2 * seed + 1) for window in tone_windows(args.corpora, dice)]
        epochs[-1] += naming_windows(args.corpora, corpus, seed)
        print(f"epoch {seed}: {len(epochs[-1])} windows, {sum(len(w.ids) for w in epochs[-1])} word pieces", flush=True)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    windows.write(epochs, args.out)
    np.save(args.out.with_name("alike.npy"), alike(args.vectors))
