"""A codebook of one's own: its examples are found again, its phrases are checked, and a long word costs no more."""

import pandas as pd
import pytest
from coded import stands
from test_actors import steps_of

from standpoints.codebook import Codebook, CodebookError, read_codebook
from standpoints.stances import likeness
from standpoints.stances.phrases import LONGEST, only_words, read_phrase
from standpoints.study import analyse

CANAL = {
    "toll": (
        ["First the toll, then the passage.", "Every ship that uses the canal must pay.", "Nobody owns a free passage.",
         "The locks will open in June as planned.", "We built the canal and we keep its earnings.",
         "This is a matter for the harbour towns alone.", "Only Norlandish pilots may steer ships there.",
         "Who wants to pass has to pay for the locks."],
        ["Not a crown will be paid.", "The towns owe nobody anything."],
    ),
    "free": (
        ["The canal is open to everyone.", "Ships may pass there by old right.", "A toll would strangle the trade.",
         "Nobody can keep us from using the canal.", "The passage has to remain free until a treaty is signed.",
         "Our fathers dug it with their own hands.", "Kestria's ships have always passed without paying.",
         "We ask for free passage through the locks."],
        ["Free passage is a dream of the shipowners."],
    ),
}  # fmt: skip
SENTENCES = [
    (name, agree, text)
    for name, (examples, rejections) in CANAL.items()
    for agree, texts in ((True, examples), (False, rejections))
    for text in texts
]


@pytest.fixture(scope="module")
def canal():
    """A codebook without a single phrase on a quarrel that nothing was trained on."""
    stances = {
        name: {"label": name, "description": name, "examples": examples, "rejections": rejections}
        for name, (examples, rejections) in CANAL.items()
    }
    return Codebook.model_validate({"issues": {"canal": {"question": "Who pays?", "stances": stances}}})


@pytest.mark.parametrize(("name", "agree", "text"), SENTENCES)
def test_an_example_is_found_again_however_it_is_reported(canal, name, agree, text):
    bare = text.removesuffix(".")
    said = {"cue": "said", "cue_class": "says"}
    assert stands(canal, text) == [(name, agree)]
    assert stands(canal, f"“{bare},”", form="direct", **said) == [(name, agree)]
    assert stands(canal, f"that {bare[0].lower()}{bare[1:]}", form="indirect", **said) == [(name, agree)]
    assert stands(canal, f"{bare.upper()}!") == [(name, agree)]
    assert stands(canal, f"“{bare},” the mayor of Arvik said.") == [(name, agree)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First the fee, then the passage.", ("toll", True)),
        ("The locks will open in 2026 as planned.", ("toll", True)),
        ("This is a question for the harbour towns alone.", ("toll", True)),
        ("Every vessel that uses the canal must pay.", ("toll", True)),
        ("Only Norlandish pilots may steer vessels there.", ("toll", True)),
        ("Not a cent will be paid.", ("toll", False)),
        ("Our grandfathers dug it with their own hands.", ("free", True)),
        ("Boats may pass there by old right.", ("free", True)),
        ("The waterway is open to everyone.", ("free", True)),
    ],
)
def test_a_word_or_two_may_be_others(canal, text, expected):
    assert stands(canal, text) == [expected]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("First the passage, then the toll.", ("toll", True)),
        ("The locks will never open.", ("toll", True)),
        ("The locks will not open in June as planned.", ("toll", True)),
        ("The locks of the museum will open in June as planned.", ("toll", True)),
        ("Only Kestrian pilots may steer ships there.", ("toll", True)),
        ("Everybody can keep us from using the canal.", ("free", True)),
        ("Ships may not pass there by old right.", ("free", True)),
        ("A crown will be paid.", ("toll", False)),
        ("Is the canal open to everyone on Sundays?", ("free", True)),
    ],
)
def test_what_turns_an_example_is_not_like_it(canal, text, wrong):
    assert wrong not in stands(canal, text)


def test_who_denies_an_example_does_not_take_its_stance(canal):
    told = {"cue": "denied", "cue_class": "denies", "form": "indirect"}
    assert ("free", True) not in stands(canal, "that the canal is open to everyone", **told)


# "fill … until … treaty" with a "not" before it denies the filling, not that it waits.
UNTIL = {
    "label": "Wait",
    "description": "First a treaty.",
    "examples": [f"The harbour must be quiet by {n}." for n in range(8)],
}
UNTIL["patterns"] = {"says": ["open* ... until ... treaty"], "names": ["treaty on the water"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opening the locks must wait until there is a treaty.", [("wait", True)]),
        ("The court ordered the towns to halt the opening of the locks until there is a treaty.", []),
        ("The towns will not open the locks until there is a treaty.", []),
        ("The works must stop until the treaty on the water is signed.", [("wait", True)]),
        ("The towns want to stop the works before the treaty on the water is signed.", []),
    ],
)
def test_what_is_halted_until_something_waits_for_it(monkeypatch, text, expected):
    monkeypatch.setattr(likeness, "STRANGE", -1)  # its examples say nothing of locks: the phrases alone are tried
    book = Codebook.model_validate({"issues": {"canal": {"question": "When?", "stances": {"wait": UNTIL}}}})
    assert stands(book, text) == expected


