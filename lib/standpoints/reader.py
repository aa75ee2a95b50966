"""What one small trained network reads in a text: who says what, whom a pronoun means, what each word adds to the tone.

`read(text)`, `point(text)` and `weigh(text)` are all that others need: three answers of one pass. It works offline on
the processor; models/README.md tells what it was trained on and how often it is wrong.
"""

import json
import math
import re
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from standpoints.networks import load_network
from standpoints.reading.assembly import Settings, assemble, softmax
from standpoints.reading.attribution import Attribution
from standpoints.reading.clauses import reported, without_cited
from standpoints.reading.pieces import HE_SHE, MODELS, cut_pieces, cut_windows, network_input
from standpoints.reading.typography import apposition_length

_TRAIL = re.compile(r"(?:[\s,;:–—]|\s(?:and|but|or))+$")
_LEAD = re.compile(r"^[\s,;:.–—]+")
_ABBREVIATION = re.compile(r"(?:\b\w|\.\.|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Inc|Co|Corp|etc))\.$")
_PLACE = re.compile(
    r"(?:(?<=\bsaid)|(?<=\bsays)|(?<=\bwrote)|(?<=\bwrites)|(?<=\bnoted)|(?<=\badded)|(?<=\btold))"
    r" (?:in|on|at|during|via)(?: (?:an?|the|his|her|its|their))?\Z"
)
_LETTER = re.compile(r"\w")
_AT_ONCE = 8  # windows whose scores are kept, up to a megabyte each
PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’"}


class ReaderError(RuntimeError):
    """The reader's files are damaged or missing."""


class Weights(NamedTuple):
    """What each word piece of a text adds to the tone, as parallel arrays; `starts`, `ends` are characters."""

    starts: np.ndarray
    ends: np.ndarray
    words: np.ndarray  # number of the word that each piece is of
    parts: np.ndarray  # (n, 7): of a mention 3, of a sentence toward who is mentioned 3, of a sentence as such 1


class Pointed(NamedTuple):
    """Whom a pronoun may mean: how much weight falls on each word piece before it in its window, as parallel arrays.

    What is missing from 1 speaks for somebody who stands further away.
    """

    start: int  # of the pronoun, in characters, as `starts` and `ends` of the pieces
    starts: np.ndarray
    ends: np.ndarray
    weights: np.ndarray


def read(text):
    """The statements in `text` as a list of `Attribution`, in text order; all spans are characters of `text`.

    It sees direct, mixed and indirect speech, and beliefs and wishes ("Tavian hoped …"), in English news. It reads
    windows of whole paragraphs up to 254 word pieces (about 1,200 characters), one at a time, and cannot see a
    source that stands further away. Statements inside statements are not told apart: read the content again.

    Raises: `ReaderError` when the model's file is damaged.
    Source: all-MiniLM-L6-v2 (Apache-2.0), trained on PolNeAR (Newell, Margolin & Ruths, LREC 2018).
    """
    return list(_pass(text)[0])


def point(text):
    """`Pointed` of each he, she, him, her, his, hers, himself, herself in `text`, in text order.

    Raises: `ReaderError` when the model's file is damaged.
    Source: as `read`; trained on GUM (Zeldes 2017) and on news whose repeated names were hidden (after Kocijan et al.,
    EMNLP 2019).
    """
    return list(_pass(text)[1])


def weigh(text):
    """`Weights`: what each word piece of `text` adds to its tone and to the tone toward who is mentioned in it.

    Raises: `ReaderError` when the model's file is damaged.
    Source: as `read`; trained on NewsMTSC (Hamborg & Donnay, EACL 2021) and on the ratings of editorials by Hutto &
    Gilbert (ICWSM 2014).
    """
    return _pass(text)[2]


@lru_cache(maxsize=64)  # the three answers are asked for one after the other
def _pass(text):
    """The attributions, the pronouns and the weights of a text."""
    pieces, settings = cut_pieces(text), Settings(**card()["settings"])
    found, pointed, parts = [], [], []
    for (begin, end), (tags, links, persons, tones) in _scored(pieces, cut_windows(pieces, text)):
        parts.append(tones)
        pointed += pronouns(persons, pieces, begin, text)
        for one in assemble(tags, links, pieces.words[begin:end], settings):
            sure = confidence(one.evidence)
            if sure >= settings.keep:
                found.append(locate(one, pieces, begin, text, sure))
    parts = np.concatenate(parts) if parts else np.zeros((0, 7), np.float32)
    return (
        tuple(reported(sorted(found), text)),
        tuple(pointed),
        Weights(pieces.starts, pieces.ends, pieces.words, parts),
    )


def pronouns(persons, pieces, begin, text):
    """`Pointed` of each pronoun in the window that starts at piece `begin`, from its (n, n + 1) scores."""
    found = []
    places = slice(begin, begin + len(persons))
    spans = zip(pieces.starts[places].tolist(), pieces.ends[places].tolist(), strict=True)
    for number, (start, end) in enumerate(spans):
        if end - start <= len("herself") and text[start:end].lower() in HE_SHE:
            before = slice(begin, begin + number)
            weights = softmax(persons[number, : number + 1])[1:]
            found.append(Pointed(start, pieces.starts[before], pieces.ends[before], weights))
    return found


