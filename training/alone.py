"""Train the shipped reader on until a sentence has the tone that it would have alone: `python training/alone.py`.

People rated sentences that stood alone, and so the network was taught most of the time: among others of an article the
same sentence had less of its tone, and some of its neighbours'. Here the network is its own teacher. In whole articles
it shall say of each word piece's part in the tone what it says of the sentence alone, and of who says what, and of whom
he and she mean, what it says there already. Needs what is shipped, no weights of training; its own go to export.py.
"""

import argparse
import copy
import random
import time
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from lessons import lessons_of, texts_of
from losses import AMX
from model import KEY, MINILM, Reader
from standpoints.reading.pieces import MODELS, WINDOW
from windows import STEP, batched, mean_over

MEMORY = 0.995


def weights_of(file):
    """The weights of a shipped reader.onnx, as near as its 8 bits hold them."""
    kept = {each.name: numpy_helper.to_array(each) for each in onnx.load(file).graph.initializer}

    def linear(name):
        weight = kept[f"{name}.weight"].astype(np.float32) * kept.get(f"{name}.scale", np.float32(1))
        return {"weight": weight.T, "bias": kept[f"{name}.bias"]}

    def joined(one, other, axis=0):
        return {
            "weight": np.concatenate([one["weight"], other["weight"]], axis),
            "bias": one["bias"] + other["bias"] if axis else np.concatenate([one["bias"], other["bias"]]),
        }

    def scaled(part):
        return {kind: values * KEY**0.5 for kind, values in part.items()}

    found = {"tags": linear("tags.all"), "tones": linear("tones.all"), "words": {}, "places": {}}
    for head, name in (("keys", "links"), ("persons", "persons")):
        found[head] = joined(scaled(linear(f"{name}.query")), linear(f"{name}.key"))
    for i in range(MINILM.layers):
        own = f"layers.{i}"
        found |= {f"{own}.attend": linear(f"{own}.attend"), f"{own}.mix": linear(f"{own}.mixed")}
        found[f"{own}.widen"] = joined(linear(f"{own}.wide.most"), linear(f"{own}.wide.far"))
        found[f"{own}.narrow"] = joined(linear(f"{own}.narrowed.most"), linear(f"{own}.narrowed.far"), axis=1)
    for norm in ("norm", *(f"layers.{i}.norm{k}" for i in range(MINILM.layers) for k in (1, 2))):
        found[norm] = {kind: kept[f"{norm}.{kind}"] for kind in ("weight", "bias")}
    found["words"] = {"weight": kept["words.weight"] * kept["words.scale"]}
    places = np.zeros((512, MINILM.wide), np.float32)
    places[: len(kept["places"])] = kept["places"]
    found["places"] = {"weight": places}
    form = np.arange(len(kept["forms.weight"]))
    which = np.concatenate([np.eye(4)[form % 4], np.eye(3)[form // 4 % 3], np.eye(2)[form // 12]], 1)
    tables = np.linalg.lstsq(which, kept["forms.weight"], rcond=None)[0]
    for name, table in zip(("case", "quote", "opens"), np.split(tables, [4, 7]), strict=True):
        found[name] = {"weight": table}
    named = {f"{name}.{kind}": values for name, part in found.items() for kind, values in part.items()}
    return {name: torch.from_numpy(np.array(values, np.float32)) for name, values in named.items()}


def shipped(folder):
    """The network of the reader.onnx in `folder`, without dropout; its `lists`, which are not shipped, are new."""
    model = Reader(drop=0.0)
    rest = model.load_state_dict(weights_of(folder / "reader.onnx"), strict=False)
    assert rest.missing_keys == ["lists.weight", "lists.bias"] and not rest.unexpected_keys, rest
    return model


def spread(lessons):
    """How far the parts of pieces spread, and their means over names (three) and sentences (four)."""
    parts = np.concatenate([lesson.parts[~np.isnan(lesson.parts[:, 0])] for lesson in lessons[::7]])
    means = [
        [lesson.parts[a:b].mean(0) for lesson in lessons[::5] for a, b in spans(lesson)]
        for spans in (lambda lesson: lesson.names, lambda lesson: lesson.sentences)
    ]
    of_names, of_sentences = (torch.from_numpy(np.std(own, 0)) for own in means)
    return torch.from_numpy(parts.std(0)), of_names[:3], of_sentences[3:]


def losses_of(model, batch, spreads):
    """The parts of a batch's loss by name."""
    rows, longest = len(batch), -(-max(len(lesson.ids) for lesson in batch) // STEP) * STEP
    ids, forms = (torch.zeros(rows, longest, dtype=torch.int64) for _ in range(2))
    mask, inner = (torch.zeros(rows, longest, dtype=torch.bool) for _ in range(2))
    tags, parts = torch.zeros(rows, longest, 7), torch.full((rows, longest, 7), float("nan"))
    links = torch.zeros(rows, 3, longest, longest)
    for row, lesson in enumerate(batch):
        n = len(lesson.ids)
        ids[row, :n], forms[row, :n] = torch.from_numpy(lesson.ids), torch.from_numpy(lesson.forms)
        mask[row, :n] = inner[row, 1 : n - 1] = True
        parts[row, :n] = torch.from_numpy(lesson.parts)
        tags[row, 1 : n - 1] = torch.from_numpy(lesson.tags)
        links[row, :, 1 : n - 1, : n - 1] = torch.from_numpy(lesson.links)
    with torch.autocast("cpu", torch.bfloat16, enabled=AMX):
        x = model.encode(ids, forms, None if mask.all() else mask[:, None, None])
        (own_tags, own_links), (own, _), persons = model.attribute(x, mask), model.tone(x), model.point(x)
    own, of_pieces, of_names, of_sentences = own.float(), *spreads
    losses = {
        "tags": apart(tags, own_tags.float())[inner].mean(),
        "links": apart(links, own_links.float())[inner[:, None].expand(-1, 3, -1)].mean() / 2,
        "parts": ((own - parts) / of_pieces)[~torch.isnan(parts[..., 0])].pow(2).mean() / 4,
    }
    told = [(row, at, how) for row, lesson in enumerate(batch) for at, how in lesson.persons]
    if told:
        each = [apart(torch.from_numpy(how).float(), persons[row, at, :at].float()) for row, at, how in told]
        losses["persons"] = torch.stack(each).sum() / (5 * rows)
    known = parts.nan_to_num()
    if len(spans := spans_of(batch, "sentences")):
        far = mean_over(own[..., 3:], spans) - mean_over(known[..., 3:], spans)
        losses["sentences"] = 1.5 * (far / of_sentences).pow(2).mean()
    if len(spans := spans_of(batch, "names")):
        far = mean_over(own[..., :3], spans) - mean_over(known[..., :3], spans)
        losses["names"] = (far / of_names).pow(2).mean()
    if len(spans := spans_of(batch, "rated")):
        gold = torch.tensor([tone for lesson in batch for *_, tone in lesson.rated])
        losses["rated"] = 6 * (mean_over(own[..., 6:], spans)[:, 0] - gold).pow(2).mean()
    if len(spans := spans_of(batch, "targets")):
        gold = torch.tensor([row[4:] for lesson in batch for row in lesson.targets], dtype=torch.float32)
        whole = torch.tensor([(row, *t[2:4]) for row, lesson in enumerate(batch) for t in lesson.targets])
        losses["targets"] = apart(gold, mean_over(own[..., :3], spans) + mean_over(own[..., 3:6], whole)).mean() / 2
    return losses


def spans_of(batch, part):
    """(window, begin, end) of one part of all lessons."""
    rows = [(row, *span[:2]) for row, lesson in enumerate(batch) for span in getattr(lesson, part)]
    return torch.tensor(rows, dtype=torch.int64).reshape(-1, 3)


def apart(told, scores):
    """Cross entropy along the last axis."""
    return -(told * scores.log_softmax(-1)).sum(-1)


def learn(model, lessons, args):
    """Train for so many minutes, the rate rising and then falling to zero; the running mean of the weights."""
    dice, average, spreads = random.Random(args.seed), copy.deepcopy(model), spread(lessons)
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    means = [mean for mean in average.parameters() if mean.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=0.0, weight_decay=0.0, fused=True)
    began, step, shown = time.monotonic(), 0, {}
    while True:
        for batch in batched(lessons, args.size, dice):
            done = (time.monotonic() - began) / 60 / args.minutes
            if done >= 1:
                return average
            optimizer.param_groups[0]["lr"] = args.rate * min(done / 0.05 + 0.02, (1 - done) / 0.95)
            optimizer.zero_grad(set_to_none=True)
            losses = losses_of(model, batch, spreads)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(means, weights, 1 - min(MEMORY, step / (step + 10)))
            for name, loss in losses.items():
                shown.setdefault(name, []).append(loss.item())
            if step % 50 == 0:
                parts = " ".join(f"{name} {np.mean(own):.4f}" for name, own in sorted(shown.items()))
                print(f"step {step} done {done:.3f} {parts}", flush=True)
                shown = {}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default="../shared/corpora")
    parser.add_argument("--out", type=Path, default="training/runs/reader.pt")
    parser.add_argument("--minutes", type=float, default=22)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--size", type=int, default=4096, help="word pieces in a step")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    dice = random.Random(args.seed)
    tasks = [(*text, dice.randint(64, WINDOW)) for text in texts_of(args.corpora, dice)]
    with Pool() as pool:
        lessons = [lesson for own in pool.starmap(lessons_of, tasks, chunksize=16) for lesson in own]
    print(f"{len(tasks)} texts, {len(lessons)} windows", flush=True)
    model = shipped(MODELS)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(learn(model, lessons, args).state_dict(), args.out)
    print("finished")
