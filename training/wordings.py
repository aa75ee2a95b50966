"""Sentences that demand a stance, refuse it or only mention it: written ones, and some made of `wordings.txt` and
`frames.txt`."""

import random
import re
from collections import defaultdict
from pathlib import Path

SIGNS = {1: "for", -1: "against", 0: "none"}
MARKS = {"+": 1, "-": -1, "0": 0}  # in stances.txt
DOUBLED = {"stop", "cap", "swap", "scrap", "drop", "tap", "ship"}


def lines_of(name):
    """The lines of a file beside this one, without comments and empty lines."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_frames():
    """{block: its lines} of frames.txt."""
    blocks, block = defaultdict(list), None
    for line in lines_of("frames.txt"):
        if line.startswith("["):
            block = line.strip("[]")
        else:
            blocks[block].append(line)
    return blocks


FRAMES = read_frames()
PARTICIPLES = dict(line.split(": ") for line in FRAMES["participles"])


def read_wordings():
    """{stance: [("do", who, verbs, things, endings) or ("claim", clauses)]}; each but the first a list."""
    stances = {}
    name = None
    for line in lines_of("wordings.txt"):
        kind, _, rest = line.partition(" ")
        if kind in ("do", "claim"):
            stances[name].append((kind, *([part.strip() for part in field.split("/")] for field in rest.split("::"))))
        else:
            name = line.strip()
            stances[name] = []
    return stances


def sentence(lines, sign, rng):
    """One sentence that demands (1), refuses (−1) or only mentions (0) one of a stance's `lines`."""
    kind, *parts = rng.choice(lines)
    frame = rng.choice(FRAMES[f"{kind} {SIGNS[sign]}"])
    filling = {"S": rng.choice(FRAMES["speakers"])}
    if kind == "claim":
        filling["C"] = rng.choice(parts[0])
    else:
        who, verb, thing, ending = (rng.choice(part) for part in parts)
        filling |= {"W": who, "O": thing, "P": participle(verb), "T": ending}
        filling |= {"V": f"{verb} {thing} {ending}".strip(), "G": f"{gerund(verb)} {thing} {ending}".strip()}
    text = re.sub(r"\s+", " ", frame.format(**filling)).replace(" ,", ",").strip()
    text = re.sub(r"^(\W*)(\w)", lambda m: m[1] + m[2].upper(), text)
    return text if text.endswith(("?", "”", "!")) or rng.random() < 0.2 else f"{text}."


def gerund(verb):
    first, _, rest = verb.partition(" ")
    if first in DOUBLED | {"cut", "set", "let", "get", "put", "shut", "sit", "quit"}:
        first += first[-1]
    elif first.endswith("e") and not first.endswith("ee") and first != "be":
        first = first[:-1]
    return f"{first}ing {rest}".strip()


def participle(verb):
    if verb in PARTICIPLES:
        return PARTICIPLES[verb]
    first, _, rest = verb.partition(" ")
    first = first + first[-1] if first in DOUBLED else first
    first = first[:-1] + "i" if re.search(r"[^aeiou]y$", first) else first
    return f"{first}{'d' if first.endswith('e') else 'ed'} {rest}".strip()


def read_stances():
    """[(text, stance, sign)] of stances.txt."""
    found, name = [], None
    for line in lines_of("stances.txt"):
        if line.startswith("["):
            name = line.strip("[]")
        else:
            found.append((line[2:].strip('“”"'), name, MARKS[line[0]]))
    return found


def draw(count, seed):
    """`count` sentences as (text, stance, sign)."""
    rng, stances = random.Random(seed), read_wordings()
    names = list(stances)
    chosen = ((rng.choice(names), rng.choice((1, -1, 0))) for _ in range(count))
    return [(sentence(stances[name], sign, rng), name, sign) for name, sign in chosen]
