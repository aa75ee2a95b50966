"""What the page shows, set over what a reader found: speaker and content of short invented pages."""

import pytest

from standpoints.reading.attribution import Attribution
from standpoints.reading.page import read_page, set_on_page
from standpoints.reading.subjects import with_own_subjects
from standpoints.reading.typography import read_quotations


def words(text, spans):
    return " … ".join(text[start:end] for start, end in spans)


def on_page(text, found=None):
    """[(speaker, content)] of the page; what was found is what typography shows, unless given."""
    found = read_quotations(text) if found is None else found
    return [(words(text, one.source), words(text, one.content)) for one in set_on_page(read_page(text), found)]


def attribution(text, *, content, cue="", source=""):
    """An attribution by its words, as a reader could give it; several spans are parted by " … "."""
    spans = {}
    for role, phrase in (("content", content), ("cue", cue), ("source", source)):
        parts = phrase.split(" … ") if phrase else []
        spans[role] = tuple((text.index(part), text.index(part) + len(part)) for part in parts)
    return Attribution(**spans)


OVER_PARAGRAPHS = [
    # Who said it stands in the next line, behind a dash; no item of a list.
    ("We wait. Nobody came.\n- Mira Oster said on Monday.", [("Mira Oster", "We wait. Nobody came.")]),
    (
        "We wait.\n– wrote the head of the Holm office Mira Oster.",
        [("the head of the Holm office Mira Oster", "We wait.")],
    ),
    ("It was late.\n- Mira Oster said it rained.", [("- Mira Oster", "it rained")]),
    ("It was late:\n- Mira Oster said.", []),
    # Each paragraph opens anew, the last closes; the speaker is named behind the last or in the first.
    (
        "“We waited.\n“We are waiting.\n“We will wait,” said Mira Oster.",
        [("Mira Oster", "“We waited. … “We are waiting. … “We will wait,”")],
    ),
    (
        "“We waited,” said Mira Oster. “We wrote.\n“We will go.”\nThe river was calm.",
        [("Mira Oster", "“We waited,” … “We wrote. … “We will go.”")],
    ),
    ("‘It’s ours,’ Oster said. ‘We wrote.\n‘We’ll go.’", [("Oster", "‘It’s ours,’ … ‘We wrote. … ‘We’ll go.’")]),
    ('"We waited.\n"We will wait," said Oster.', [("Oster", '"We waited. … "We will wait,"')]),
    # A paragraph that is all quotation goes on with what was said last …
    ("“We wait,” Oster said in Holm.\n“And we hope.”", [("Oster", "“We wait,” … “And we hope.”")]),
    # … not if another sentence stands between, nor as the answer to a question, nor where it is a heading.
    ("“We wait,” said Oster. The hall was dark.\n“We hope.”", [("Oster", "“We wait,”"), ("", "“We hope.”")]),
    ("“We wait,” said Oster.\nThe hall was dark.\n“We hope.”", [("Oster", "“We wait,”"), ("", "“We hope.”")]),
    ("“When do they come?” asked Oster.\n“Soon enough.”", [("Oster", "“When do they come?”"), ("", "“Soon enough.”")]),
    (
        "“We wait,” said Oster.\n‘Ships of the Northern Fleet’",
        [("Oster", "“We wait,”"), ("", "‘Ships of the Northern Fleet’")],
    ),
    # A pull quote repeats what stands elsewhere.
    (
        "“Go,” said Tavian.\n“We have waited for three long years.”\n"
        "“We have waited for three long years,” said Oster.",
        [
            ("Tavian", "“Go,”"),
            ("", "“We have waited for three long years.”"),
            ("Oster", "“We have waited for three long years,”"),
        ],
    ),
    # A forgotten closing mark does not give one speaker's words to another.
    ("“We wait,” said Oster.\n“We go,” said Tavian.", [("Oster", "“We wait,”"), ("Tavian", "“We go,”")]),
    # A colon or a dash leads to the next paragraph; the one full name before it speaks.
    ("Asked about it, Joss Tavian was brief:\n“We wait.”", [("Joss Tavian", "“We wait.”")]),
    ("Mira Oster was more expansive —\n“We wait.\n“We hope.”", [("Mira Oster", "“We wait. … “We hope.”")]),
    ("Mira Oster and Joss Tavian differed:\n“We wait.”", [("", "“We wait.”")]),
    ("The text had been prepared:\n“We wait.”", [("", "“We wait.”")]),
    ("The road was shut.\n“We wait.”", [("", "“We wait.”")]),
]


