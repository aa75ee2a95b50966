"""Speaker, cue and content of short invented news, by typography and reporting verbs."""

import pytest

from standpoints.reading.cues import cue_class
from standpoints.reading.runs import is_quoted_heading
from standpoints.reading.typography import may_report, read_quotations


def read(text):
    return [
        tuple(" … ".join(text[a:b] for a, b in spans) for spans in (found.source, found.cue, found.content))
        for found in read_quotations(text)
    ]


CASES = [
    ("“We wait,” said Mira Oster.", [("Mira Oster", "said", "“We wait,”")]),
    ("“We wait,” Oster told reporters.", [("Oster", "told reporters", "“We wait,”")]),
    ("“Never,” scoffed Mira Oster.", [("Mira Oster", "scoffed", "“Never,”")]),
    # A second quotation of the paragraph goes on with the first.
    ("“We wait,” Oster said. “And we hope.”", [("Oster", "said", "“We wait,” … “And we hope.”")]),
    # The reporting clause stands inside the quotation.
    ('"We wait," he said, "and hope."', [("he", "said", '"We wait," … "and hope."')]),
    ("The premier said that the talks had failed.", [("The premier", "said", "that the talks had failed")]),
    ("The talks failed, the premier said on Monday.", [("the premier", "said", "The talks failed")]),
    ("According to Joss Tavian, the talks failed.", [("Joss Tavian", "According to", "the talks failed")]),
    # An apposition after the name is no content.
    (
        "According to Joss Tavian, the premier of Norland, the talks failed.",
        [("Joss Tavian", "According to", "the talks failed")],
    ),
    # A clause of its own is none.
    (
        "According to Joss Tavian, the port was shut, and it rained.",
        [("Joss Tavian", "According to", "the port was shut, and it rained")],
    ),
    ("According to Mira Oster it rained.", []),  # where her words begin, nothing shows
    ("The talks failed, according to two officials.", [("two officials", "according to", "The talks failed")]),
    ("Tavian: “No talks before spring”", [("Tavian", ":", "“No talks before spring”")]),
    # Auxiliaries, negation and adverbs belong to the cue.
    ("Norland did not rule out a truce.", [("Norland", "did not rule out", "a truce")]),
    ("Later, Oster also claimed Sundia had agreed.", [("Oster", "also claimed", "Sundia had agreed")]),
    # A name in apposition before the verb is the subject, not the words between the commas.
    (
        "Mira Oster, head of the delegation, also stated that Sundia was ready.",
        [("Mira Oster", "also stated", "that Sundia was ready")],
    ),
    # So is the name that says who one of many is, and the subject has all its parts.
    ("One of the envoys, Jan Holt, has threatened war.", [("One of the envoys, Jan Holt", "has threatened", "war")]),
    ("Norland and Sundia said it rained.", [("Norland and Sundia", "said", "it rained")]),
    (
        "Premier Mira Oster and the Sund envoy said it rained.",
        [("Premier Mira Oster and the Sund envoy", "said", "it rained")],
    ),
    ("Oster met Varga and Tavian said it rained.", [("Tavian", "said", "it rained")]),
    ("Čelik and Šimon said it rained.", [("Čelik and Šimon", "said", "it rained")]),
    # In a clause with "that" or "which" its own subject speaks.
    (
        "A promise that Sundia dismissed as “a farce” had come late.",
        [("Sundia", "dismissed", "as “a farce” had come late")],
    ),
    ("They would come to Tarn if both sides guaranteed their safety.", []),
    ("They come once Sund agrees that it rained.", []),
    ("They come unless Sund agrees that it rained.", []),
    # Nobody is the subject of the words before a verb that have another one, or are of another clause.
    ("The batteries they had promised that week were old.", []),
    ("The sooner Sund agrees, the better.", []),
    ("Nobody there agreed that it rained.", []),
    # What is said in one word like these stands elsewhere.
    ("Oster said that.", []),
    ("Oster asked what.", []),
    ("Oster speaks very well.", []),
    # One speaker, two cues.
    (
        "Norland officials have stated they want a truce, but stress that details matter.",
        [
            ("Norland officials", "have stated", "they want a truce"),
            ("Norland officials", "stress", "that details matter"),
        ],
    ),
    # Verbs inside a quotation, and nouns that look like verbs, are no cues.
    ("“He said it,” Oster added.", [("Oster", "added", "“He said it,”")]),
    ("The leaders also held a call with the premier.", []),
    ("Peace plans and new demands were on the table.", []),
    ("Talks were halted in May after the reports from the coast.", []),
    # What will be announced, nobody announces here; a question has no speaker before its verb.
    ("The names will be announced later.", []),
    ("If invited, Norland would come.", []),
    # What somebody should say was not said by him.
    ("The president should have called a vote.", [("The president", "should have called", "a vote")]),
    # Whom a relative clause is of, if it tells what he says; who is told, says nothing.
    ("It was Mira Oster, who assured her that it rained.", [("Mira Oster", "assured", "that it rained")]),
    (
        "He met Secretary of State Mira Oster, who assured him that it rained.",
        [("Secretary of State Mira Oster", "assured", "that it rained")],
    ),
    ("Mira Oster, who claims the port, came to Arvik.", []),
    ("It was Mira Oster, who had been told that it rained.", []),
    # Where it was said stands before the subject, whom it was told behind the verb.
    ("In Arvik they said that it rained.", [("they", "said", "that it rained")]),
    ("Oster had conveyed to Joss Tavian that it rained.", [("Oster", "had conveyed", "that it rained")]),
    ("Oster conveyed grain to the coast.", []),
    ("Oster put it well this morning: “It rains.”", [("Oster", "put it", "“It rains.”")]),
    ("Oster put it on the table.", []),
    ("Norland no longer believes that it rains.", [("Norland", "no longer believes", "that it rains")]),
    # Two speakers in one sentence.
    (
        "Oster asked whether it rained, and the envoy replied that it did.",
        [("Oster", "asked", "whether it rained"), ("the envoy", "replied", "that it did")],
    ),
    # The mark of a quotation that goes on in the next paragraph stays with it.
    (
        "“We waited,” said Mira Oster. “We wrote.\n“We went.”",
        [("Mira Oster", "said", "“We waited,” … “We wrote."), ("", "", "“We went.”")],
    ),
    # A quotation alone has no known speaker: it is kept, and nobody is guessed.
    ("“We will wait for the spring.”", [("", "", "“We will wait for the spring.”")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_statements_of_a_sentence(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", "says"),
        ("also claimed", "claims"),
        ("did not rule out", "agrees"),
        ("would not accept", "denies"),
        ("failed to agree on", "denies"),
        ("were unwilling to accept", "denies"),
        ("has never refused", "agrees"),
        ("went on", "says"),
        ("went on to blame", "accuses"),
        ("couldn’t promise", "denies"),
        ("did not say", "silent"),
        ("called on", "demands"),
        ("call upon", "demands"),
        ("countered", "says"),
        ("counter-accused", "accuses"),
        ("are convinced", "thinks"),
        ("had asked for", "demands"),
        ("called", "calls"),
        ("wrote on his channel", "says"),
        ("According to", "says"),
        ("is offering", "offers"),
        ("threatened", "threatens"),
        ("does not think", "thinks"),
        ("did not fail to warn", "threatens"),
        ("not only accused", "accuses"),
    ],
)
def test_kind_of_a_cue(cue, kind):
    assert cue_class(cue) == kind


@pytest.mark.parametrize("text", ["“We will wait,” said ; he.", "“We will wait,” said , .", "“We will wait,” said  ;"])
def test_a_cue_with_nobody_after_it_has_no_speaker(text):
    assert read_quotations(text) == []


@pytest.mark.parametrize(
    "cue",
    ["sang", "did not accuse", "did not threaten", "does not insist on", "did not repeat", "refrained from accusing"],
)
def test_an_unknown_cue_and_what_was_not_done_have_no_kind(cue):
    assert cue_class(cue) != cue_class(cue)  # NaN


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_a_text_in_which_somebody_speaks_may_report(text):
    assert may_report(text) or not any(source for source, _, _ in read(text))


def test_a_text_without_a_word_of_saying_reports_nothing():
    assert not may_report("the river is shut and forty barges lie at the lock")


@pytest.mark.parametrize(("paragraph", "heading"), [
    ("“Root causes”", True), ("“WHAT FOR?”", True), ("“We wait.”", False), ("“We wait,” she said.", False),
    ("“WE WAIT!” he wrote.", False),
])  # fmt: skip
def test_a_heading_in_quotation_marks_is_no_quotation(paragraph, heading):
    assert is_quoted_heading(paragraph) == heading
