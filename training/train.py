"""Train the reader: `python training/train.py` (see training/README.md).

Writes checkpoints to --out; started again with the same --out it goes on from the last one.
"""

import argparse
import copy
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import tones
from data import epoch_batches, held_out, pad, read_corpus, with_lists
from model import load_base
from tones import tone_batches

ENCODER_RATE, HEAD_RATE, WARM = 1.4e-4, 1e-3, 0.06
TONE_RATE = 2e-4  # one weight moves the mean over all pieces: at 1e-3 the tone swings to and fro

LISTS = 1.0  # weight of what the word lists say
TAUGHT = 0.25  # weight of what teachers find in the sentences rated for tone, of which a batch holds fewer pieces
HIDDEN, MASK = 0.1, 103  # share of the word pieces that the learner does not see, and what stands in their place

BFLOAT16 = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()  # slower elsewhere


def hidden(ids):
    """The word pieces with some of them hidden: so that the network leans on what stands around."""
    dice = torch.rand(ids.shape) < HIDDEN
    return ids.masked_fill(dice & (ids > MASK), MASK)


def attribution_loss(model, teachers, batch):
    """Cross-entropy of the tags, and that of the pointers (of the pieces that have a role); what the lists say."""
    ids, forms, mask, tags, links, sentences, listed = (torch.from_numpy(array) for array in pad(batch))
    seen = None if mask.all() else mask
    tag_scores, link_scores, tone_parts, list_parts = model(hidden(ids), forms, seen)
    tag_loss = F.cross_entropy(tag_scores[mask], tags[mask])
    rows = links.any(-1)
    scores, right = link_scores[rows], links[rows]
    link_loss = (scores.logsumexp(-1) - scores.masked_fill(~right, -1e9).logsumexp(-1)).sum() / max(len(scores), 1)
    losses = {"list": LISTS * list_loss(sentences @ list_parts.float().flatten(0, 1), listed)}
    if teachers:
        taught, toned = answers_of(teachers, ids, forms, seen)
        tag_loss = (tag_loss + imitation(tag_scores[mask], [own[0][mask] for own in taught])) / 2
        link_loss = (link_loss + imitation(scores, [own[1][rows] for own in taught])) / 2
        if toned and len(listed):
            tone, aim = (sentences @ own[..., 6].float().flatten() for own in (tone_parts, mean(toned, 2)))
            losses["sentence"] = rating_loss(tone, aim)
    return losses | {"tag": tag_loss, "link": 0.5 * link_loss}


def tone_loss(model, teachers, batch):
    """Cross-entropy of the tone toward targets, and the error of the tone of sentences."""
    ids, forms, mask, mention, sentence, classes, whole, rated, known, listed = map(torch.from_numpy, tones.pad(batch))
    seen = None if mask.all() else mask

    def scores_of(parts):
        each = parts.float().flatten(0, 1)
        return mention @ each[:, :3] + sentence @ each[:, 3:6], whole @ each[:, 6]

    tag_scores, link_scores, tone_parts, list_parts = model(hidden(ids), forms, seen)
    toward, tone = scores_of(tone_parts)
    losses = {"list": LISTS * list_loss(known @ list_parts.float().flatten(0, 1), listed)}
    taught, toned = answers_of(teachers, ids, forms, seen)
    if taught:  # nobody marked who speaks in these sentences: what the teachers find there is new to the learner
        losses["tag"] = TAUGHT * imitation(tag_scores[mask], [own[0][mask] for own in taught])
        rows = (mean(taught, 0).argmax(-1) > 0)[:, None].expand(-1, link_scores.shape[1], -1)
        losses["link"] = TAUGHT * 0.5 * imitation(link_scores[rows], [own[1][rows] for own in taught])
    total = max(len(rated) + len(classes), 1)  # the two are weighed by how many of each a batch holds
    if len(classes):
        right = F.cross_entropy(toward, classes)
        if toned:
            right = (right + imitation(toward, [scores_of(own[2])[0] for own in toned])) / 2
        losses["target"] = right * len(classes) / total
    if len(rated):
        aim = (rated + scores_of(mean(toned, 2))[1]) / 2 if toned else rated
        losses["sentence"] = rating_loss(tone, aim) * len(rated) / total
    return losses


def answers_of(teachers, ids, forms, seen):
    """What the teachers answer, and the same of those that know of tones."""
    taught = [teacher(ids, forms, seen) for teacher in teachers]
    return taught, [own for own, teacher in zip(taught, teachers, strict=True) if teacher.knows_tones]


def mean(taught, number):
    """The mean of one of the teachers' answers."""
    return torch.stack([own[number].float() for own in taught]).mean(0)


