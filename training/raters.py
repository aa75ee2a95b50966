"""Networks for the tone alone: `python training/raters.py`, each trained without another fifth of the articles.

Only their mean answer is used, by teach.py. They are no part of what is shipped.
"""

from pathlib import Path

from tones import FOLDS, tone_batches
from train import learn, options, start_from

RATE = 0.6  # share of the usual rates

if __name__ == "__main__":
    parser = options(__doc__)
    parser.set_defaults(epochs=3, rate=RATE)
    args = parser.parse_args()
    folder = Path(args.out)
    for fold in range(FOLDS):
        args.out, args.seed = folder / f"rater{fold}", fold
        args.out.mkdir(parents=True, exist_ok=True)
        steps = [
            [batch]
            for n in range(args.epochs)
            for batch in tone_batches(Path(args.corpora), 4, f"{fold} {n}", without=fold)
        ]
        learn(start_from(args), steps, args, memory=0.99)
