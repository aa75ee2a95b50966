"""On which issues a statement speaks, with and without a position."""

import pandas as pd
from pandas.testing import assert_frame_equal

from standpoints.codebook import Codebook
from standpoints.issues import issues_named

EXAMPLES = [f"Example {number}." for number in range(8)]


def stance(**patterns):
    return {"label": "x", "description": "x", "examples": EXAMPLES, "patterns": patterns}


BOOK = Codebook.model_validate({
    "issues": {
        "tolls": {"question": "?", "stances": {"free-passage": stance(names=["tolls"], denies=["pay as before"])}},
        "river": {"question": "?", "stances": {"open-river": stance(says=["river .. open"], never=["river cruise"])}},
    }
})  # fmt: skip


def test_issues_are_named_in_the_order_of_the_codebook_with_or_without_a_position():
    statements = pd.DataFrame(
        {"text": ["The river is open, without tolls.", "They spoke of Norland’s tolls.", "Pay as before!",
                  "A river cruise.", "It rains.", None]},
        index=[3, 1, 4, 5, 9, 2],
    )  # fmt: skip
    before = statements.copy(deep=True)
    named = issues_named(statements, BOOK)
    assert named.fillna("none").tolist() == ["tolls; river", "tolls", "tolls", "none", "none", "none"]
    assert named.index.tolist() == statements.index.tolist()
    assert_frame_equal(statements, before)


def test_no_statements_name_nothing():
    assert issues_named(pd.DataFrame({"text": []}), BOOK).empty
