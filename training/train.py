"""Train a network on the windows of cut.py: `python training/train.py` (see training/README.md).

Writes checkpoints to --out; started again with the same --out it goes on from the last one. With --teachers it learns
from them too: each teaches the fold that it has not seen, and all of them together what nobody marked. What those of
--beside say is averaged with it.
"""

import argparse
import copy
import itertools
import random
import threading
import time
from collections import deque
from pathlib import Path
from queue import Queue

import numpy as np
import torch

import windows
from losses import asked, bridges, loss_of
from model import deepened, load_base, network_of

ENCODER_RATE, HEAD_RATE, WARM = 1.4e-4, 1e-3, 0.06
REMEMBERED = 200  # batches that can come again
TONE_RATE = 2e-4  # one weight moves the mean over all pieces: at 1e-3 the tone swings to and fro
RATES = dict.fromkeys(("case", "quote", "opens", "tags", "keys", "persons", "bridges"), HEAD_RATE) | {
    "tones": TONE_RATE,
    "lists": TONE_RATE,
}


def steps_of(args):
    """(share of all steps done, fold, batch) of each step of all epochs, each batch of one fold."""
    stored = windows.read(args.windows)
    for number in range(args.epochs):
        dice, folds = random.Random(f"{args.seed} {number}"), {}
        for window in stored[number % len(stored)]:
            if args.teachers or (window.is_marked() and window.fold != args.without):
                folds.setdefault(window.fold if args.teachers else 0, []).append(window)
        steps = [(fold, batch) for fold, own in folds.items() for batch in windows.batched(own, args.size, dice)]
        dice.shuffle(steps)
        for at, (fold, batch) in enumerate(steps):
            yield (number + at / len(steps)) / args.epochs, fold, windows.together(batch)


def made_ready(steps, device, room=16):
    """The steps, the next ones made ready on another thread, their batches on the device."""
    queue = Queue(room)

    def fill():
        for done, fold, batch in steps:
            queue.put((done, fold, windows.on(device, batch)))
        queue.put(None)

    threading.Thread(target=fill, daemon=True).start()
    return iter(queue.get, None)


def with_answers(steps, teachers, beside, args, dice):
    """(share of all steps done, fold, batch, what the teachers say of it): behind each new batch --again − 1 of those
    before. A teacher's answer takes longer than a learner's step."""
    known = deque(maxlen=REMEMBERED)
    alike = torch.from_numpy(np.load(args.alike)).to(args.device) if teachers else None
    for done, fold, batch in steps:
        if not teachers:
            yield done, fold, batch, None
            continue
        able = teachers if fold < 0 else [teachers[fold]]
        known.append((fold, *asked(batch, [*able, *beside], alike)))
        yield done, *known[-1]
        for _ in range(args.again - 1):
            yield done, *dice.choice(known)


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


def learn(model, teachers, beside, args):
    """Train for all steps, the rate rising and then falling to zero; the running mean of the weights.

    With --minutes the clock may run ahead of the steps: the rate then falls to zero in time.
    """
    torch.manual_seed(args.seed)
    memory = 0.998 if teachers else 0.995
    average, checkpoint = copy.deepcopy(model).eval(), Path(args.out) / "last.pt"
    model.bridges = bridges(model, teachers).to(args.device)  # no part of what is shipped
    optimizer = optimizer_of(model, args.rate)
    own = dict(model.named_parameters())
    moving = [(mean, own[name]) for name, mean in average.named_parameters() if mean.requires_grad]
    means, weights = map(list, zip(*moving, strict=True))
    start, spent = 0, 0.0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True, map_location=args.device)
        for name, part in (("model", model), ("average", average), ("optimizer", optimizer)):
            part.load_state_dict(saved[name])
        start, spent = saved["step"], saved["spent"]
    again = args.again if teachers else 1
    began, shown, pieces = time.monotonic() - spent, {}, 0
    model.train()
    steps = made_ready(itertools.islice(steps_of(args), start // again, None), args.device)
    steps = with_answers(steps, teachers, beside, args, random.Random(start))
    for step, (done, fold, batch, told) in enumerate(steps, start=start + 1):
        spent = time.monotonic() - began
        done = max(done, spent / 60 / args.minutes if args.minutes else 0)
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min((done + 1e-5) / WARM, (1 - done) / (1 - WARM), 1)
        optimizer.zero_grad(set_to_none=True)
        bridge = model.bridges[max(fold, 0)] if teachers else None
        losses = loss_of(model, batch, args.tone, told, bridge)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(means, weights, 1 - min(memory, step / (step + 10)))
        pieces += batch.ids.numel()
        for name, loss in losses.items():
            shown.setdefault(name, []).append(loss.detach())
        if step % args.log == 0:
            parts = " ".join(f"{name} {torch.stack(own).mean():.4f}" for name, own in sorted(shown.items()))
            print(f"step {step} done {done:.3f} {parts} {spent / 60:.2f} min, {pieces} pieces", flush=True)
            shown = {}
        if step % args.save == 0:
            save(model, average, optimizer, step, spent, checkpoint)
    torch.save(average.state_dict(), Path(args.out) / "reader.pt")
    print("finished")


def save(model, average, optimizer, step, spent, file):
    state = {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"step": step, "spent": spent}, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


def start_of(args, drop):
    """The network with the weights of --start, or with the encoder of a base."""
    if args.start:
        return network_of(load(args.start), drop)
    torch.manual_seed(0)  # the same new parts in all runs, so that their weights can be averaged
    reader = load_base(args.base, drop)
    return deepened(reader, args.layers) if args.layers else reader


def load(file):
    return torch.load(file, weights_only=True, map_location="cpu")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--windows", default="training/runs/windows.parquet", help="what cut.py made")
    parser.add_argument("--alike", default="training/runs/alike.npy", help="what cut.py made beside it")
    parser.add_argument("--base", help="folder with the model.safetensors of MiniLM or MPNet")
    parser.add_argument("--layers", type=int, help="more than the base has: some of its come twice")
    parser.add_argument("--start", help="weights to go on from, instead of the base's")
    parser.add_argument("--out", default="training/runs")
    parser.add_argument("--teachers", nargs="*", default=[], help="weights, in the order of the folds they lack")
    parser.add_argument("--beside", nargs="*", default=[], help="weights of networks that teach in all folds")
    parser.add_argument("--without", type=int, help="the fold to leave out, for a teacher")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, help="finish within this time, whatever --epochs says")
    parser.add_argument("--again", type=int, default=1, help="how often a batch comes whose answers teachers gave")
    parser.add_argument("--size", type=int, default=8192, help="word pieces in a step")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates")
    parser.add_argument("--tone", type=float, default=2.0, help="weight of the tones in the loss")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--log", type=int, default=20)
    parser.add_argument("--save", type=int, default=100)
    args = parser.parse_args()
    Path(args.out).mkdir(parents=True, exist_ok=True)
    teachers, beside = (
        [network_of(load(file)).to(args.device).eval().requires_grad_(False) for file in files]
        for files in (args.teachers, args.beside)
    )
    drop = 0.0 if teachers else 0.1  # who is taught has too much to learn, and nothing by heart
    learn(start_of(args, drop).to(args.device), teachers, beside, args)
