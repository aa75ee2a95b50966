"""Quotation marks as news is typed: every script, mixed pairs, forgotten marks, apostrophes."""

from itertools import pairwise

import pytest

from standpoints.quotes import find_quotes, quotes_of
from standpoints.sentences import paragraphs

CASES = [
    ('He saw a "good sign" and "hope".', ['"good sign"', '"hope"']),
    # A straight mark opens, a curly one closes: the second pair must not be read as one with the first.
    ('He named "one” and "two”.', ['"one”', '"two”']),
    ("“We go,” she said, “now.”", ["“We go,”", "“now.”"]),
    ("«On y va», dit-il.", ["«On y va»"]),
    ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
    ("''We go,'' he said.", ["''We go,''"]),
    # British single marks beside apostrophes.
    ("‘It’s ours,’ said Mira Oster.", ["‘It’s ours,’"]),
    ("'We go,' he said. 'Not now.'", ["'We go,'", "'Not now.'"]),
    ("The ministers' car and the judges' robes.", []),
    ("O'Hara's plan is Norland's plan.", []),
    # The apostrophe of a plural inside a quotation, and the mark after a quoted plural.
    ("‘The Sundians’ offer isn’t perfect,’ she said.", ["‘The Sundians’ offer isn’t perfect,’"]),
    ("Norland’s ‘realists’ say it’s over. ‘Go,’ he said.", ["‘realists’", "‘Go,’"]),
    # Elisions open nothing: ’em, the ’90s; nor do plurals close what they opened.
    ("He told 'em to go in the '90s, and the boys' car stayed.", []),
    ("‘A “good” plan,’ he said.", ["‘A “good” plan,’"]),
    ("‚Wir gehen‘, sagte er.", ["‚Wir gehen‘"]),
    ("»We are ready«, she wrote.", ["»We are ready«"]),
    ("« On y va », dit-il.", ["« On y va »"]),
    # American print sets a space between two closing marks.
    ("“They say ‘no,’ ” he said, “or ‘yes.’ ”", ["“They say ‘no,’ ”", "“or ‘yes.’ ”"]),
    # A quotation inside a quotation belongs to the outer one.
    ("“He told me ‘go’ and left,” she said.", ["“He told me ‘go’ and left,”"]),
    # Inches, and a mark with nothing after it, open nothing.
    ('A 6" pipe.', []),
    ("“We wait, he said. “And we hope.”", ["“And we hope.”"]),
]


@pytest.mark.parametrize(("paragraph", "expected"), CASES)
def test_quotations_of_a_paragraph(paragraph, expected):
    assert [paragraph[q.start : q.end] for q in find_quotes(paragraph)] == expected
    assert all(q.closed for q in find_quotes(paragraph))


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_open():
    (quote,) = find_quotes("“We have waited. We will wait.")
    assert (quote.start, quote.end, quote.closed) == (0, 30, False)


def test_an_open_mark_inside_the_paragraph_swallows_nothing():
    assert find_quotes("Oster said “we will wait. Then she left the room.") == []


GOES_ON = [
    (
        "“The offer is serious,” said Oster. “We wrote it.\n“Read it.”",
        [["“The offer is serious,”", "“We wrote it."], ["“Read it.”"]],
    ),
    ('"We waited.\n"We wait."', [['"We waited.'], ['"We wait."']]),
    ("‘We knew the ministers’ mind.\n‘It’s known.’", [["‘We knew the ministers’ mind."], ["‘It’s known.’"]]),
    # A single mark that is never closed does not go on in a paragraph with double ones.
    ("Oster: ‘No more cuts’ soon for all.\n“Go,” she said.", [["‘No more cuts’"], ["“Go,”"]]),
    ("Oster: 'no more cuts' for all.\n“Go,” she said.", [[], ["“Go,”"]]),
    # An unclosed mark inside a sentence is a slip of the hand, whatever follows.
    ("Oster spoke of “peace and left.\n“Go,” she said.", [[], ["“Go,”"]]),
    ("The road was shut.\n“Go,” she said.", [[], ["“Go,”"]]),
]


@pytest.mark.parametrize(("text", "expected"), GOES_ON)
def test_a_quotation_over_paragraphs_opens_anew_and_closes_once(text, expected):
    found = quotes_of(text, paragraphs(text))
    assert [[text[q.start : q.end] for q in quotes] for quotes in found] == expected


@pytest.mark.parametrize("text", ["'a " * 2000, "“a" * 2000, "‘s’ " * 2000, "«" * 2000, "'" * 2000, "’", "“", ""])
def test_marks_alone_give_spans_in_order(text):
    quotes = find_quotes(text)
    assert all(a.end <= b.start for a, b in pairwise(quotes))
    assert all(0 <= q.start < q.end <= len(text) for q in quotes)
