"""Positions: on which side of an issue a statement stands, where its words seem to say the contrary."""

import pytest
from coded import stands

from standpoints.codebook import read_codebook


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lifting sanctions now would reward the aggressor.", [("lift-sanctions", False)]),
        ("Easing the embargo would only encourage new attacks.", [("lift-sanctions", False)]),
        ("It would reward the aggressor to lift the sanctions now.", [("lift-sanctions", False)]),
        ("Lifting the sanctions would help end the war.", [("lift-sanctions", True)]),
        ("A truce now would embolden Norland.", [("full-ceasefire", False)]),
        ("A truce would give the enemy time to rearm.", [("full-ceasefire", False)]),
        ("A truce now would be a step towards surrender.", [("full-ceasefire", False)]),
        ("A truce now would be a step towards peace.", [("full-ceasefire", True)]),
        ("A truce would save thousands of lives.", [("full-ceasefire", True)]),
        ("A truce would not save lives.", [("full-ceasefire", False)]),
        ("A truce would open the way to talks.", [("full-ceasefire", True)]),
        ("Neutrality would leave Kestria defenceless.", [("neutral-status", False)]),
        ("Neutrality could cost many lives.", [("neutral-status", False)]),
        ("Rejecting a truce would only prolong the war.", [("full-ceasefire", True)]),
        ("A truce could collapse within hours.", []),
        ("A truce could break down within hours.", []),
        ("A truce now, Mira Oster said.", [("full-ceasefire", True)]),
        ("Kestria wants a truce now and talks later.", [("ceasefire-first", True)]),
    ],
)
def test_what_a_policy_would_do_tells_for_or_against_it(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce now would freeze the conflict.", [("full-ceasefire", False)]),
        ("A deal now would freeze the conflict.", []),
        ("A truce now would mean neutrality.", []),
        ("Norland spoke of a truce and would accept neutrality.", [("neutral-status", True)]),
        ("Kestria would freeze the conflict along the front line.", [("freeze-lines", True)]),
    ],
)
def test_what_a_policy_would_bring_about_is_no_position(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland asked Kestria to lift the embargo on Russian gas.", [("lift-sanctions", True)]),
        ("Norland urged Kestria to lift the ban on Russian banks.", [("lift-sanctions", True)]),
        ("Norland refused to lift the ban on Russian coal.", [("lift-sanctions", False)]),
        ("Norland asked for an exemption from the ban on Russian oil.", [("lift-sanctions", True)]),
        ("Norland proposed to abolish the oil price cap.", [("lift-sanctions", True)]),
        ("Norland proposed lowering the price cap on Russian oil.", [("more-sanctions", True)]),
        ("Norland called for an embargo on Russian gas.", [("more-sanctions", True)]),
        ("Norland opposed a ban on Russian gas.", [("more-sanctions", False)]),
    ],
)
def test_an_embargo_that_is_to_be_lifted_is_not_demanded(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland rejected claims that it had broken the truce.", []),
        ("Norland denied that it had violated the Easter truce.", []),
        ("Norland denied that it had turned down a truce.", []),
        ("Norland denied having ruled out neutrality.", []),
        ("Norland denied reports that it had accepted neutrality.", []),
        ("It is not true that Norland rejected neutrality.", []),
        ("Norland denied that it wanted neutrality.", [("neutral-status", False)]),
        ("Norland rejected the demand for neutrality.", [("neutral-status", False)]),
        ("Norland did not rule out neutrality.", [("neutral-status", True)]),
    ],
)
def test_a_denied_report_is_no_position(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers failed to agree on a truce.", []),
        ("The ministers failed on Thursday to agree on a truce.", []),
        ("The two sides could not agree on a truce.", []),
        ("The two sides were unable to reach agreement on neutrality.", []),
        ("The two sides have not yet agreed on a truce.", []),
        ("Norland has yet to agree to a truce.", []),
        ("Norland refused on Thursday to agree to a truce.", [("full-ceasefire", False)]),
        ("Norland has agreed on a truce.", [("full-ceasefire", True)]),
    ],
)
def test_not_to_agree_with_each_other_is_nobodys_position(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody in Holm will agree to a truce that lets Kestria rearm.", [("full-ceasefire", False)]),
        ("We accept no truce that leaves the enemy time to regroup.", [("full-ceasefire", False)]),
        ("Norland wants a truce that rewards nobody.", [("full-ceasefire", True)]),
        ("A deal which leaves occupying troops on our soil would be a defeat.", []),
        ("A truce that leaves enemy troops in our towns would only reward aggression.", [("full-ceasefire", False)]),
        ("The occupying troops must leave our soil.", [("withdrawal", True)]),
    ],
)
def test_what_is_said_of_the_truce_that_is_meant(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland called Kestria's demand for a truce first an ultimatum.", [("ceasefire-first", False)]),
        ("Norland called the demand for neutrality an ultimatum.", [("neutral-status", False)]),
        ("Norland called the demand for neutrality reasonable.", []),
        ("Norland called neutrality essential.", [("neutral-status", True)]),
        ("Norland called for neutrality.", [("neutral-status", True)]),
    ],
)
def test_what_a_demand_is_called_stands_after_it(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Those who want to lift sanctions reward the aggressor.", []),
        ("Those who began the war must face a tribunal.", [("tribunal", True)]),
        ("Norland did not say it was ready for a truce.", []),
        ("Norland stopped short of saying that it would accept a truce.", []),
        ("Norland did not want a truce.", [("full-ceasefire", False)]),
    ],
)
def test_what_others_want_and_what_was_not_said_is_no_position(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    "who", ["Anyone calling for neutrality is", "Whoever wants neutrality is", "All who want neutrality are"]
)
def test_who_mocks_those_who_want_it_is_not_for_it(book, who):
    assert ("neutral-status", True) not in stands(book, f"{who} naive.")


