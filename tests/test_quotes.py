"""Quotation marks as news is typed: every script, mixed pairs, forgotten marks, apostrophes."""

import pytest

from standpoints.quotes import find_quotes

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
