"""Train the reader: `python training/train.py` (see training/README.md).

Writes checkpoints to --out; started again with the same --out it goes on from the last one.
"""

import argparse
import copy
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from data import epoch_batches, held_out, pad, read_corpus
from model import load_base

ENCODER_RATE, HEAD_RATE, WARM = 1e-4, 1e-3, 0.06


def loss_of(model, batch):
    """Cross-entropy of the tags plus that of the pointers (of the pieces that have a role)."""
    ids, forms, mask, tags, links = (torch.from_numpy(array) for array in pad(batch))
    tag_scores, link_scores = model(ids, forms, None if mask.all() else mask)
    tag_loss = F.cross_entropy(tag_scores[mask], tags[mask])
    rows = links.any(-1)
    scores, right = link_scores[rows], links[rows]
    link_loss = (scores.logsumexp(-1) - scores.masked_fill(~right, -1e9).logsumexp(-1)).sum() / max(len(scores), 1)
    return tag_loss, link_loss


def optimizer_of(model):
    """AdamW with a higher rate for everything that is new, none of it decaying biases and norms."""
    new = ("case", "quote", "opens", "tags", "keys")
    groups = {}
    for name, weight in model.named_parameters():
        rate = HEAD_RATE if name.split(".")[0] in new else ENCODER_RATE
        groups.setdefault((rate, 0.01 if weight.dim() > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": d, "peak": rate} for (rate, d), p in groups.items()], fused=True
    )


def train(articles, args):
    torch.manual_seed(args.seed)
    model = load_base(args.base)
    average = copy.deepcopy(model).eval()
    optimizer = optimizer_of(model)
    step, spent, checkpoint = 0, 0.0, Path(args.out) / "last.pt"
    epoch = [epoch_batches(articles, args.batch, f"{args.seed} {n}") for n in range(args.epochs)]
    batches = [batch for one in epoch for batch in one]
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        step, spent = saved["step"], saved["spent"]
        torch.manual_seed(args.seed + step)
    began, shown, pieces = time.monotonic() - spent, [], 0
    model.train()
    while step < len(batches):
        spent = time.monotonic() - began
        # with --minutes the clock may run ahead of the steps: the rate then falls to zero in time
        done = max(step / len(batches), spent / 60 / args.minutes if args.minutes else 0)
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(done / WARM, (1 - done) / (1 - WARM), 1) if step else group["peak"] / 100
        tag_loss, link_loss = loss_of(model, batches[step])
        optimizer.zero_grad(set_to_none=True)
        (tag_loss + 0.5 * link_loss).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        with torch.no_grad():
            keep = min(0.995, step / (step + 10))
            for mean, now in zip(average.parameters(), model.parameters(), strict=True):
                mean.lerp_(now, 1 - keep)
        shown.append((tag_loss.item(), link_loss.item()))
        pieces += sum(len(w.ids) for w in batches[step - 1])
        if step % args.log == 0:
            tag, link = (sum(x) / len(x) for x in zip(*shown, strict=True))
            print(
                f"step {step}/{len(batches)} done {done:.3f} tag {tag:.4f} link {link:.4f} "
                f"{(time.monotonic() - began) / 60:.1f} min, {pieces} pieces",
                flush=True,
            )
            shown = []
        if step % args.save == 0:
            save(model, average, optimizer, step, spent, checkpoint)
    save(model, average, optimizer, step, spent, checkpoint)
    torch.save(average.state_dict(), Path(args.out) / "reader.pt")
    print("finished")


def save(model, average, optimizer, step, spent, file):
    state = {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"step": step, "spent": spent}, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", default="../shared/corpora", help="folder that holds polnear-train.jsonl")
    parser.add_argument("--more", nargs="*", default=[], help="further JSON-lines files in the same shape")
    parser.add_argument("--base", required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--out", default="training/runs")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, help="finish within this time, whatever --epochs says")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, help="use only the first articles (to try things out)")
    parser.add_argument("--log", type=int, default=20)
    parser.add_argument("--save", type=int, default=100)
    args = parser.parse_args()
    corpus = read_corpus(Path(args.corpora) / "polnear-train.jsonl")
    kept = held_out(corpus)
    corpus = [a for a in corpus if a.name not in kept] + [a for file in args.more for a in read_corpus(file)]
    Path(args.out).mkdir(parents=True, exist_ok=True)
    train(corpus[: args.articles], args)