def test_an_example_counts_beside_what_its_phrases_say(book_with_a_phrase):
    assert ("end-tolls", False) in stands(book_with_a_phrase, "More tolls will not end this quarrel.")


@pytest.fixture
def book_with_a_phrase():
    """One whose phrase finds another stance of the issue in an example."""
    more = {"label": "More", "description": "More tolls.", "examples": [f"Tolls must rise by {n}." for n in range(8)]}
    end = {"label": "End", "description": "No tolls.", "examples": [f"The toll of {n} must go." for n in range(8)]}
    end["rejections"] = ["More tolls will not end this quarrel."]
    more["patterns"] = {"names": ["more tolls"]}
    stances = {"more-tolls": more, "end-tolls": end}
    return Codebook.model_validate({"issues": {"canal": {"question": "Who pays?", "stances": stances}}})


def test_an_example_that_no_sentence_can_be_like_is_told(canal):
    assert canal.doubts == []
    stances = {"toll": {"label": "Toll", "description": "Pay.", "examples": [*CANAL["toll"][0][:7], "Pay. Or leave."]}}
    book = Codebook.model_validate({"issues": {"canal": {"question": "Who pays?", "stances": stances}}})
    expected = ("canal > toll > examples", "'Pay. Or leave.' is not one sentence")
    assert [doubt[:2] for doubt in book.doubts] == [expected]
    article = {"article_id": "a", "text": "Arvik is a town.", "published": "2025-05-11", "source_file": "a.txt"}
    articles = pd.DataFrame([article | {"title": None, "outlet": None, "url": None, "language": "en", "n_words": 4}])
    problems = analyse(articles, codebook=book).problems
    assert list(problems.loc[problems["source_file"] == "the codebook", "what"]) == [expected[1]]


def test_a_sentence_that_takes_and_rejects_a_stance_is_an_error(tmp_path):
    examples = "".join(f"          - {text}\n" for text in CANAL["toll"][0])
    file = tmp_path / "book.yaml"
    file.write_text(
        "issues:\n  canal:\n    question: Who pays?\n    stances:\n      toll:\n        label: Toll\n"
        f"        description: Pay.\n        examples:\n{examples}"
        "        rejections:\n          - Nobody owns free passage\n"
    )
    with pytest.raises(CodebookError, match=r"line 18: .*'Nobody owns free passage' is an example and a rejection"):
        read_codebook(file)


def test_a_word_longer_than_any_that_is_looked_for_takes_no_more_steps_or_memory():
    """A key of 80,000 letters in an article: one entry for each of its beginnings would be gigabytes."""
    words = "a key is " + "ab" * 4_000, "a key is " + "cd" * 16_000
    steps = [steps_of(only_words, text) for text in words]
    assert steps[1] <= steps[0]
    assert all(max(map(len, only_words(text))) <= LONGEST + 2 for text in words)


def test_a_phrase_cannot_ask_for_a_word_that_is_longer():
    longest = "a" * LONGEST
    [phrase] = read_phrase(f"{longest}*", {})
    assert list(phrase.find(longest + "bc", only_words(longest + "bc")))
    with pytest.raises(ValueError, match=r"a word of 61 letters; 60 are the most$"):
        read_phrase(f"{longest}a", {})


def test_a_book_that_says_the_same_again_and_again_is_read():
    """Sentences that do not differ have no spread to learn from."""
    stance = {"label": "Open", "description": "Open it.", "examples": ["The canal must be opened."] * 8}
    book = Codebook.model_validate({"issues": {"canal": {"question": "Open it?", "stances": {"open": stance}}}})
    assert stands(book, "The canal has to be opened.") == [("open", True)]
    assert stands(book, "The canal was dug by hand.") == []


def test_an_example_with_the_words_of_another_in_another_order_is_found_again():
    toll = {"label": "Toll", "description": "Toll first.", "examples": ["First the toll, then the passage."] * 8}
    free = {"label": "Free", "description": "Toll last.", "examples": ["First the passage, then the toll."] * 8}
    issues = {"canal": {"question": "What comes first?", "stances": {"toll": toll, "free": free}}}
    book = Codebook.model_validate({"issues": issues})
    assert set(stands(book, "First the toll, then the passage.")) == {("toll", True)}
    assert set(stands(book, "First the passage, then the toll.")) == {("free", True)}
