"""Positions: each rule reads the sentence it was written for, and without the rule that sentence is read otherwise."""

import re

import pandas as pd
import pytest

from standpoints.codebook import read_codebook
from standpoints.positions import code_positions
from standpoints.stances import attitudes, finding, telling

NOTHING = re.compile(r"(?!x)x")


@pytest.fixture(scope="module")
def book():
    return read_codebook()


def stands(book, text):
    """The stances that one statement of a Norlander takes; Kestria and the Kestrians are another side."""
    row = {
        "article_id": "a",
        "statement_id": "a.q000",
        "start": 0,
        "text": text,
        "actor": "Mira Oster",
        "side": "Norland",
    }
    named = [("a", *m.span(), m.group(1), m.group(1)) for m in re.finditer(r"\b(Norland|Kestria)(?:ns)?\b", text)]
    mentions = pd.DataFrame(named, columns=["article_id", "start", "end", "actor", "side"])
    return [(c.stance, c.agree) for c in code_positions(pd.DataFrame([row]), book, mentions).itertuples()]


@pytest.mark.parametrize(
    ("module", "rule", "text", "expected"),
    [
        # Who does not want it is another than Kestria, though no comma parts them.
        (telling, "_ANOTHER_SUBJECT", "Kestria attacks as we see and do not want a truce", [("full-ceasefire", False)]),
        # Of many, a verb has no ending.
        (telling, "_MANY_DO", "Kestrians want a truce", []),
        (telling, "_MANY", "Kestrians reject a truce", []),
        # Not Kestria will bring it, the talks will.
        (telling, "_NO_SUBJECT", "talks with Kestria will bring a truce", [("full-ceasefire", True)]),
        # Of one mind with the speaker's own side.
        (telling, "_JOINED", "Norland and Kestria agreed to a truce", [("full-ceasefire", True)]),
        (telling, "_WE_AND", "we and Kestria agreed to a truce", [("full-ceasefire", True)]),
        # "Lift … the sanctions" leaps over "unless".
        (finding, "_OPENER", "We must lift nothing unless the sanctions office allows it.", []),
        (attitudes, "_HEADLINE", "Norland to send more air defence missiles to Kyiv", [("more-arms", True)]),
    ],
)  # fmt: skip
def test_a_rule_reads_the_sentence_it_was_written_for(book, monkeypatch, module, rule, text, expected):
    assert stands(book, text) == expected
    monkeypatch.setattr(module, rule, NOTHING)
    assert stands(book, text) != expected
