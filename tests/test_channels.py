"""Through which channel something was said, as written."""

import pytest

from standpoints.reading.channels import channel_of

CASES = [
    ("Joss Tavian wrote on X:", "on X"),
    ("he wrote on his Telegram channel", "on his Telegram channel"),
    ("she posted on the social network X", "on the social network X"),
    ("he said in a statement on Facebook", "in a statement on Facebook"),
    ("he said in a video posted to Instagram", "in a video posted to Instagram"),
    ("Oster told reporters in Arvik", "reporters"),
    ("Oster told the newspaper Le Fleuve", "the newspaper Le Fleuve"),
    ("she told the BBN", "the BBN"),
    ("he said in an interview with Fjord News", "in an interview with Fjord News"),
    ("the ports were shut, he said, SUNA reported", "SUNA reported"),
    ("he said, as quoted by Norland Truth", "as quoted by Norland Truth"),
    ("SUNA quoted him as saying", "SUNA quoted him as saying"),
    ("Oster told Varga that", None),
    ("he said on Monday in Arvik", None),
    ("he said on his way home", None),
]


@pytest.mark.parametrize(("text", "channel"), CASES)
def test_channel(text, channel):
    assert channel_of(text, (0, len(text)), [], []) == channel


def test_what_is_said_and_who_speaks_is_no_channel():
    text = "The agency SUNA reported that he spoke in parliament."
    content, source = (text.index("that"), len(text)), (0, text.index(" reported"))
    assert channel_of(text, (0, len(text)), [content], [source]) is None
