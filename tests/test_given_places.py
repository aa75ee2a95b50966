"""States and capitals that are given names too: who is called so is a person, and no state is counted; the airport, the
declaration and the club are no persons. The capital of Sundia is Ilva here, and Georgia is a state."""

import time

import pytest
from bracketed import registry_in, tables

from standpoints.actors import resolve_actors
from standpoints.naming.spots import find_spots

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Norland,Norland,state,Norlandish (adjective); Paris (place),it
Sundia,Sundia,state,Sundian (adjective); Ilva (place),it
Velmark,Velmark,state,London (place),it
"""
OFFICES = "office,actor,valid_from,valid_to\n"


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


def named_in(text: str, registry) -> list[str]:
    """The actors of the mentions, each once, in order."""
    _, mentions = resolve_actors(*tables(text), registry)
    return list(dict.fromkeys(mentions["actor"]))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("[Its leader, Ilva Lind,] said {it rained}.", "Ilva Lind"),
        ("{“No,”} said [Ilva Stone]. She left.", "Ilva Stone"),
        ("[Paris Stone] said {it rained}.", "Paris Stone"),
        ("[Mayor London Cole] hoped {it would rain}.", "London Cole"),
        ("[The mayor, London Cole,] hoped {it would rain}.", "London Cole"),
        ("[Paris Cole, a singer,] hoped {it would rain}.", "Paris Cole"),
        ("[London Cole, 34,] hoped {it would rain}.", "London Cole"),
        ("According to [Paris Cole] {it rained}.", "Paris Cole"),
        ("[Paris Hill-Cole] said {it rained}.", "Paris Hill-Cole"),
        ("[Ilva N. Cole] said {it rained}.", "Ilva N. Cole"),
        ("[London Cole] said {it rained}.\nLondon Cole Sent Home\nThe end.", "London Cole"),
        ("People saw London Cole. Later [London Cole] hoped {it would rain}.", "London Cole"),
    ],
)
def test_a_given_name_that_is_a_place_before_a_surname_is_the_person(text, actor, registry):
    statements, mentions = resolve_actors(*tables(text), registry)
    assert statements["actor"].tolist() == [actor]
    assert set(mentions["actor"]) == {actor}


def test_she_is_whose_given_name_is_a_place(registry):
    text = "[Its leader, Ilva Lind,] said {that [she] had warned {him}}."
    _, mentions = resolve_actors(*tables(text), registry)
    assert mentions[["text", "actor"]].values.tolist()[:2] == [["Ilva Lind", "Ilva Lind"], ["she", "Ilva Lind"]]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("[Ilva] said {it rained}.", ["Sundia"]),
        ("[Ilva Airport] said {it rained}.", ["Ilva Airport"]),
        ("The [Ilva Declaration] said {it rained}. The Ilva Declaration is old.", ["Ilva Declaration"]),
        ("[Joss Tavian] said {the Ilva Declaration was signed. The Ilva Declaration is old}.", ["Joss Tavian"]),
        ("[Joss Tavian] said {London Bridge was shut. London Bridge is old}.", ["Joss Tavian"]),
        ("[Joss Tavian] said {the Paris Agreement was dead. The Paris Agreement is old}.", ["Joss Tavian"]),
        ("[Joss Tavian] said {Paris Saint-Germain had lost. Paris Saint-Germain is old}.", ["Joss Tavian"]),
        ("[London Fashion Week] said {it rained}.", ["London Fashion Week"]),
        ("[Ilva and Paris] said Monday {it rained}.", ["Sundia", "Norland"]),
        ("In Paris [Tavian] said {it rained}. Tavian left.", ["Joss Tavian"]),
        ("[London] was told {it rained}. From London Tavian flew home.", ["Velmark", "Joss Tavian"]),
        ("Velmark Mulls Levy As London Mulls Port\n[Joss Tavian] said {it rained}.", ["Velmark", "Joss Tavian"]),
    ],
)
def test_a_place_before_another_word_is_no_person(text, actors, registry):
    assert named_in(text, registry) == actors


def test_a_name_that_stands_a_thousand_times_is_looked_at_once(registry):
    begin = time.process_time()
    assert find_spots("He met London Cole in May. " * 1000, registry.names)[0].kind == "unlisted"
    assert time.process_time() - begin < 2
