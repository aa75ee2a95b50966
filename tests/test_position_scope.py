"""Positions: which words for and against reach the thing that is named, and which speak of something else."""

import pytest
from coded import stands

from standpoints.codebook import read_codebook


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia must stop dragging out the talks.", [("blames-russia", True)]),
        ("The ministers urged Russia to stop violating the ceasefire.", [("blames-russia", True)]),
        ("The West should stop prolonging the war.", [("blames-west", True)]),
        ("Russia does not violate the ceasefire.", [("blames-russia", False)]),
        ("It is time to stop talking and send the tanks.", [("more-arms", True)]),
        ("Norland should stop arguing and deliver the missiles.", [("more-arms", True)]),
        ("Norland should stop sending arms and delivering missiles to Ukraine.", [("stop-arms", True)]),
        ("The war could be ended only by increasing the pressure on Moscow.", [("more-sanctions", True)]),
    ],
)
def test_what_is_to_stop_goes_on(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland dropped its opposition to sending tanks to Ukraine.", [("more-arms", True)]),
        ("Norland gave up its resistance to using the frozen assets for Ukraine.", [("reparations", True)]),
        ("Norland lifted its veto on the sanctions package.", [("more-sanctions", True)]),
        ("Norland withdrew its objection to the sanctions package.", [("more-sanctions", True)]),
        ("Norland reversed its refusal to deliver tanks to Ukraine.", [("more-arms", True)]),
        ("Norland has not changed its refusal to supply missiles to Ukraine.", [("more-arms", False)]),
        ("The ban on arms deliveries to Ukraine must be lifted.", [("more-arms", True)]),
        ("The ban on arms deliveries to Ukraine must stay.", [("more-arms", False)]),
        ("Kyiv must first lift its own ban on talks.", [("preconditions", True)]),
    ],
)
def test_a_refusal_that_is_taken_back_is_none(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It would be a mistake not to send tanks to Ukraine.", [("more-arms", True)]),
        ("It would be a mistake to send tanks to Ukraine.", [("more-arms", False)]),
        ("It would be a crime not to use the frozen assets for Ukraine.", [("reparations", True)]),
        ("We want nothing more than a ceasefire.", [("full-ceasefire", True)]),
        ("We cannot accept anything less than a full ceasefire.", [("full-ceasefire", True)]),
        ("Nobody wants a ceasefire more than we do.", [("full-ceasefire", True)]),
        ("Nobody wants a ceasefire.", [("full-ceasefire", False)]),
        ("A ceasefire cannot be ruled out.", [("full-ceasefire", True)]),
        ("The root causes must not be ignored.", [("root-causes", True)]),
        ("One cannot ignore the root causes of the conflict.", [("root-causes", True)]),
        ("There is nothing wrong with lifting the sanctions.", [("lift-sanctions", True)]),
        ("The last thing we need is a frozen conflict.", [("freeze-lines", False)]),
        (
            "No neutral status could replace security guarantees.",
            [("neutral-status", False), ("security-guarantees", True)],
        ),
        ("A truce at the front would be nothing but a gift.", [("full-ceasefire", False)]),
        ("It is not too early to talk about a ceasefire.", [("full-ceasefire", True)]),
    ],
)
def test_two_words_that_say_no_may_say_yes(book, text, expected):
    assert sorted(stands(book, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She accused Kyiv of not wanting peace.", [("blames-ukraine", True)]),
        ("No one can accuse Kyiv of not wanting peace.", [("blames-ukraine", False)]),
        ("It is obscene to blame Ukraine for this war.", [("blames-ukraine", False)]),
        ("It would be dishonest to call Kyiv the obstacle to peace.", [("blames-ukraine", False)]),
        ("Those who say that Ukraine started the war are lying.", [("blames-ukraine", False)]),
        ("Claims that Kyiv broke the truce are false.", [("blames-ukraine", False)]),
        ("To claim that Ukraine provoked this war is to mock its dead.", [("blames-ukraine", False)]),
    ],
)
def test_a_charge_that_is_called_false_is_none(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We deplore that the children were taken and call for their return.", [("children-return", True)]),
        ("We asked them not to sign and to accept a truce.", [("full-ceasefire", True)]),
        (
            "“It is dangerous and useless,” Mira Oster said of the plan to deploy European troops.",
            [("foreign-troops", False)],
        ),
        ("Neutrality, bound to neither camp, would be the fairest way out.", [("neutral-status", True)]),
        ("Even if Norland agrees to a ceasefire, the sanctions will stay in place.", [("lift-sanctions", False)]),
        (
            "We are ready for talks without preconditions once there is a ceasefire.",
            [("ceasefire-first", True), ("no-preconditions", True)],
        ),
        (
            "Without security guarantees a ceasefire is worthless.",
            [("full-ceasefire", False), ("security-guarantees", True)],
        ),
        ("Norland had used the truce to rearm.", []),
        ("The shelling made the evacuation impossible.", []),
        ("Calls for a ceasefire were growing louder.", []),
        ("A truce at the front was agreed in 1914.", []),
        ("Norland cannot be trusted to keep a ceasefire.", []),
        ("Norland would probably reject a ceasefire.", []),
        ("Both sides see a ceasefire as a trap.", []),
    ],
)
def test_a_word_speaks_of_its_own_object(book, text, expected):
    assert sorted(stands(book, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many issues have to be settled before anyone can think of a summit.", []),
        ("A truce is not needed before the leaders meet.", [("ceasefire-first", False)]),
        ("The funds stay immobilised until Russia has paid compensation.", [("reparations", True)]),
        (
            "The operation will continue until Ukraine is demilitarised.",
            [("demilitarisation", True), ("full-ceasefire", False)],
        ),
        (
            "Norland would drop its bid for NATO if it got binding guarantees.",
            [("nato-membership", False), ("security-guarantees", True)],
        ),
        ("If Russia does not agree to a ceasefire, new sanctions must follow.", [("more-sanctions", True)]),
        ("We threaten massive sanctions should it reject the truce.", [("more-sanctions", True)]),
    ],
)
def test_what_hangs_on_a_condition(book, text, expected):
    assert sorted(stands(book, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("cue", "cue_class", "text", "expected"),
    [
        ("warned", "threatens", "that confiscating the Russian assets would help nobody", [("reparations", False)]),
        ("warned", "threatens", "of new sanctions", [("more-sanctions", True)]),
        ("confirmed", "says", "that it would observe a truce", [("full-ceasefire", True)]),
    ],
)
def test_what_is_warned_of(book, cue, cue_class, text, expected):
    assert stands(book, text, cue=cue, cue_class=cue_class, form="indirect", speaker="Mira Oster") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It would be a grave error, Mira Oster said of proposals to lift the sanctions.", [("lift-sanctions", False)]),
        ("“That is nonsense,” Oster commented on the demand for neutrality.", [("neutral-status", False)]),
        ("“This is a trap,” Mira Oster said when asked about a truce.", [("full-ceasefire", False)]),
        ("“Not one bullet,” the minister said when asked about military help for Kyiv.", [("more-arms", False)]),
        ("“It would be no mistake,” he said of the idea of a truce.", [("full-ceasefire", True)]),
        ("“It would be a mistake,” he said of calls not to lift the sanctions.", [("lift-sanctions", True)]),
        ("“We are thinking about it,” Oster said when asked about peacekeepers.", []),
        ("“No one can stop us,” Oster said of plans to send troops to Ukraine.", []),
        ("Norland, Sundia and Kestria said on Monday that they wanted a truce.", [("full-ceasefire", True)]),
    ],
)
def test_what_somebody_speaks_of_is_judged_by_what_he_says(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oster would neither confirm nor deny that soldiers might be sent to Odesa.", []),
        ("Norland has not decided yet how it will vote on the package of sanctions.", []),
        ("Reporters asked the premier if Norland would accept foreign troops.", []),
        ("The premier rejected the notion that peace has to wait until the root causes are removed.",
         [("root-causes", False)]),
        ("Peace has to wait until the root causes are removed.", [("root-causes", True)]),
        ("Sundia rules out both a halt along the front line and the stationing of European soldiers.",
         [("foreign-troops", False), ("freeze-lines", False)]),
        ("Norland will neither help Moscow nor send peacekeeping troops to Ukraine.", [("foreign-troops", False)]),
        ("Moscow demands that Kyiv get rid of its heavy weapons and cut its forces to 85,000 men.",
         [("demilitarisation", True)]),
        ("Kyiv should abandon its bid and accept neutrality.", [("neutral-status", True)]),
        ("The members want Norland to refrain from further arms deliveries to Kyiv.", [("stop-arms", True)]),
        ("Norland should pause the transfer of Patriot missiles to Ukraine.", [("stop-arms", True)]),
        ("The alliance is egging Kyiv on so that the war does not end.", [("blames-west", True)]),
        ("The assets should not be touched to compensate Ukraine, and the sanctions ought to be lifted.",
         [("reparations", False), ("lift-sanctions", True)]),
    ],
)  # fmt: skip
def test_each_word_turns_only_what_it_governs(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the absence of any answer, Norland invites its partners to draft further sanctions.",
         [("more-sanctions", True)]),
        ("Oster held Kyiv responsible for the fact that the talks had not begun.", [("blames-ukraine", True)]),
        ("Norland agreed to a full truce, so don't call it stubborn.", [("full-ceasefire", True)]),
        ("Sundia blocked the draft that would have called for safe passage.", [("corridors", False)]),
        ("The veto of Sundia blocked the corridors.", [("corridors", False)]),
        ("Nothing has to be signed for the guns to fall silent.", []),
        ("More has to be done for the guns to fall silent.", [("full-ceasefire", True)]),
        ("Norland criticised Moscow for dragging out the talks.", [("blames-russia", True)]),
        ("Norland refused to condemn Russia's war of aggression.", [("blames-russia", False)]),
        ("A swap of prisoners would strengthen the enemy, Oster argued against it.", [("prisoner-exchange", False)]),
        ("Oster works for an end to the embargo as soon as the guns fall silent.", [("lift-sanctions", True)]),
    ],
)  # fmt: skip
def test_a_word_does_not_reach_beyond_its_clause_nor_a_purpose(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv delayed both the lists and the exchange of prisoners.", [("blames-ukraine", True)]),
        ("Moscow has called off the sea truce.", [("blames-russia", True)]),
        ("Kyiv called off the exchange of prisoners.", [("prisoner-exchange", False)]),
    ],
)
def test_what_somebody_is_blamed_for_is_no_refusal_of_who_tells_it(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oster rejected the claim that further sanctions would prolong the war.", [("more-sanctions", True)]),
        ("Oster dismissed the view that new sanctions would hit the farmers.", []),
        ("Oster rejected the idea that Kestria should have more tanks.", [("more-arms", False)]),
        ("Oster complained about delays in the supply of missiles.", [("more-arms", True)]),
        ("Oster lamented that the supply of missiles was too slow.", [("more-arms", True)]),
        ("Oster lamented the supply of missiles.", [("more-arms", False)]),
        ("Oster was disappointed that the new sanctions had been rejected.", [("more-sanctions", True)]),
        ("Some capitals drag their feet on new sanctions.", [("more-sanctions", False)]),
        ("The exchange of prisoners must not be held hostage by anybody.", [("prisoner-exchange", True)]),
        ("Norland withdrew from the coalition that is preparing a tribunal.", [("tribunal", False)]),
        ("New tariffs on Russian oil would come back as a boomerang.", [("more-sanctions", False)]),
    ],
)
def test_a_complaint_of_too_little_wants_more(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oster contradicted people who hold Kyiv responsible for the war.", [("blames-ukraine", False)]),
        ("Anyone who says that NATO's expansion provoked the war is wrong.", [("blames-west", False)]),
        ("People who hold Kyiv responsible for the war gathered in the square.", []),
        ("Blaming Kyiv for the war is their daily habit.", []),
        ("Blaming Kyiv for the war, Oster left the hall.", [("blames-ukraine", True)]),
        ("To accuse Kyiv of sabotage is to stand the truth on its head.", [("blames-ukraine", False)]),
    ],
)
def test_those_who_claim_it_are_others(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Oster complained that Russia broke the truce.", [("blames-russia", True)]),
        ("Norland regretted that Russia had broken the truce.", [("blames-russia", True)]),
        ("Norland lamented that Russia was dragging out the talks.", [("blames-russia", True)]),
        ("Kestria regretted that talks can begin only after a truce.", [("ceasefire-first", False)]),
        ("Sundia does not complain that Russia broke the truce.", [("blames-russia", False)]),
    ],
)
def test_who_complains_of_a_deed_says_that_it_was_done(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce would have to include the sea lanes.", []),
        ("Norland insisted that a truce would have to include the sea lanes.", []),
        ("Any truce must include the waters off the coast.", []),
        ("Norland wants a truce, which would have to include the sea.", [("full-ceasefire", True)]),
        ("They announced a truce to the cameras, and then the shelling went on.", []),
        ("They promised a ceasefire, and yet the bombing never stopped.", []),
        ("Norland wants a truce, and yet the shelling went on.", [("full-ceasefire", True)]),
        ("Norland would present its vision of a future truce.", []),
        ("Norland would present its plan for a truce.", [("full-ceasefire", True)]),
    ],
)
def test_a_truce_that_is_described_or_belied_is_not_wished_for(book, text, expected):
    assert stands(book, text) == expected
