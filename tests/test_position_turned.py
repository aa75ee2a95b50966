"""Positions: clauses and verdicts that turn what is named, or leave it open."""

import pytest
from coded import stands

from standpoints.codebook import read_codebook


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestria rejects any plan that would freeze the front line.", [("freeze-lines", False)]),
        ("Norland welcomes every proposal that would bring a truce.", [("full-ceasefire", True)]),
        ("The papers wrote about a plan that would freeze the conflict.", []),
        ("Nobody in Arvik will sign a paper that leaves the door to NATO open.", [("nato-membership", False)]),
        ("Norland will sign no deal that keeps the door to NATO open.", [("nato-membership", False)]),
        ("Norland wants a treaty that keeps the door to NATO open.", [("nato-membership", True)]),
        ("Nobody in Arvik will sign a deal that leaves NATO membership in doubt.", []),
        ("Norland vetoed the accord, under which Sundia would send peacekeepers.", [("foreign-troops", False)]),
        ("Norland took note of the accord, under which Sundia would send peacekeepers.", []),
        ("The draft, with neutrality as its core, was rejected.", [("neutral-status", False)]),
        ("No neutrality, no peace.", [("neutral-status", True)]),
        ("No freeze, no deals, no lines of demarcation.", [("freeze-lines", False)]),
        ("The time for neutrality is over.", [("neutral-status", False)]),
        ("Norland should shelve its demands instead of imposing sanctions.", [("more-sanctions", False)]),
        ("Norland will step down sooner than send troops to Ukraine.", [("foreign-troops", False)]),
        ("Why should we want neutrality then.", [("neutral-status", False)]),
        (
            "Norland should stop hiding behind others and contribute soldiers to the mission.",
            [("foreign-troops", True)],
        ),
        ("We will not let our membership of the alliance be bargained away.", [("nato-membership", True)]),
        ("Sundia used its veto to prevent a call for a truce.", [("full-ceasefire", False)]),
    ],
)
def test_a_clause_that_turns_what_is_named(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neutrality would be a recipe for another war.", [("neutral-status", False)]),
        ("A truce would be the fastest road into a new war.", [("full-ceasefire", False)]),
        ("Neutrality is nothing that we can live with.", [("neutral-status", False)]),
        ("The buffer zone must disappear.", [("neutral-status", False)]),
        ("To demand neutrality is like asking for the keys.", [("neutral-status", False)]),
        ("The call for a truce fell on deaf ears.", [("full-ceasefire", False)]),
        ("A truce is neither planned nor wanted.", [("full-ceasefire", False)]),
        ("It is hopeless to demand neutrality.", [("neutral-status", False)]),
        ("It would be wrong of Norland to demand neutrality.", [("neutral-status", False)]),
        ("It is an illusion that there can be peace without neutrality.", [("neutral-status", True)]),
        ("The Kremlin dashed hopes of a ceasefire.", [("full-ceasefire", False)]),
        ("Kyiv is not interested in talks, let alone in neutrality.", [("neutral-status", False)]),
        ("Anything less than neutrality is unacceptable.", [("neutral-status", True)]),
        ("There is no way around neutrality.", [("neutral-status", True)]),
        ("Norland should bury its dream of neutrality.", [("neutral-status", False)]),
        ("Kyiv cannot be expected to give up territory.", [("recognition", False)]),
        ("Neutrality led to war.", [("neutral-status", False)]),
        ("The premier gave his blessing to an Easter truce.", [("limited-truce", True)]),
        ("Guarantees for Ukraine come not as a reward but as a foundation.", [("security-guarantees", True)]),
    ],
)
def test_more_verdicts_in_other_words(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Support for neutrality stood at 20 per cent.",
        "Of those polled half want a truce.",
        "The readers were asked what would come first, the truce or the talks.",
        "People ask me every day when there will be a truce.",
        "You want to know who will send soldiers to Ukraine.",
        "Which states would send soldiers to Ukraine is open.",
        "The mediators will say in May when the truce is to begin.",
        "A ceasefire can be local or general, the handbook explains.",
        "Some ministers favour neutrality, others find it absurd.",
        "They keep saying: we want a truce.",
        "The drafts differ in that here the truce comes last.",
        "Hopes of a truce faded on Tuesday.",
        "Kyiv is being asked to give up territory.",
        "The word “neutrality” must be spelt so.",
        "Guarantees, without which a truce makes no sense, were discussed.",
    ],
)
def test_what_is_asked_counted_or_defined_is_no_position(book, text):
    assert stands(book, text) == []