@pytest.mark.parametrize(("text", "expected"), OVER_PARAGRAPHS)
def test_quotations_that_run_over_paragraphs(text, expected):
    assert on_page(text) == expected


LINES = [
    ("Tavian: talks possible in June\nJoss Tavian said talks were possible.", ("Tavian", "talks possible in June")),
    ("‘We will not yield’: Norland’s premier", ("Norland’s premier", "‘We will not yield’")),
    ("‘We will not yield’ – Joss Tavian in Holm", ("Joss Tavian", "‘We will not yield’")),
    ("Talks possible in June – Tavian\nJoss Tavian said they were.", ("Tavian", "Talks possible in June")),
    ("Oster: ‘No’", ("Oster", "‘No’")),
    ("@norland_mfa: The offer is under review.", ("@norland_mfa", "The offer is under review.")),
    ("Mira Oster (@oster): Who is next?", ("Mira Oster (@oster)", "Who is next?")),
    (
        "The guns must fall silent.\n— Mira Oster (@oster) May 11, 2025",
        ("Mira Oster (@oster)", "The guns must fall silent."),
    ),
    ("Mira Oster @oster · 3h\nThe guns must fall silent.", ("Mira Oster @oster", "The guns must fall silent.")),
    ('Quote from Tavian: "Every day counts."', ("Tavian", '"Every day counts."')),
    ('Source: Joss Tavian on Telegram\nQuote: "Every day counts."', ("Joss Tavian", '"Every day counts."')),
    ('Source: The Fjord, citing the ministry\nQuote: "Every day counts."', ("the ministry", '"Every day counts."')),
    ('Quote: "Every day counts."', ("", '"Every day counts."')),
    # Entries of a live blog
    ("07:12 Arvik mayor: port shut\nThe mayor wrote so.", ("Arvik mayor", "port shut")),
    ("7.12 pm – ‘We wait’: Norland's premier\nIt rained.", ("Norland's premier", "‘We wait’")),
]


@pytest.mark.parametrize(("text", "first"), LINES)
def test_lines_that_say_who_speaks(text, first):
    assert on_page(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Norland: two dead in port blast",
        "Norland war live: shells fall on Holm",
        "‘Peace’: a word in Norland",
        "The long road – Holm to Arvik",
        "Source: The Fjord",
        "Mira Oster, 54",
        "07:12 Norland: two dead in port blast",
        "08:44 Boy, seven, dies in Holm",
    ],
)
def test_lines_that_only_look_as_if_somebody_spoke(text):
    assert on_page(text, []) == []


def test_no_span_goes_over_the_border_of_a_paragraph():
    text = "‘Never’ again\nNorland’s premier\nVarga says ‘no’ to talks"
    found = [attribution(text, content="‘no’ to talks", cue="says", source="Norland’s premier\nVarga")]
    assert on_page(text, found) == [("Varga", "‘no’ to talks")]
    # A quotation that was joined to another speaker's stands alone; words without marks are no statement by themselves.
    text = "The ships left. “And in ten minutes,” as it was.\nLupo nodded. “We stand with you.”\nIt was late"
    found = [
        attribution(text, content="“And in ten minutes,” … “We stand with you.” … late", cue="nodded", source="Lupo")
    ]
    assert on_page(text, found) == [("", "“And in ten minutes,”"), ("Lupo", "“We stand with you.”")]


def test_a_span_ends_with_its_words():
    text = "Oster said it rained . She left."
    found = Attribution(((text.index(" it"), text.index(".")),), ((6, 10),), ((0, 5),))
    assert on_page(text, [found]) == [("Oster", "it rained")]


