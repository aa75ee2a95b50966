"""Lines of the page that are no part of the article, and lines of the article that look like them."""

import pytest

from standpoints.boilerplate import is_boilerplate

PAGE = [
    "Subscribe to our channel, please!",
    "By Helen Marsh, diplomatic editor",
    "EXCLUSIVE by DAN COBB",
    "By Tom Lied and Jana Moll in Holm",
    "By our correspondent in Holm",
    "Sunday 11 May 2025 18.30 BST",
    "18.42 BST",
    "Published: 11 May 2025 | Updated: 12:30",
    "4 min read",
    "Photograph: Lena Krull/Fjord Pictures",
    "People queue for bread in Holm on Sunday. Photograph: Lena Krull/FP",
    "Premier Joss Tavian says goodbye to reporters in Holm, Norland. (AP Photo/Lena Krull)",
    "Karla Velden, president of the Commission, speaks during a news conference. EPA/OLAF BERG",
    "FILE PHOTO: Ilan Varga attends a parade in Arvik, May 9, 2025. REUTERS/Tom Lied/File Photo",
    "(Reporting by Tom Lied in Arvik; Writing by Jana Moll; Editing by Chris Peel)",
    "Tom Lied contributed reporting from Arvik.",
    "Support NT or become our patron!",
    "By Lena Krull and Ivo Maas (Holm, correspondent)",
]
ARTICLE = [
    "By Monday the talks had failed, Oster said.",
    "By Friday Norland Was Ready",
    "By the river, nobody spoke.",
    "By signing the paper, Joss Tavian gave away the ports.",
    "Photographs of the bridge were shown to reporters, who said they were old.",
    "Published figures show that 18 ships left, the ministry said.",
    "Readers wrote to the premier.",
    "11 May 2025 was the day on which, as Oster said, the war ended.",
    "Support for the premier fell, a poll by AFP said.",
    "Mira Oster contributed to the talks, the premier said.",
    "Watch what they do, not what they say, Oster told reporters.",
    "",
]


@pytest.mark.parametrize("line", PAGE)
def test_lines_of_the_page(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_lines_of_the_article(line):
    assert not is_boilerplate(line)
