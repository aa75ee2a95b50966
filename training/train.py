"""Train the reader: `python training/train.py` (see training/README.md).

Writes checkpoints to --out; started again with the same --out it goes on from the last one.
"""

import argparse
import copy
import time
from pathlib import Path

import torch

from antecedents import naming_batches
from data import epoch_batches, held_out, read_corpus, with_lists, with_teaching
from losses import loss_of
from model import load_base
from tones import tone_batches

ENCODER_RATE, HEAD_RATE, WARM = 1.4e-4, 1e-3, 0.06
TONE_RATE = 2e-4  # one weight moves the mean over all pieces: at 1e-3 the tone swings to and fro
RATES = dict.fromkeys(("case", "quote", "opens", "tags", "keys", "persons"), HEAD_RATE) | {
    "tones": TONE_RATE,
    "lists": TONE_RATE,
}


def steps_of(articles, passages, args):
    """The batches of each step of all epochs: one of attributions, and in most steps one of tones or antecedents."""
    steps, texts = [], [article.text for article in articles]
    for n in range(args.epochs):
        seed = f"{args.seed} {n}"
        epoch = [[batch] for batch in epoch_batches(articles, args.batch, seed)]
        beside = tone_batches(Path(args.corpora), 6, seed, taught=passages)
        beside += naming_batches(args.corpora, texts, args.batch, seed)
        for number, batch in enumerate(beside):
            epoch[number % len(epoch)].append(batch)
        steps += epoch
    return steps


def optimizer_of(model, share):
    """AdamW with a higher rate for everything that is new, none of it decaying biases and norms."""
    groups = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            rate = RATES.get(name.split(".")[0], ENCODER_RATE)
            groups.setdefault((rate, 0.01 if weight.dim() > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": d, "peak": share * rate} for (rate, d), p in groups.items()],
        fused=True,
    )


def learn(model, steps, args, memory=0.995):
    """Train on the batches of `steps`, the rate rising and then falling to zero; the running mean of the weights.

    With --minutes the clock may run ahead of the steps: the rate then falls to zero in time.
    """
    torch.manual_seed(args.seed)
    average = copy.deepcopy(model).eval()
    optimizer = optimizer_of(model, args.rate)
    step, spent, checkpoint = 0, 0.0, Path(args.out) / "last.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        step, spent = saved["step"], saved["spent"]
        torch.manual_seed(args.seed + step)
    began, shown, pieces = time.monotonic() - spent, {}, 0
    model.train()
    while step < len(steps):
        spent = time.monotonic() - began
        done = max(step / len(steps), spent / 60 / args.minutes if args.minutes else 0)
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(done / WARM, (1 - done) / (1 - WARM), 1) if step else group["peak"] / 100
        optimizer.zero_grad(set_to_none=True)
        for batch in steps[step]:
            losses = loss_of(model, batch)
            sum(losses.values()).backward()
            pieces += sum(len(w.ids) for w in batch)
            for name, loss in losses.items():
                shown.setdefault(name, []).append(loss.item())
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        remember(average, model, min(memory, step / (step + 10)))
        if step % args.log == 0:
            means = " ".join(f"{name} {sum(own) / len(own):.4f}" for name, own in sorted(shown.items()))
            minutes = (time.monotonic() - began) / 60
            print(f"step {step}/{len(steps)} done {done:.3f} {means} {minutes:.1f} min, {pieces} pieces", flush=True)
            shown = {}
        if step % args.save == 0:
            save(model, average, optimizer, step, spent, checkpoint)
    save(model, average, optimizer, step, spent, checkpoint)
    torch.save(average.state_dict(), Path(args.out) / "reader.pt")
    print("finished")


@torch.no_grad()
def remember(average, model, keep):
    for mean, now in zip(average.parameters(), model.parameters(), strict=True):
        if now.requires_grad:
            mean.lerp_(now, 1 - keep)


def save(model, average, optimizer, step, spent, file):
    state = {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"step": step, "spent": spent}, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


def start_from(args):
    """The network with the base's weights, and with those of --start where they are told."""
    torch.manual_seed(0)  # the same new parts in all runs, so that their weights can be averaged
    model = load_base(args.base)
    if args.start:
        model.load_state_dict(
            torch.load(args.start, weights_only=True), strict=False
        )  # an older network may lack a head
    return model


def options(what):
    """The options that train.py and raters.py share."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--corpora", default="../shared/corpora", help="folder that holds the four training corpora")
    parser.add_argument("--base", required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--out", default="training/runs")
    parser.add_argument("--start", help="weights to go on from, instead of the base's")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, help="finish within this time, whatever --epochs says")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", type=int, default=20)
    parser.add_argument("--save", type=int, default=100)
    return parser


if __name__ == "__main__":
    parser = options(__doc__)
    parser.add_argument("--more", nargs="*", default=[], help="further JSON-lines files in the same shape")
    parser.add_argument("--taught", help="what teach.py found: it is learnt beside what people marked")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--articles", type=int, help="use only the first articles (to try things out)")
    args = parser.parse_args()
    corpus = read_corpus(Path(args.corpora) / "polnear-train.jsonl")
    kept = held_out(corpus)
    corpus = [a for a in corpus if a.name not in kept] + [a for file in args.more for a in read_corpus(file)]
    corpus = [with_lists(article) for article in corpus[: args.articles]]
    taught = torch.load(args.taught, weights_only=True) if args.taught else {"articles": {}, "passages": None}
    known = taught["articles"]
    corpus = [with_teaching(a, known[a.name]) if a.name in known else a for a in corpus]
    Path(args.out).mkdir(parents=True, exist_ok=True)
    learn(start_from(args), steps_of(corpus, taught["passages"], args), args)