def rating_loss(tone, aim):
    """Squared where it is small, straight where it is large: so that one sentence does not throw the rest."""
    return 5 * F.smooth_l1_loss(tone, aim, beta=0.2)


def list_loss(scores, listed):
    return F.smooth_l1_loss(scores, listed, beta=0.2) if len(listed) else scores.sum()


def imitation(scores, taught):
    """Cross-entropy toward the mean of what the teachers say."""
    aim = torch.stack([own.float().softmax(-1) for own in taught]).mean(0)
    return -(aim * scores.log_softmax(-1)).sum(-1).mean() if len(scores) else scores.sum()


def loss_of(model, teachers, batch):
    """The parts of a batch's loss by name."""
    with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
        loss = tone_loss if isinstance(batch[0], tones.ToneExample) else attribution_loss
        return loss(model, teachers, batch)


def steps_of(articles, args):
    """The batches of each step of all epochs: one of attributions, and in most steps a smaller one of tones."""
    steps = []
    for n in range(args.epochs):
        seed = f"{args.seed} {n}"
        epoch = [[batch] for batch in epoch_batches(articles, args.batch, seed)]
        toned = tone_batches(Path(args.corpora), 6, seed)
        for number, batch in enumerate(toned):
            epoch[number % len(epoch)].append(batch)
        steps += epoch
    return steps


def optimizer_of(model, share):
    """AdamW with a higher rate for everything that is new, none of it decaying biases and norms."""
    rates = dict.fromkeys(("case", "quote", "opens", "tags", "keys"), HEAD_RATE) | {
        "tones": TONE_RATE,
        "lists": TONE_RATE,
    }
    groups = {}
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = rates.get(name.split(".")[0], ENCODER_RATE)
        groups.setdefault((rate, 0.01 if weight.dim() > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": d, "peak": share * rate} for (rate, d), p in groups.items()],
        fused=True,
    )


def train(articles, args):
    torch.manual_seed(0)  # the same new parts in all runs, so that their weights can be averaged
    model = load_base(args.base)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    teachers = [teacher_of(file, args.base) for file in args.teachers]
    torch.manual_seed(args.seed)
    average = copy.deepcopy(model).eval()
    optimizer = optimizer_of(model, args.rate)
    step, spent, checkpoint = 0, 0.0, Path(args.out) / "last.pt"
    steps = steps_of(articles, args)
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
        # with --minutes the clock may run ahead of the steps: the rate then falls to zero in time
        done = max(step / len(steps), spent / 60 / args.minutes if args.minutes else 0)
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(done / WARM, (1 - done) / (1 - WARM), 1) if step else group["peak"] / 100
        optimizer.zero_grad(set_to_none=True)
        for batch in steps[step]:
            losses = loss_of(model, teachers, batch)
            sum(losses.values()).backward()
            pieces += sum(len(w.ids) for w in batch)
            for name, loss in losses.items():
                shown.setdefault(name, []).append(loss.item())
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        with torch.no_grad():
            keep = min(0.995, step / (step + 10))
            for mean, now in zip(average.parameters(), model.parameters(), strict=True):
                if now.requires_grad:
                    mean.lerp_(now, 1 - keep)
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


def teacher_of(file, base):
    """A trained network that only answers; one without heads for the tone teaches attribution alone."""
    teacher, weights = load_base(base).eval().requires_grad_(False), torch.load(file, weights_only=True)
    teacher.load_state_dict(weights, strict=False)
    teacher.knows_tones = "tones.weight" in weights
    return teacher


def save(model, average, optimizer, step, spent, file):
    state = {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"step": step, "spent": spent}, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", default="../shared/corpora", help="folder that holds the four training corpora")
    parser.add_argument("--more", nargs="*", default=[], help="further JSON-lines files in the same shape")
    parser.add_argument("--base", required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--out", default="training/runs")
    parser.add_argument("--start", help="weights to go on from, instead of the base's")
    parser.add_argument(
        "--teachers", nargs="*", default=[], help="weights of other runs, whose mean answer is learnt too"
    )
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--minutes", type=float, help="finish within this time, whatever --epochs says")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, help="use only the first articles (to try things out)")
    parser.add_argument("--log", type=int, default=20)
    parser.add_argument("--save", type=int, default=100)
    args = parser.parse_args()
    corpus = read_corpus(Path(args.corpora) / "polnear-train.jsonl")
    kept = held_out(corpus)
    corpus = [a for a in corpus if a.name not in kept] + [a for file in args.more for a in read_corpus(file)]
    corpus = [with_lists(article) for article in corpus[: args.articles]]
    Path(args.out).mkdir(parents=True, exist_ok=True)
    train(corpus, args)
