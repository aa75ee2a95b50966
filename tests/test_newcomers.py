"""Somebody new enters a report, with a name or without one: he and she are the newcomer from here on, and not who spoke
before; and who spoke before stays he where nobody new is the subject."""

import pandas as pd
import pytest
from bracketed import registry_in, tables

from standpoints.actors import resolve_actors
from standpoints.reader import point

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Mira Oster,Norland,person,,she
Ivo Karst,Sundia,person,,he
Norland,Norland,state,Norlandish (adjective); Arvik (place),it
Sundia,Sundia,state,Sundian (adjective); Sela (place),it
Velmark,Velmark,state,Velmarkish (adjective),it
Norlandish Foreign Ministry,Norland,institution,,it
"""
OFFICES = """office,actor,valid_from,valid_to
president of Norland,Joss Tavian,2020-01-01,
foreign minister of Norland,Mira Oster,2020-01-01,
president of Sundia,Ivo Karst,2020-01-01,
"""
MAN, WOMAN = "[Joss Tavian] said {the river was open}. ", "[Mira Oster] said {the river was open}. "
WHAT_PLAN, HE_SAID = "{“What plan?”} [he] asked.", "[He] said {the plan was a joke}."
SHE_ASKED, SHE_SAID = WHAT_PLAN.replace("[he]", "[she]"), HE_SAID.replace("[He]", "[She]")


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


def last_of(text: str, registry, pointer) -> tuple:
    statements, _ = resolve_actors(*tables(text), registry, point=pointer)
    last = statements.iloc[-1]
    return tuple(None if pd.isna(last[column]) else last[column] for column in ("actor", "side"))


both_ways = pytest.mark.parametrize("pointer", [None, point], ids=["rules", "network"])


@both_ways
@pytest.mark.parametrize(
    ("text", "side"),
    [
        (f"{MAN}A farmer in Sela shook his head. {WHAT_PLAN}", None),
        (f"{MAN}\nIn Sela, a farmer shook his head. {WHAT_PLAN}", None),
        (f"{MAN}\nA Sundian soldier was charging batteries. {HE_SAID}", "Sundia"),
        (f"{MAN}\nAt a bus stop in Sela, a man in a blue coat was waiting. The plan, [he] said, {{was a joke}}.", None),
        (f"{MAN}A driver who had come from Sela was angry. {HE_SAID}", None),
        (f"{MAN}On the square a student was selling flags. {WHAT_PLAN}", None),
        (f"{MAN}Among the guests was a Sundian poet. {HE_SAID}", None),
        (f"{MAN}There was also a priest. {HE_SAID}", None),
        (f"{MAN}In the yard stood a soldier. {HE_SAID}", None),
        (f"{MAN}The Sundian ambassador shook his head. {WHAT_PLAN}", "Sundia"),
        (f"{MAN}A spokesman for the rebels was sceptical. In [his] view, {{the plan was a joke}}.", None),
        (f"{WOMAN}One woman in Sela was not so sure. {SHE_ASKED}", None),
        (f"{WOMAN}A pensioner in Sela was not so sure. {SHE_ASKED}", None),
    ],
)
def test_somebody_without_a_name_enters(text, side, registry, pointer):
    assert last_of(text, registry, pointer) == (None, side)


@both_ways
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (f"{WOMAN}Zuzka Petrin stood outside her house in Sela. {SHE_SAID}", "Zuzka Petrin"),
        (f"{WOMAN}In Sela, 61-year-old Zuzka Petrin stood outside her house. {SHE_SAID}", "Zuzka Petrin"),
        (f"{WOMAN}Pensioner Zuzka Petrin was not so sure. {SHE_ASKED}", "Zuzka Petrin"),
        (f"{WOMAN}\nZuzka Petrin left the room. {SHE_SAID}", "Zuzka Petrin"),
        (f"{WOMAN}Zuzka Petrin runs a bakery in Sela. {SHE_SAID}", "Zuzka Petrin"),
        (f"{WOMAN}Zuzka Petrin (61) has no roof. {SHE_ASKED}", "Zuzka Petrin"),
        (f"{MAN}In a trench, a soldier with the call sign Heron lit a lamp. All was quiet. {WHAT_PLAN}", "Heron"),
        (f"{MAN}Zbyszko, a miner, shrugged. {WHAT_PLAN}", "Zbyszko"),
        (f"{MAN}\nThe head of the Sundian Chamber of Trade, Taras Vovk, left the room. {HE_SAID}", "Taras Vovk"),
        (f"{MAN}\nDeputy Premier Taras Vovk of Sundia left the room. {HE_SAID}", "Taras Vovk"),
        (f"{MAN}Sundian Ambassador to Velmark Taras Vovk could not be reached. {HE_SAID}", "Taras Vovk"),
        (f"{MAN}Sundia's ambassador to Velmark, Taras Vovk, was in the hall. {WHAT_PLAN}", "Taras Vovk"),
        (f"{MAN}The commander, Colonel Taras Vovk, was in the hall. {WHAT_PLAN}", "Taras Vovk"),
        (f"{MAN}Deputy Minister Taras Vovk shook his head. {WHAT_PLAN}", "Taras Vovk"),
        (f"{MAN}Only then did Ivo Karst speak. The plan, [he] said, {{was a joke}}.", "Ivo Karst"),
    ],
)
def test_somebody_with_a_name_enters(text, actor, registry, pointer):
    assert last_of(text, registry, pointer)[0] == actor


@pytest.mark.parametrize(
    "then",
    [
        "Two hours away, Zuzka Petrin was sorting letters. Her husband is missing.",
        "Zuzka Petrin's house has no roof.",
        "For Zuzka Petrin, the plan changes nothing.",
        "Then there is Zuzka Petrin.",
    ],
)
def test_the_network_points_to_a_name_that_no_list_holds(then, registry):
    assert last_of(f"{WOMAN}\n{then} {SHE_ASKED}", registry, point)[0] != "Mira Oster"


@both_ways
@pytest.mark.parametrize(
    "text",
    [
        f"Joss Tavian met a farmer in Sela. {HE_SAID}",
        f"{MAN}Asked by a reporter about the plan, [he] laughed at {{it}}. {WHAT_PLAN}",
        f"{MAN}A reporter asked about Sundia. {WHAT_PLAN}",
        f"{MAN}A journalist wanted to know when. {WHAT_PLAN}",
        f"{MAN}A reporter pressed him on the bridge. {WHAT_PLAN}",
        f"Joss Tavian spoke in Sela. An aide handed him a note. {HE_SAID}",
        f"{MAN}A child was killed in Sela. {HE_SAID}",
        "Joss Tavian spoke on Monday. {A leader must wait. That, [he] said, was the lesson}.",
        f"{MAN}Castle Howard stood empty. {HE_SAID}",
        f"{MAN}Oster Airlines closed its doors. {HE_SAID}",
        f"{MAN}His wife was silent. {HE_SAID}",
        f"{MAN}One critic called it a joke. But Tavian was firm. {HE_SAID}",
        f"Joss Tavian praised Port Tarn. Port Tarn was his home. {HE_SAID}",
    ],
)
def test_nobody_new_is_the_subject(text, registry, pointer):
    assert last_of(text, registry, pointer) == ("Joss Tavian", "Norland")


@pytest.mark.parametrize(
    "text",
    [
        f"{MAN}At least one man has died. {HE_SAID}",
        f"Joss Tavian spoke on Monday. A man of few words, {HE_SAID.lower()}",
    ],
)
def test_to_the_network_nobody_new_is_the_subject(text, registry):
    assert last_of(text, registry, point) == ("Joss Tavian", "Norland")


@both_ways
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (f"{WOMAN}In the yard stood a soldier. [The 58-year-old] said {{he was tired}}.", None),
        (f"{WOMAN}[The 58-year-old] said {{he was tired}}.", None),
        (f"{WOMAN}A boy was selling apples. [The 12-year-old] said {{the war was boring}}.", None),
        (f"{WOMAN}[The 58-year-old] said {{she was tired}}.", "Mira Oster"),
        ("Joss Tavian, 61, came with Mira Oster. [The 61-year-old] said {he was tired}.", "Joss Tavian"),
    ],
)  # fmt: skip
def test_an_age_is_of_who_entered_and_of_no_other_sex(text, actor, registry, pointer):
    assert last_of(text, registry, pointer)[0] == actor


@both_ways
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (f"{MAN}His deputy, Pavel Ryk, was blunter. {WHAT_PLAN}", "Pavel Ryk"),
        (f"{MAN}His deputy Pavel Ryk went further. {WHAT_PLAN}", "Pavel Ryk"),
        (f"{WOMAN}Her boss, Anna Lund, was blunter. {SHE_ASKED}", "Anna Lund"),
        (f"{MAN}His son, Pavel Ryk, is ill. {WHAT_PLAN}", "Joss Tavian"),
    ],
)
def test_who_works_beside_him_goes_on_and_not_his_family(text, actor, registry, pointer):
    assert last_of(text, registry, pointer)[0] == actor
