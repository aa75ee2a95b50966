"""Fit the pointer from he and she anew, on a network that stays as it is: `python training/persons.py`.

GUM's half that training sees is soon learnt by heart: the longer the whole network learns, the worse it points in other
documents. So in the end its pointer alone learns again, from GUM, from hidden names and from whom an earlier reader
takes the 15,000 he and she of PolNeAR's articles to mean.
"""

import random
from pathlib import Path

import torch

from antecedents import naming_batches, told_batches
from data import read_corpus
from train import learn, options, start_from


def steps_of(articles, taught, args):
    """The batches of all epochs, told and marked ones mixed."""
    steps, texts = [], [article.text for article in articles]
    for n in range(args.epochs):
        seed = f"{args.seed} {n}"
        epoch = told_batches(articles, taught, 16, seed) + naming_batches(args.corpora, texts, 16, seed)
        random.Random(seed).shuffle(epoch)
        steps += [[batch] for batch in epoch]
    return steps


if __name__ == "__main__":
    parser = options(__doc__)
    parser.add_argument("--taught", required=True, help="what teach.py found")
    parser.set_defaults(epochs=3, rate=0.5)
    args = parser.parse_args()
    taught = torch.load(args.taught, weights_only=True)["articles"]
    articles = [a for a in read_corpus(Path(args.corpora) / "polnear-train.jsonl") if a.name in taught]
    model = start_from(args)
    for name, weight in model.named_parameters():
        weight.requires_grad_(name.startswith("persons."))
    Path(args.out).mkdir(parents=True, exist_ok=True)
    learn(model, steps_of(articles, taught, args), args)
