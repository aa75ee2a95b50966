"""The codebook file: what it may hold, and what a researcher is told when it is wrong."""

import pytest

from standpoints.codebook import CodebookError, read_codebook
from standpoints.stances.phrases import only_words, read_phrase

STANCES = {
    "sequence": {"ceasefire-first", "talks-first"},
    "preconditions": {"no-preconditions", "preconditions"},
    "ceasefire": {"full-ceasefire", "limited-truce"},
    "security": {"security-guarantees", "neutral-status", "demilitarisation", "foreign-troops"},
    "nato": {"nato-membership"},
    "territory": {"withdrawal", "recognition", "freeze-lines"},
    "sanctions": {"more-sanctions", "lift-sanctions"},
    "arms": {"more-arms", "stop-arms"},
    "causes": {"root-causes"},
    "blame": {"blames-russia", "blames-ukraine", "blames-west"},
    "summit": {"leaders-meeting"},
    "humanitarian": {"prisoner-exchange", "children-return", "corridors"},
    "accountability": {"tribunal", "reparations"},
}

EXAMPLES = "\n".join(f"            - The river is everybody's, sentence {number}." for number in range(8))
RIVER = f"""words:
  river: [river, stream]
issues:
  water:
    question: Who may use the water?
    stances:
      no:
        label: Share it
        description: Both states may use the water.
        examples:
{EXAMPLES}
        patterns:
          names: ["shar* .. {{river}}"]
"""


def written(folder, text):
    file = folder / "book.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def problems(folder, text):
    with pytest.raises(CodebookError) as error:
        read_codebook(written(folder, text))
    return str(error.value).replace(str(folder / "book.yaml"), "book.yaml").splitlines()


def test_the_shipped_book_has_the_issues_and_stances_of_the_project():
    book = read_codebook()
    assert {name: set(issue.stances) for name, issue in book.issues.items()} == STANCES


def test_the_examples_of_a_stance_are_not_shared_with_another():
    examples = [example for *_, stance in read_codebook().stances for example in stance.examples]
    assert len(examples) == len(set(examples)) >= 8 * 28


def test_any_other_book_is_read_and_a_stance_called_no_stays_a_word(tmp_path):
    book = read_codebook(written(tmp_path, RIVER))
    assert [(issue, name, stance.label) for issue, name, stance in book.stances] == [("water", "no", "Share it")]


def test_every_problem_is_told_in_a_line_of_its_own(tmp_path):
    text = RIVER.replace("        label: Share it\n", "").replace("{river}", "{lake}").replace("question:", "qestion:")
    assert problems(tmp_path, text) == [
        "book.yaml, line 4: issues > water > question is missing; add it.",
        "book.yaml, line 7: issues > water > stances > no > label is missing; add it.",
        "book.yaml, line 5: issues > water > qestion is not known here; remove it or correct its spelling.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "{river}",
            "{lake}",
            "line 20: issues > water > stances > no: 'shar* .. {lake}': the list {lake} is not among "
            "`words` (known: river).",
        ),
        (
            '"shar* .. {river}"',
            '"shar* (.. {river}"',
            "line 20: issues > water > stances > no: 'shar* (.. {river}': '..' needs a word before it.",
        ),
        (
            '"shar* .. {river}"',
            '"(shar* {river}"',
            "line 20: issues > water > stances > no: '(shar* {river}': a bracket is not closed or was never opened.",
        ),
        (
            "issues:",
            'elsewhere: [lake, "(the {sea}"]\nissues:',
            "line 3: elsewhere > 1: '(the {sea}': the list {sea} is not among `words` (known: river).",
        ),
        ("issues:", "here: [.. lake]\nissues:", "line 3: here > 0: '.. lake': '..' needs a word before it."),
        ("[river, stream]", '["{river}"]', "line 2: words > river: '{river}': the list {river} contains itself."),
        (
            "        patterns:",
            "        opposite: yes\n        patterns:",
            "line 19: issues > water > stances > no: "
            "opposite 'yes' is no other stance of this issue (no other stance is there).",
        ),
        (
            "        patterns:",
            "        demanded_by: [Norland]\n        patterns:",
            "line 19: issues > water > stances > no: demanded_by needs an opposite, which these sides refuse; add one.",
        ),
        (
            "sentence 7.",
            "sentence 7: b",
            "line 18: issues > water > stances > no > examples > 7 should be text; put quotation marks around it.",
        ),
        (
            "            - The river is everybody's, sentence 7.\n",
            "",
            "line 10: issues > water > stances > no > examples "
            "has too few entries (a stance needs at least 8 examples, a list at least 1); add some.",
        ),
        (
            "    question:",
            "    question: Why?\n    question:",
            'line 6: found duplicate key "question": the name is used twice; rename or remove one.',
        ),
        (
            "      no:",
            "      No One:",
            "line 7: issues > water > stances > No One is no name: use small letters, digits and "
            "hyphens, beginning with a letter.",
        ),
    ],
)
def test_one_problem_is_one_plain_line(tmp_path, old, new, line):
    assert old in RIVER
    assert problems(tmp_path, RIVER.replace(old, new)) == [f"book.yaml, {line}"]


def test_a_file_that_is_no_codebook_is_named(tmp_path):
    with pytest.raises(CodebookError, match="there is no such file"):
        read_codebook(tmp_path / "none.yaml")
    assert problems(tmp_path, "just words\n") == [
        "book.yaml, line 1: a codebook begins with `issues:`; see the head of data/codebook.yaml."
    ]
    assert problems(tmp_path, "issues: [a\n")[0].startswith("book.yaml, line 2: ")


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("truce", "The truce's end", "truce's"),
        ("truce", "truces", None),
        ("withdraw*", "a Withdrawal", "Withdrawal"),
        ("cease-fire", "one ceasefire", "ceasefire"),
        ("cease-fire", "one cease fire", "cease fire"),
        ("[new] curbs on", "the new curbs on trade", "new curbs on"),
        ("[new] curbs on", "curbs on trade", "curbs on"),
        ("curbs [on (oil|gas)]", "curbs on gas", "curbs on gas"),
        ("lift .. curbs", "lift all the old curbs", "lift all the old curbs"),
        ("lift .. curbs", "lift a b c d curbs", None),
        ("lift ... curbs", "They lift bans. New curbs", None),
        ("curbs & lifted", "lifted the curbs", "lifted the curbs"),
        ("curbs & lifted", "curbs were lifted", "curbs were lifted"),
        ("(a dam|the dams) {river}", "the dams of the river", None),
        ("(a dam|the dams) {river}", "the dams, river", "the dams, river"),
    ],
)
def test_phrases_find_what_their_author_means(phrase, text, found):
    phrases = read_phrase(phrase, {"river": ["river", "stream"]})
    matches = [m.group() for p in phrases for m in p.find(text, only_words(text))]
    assert matches == ([found] if found else [])
