"""A name spelt in another way is the same person's; a name that only looks like it is somebody else's."""

import pytest
from bracketed import actors_in

from standpoints.naming.spellings import given_alike, surnames_alike
from standpoints.registry import read_registry


@pytest.mark.parametrize(
    ("one", "other", "full", "alone"),
    [
        # into the Latin alphabet by English, German, French and Polish rules
        ("taranov", "taranow", True, True),
        ("taranov", "taranoff", True, True),
        ("janukhin", "yanuhin", True, True),
        ("zelmenskyy", "selmenskij", True, True),
        ("shirgov", "schirgow", True, True),
        ("lukashin", "loukachine", False, False),
        ("hrabar", "grabar", True, True),
        # slips of the pen: a letter too many, two changed places
        ("oster", "osther", True, False),
        ("gutterman", "guterman", True, False),
        ("stollenberg", "stollenburg", True, True),
        # other people
        ("healden", "hale", False, False),
        ("healey", "hawley", False, False),
        ("williamson", "williams", False, False),
        ("andersson", "anderson", True, False),
        ("kerrow", "kerr", False, False),
        ("marin", "marine", True, False),
        ("taranov", "taranova", False, False),
        # "Salman" need not be "bin Salman"
        ("salman", "salman", True, False),
    ],
)
def test_surnames(one, other, full, alone):
    found = [surnames_alike(a, b, alone=only) for only in (False, True) for a, b in ((one, other), (other, one))]
    assert found == [full, full, alone, alone]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("volodymyr", "wolodimir", True),
        ("sergei", "serguei", True),
        ("aleksandr", "alexander", True),
        ("julia", "yulia", True),
        ("m", "mira", True),
        ("john", "josh", False),
        ("jon", "john", False),
        ("maria", "marie", False),
        ("alexander", "oleksandr", True),
        ("nikolay", "mykola", True),
        ("alexander", "alexei", False),
        ("pavlo", "petro", False),
        ("m", "iva", False),
    ],
)
def test_given_names(one, other, alike):
    assert given_alike(one, other) == given_alike(other, one) == alike


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    folder = tmp_path_factory.mktemp("registry")
    rows = ["actor,side,kind,aliases,pronouns"]
    rows += [
        f"{name},Norland,person,,"
        for name in ("John Healden", "Viktor Taranov", "Anna Stollenberg", "Ilan Dan", "Mira Store")
    ]
    (folder / "actors.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_registry(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Wiktor Taranow] said {it rained}.", ["Viktor Taranov"]),
        ("[Taranow] said {it rained}.", ["Viktor Taranov"]),
        ("[Jon Hale] said {it rained}.", ["Jon Hale"]),
        ("[Josh Healden] said {it rained}.", ["Josh Healden"]),
        ("[Anna Stollenburg] said {it rained}.", ["Anna Stollenberg"]),
        # a first name or a word of every day is a surname where the article says so
        ("[Dan] said {it rained}. Dan Holt waited.", ["Dan Holt"]),
        ("[Dan] said {it rained}. Ilan Dan waited.", ["Ilan Dan"]),
        ("[Minister Dan] said {it rained}.", ["Ilan Dan"]),
        ("[A store] said {it rained}.", [None]),
        ("[Store] said {it rained}.", ["Mira Store"]),
        # somebody whom the article introduces is meant before somebody spelt alike
        ("[Piet Stollenburg] said {it rained}. [Stollenburg] said {it snowed}.", ["Piet Stollenburg"] * 2),
        ("[Rasa Taranow] said {it rained}. [Taranow] said {it snowed}.", ["Rasa Taranow"] * 2),
    ],
)
def test_who_is_meant(text, expected, registry):
    assert actors_in(text, registry) == expected