@pytest.mark.parametrize(
    ("speaker", "cue", "cue_class", "expected"),
    [
        ("Neither Arvik nor Holm", "wants", "thinks", [("neutral-status", False)]),
        ("Nobody in Holm", "supports", "agrees", [("neutral-status", False)]),
        ("No Norlandish minister", "demanded", "demands", [("neutral-status", False)]),
        ("No 7 Holm Street", "demanded", "demands", [("neutral-status", True)]),
        ("Holm", "wants", "thinks", [("neutral-status", True)]),
        ("Holm", "failed on Monday to agree on", "agrees", []),
        ("Holm", "did not say it wanted", "says", []),
    ],
)
def test_who_speaks_and_the_cue_are_read_before_the_content(book, speaker, cue, cue_class, expected):
    assert stands(book, "neutrality", speaker=speaker, cue=cue, cue_class=cue_class, form="indirect") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland would not stand in the way of the new sanctions package.", [("more-sanctions", True)]),
        ("Norland will not hinder deliveries of tanks.", [("more-arms", True)]),
        ("Norland has no objection to the new sanctions package.", [("more-sanctions", True)]),
        ("The guilty generals would not escape the tribunal.", [("tribunal", True)]),
        ("Those who gave the order would not escape justice.", [("tribunal", True)]),
        ("Norland stands in the way of a truce.", [("full-ceasefire", False)]),
    ],
)
def test_not_to_hinder_is_to_let_it_be(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delivering howitzers could end badly for everyone.", [("more-arms", False)]),
        ("Sending troops could trigger a new war.", [("foreign-troops", False)]),
        ("Confiscating the frozen assets could bring down the crown.", []),
        ("Recognising the annexed regions would open the way to further conquests.", []),
        ("Neutrality could open the way to a settlement.", [("neutral-status", True)]),
        ("A truce could be agreed within days.", [("full-ceasefire", True)]),
    ],
)
def test_what_could_do_harm_is_not_wished_for(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland is not looking to give Kestria long-range missiles.", [("more-arms", False)]),
        ("Norland gave Kestria no long-range missiles.", []),
        ("Norland refuses to give Kestria long-range missiles.", [("more-arms", False)]),
    ],
)
def test_a_sentence_that_only_denies_is_not_like_what_it_denies(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestria should first cancel the decree that bans talks with Norland.", [("preconditions", True)]),
        ("The law banning peacekeepers is old.", []),
        ("It is best to go straight to a peace agreement rather than a mere ceasefire.", [("talks-first", True)]),
        ("Kestria was ready for neutrality, but those days are gone.", []),
        ("Sending Norlandish troops had never been on the agenda.", [("foreign-troops", False)]),
        ("Norland must end all arms shipments as part of any truce.", [("stop-arms", True)]),
        ("Norland will not stop without tougher sanctions.", [("more-sanctions", True)]),
    ],
)
def test_a_word_of_attitude_counts_for_what_it_stands_to(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine has no intention of surrendering.", []),
        ("Kyiv has no interest in peace.", [("blames-ukraine", True)]),
        ("Russia demands that we leave our own land.", []),
        ("Russia made unacceptable demands, among them that our troops leave our own land.", []),
        ("The Kremlin insists that Ukraine withdraw from the four regions.", []),
        ("Ukraine wants Russia to withdraw its troops.", [("withdrawal", True)]),
        ("Ukrainian troops must leave the whole of Donetsk.", [("recognition", True)]),
        ("Ukraine has no plans to leave Kherson.", [("recognition", False)]),
        ("Kestria refused to take back its captured soldiers.", [("prisoner-exchange", False)]),
        ("The bank cannot agree without guarantees from all members.", []),
        ("First we agree on the terms, then the shooting can stop.", [("talks-first", True)]),
    ],
)
def test_who_is_to_leave_and_what_is_refused(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Give us back our children!", [("children-return", True)]),
        ("“Open a road out of the city.”", [("corridors", True)]),
        ("Just stop shooting, today, everywhere.", [("full-ceasefire", True)]),
        ("Do not open the corridor.", [("corridors", False)]),
        ("The open road out of the city was empty.", []),
        ("We are not trading land for promises.", [("recognition", False)]),
        ("Norland to send tanks", [("more-arms", True)]),
    ],
)
def test_an_order_is_a_wish_and_so_is_what_we_are_not_doing(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Root causes are diplomatic language for the end of Kestria.", [("root-causes", False)]),
        ("The claim that NATO's expansion led to the war does not stand up.", [("blames-west", False)]),
        ("To sit down without any conditions would be a blank cheque.", [("no-preconditions", False)]),
        ("European troops in Ukraine would start a bigger war.", [("foreign-troops", False)]),
        ("A tribunal would bury every chance of peace.", [("tribunal", False)]),
        ("To recognise the annexation would be a small price.", [("recognition", True)]),
        ("A truce at sea would be a sensible beginning.", [("limited-truce", True)]),
        ("A summit of the presidents would break the deadlock.", [("leaders-meeting", True)]),
    ],
)
def test_verdicts_in_other_words(book, text, expected):
    assert stands(book, text) == expected