def _scored(pieces, windows):
    """Each window with what `score` gives for it.

    The network reads some windows before any is assembled: its weights drive all else out of the processor's caches.
    """
    for first in range(0, len(windows), _AT_ONCE):
        some = windows[first : first + _AT_ONCE]
        yield from zip(some, [score(*network_input(pieces, *window)) for window in some], strict=True)


@cache
def card(folder=MODELS):
    """reader.json: the hash of the network's file, the thresholds of assembly and the calibration."""
    return json.loads((folder / "reader.json").read_text(encoding="utf-8"))


@cache
def network(folder=MODELS):
    """The onnxruntime session, checked and loaded once."""
    return load_network(folder / "reader.onnx", "The reader's network", ReaderError)


def score(ids, forms):
    """Tags, tones (n, 7), pointers (3, n, n + 1) and persons (n, n + 1) of one window, without the marks around it.

    One window at a time: the 8-bit arithmetic takes its scale from everything in a call, so that in a batch the
    result for a paragraph would depend on its neighbours.
    """
    answers = ["tags", "links", "persons", "tones"]
    tags, links, persons, tones = network().run(answers, {"ids": ids[None], "forms": forms[None]})
    return tags[1:-1], links[:, 1:-1, :-1], persons[1:-1, :-1], tones[1:-1]


def confidence(evidence):
    """0…1: how often attributions with such evidence were right on articles kept out of training."""
    weights, bias = card()["confidence"]["weights"], card()["confidence"]["bias"]
    return round(1 / (1 + math.exp(-float(logits(evidence) @ weights) - bias)), 4)


def logits(evidence):
    clipped = np.minimum(np.maximum(evidence, 0.002), 0.998)  # np.clip takes four times as long for these five
    return np.log(clipped / (1 - clipped))


def locate(found, pieces, begin, text, confidence):
    """The `Attribution` of a `Found` in the window that starts at piece `begin`."""
    spans = [
        [(int(pieces.starts[begin + a]), int(pieces.ends[begin + b - 1])) for a, b in role]
        for role in (found.content, found.cue, found.source)
    ]
    said = without_cited(spans[0], spans[1], text)
    content = tuple(trimmed(close_quotation(span, text), text) for span in said)
    if spans[2] and spans[1] and text[slice(*spans[1][0])].casefold() == "according to":
        # According to Mira Oster, the head ⟦of the talks,⟧ they had met: no comma parts it from the source
        content = tuple(c for c in content if text[spans[2][-1][1] : c[0]].strip()) or content
        content = (without_apposition(content[0], spans[2][-1], text), *content[1:])
    source = tuple((a + 2 * text.startswith(", ", a), b) for a, b in spans[2])  # The premier, ⟦Oster⟧ said, “waits”
    return Attribution(content, tuple(without_place(cue, text) for cue in spans[1]), source, confidence)


def without_place(cue, text):
    """The cue without how it begins to tell where: he <said⟦ in an⟧> interview, she <wrote⟦ on her⟧> page."""
    place = _PLACE.search(text, *cue)
    return (cue[0], place.start() if place else cue[1])


def without_apposition(span, source, text):
    """According to Mira Oster, ⟦the head of the talks,⟧ they had met: the corpus counts it to the source."""
    start, end = span
    follows = text[source[1] - 1 : start].endswith(", ")  # the comma may be the source's: "Mira Oster,"
    return (start + apposition_length(text[start:end]), end) if follows else span


def close_quotation(span, text):
    """The span with a mark taken in that pairs with one inside (“We will talk ⟦,”⟧) and no lone mark at an edge."""
    start, end = span
    for first, last in PAIRS.items():
        inner = text[start:end]
        lone = inner.count(first) % 2 if first == last else inner.count(first) - inner.count(last)
        if lone > 0 and (tail := re.match(rf"[.,!?…]?{last}", text[end : end + 2])):
            end += tail.end()
        elif (lone < 0 or (lone and first == last)) and text[start - 1 : start] == first:
            start -= 1
        elif lone > 0 and inner.endswith(first) and first != "‘":
            end -= len(inner) - len(inner[:-1].rstrip())
    return start, end


def trimmed(span, text):
    """The span without what only joins it to the rest: "the truce had failed⟦, and⟧ she warned", "was shut⟦.⟧".

    The full stop of an abbreviation ("the U.S.") and whatever stands in quotation marks stay.
    """
    start, end = span
    inner = _TRAIL.sub("", text[start:end])
    inner = inner.removesuffix(".") if not _ABBREVIATION.search(inner) else inner
    lead = len(inner) - len(_LEAD.sub("", inner))
    return (start + lead, start + len(inner)) if _LETTER.search(inner) else span
