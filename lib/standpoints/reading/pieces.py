"""What the reader's network sees of a text: word pieces, their form, and windows of whole paragraphs."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

MODELS = Path(__file__).parents[1] / "models"
WINDOW = 254
"""Word pieces in a window, without the two marks that the encoder puts around it."""

CLS, SEP = 101, 102
HE_SHE = frozenset("he him his himself she her hers herself".split())


class Pieces(NamedTuple):
    """The word pieces of a text, as parallel arrays; `starts` and `ends` are characters of the raw text."""

    ids: np.ndarray
    forms: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    opens: np.ndarray  # True where a paragraph begins
    words: np.ndarray  # number of the word that each piece is of


def pieces_of(pieces, start, end):
    """(begin, end) of the word pieces that the characters [start, end) touch; `pieces` has `starts` and `ends`."""
    return int(pieces.ends.searchsorted(start, side="right")), int(pieces.starts.searchsorted(end, side="left"))


@cache
def tokenizer(file=MODELS / "tokenizer.json"):
    """The word-piece tokenizer, loaded once."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(file))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def cut_pieces(text):
    """`Pieces` of `text`, paragraph by paragraph (a paragraph is a line)."""
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)  # lone surrogates, which no UTF-8 holds; one for one
    ids, starts, ends, opens = [], [], [], []
    lines = list(re.finditer(r"[^\n]+", text))
    codes = tokenizer().encode_batch([line[0] for line in lines], add_special_tokens=False)
    for line, code in zip(lines, codes, strict=True):
        at, offsets = line.start(), code.offsets
        ids += code.ids
        starts += [at + start for start, _ in offsets]
        ends += [at + end for _, end in offsets]
        opens += [True] + [False] * (len(offsets) - 1) if offsets else []
    cases = [letter_case(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    starts, ends = np.array(starts, np.int64), np.array(ends, np.int64)
    opens = np.array(opens, bool)
    quotes = quotation_state(text)[starts] if len(starts) else np.zeros(0, np.int64)
    forms = np.array(cases, np.int64) + 4 * quotes.astype(np.int64) + 12 * opens
    begins = np.ones(len(starts), bool)  # a new word
    for piece in np.flatnonzero(starts[1:] == ends[:-1]) + 1:
        begins[piece] = not text[starts[piece] - 1 : starts[piece] + 1].isalnum()
    words = np.cumsum(begins) - 1
    return Pieces(np.array(ids, np.int64), forms, starts, ends, opens, words)


@lru_cache(maxsize=20_000)  # nearly every piece of a text stood in others
def letter_case(word):
    """0 lower, 1 Initial, 2 CAPITALS, 3 no letters: what the uncased vocabulary throws away."""
    if not word[:1].isalpha():
        return 3
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def quotation_state(text):
    """For each character 0 outside quotation marks, 1 inside, 2 a mark; begins anew in each paragraph."""
    state = np.zeros(len(text), np.int8)
    opened = kind = None
    for mark in re.finditer(r"[“”„«»\"\n]|``|''", text):
        sign, at = mark[0], mark.start()
        if opened is not None:
            state[opened:at] = 1
        if sign == "\n":
            opened = None
            continue
        state[at : mark.end()] = 2
        # straight marks open and close by turns; “ opens, but it closes a „German quotation“
        closes = sign in "”»" or (opened is not None and (sign in "\"''" or (sign == "“" and kind == "„")))
        opened, kind = (None, None) if closes else (mark.end(), sign)
    if opened is not None:
        state[opened:] = 1
    return state


def cut_windows(pieces, text, *, first=WINDOW):
    """(begin, end) of each window of whole paragraphs, at most `WINDOW` pieces; `first` shortens the first one.

    A paragraph that is too long is cut behind the last end of a sentence that fits.
    """
    count, begin, room, cuts = len(pieces.ids), 0, first, []
    borders = np.append(np.flatnonzero(pieces.opens), count)
    while begin < count:
        last = begin + room
        end = int(borders[np.searchsorted(borders, last, side="right") - 1]) if count > last else count
        if end <= begin:
            end = next((i for i in range(last, begin + room // 2, -1) if text[pieces.starts[i - 1]] in ".!?"), last)
        cuts.append((begin, end))
        begin, room = end, WINDOW
    return cuts


def network_input(pieces, begin, end):
    """The two rows that the network takes: word-piece numbers, and their form (case, quotation, paragraph)."""
    ids = np.concatenate([[CLS], pieces.ids[begin:end], [SEP]])
    forms = np.concatenate([[3], pieces.forms[begin:end], [3]])
    return ids, forms
