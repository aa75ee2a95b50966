"""The networks of discourse network analysis, on invented speakers, and the files that other programs read."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from invented import codebook, copy_of, study
from pandas.testing import assert_frame_equal

from standpoints.comparing.network import actor_network, actor_ties, position_network, position_ties, save_network

BOOK = codebook({
    "river": {"open-river": None, "tolls": None},
    "order": {"truce-first": "talks-first", "talks-first": None},
})  # fmt: skip
TAVIAN, OSTER, QUILL = ("Joss Tavian", "Norland"), ("Mira Oster", "Sundia"), ("Ada Quill", np.nan)


@pytest.fixture
def made():
    return study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("a", *TAVIAN, "Open, and no tolls.", "river: open-river, river: not tolls"),
        ("a", *TAVIAN, "Talks first.", "order: talks-first"),
        ("b", *OSTER, "Open.", "river: open-river"),
        ("b", *OSTER, "Closed.", "river: not open-river"),
        ("b", *OSTER, "Truce first, no tolls.", "order: truce-first, river: not tolls"),
        ("b", *QUILL, "No tolls.", "river: not tolls"),
        ("b", np.nan, np.nan, "No tolls, some say.", "river: not tolls"),
    )


def test_ties_are_a_row_an_actor_stance_and_agreement(made):
    expected = pd.DataFrame(
        [
            ("Joss Tavian", "Norland", "order", "talks-first", True, 1, 0),
            ("Joss Tavian", "Norland", "river", "open-river", True, 2, 0),
            ("Joss Tavian", "Norland", "river", "tolls", False, 1, 0),
            ("Mira Oster", "Sundia", "order", "truce-first", True, 1, 0),
            ("Mira Oster", "Sundia", "river", "open-river", True, 1, 0),
            ("Mira Oster", "Sundia", "river", "open-river", False, 1, 0),
            ("Mira Oster", "Sundia", "river", "tolls", False, 1, 0),
            ("Ada Quill", "side not known", "river", "tolls", False, 1, 0),
        ],
        columns=["actor", "side", "issue", "stance", "agree", "n_statements", "n_reported"],
    )
    assert_frame_equal(position_ties(made), expected, check_dtype=False)


def test_congruence_and_conflict_as_worked_out_by_hand(made):
    # Tavian stands on three stances, Oster on two (on the river she said both), Quill on one. A mean of 2.5 stances of
    # Tavian and Oster: congruence 1 / 2.5, conflict 1 / 2.5; of Tavian and Quill 1 / 2; of Oster and Quill 1 / 1.5.
    expected = pd.DataFrame(
        [
            ("Ada Quill", "side not known", "Mira Oster", "Sundia", 1, 0, 1 / 1.5, 0, "not tolls", np.nan, 1, 2, 1, 1),
            ("Ada Quill", "side not known", "Joss Tavian", "Norland", 1, 0, 1 / 2, 0, "not tolls", np.nan, 1, 3, 1, 1),
            ("Joss Tavian", "Norland", "Mira Oster", "Sundia", 1, 1, 0.4, 0.4, "not tolls", "talks-first", 3, 2, 2, 2),
        ],
        columns=["actor", "side", "other", "other_side", "n_congruent", "n_conflicting", "congruence", "conflict",
                 "congruent", "conflicting", "n_stances", "other_n_stances", "n_statements", "other_n_statements"],
    )  # fmt: skip
    assert_frame_equal(actor_ties(made, codebook=BOOK), expected, check_dtype=False)


def test_a_stance_needs_as_many_statements_as_are_asked_for(made):
    assert len(actor_ties(made, codebook=BOOK, min_statements=2)) == 0


def test_what_only_an_opponent_reports_is_no_tie_between_actors_but_is_told(tmp_path):
    made = study(
        ("a", *TAVIAN, "Oster wants tolls, and so do I.", "river: tolls"),
        ("a", *OSTER, "tolls", "river: tolls", "a.1"),
    )
    assert len(actor_ties(made, codebook=BOOK)) == 0
    assert position_ties(made).set_index("actor")["n_reported"].to_dict() == {"Joss Tavian": 0, "Mira Oster": 1}
    network = position_network(position_ties(made))
    assert network.get_edge_data("Mira Oster", "river: tolls")[1]["n_reported"] == 1
    assert network.nodes["river: tolls"]["n_reported"] == 1
    for file in save_network(network, "who", folder=tmp_path):
        assert "n_reported" in file.read_text(encoding="utf-8")


def test_the_network_of_positions_has_a_node_an_actor_and_stance_and_an_edge_a_tie(made):
    network = position_network(position_ties(made))
    assert network.nodes["Mira Oster"] == {
        "kind": "actor",
        "label": "Mira Oster",
        "side": "Sundia",
        "n_statements": 4,
        "n_reported": 0,
    }
    assert network.nodes["river: tolls"] == {
        "kind": "stance",
        "label": "tolls",
        "issue": "river",
        "n_statements": 3,
        "n_reported": 0,
    }
    edges = network.get_edge_data("Mira Oster", "river: open-river").values()
    assert sorted((edge["agree"], edge["relation"], edge["n_statements"]) for edge in edges) == [
        (False, "rejects", 1),
        (True, "agrees", 1),
    ]
    assert (network.number_of_nodes(), network.number_of_edges()) == (7, 8)


def test_the_network_of_actors_weighs_congruence_less_conflict(made):
    network = actor_network(actor_ties(made, codebook=BOOK))
    assert network.edges["Joss Tavian", "Mira Oster"] == {
        "weight": 0.0, "n_congruent": 1, "n_conflicting": 1, "congruence": 0.4, "conflict": 0.4,
        "congruent": "not tolls", "conflicting": "talks-first",
    }  # fmt: skip
    assert network.nodes["Ada Quill"]["side"] == "side not known"


def test_the_files_hold_the_network_and_are_the_same_each_time(made, tmp_path):
    for network in (position_network(position_ties(made)), actor_network(actor_ties(made, codebook=BOOK))):
        graphml, gexf = save_network(network, "who", folder=tmp_path / "1")
        for path, again in zip((graphml, gexf), save_network(network, "who", folder=tmp_path / "2"), strict=True):
            assert path.read_bytes() == again.read_bytes()
        for read in (nx.read_graphml(graphml, force_multigraph=True), nx.read_gexf(gexf)):
            assert set(read.nodes) == set(network.nodes)
            assert read.number_of_edges() == network.number_of_edges()
        assert b"lastmodified" not in gexf.read_bytes()
    ids = [
        line for line in (tmp_path / "1" / "who.graphml").read_text(encoding="utf-8").splitlines() if "<edge " in line
    ]
    assert len(ids) == len(set(ids))


def test_nothing_is_changed_and_nothing_gives_an_empty_table(made, tmp_path):
    before, columns = copy_of(made), [list(position_ties(made).columns), list(actor_ties(made, codebook=BOOK).columns)]
    for name, table in before.items():
        assert_frame_equal(getattr(made, name), table)
    made.codes = made.codes.iloc[:0]
    assert [list(position_ties(made).columns), list(actor_ties(made, codebook=BOOK).columns)] == columns
    assert len(position_ties(made)) == len(actor_ties(made, codebook=BOOK)) == 0
    assert len(save_network(position_network(position_ties(made)), "none", folder=tmp_path)) == 2
