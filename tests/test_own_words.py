"""It, his view, her office: the source of words is nobody whom the words are about by name, in invented news."""

import pytest
from bracketed import actors_in, registry_in

from standpoints.actors import resolve_actors
from standpoints.reader import point

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Ilan Varga,Norland,person,,he
Bela Lund,Norland,person,,she
Mira Oster,Sundia,person,,she
Ivo Karst,Sundia,person,,he
Norland,Norland,state,Norlandish (adjective),it
Sundia,Sundia,state,Sundian (adjective),it
Norlandish Foreign Ministry,Norland,institution,,it
"""
OFFICES = """office,actor,valid_from,valid_to
president of Norland,Joss Tavian,2020-01-01,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


MINISTRY = "Norlandish Foreign Ministry"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The {MINISTRY} protested. {{Sundia had broken the truce}}, [it] said.", [MINISTRY]),
        (f"The {MINISTRY} protested. {{Sundia, [it] said, had broken the truce}}.", [MINISTRY]),
        (f"The {MINISTRY} protested, and [it] said {{that Sundia had broken the truce}}.", [MINISTRY]),
        (f"The {MINISTRY} protested; but [it] said {{that Sundia had kept the truce}}.", [MINISTRY]),
        ("[Sundia] said {so}. Norland protested. {Sundia had broken the truce}, [it] said.", ["Sundia", "Norland"]),
        # Whoever spoke before may speak of itself, and so may who begins a paragraph.
        ("[Norland] said {no}. {Norland had no choice}, [it] said.", ["Norland"] * 2),
        ("{Norland waited}, [it] said on Friday.", ["Norland"]),
        ("Norland protested to Sundia. [It] said {the truce had been broken}.", ["Norland"]),
        ("A spokeswoman protested. {Sundia had broken the truce}, [it] said.", [None]),
    ],
)
def test_it_is_not_who_is_accused_in_its_words(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize("pointer", [None, point], ids=["rules", "network"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilan Varga was blunt. In [his] view, {Karst is a usurper}.", "Ilan Varga"),
        ("Bela Lund was blunt. In [her] words, {Mira Oster is a liar}.", "Bela Lund"),
        ("Ilan Varga was blunt. In [his] opinion, {Tavian should talk}.", "Ilan Varga"),
        ("In [his] view, {Karst is a usurper}.", None),
        ("Ivo Karst met Bela Lund. In [his] view, {the truce is over}.", "Ivo Karst"),
        # But his people may speak of himself.
        ("Mira Oster met Bela Lund; {Mrs. Lund will help}, [her office] said.", "Bela Lund's office"),
        ("Mira Oster was late. {Bela Lund will help}, [her office] said.", "Bela Lund's office"),
    ],
)
def test_his_view_is_not_of_whom_it_is_about(text, expected, pointer, registry):
    assert [*_actors(text, registry, pointer)] == [expected]


def _actors(text, registry, pointer):
    from bracketed import tables

    found, _ = resolve_actors(*tables(text), registry, point=pointer)
    return found["actor"].astype("object").where(found["actor"].notna(), None)
