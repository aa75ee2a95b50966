"""Positions: wordings of newspapers that the codebook's phrases find."""

import pandas as pd
import pytest

from standpoints.codebook import read_codebook
from standpoints.positions import code_positions
from standpoints.stances.vocabulary import Word, attitude_words


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ninety days of quiet first, everything else later.", ("ceasefire-first", True)),
        ("We cannot negotiate with an enemy who shells our cities.", ("ceasefire-first", True)),
        ("The firing will stop once the documents are signed.", ("talks-first", True)),
        ("Several questions must be answered before there can be talk of a ceasefire.", ("talks-first", True)),
        ("The armies can fight and talk at the same time.", ("talks-first", True)),
        ("We put no conditions to the talks.", ("no-preconditions", True)),
        ("Once Kyiv has renounced its decree, we will open negotiations.", ("preconditions", True)),
        ("A breather at the front would be a gift to the enemy.", ("full-ceasefire", False)),
        ("The army will go on until its objectives are reached.", ("full-ceasefire", False)),
        ("We reject guarantees that are directed against Russia.", ("security-guarantees", False)),
        ("We had neutrality and it did not protect us.", ("neutral-status", False)),
        ("The size of our army is not a matter to haggle over.", ("demilitarisation", False)),
        ("Nobody has the right to tell us how large our army may be.", ("demilitarisation", False)),
        ("Men in Western uniforms in Ukraine would be legitimate targets.", ("foreign-troops", False)),
        ("NATO will have to let Ukraine in.", ("nato-membership", True)),
        ("NATO's door is not closed for Ukraine.", ("nato-membership", True)),
        ("We will not give back an inch of what we have won.", ("withdrawal", False)),
        ("Kherson belongs to our history and will remain Russian.", ("recognition", True)),
        ("It is time to cut off the Russian banks.", ("more-sanctions", True)),
        ("The curbs on trade with Russia should come off.", ("lift-sanctions", True)),
        ("We are delivering two more Patriot batteries to Kyiv.", ("more-arms", True)),
        ("We are pausing all arms shipments to Ukraine.", ("stop-arms", True)),
        ("There is only one real cause of this war.", ("root-causes", False)),
        ("Moscow blew up the talks.", ("blames-russia", True)),
        ("Moscow only pretends readiness for peace.", ("blames-russia", True)),
        ("The Kremlin has no interest in ending the war.", ("blames-russia", True)),
        ("Nobody forced Russia to attack its neighbour.", ("blames-russia", True)),
        ("She accused Moscow of using the talks to buy time.", ("blames-russia", True)),
        ("Kyiv is afraid of peace.", ("blames-ukraine", True)),
        ("NATO's march to our borders brought the war about.", ("blames-west", True)),
        ("Washington must stop encouraging the war.", ("blames-west", True)),
        ("The war would not have begun if the West had listened.", ("blames-west", True)),
        ("The West forbade Kyiv to make peace.", ("blames-west", True)),
        ("We will open a passage for the families.", ("corridors", True)),
        ("Civilians must not be prevented from leaving the town.", ("corridors", True)),
        ("There will be no amnesty for those who committed atrocities.", ("tribunal", True)),
        ("Everyone should get an amnesty for what was done in the war.", ("tribunal", False)),
        ("Whoever broke it pays for it.", ("reparations", True)),
        ("Let the guns fall silent, and our delegation will come.", ("ceasefire-first", True)),
        ("The treaty comes first, and the truce follows from it.", ("talks-first", True)),
        ("The talks should begin first and the truce would follow of itself.", ("talks-first", True)),
        ("Let us talk first and cease fire later.", ("talks-first", True)),
        ("Before any resumption of the dialogue, Kyiv must restore the old law.", ("preconditions", True)),
        ("We are ready to talk: no ultimatums, no lists.", ("no-preconditions", True)),
        ("Any deal needs assurances that Ukraine will not be attacked again.", ("security-guarantees", True)),
        ("Kyiv should be in no bloc.", ("neutral-status", True)),
        ("Norland wants a Ukraine with a small army.", ("demilitarisation", True)),
        ("No Polish soldier will stand there.", ("foreign-troops", False)),
        ("The Russian troops must go.", ("withdrawal", True)),
        ("Each army stays where it is.", ("freeze-lines", True)),
        ("The price ceiling for oil must come down.", ("more-sanctions", True)),
        ("Norland will not provide the Ukrainian army with weapons.", ("more-arms", False)),
        ("The conflict has to be resolved at its roots.", ("root-causes", True)),
        ("It is not Russia that is holding up the settlement.", ("blames-russia", False)),
        ("The alliance did not push anyone into this war.", ("blames-west", False)),
        ("The captured fighters will not be handed over in any swap.", ("prisoner-exchange", False)),
        ("No column of civilians will be let out of the city.", ("corridors", False)),
        ("We will not sit at one table with them until the guns have been pulled back.", ("preconditions", True)),
        ("First the guns go, then we talk.", ("preconditions", True)),
        ("The premier wants the war to go on.", ("full-ceasefire", False)),
        ("We do not want the fighting to continue.", ("full-ceasefire", True)),
        ("Moscow wants the war to go on.", ("blames-russia", True)),
        ("The president has no right to give away a single village.", ("recognition", False)),
    ],
)
def test_a_wording_of_the_news_is_found(book, text, expected):
    row = {"article_id": "a", "statement_id": "a.q000", "start": 0, "end": len(text), "text": text}
    codes = code_positions(pd.DataFrame([row]), book)
    assert expected in [(code.stance, code.agree) for code in codes.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The embargo on oil must go on for another year.", ("lift-sanctions", False)),
        ("We demand the cessation of military assistance to Kyiv.", ("stop-arms", True)),
        ("Oster called on Norland to cease fanning the flames by supplying shells.", ("stop-arms", True)),
        ("The missiles on the market were Moscow's answer to the envoy.", ("blames-russia", True)),
        ("Norland denounced the unprovoked invasion.", ("blames-russia", True)),
        ("Nobody may ever evade justice for this.", ("tribunal", True)),
        ("The crime must not go unpunished.", ("tribunal", True)),
        ("Nobody will talk unless the flow of arms to Kyiv has dried up.", ("stop-arms", True)),
    ],
)
def test_further_wordings(book, text, expected):
    row = {"article_id": "a", "statement_id": "a.q000", "start": 0, "end": len(text), "text": text}
    codes = code_positions(pd.DataFrame([row]), book)
    assert expected in set(zip(codes["stance"], codes["agree"], strict=True))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("We demand that the firing cease along the whole front.", "freeze-lines"),
        ("Norland reiterated its support for Ukraine's territorial integrity.", "more-arms"),
        ("We call on all states not to supply Russia with weapons.", "more-arms"),
        ("Pumping Ukraine with weapons only prolonged the conflict.", "blames-ukraine"),
        ("We want Kestria to leave the sanctions regime.", "lift-sanctions"),
        ("The root causes of migration have to be tackled.", "root-causes"),
        ("The two boxers will meet in December.", "leaders-meeting"),
        ("The merger talks between the two airlines can start.", "leaders-meeting"),
        ("Austria should not give up its neutrality.", "neutral-status"),
        ("Washington is ready to fight to the last Ukrainian.", "full-ceasefire"),
        ("European troops in Ukraine would start a bigger war.", "blames-ukraine"),
        ("The gate to the harbour will stay open for good.", "withdrawal"),
        ("The occupation authorities must leave the town hall in Kherson.", "withdrawal"),
        ("The French group wants to force those involved to talk.", "foreign-troops"),
        ("The seminar deals with the origins of the war.", "root-causes"),
        ("No captain will be set free before the end of the fighting.", "full-ceasefire"),
        ("No talks unless the garrison lays down its weapons.", "full-ceasefire"),
        ("Any minor whose parents are absent must wait.", "children-return"),
        ("The corridors of the school must be painted.", "corridors"),
        ("The bank refused to act as a backstop for the loan.", "security-guarantees"),
        ("Oster wants the travel restrictions to be lifted.", "lift-sanctions"),
        ("The bankers escaped prosecution.", "tribunal"),
        ("The Kremlin spoke of reasons lying deeper.", "blames-russia"),
        ("Kyiv was accused by the Kremlin of breaking the truce.", "blames-russia"),
        ("They want to blame us for the failure of the talks, Ukraine's envoy said.", "blames-ukraine"),
        ("Kyiv could have more missiles than men.", "more-arms"),
        ("Murders will go unpunished.", "tribunal"),
    ],
)
def test_a_look_alike_is_left_alone(book, text, stance):
    row = {"article_id": "a", "statement_id": "a.q000", "start": 0, "end": len(text), "text": text}
    assert stance not in set(code_positions(pd.DataFrame([row]), book)["stance"])


def test_words_of_attitude_are_found_in_any_case_and_stay_in_their_places():
    assert attitude_words("Norland REJECTS it.") == [Word(8, 15, "against")]
    assert attitude_words("İlkay Sandt never came.") == [Word(12, 17, "not")]  # small, the first letter is two signs
