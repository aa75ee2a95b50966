"""Whom a pronoun means, as windows of word pieces: GUM's documents, news whose repeated names are hidden, and articles
written for the purpose.

GUM's half that `accuracy.py` does not measure holds few pronouns. So names that come again in PolNeAR's articles are
replaced by he, she, him, her, his, as a writer would have done: "Oster left. ⟦She⟧ said …" (the name was Oster). After
Kocijan et al., WikiCREM, EMNLP 2019.
"""

import random
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data import fold_of
from standpoints.actors import people_in
from standpoints.naming.antecedents import GENDER
from standpoints.reading import pieces as cutting
from standpoints.scoring.gold import read_json_lines
from standpoints.scoring.metrics import held_out
from windows import Window

OTHERS = frozenset("they them their theirs themselves it its itself".split())
FIRST_PERSON = frozenset("i you we me my us our your".split())
NAMED = 6  # word pieces of an antecedent that count: its head stands among the first
WEIGHTS = {
    "pronoun": 1.0,
    "other": 0.5,
    "person": 0.3,
}  # he and she; they and it; a name or description that comes again
AGAIN = 0.6  # share of the names that could be a pronoun and become one
NEAR, LINES = 500, 2  # characters and line breaks between a pronoun and the name before it, at most
_FORMS = {("he", "other"): "him", ("he", "owner"): "his", ("she", "other"): "her", ("she", "owner"): "her"}
_MARK = re.compile(r"\{(\d+):|\}")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? $|(?:President|Senator|Secretary|Governor) $")


class Document(NamedTuple):
    name: str
    text: str
    pieces: cutting.Pieces
    rows: list  # (word piece of the pronoun, weight, [(begin, end of an antecedent), …])


@cache
def read_documents(file):
    """The documents of GUM that are not kept apart."""
    rows = read_json_lines(file, ["id", "text", "mentions"])
    return [document_of(row) for row in rows if not held_out(row["id"], share=0.5)]


def read_marked(file):
    """The articles of `whom.txt`, in the shape of GUM's documents.

    An article stands below a line "=== name", and in it each mention of a person in braces, with the person's number:
    "{1:Mira Oster} met {2:{1:her} brother}. {1:She} …".
    """
    parts = re.split(r"^=== (.*)\n", Path(file).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    articles = zip(parts[::2], parts[1::2], strict=True)
    return [{"id": name, **unmarked(text.strip() + "\n")} for name, text in articles]


def unmarked(marked):
    """The text without its marks, and the mentions that they tell."""
    text, open_marks, mentions, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_marks.append((mark[1], len(text)))
            continue
        person, start = open_marks.pop()
        own = {"start": start, "end": len(text), "text": text[start:]}
        mentions.append({**own, "cluster": int(person), "etype": "person"})
    return {"text": text + marked[at:], "mentions": sorted(mentions, key=lambda m: (m["start"], -m["end"]))}


def document_of(row):
    pieces, rows, before = cutting.cut_pieces(row["text"]), [], {}
    for mention in sorted(row["mentions"], key=lambda m: (m["start"], -m["end"])):
        begin, end = cutting.pieces_of(pieces, mention["start"], mention["end"])
        earlier = before.setdefault(mention["cluster"], [])
        antecedents, word = [span for span in earlier if span[1] <= begin], mention["text"].lower()
        kind = "pronoun" if word in GENDER else "other" if word in OTHERS else None
        if not kind and antecedents and mention["etype"] == "person" and word not in FIRST_PERSON:
            kind = "person"
        if begin < end:
            rows += [(begin, WEIGHTS[kind], antecedents)] if kind else []
            earlier.append((begin, min(end, begin + NAMED)))
    return Document(row["id"], row["text"], pieces, rows)


@cache
def named_people(text):
    """The places of a text where a person of known gender is named."""
    return [person for person in people_in(text) if person.kind == "name" and person.gender]


def with_pronouns(article, dice):
    """A `Document`: the article with pronouns in place of many names that come again."""
    text, told, marks, at, new = article.text, {}, [], 0, ""
    for person in named_people(text):
        if person.start < at:
            continue
        own = told.setdefault(person.key, {"last": None, "spans": []})
        again = own["last"] is not None and is_near(text, own["last"], person.start)
        own["last"] = person.end
        start, end, word = person.start, person.end, text[person.start : person.end]
        if again and dice.random() < AGAIN:
            start, end, word = pronoun_for(person, text)
            start = max(start, at)
        new += text[at:start]
        if word != text[start:end]:
            marks.append((len(new), len(word), list(own["spans"])))
        own["spans"].append((len(new), len(new) + len(word)))
        new, at = new + word, end
    new += text[at:]
    pieces = cutting.cut_pieces(new)
    rows = [
        (
            cutting.pieces_of(pieces, start, start + length)[0],
            WEIGHTS["pronoun"],
            [cutting.pieces_of(pieces, *span) for span in spans],
        )
        for start, length, spans in marks
    ]
    return Document(article.name, new, pieces, rows)


def is_near(text, last, start):
    return start - last < NEAR and text.count("\n", last, start) <= LINES


def pronoun_for(person, text):
    """(start, end, word): the pronoun and what it replaces, "⟦Ms. Oster's⟧ plan" → "⟦her⟧ plan"."""
    start, end = person.start, person.end
    if person.place == "owner" and text[end : end + 2] in ("'s", "’s"):
        end += 2
    title = _TITLE.search(text, max(0, start - 12), start)
    start = title.start() if title else start
    word = _FORMS.get((person.gender, person.place), person.gender)
    opens = text[:start].rstrip(" ")[-1:] in ("", ".", "!", "?", "\n", "“", '"')
    return start, end, word.capitalize() if opens else word


def naming_windows(folder, articles, seed):
    """The windows with a pronoun of GUM's documents and of the articles, made anew for each `seed`."""
    dice = random.Random(f"antecedents {seed}")
    documents = [*read_documents(Path(folder) / "gum-coref-train.jsonl")]
    documents += [with_pronouns(article, dice) for article in articles]
    return [window for document in documents for window in windows_of(document, dice.randint(64, cutting.WINDOW))]


def windows_of(document, first):
    found = []
    for begin, end in cutting.cut_windows(document.pieces, document.text, first=first):
        inside = {at - begin + 1: (weight, spans) for at, weight, spans in document.rows if begin <= at < end}
        antecedents = [
            (at, i - begin + 1)
            for at, (_, spans) in inside.items()
            for a, b in spans
            for i in range(max(a, begin), min(b, at + begin - 1))
        ]
        row = cutting.network_input(document.pieces, begin, end)
        pronouns = [(at, weight) for at, (weight, _) in inside.items()]
        if inside:
            found.append(Window(*row, pronouns=pronouns, antecedents=antecedents, fold=fold_of(document.name)))
    return found
