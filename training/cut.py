"""Cut the corpora into the windows of all epochs: `python training/cut.py`.

Training needs no more than the file that it writes.
"""

import argparse
from pathlib import Path

import windows
from antecedents import naming_windows
from data import cut_anew, held_out, read_corpus, read_unmarked
from tones import tone_windows

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default="../shared/corpora", help="folder of the training corpora")
    parser.add_argument("--more", nargs="*", default=[], help="further JSON-lines files in PolNeAR's shape")
    parser.add_argument("--unmarked", help="folder of articles that only teachers know; see data.read_unmarked")
    parser.add_argument("--epochs", type=int, default=8)
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
        epochs[-1] += tone_windows(args.corpora, seed) + naming_windows(args.corpora, corpus, seed)
        print(f"epoch {seed}: {len(epochs[-1])} windows, {sum(len(w.ids) for w in epochs[-1])} word pieces", flush=True)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    windows.write(epochs, args.out)