def test_voices_inside_an_open_quotation_do_not_run_on():
    text = "“We wait, said Oster.\n“And we go,” said Tavian."  # the mark behind her words was forgotten
    found = [attribution(text, content="“We wait", cue="said", source="Oster"),
             attribution(text, content="“And we go,”", cue="said", source="Tavian")]  # fmt: skip
    assert on_page(text, found) == [("Oster", "“We wait"), ("Tavian", "“And we go,”")]
    text = "“Tavian wrote to us.\n“‘Go,’ said Oster. Nobody went.”"
    found = [attribution(text, content="‘Go,’", cue="said", source="Oster")]
    assert on_page(text, found)[-1] == ("Oster", "‘Go,’")


def test_a_run_takes_in_what_the_reader_found_of_its_first_paragraph():
    text = "Tavian made a statement.\n“We waited for years.\n“We refuse.”"
    found = [attribution(text, content="“We waited for years", cue="made a statement", source="Tavian")]
    assert on_page(text, found) == [("Tavian", "“We waited for years. … “We refuse.”")]


def test_a_list_behind_a_colon_stays_one_statement():
    text = "Oster named two points:\nthe ports;\nthe prisoners"
    found = [attribution(text, content="two points: … the ports; … the prisoners", cue="named", source="Oster")]
    assert on_page(text, found) == [("Oster", "two points: … the ports; … the prisoners")]


def test_the_sentence_that_leads_to_a_quotation_names_its_speaker():
    text = "“We wait,” he said.\nHe paused. “It is over.”"
    found = [attribution(text, content="“We wait,” … “It is over.”", cue="said", source="he")]
    assert on_page(text, found) == [("he", "“We wait,”"), ("He", "“It is over.”")]


@pytest.mark.parametrize(
    ("leads", "speaker"),
    [
        ("Her neighbour, who had not slept, was blunter.", "Her neighbour"),
        ("The old miller smiled.", "The old miller"),
        ("Mira Oster smiled.", "Mira Oster"),
    ],
)
def test_who_leads_to_a_quotation_is_named_with_the_noun(leads, speaker):
    text = f"“We wait,” she said.\n{leads} “It is over.”"
    found = [attribution(text, content="“We wait,” … “It is over.”", cue="said", source="she")]
    assert on_page(text, found) == [("she", "“We wait,”"), (speaker, "“It is over.”")]


def test_bylines_speak_no_word():
    text = "By Dan Cobb\nThe premier blasted the “bullies”."
    found = [attribution(text, content="the “bullies”", source="Dan Cobb")]
    assert on_page(text, found) == [("", "the “bullies”")]


def test_a_quotation_ends_with_its_mark_and_its_sentence():
    text = "Holt wrote, “the river keeps no treaties”. We should not forget it."
    found = [
        attribution(text, content="“the river keeps no treaties”. We should not forget it", cue="wrote", source="Holt")
    ]
    assert on_page(text, found) == [("Holt", "“the river keeps no treaties”")]


@pytest.mark.parametrize("asked", ["Asked about", "When asked by reporters about"])
def test_what_somebody_is_asked_about_is_no_statement(asked):
    text = f"{asked} the ports, Oster said they were open."
    found = [attribution(text, content="the ports", source="Oster"), attribution(text, content="about the ports")]
    found.append(attribution(text, content="they were open", cue="said", source="Oster"))
    assert on_page(text, found) == [("Oster", "they were open")]


def test_the_dateline_is_no_part_of_a_statement():
    text = "HOLM, Norland (Wire) — Talks began, officials said.\nARVIK – “We wait,” said Oster.\nNATO — we need it."
    found = [attribution(text, content="HOLM, Norland (Wire) — Talks began", cue="said", source="officials")]
    found.append(attribution(text, content="“We wait,”", cue="said", source="Oster"))
    assert on_page(text, found) == [("officials", "Talks began"), ("Oster", "“We wait,”")]


def test_who_asks_for_something_says_so():
    text = "Oster asked about the ports and asked for a truce."
    found = [attribution(text, content=one, cue="asked", source="Oster") for one in ("the ports", "a truce")]
    assert on_page(text, found) == [("Oster", "the ports"), ("Oster", "a truce")]


def test_a_source_that_is_cited_is_no_content():
    text = "SUNA reported, citing the ministry."
    assert on_page(text, [attribution(text, content="the ministry", cue="citing", source="SUNA")]) == []


def test_quotations_that_the_reader_passed_over():
    assert on_page("»We are all ready«, Ana Lupo wrote.", []) == [("Ana Lupo", "»We are all ready«")]
    assert on_page("The “so-called” peace, Ana Lupo wrote.", []) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "…",
        "“" * 500,
        "“a\n" * 500,
        "A: b\nC: d\n" * 200,
        "**a?**\n" * 200,
        "說「我們」。\n" * 99,
        "\ud800: “\x00",
    ],
)
def test_any_text_gives_spans_of_words_inside_it(text):
    for one in set_on_page(read_page(text), read_quotations(text)):
        for start, end in (*one.content, *one.cue, *one.source):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("— Mira Oster, a farmer", "Mira Oster, a farmer"),
        ("- Joss Tavian.", "Joss Tavian"),
        ("— It rained a lot in Holm", ""),
        ("Mira Oster", ""),
    ],
)
def test_a_quotation_is_signed_in_the_next_line(line, speaker):
    said = "“We have waited for a long time.”"
    assert on_page(f"Talks go on.\n{said}\n{line}\nIt is late.", []) == [(speaker, said)]


def test_a_quotation_without_a_cue_is_not_of_the_next_paragraph():
    text = "Oster is calm. “Nobody reads our letters at night.”\n"
    text += "Her colleague Joss Tavian, who is the former envoy to Sundia, does not."
    seen = attribution(text, content="“Nobody reads our letters at night.”", source="Joss Tavian")
    assert on_page(text, [seen]) == [("", "“Nobody reads our letters at night.”")]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (  # one span that goes on
            "Oster noted that it rained. Varga assured her that it was dry.",
            "that it rained. Varga assured her that it was dry",
            [("Oster", "that it rained"), ("Varga", "that it was dry")],
        ),
        (  # several, and nobody's words between
            'Oster told Mr. Varga that it rained. Few believe it. Sundia "supports all efforts."',
            'that it rained … Few believe … Sundia "supports all efforts."',
            [("Oster", "that it rained")],
        ),
        (  # a quotation that somebody else's sentence holds
            'Oster told Mr. Varga that it rained. Few believe it. Sundia "supports all efforts."',
            'that it rained … "supports all efforts."',
            [("Oster", "that it rained")],
        ),
        ("It was late. It rained, Oster said.", "It was late. It rained", [("Oster", "It rained")]),
        ("Oster said Mr. Varga and the U.S. envoy met.", "Mr. Varga and the U.S. envoy met", None),
        # what goes on over a full stop: a quotation, one that follows, a list
        ("Oster said: “It rained. Nobody came.”", "“It rained. Nobody came.”", None),
        ("Oster said it rained. “Nobody came.” She left.", "it rained. “Nobody came.”", None),
        ("Oster noted that Govs. Varga and Karst met.", "that Govs. Varga and Karst met", None),
        ("Oster said ”it rained. Nobody came.”", "”it rained. Nobody came.”", None),
        ("Oster said two things: It rained. Nobody came.", "It rained. Nobody came", None),
    ],
)
def test_what_is_reported_ends_with_its_sentence(text, content, expected):
    cue = next(cue for cue in ("noted", "told", "said") if cue in text)
    found = [attribution(text, content=content, cue=cue, source="Oster")]
    assert on_page(text, found) == (expected or [("Oster", content)])


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [("In her words, ", "her"), ("In Oster's own view, ", "Oster's"), ("In the north, ", "the Sundian side")],
)
def test_what_stands_behind_in_her_words_is_hers_with_its_verb(opening, speaker):
    text = f"It was late. {opening}the Sundian side sees a chance."
    seen = attribution(text, content="a chance", cue="sees", source="the Sundian side")
    said = "a chance" if speaker.startswith("the") else "the Sundian side sees a chance"
    (found,) = with_own_subjects([seen], text)
    assert (words(text, found.source), words(text, found.content)) == (speaker, said)
