"""Readers see the codebook's labels, tables to compute with keep the ids."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from invented import EXAMPLES, study

from standpoints.answers import answer_positions, answer_reported, answer_together
from standpoints.charting.network import chart_network
from standpoints.charting.positions import chart_agreement, chart_positions
from standpoints.codebook import Codebook
from standpoints.comparing.common_ground import agreement_by_issue, agreement_of_sides
from standpoints.comparing.labels import concepts, labelled
from standpoints.comparing.network import position_ties
from standpoints.comparing.standing import position_matrix, stand_by_issue

LABELS = {"open-river": "An open river", "closed-river": "A closed river"}


@pytest.fixture
def book():
    stances = {
        name: {"label": label, "description": label, "examples": EXAMPLES, "opposite": other}
        for (name, label), other in zip(LABELS.items(), reversed(LABELS), strict=True)
    }
    return Codebook.model_validate({
        "issues": {
            "river": {"label": "The river", "question": "Whose is it?", "stances": stances},
            "tolls": {"question": "Who pays?", "stances": {"none": {**stances["open-river"], "label": "No tolls",
                                                                    "opposite": None}}},
        }
    })  # fmt: skip


@pytest.fixture
def news():
    yield study(
        ("a", "Joss Tavian", "Norland", "We want the river open.", "river: open-river"),
        ("a", "Mira Oster", "Sundia", "The river stays closed.", "river: closed-river, tolls: none"),
        ("a", "Ada Quill", np.nan, "Open it.", "river: not open-river"),
    )
    plt.close("all")


def test_ids_become_labels_and_unknown_ones_stay(book):
    table = pd.DataFrame({"issue": ["river", "tolls", "nets"], "stance": ["open-river", "none", "wide-nets"],
                          "together": ["not open-river; closed-river", np.nan, "wide-nets"]})  # fmt: skip
    told = labelled(table, codebook=book)
    assert told["issue"].tolist() == ["The river", "tolls", "nets"]
    assert told["stance"].tolist() == ["An open river", "No tolls", "wide-nets"]
    assert told["together"].tolist()[::2] == ["not An open river; A closed river", "wide-nets"]
    assert table["issue"].tolist() == ["river", "tolls", "nets"]
    assert concepts(table, codebook=book).tolist() == ["An open river", "No tolls", "nets: wide-nets"]


def test_answers_speak_in_labels_and_who_has_no_side_is_no_party(book, news):
    stands = stand_by_issue(news, codebook=book)
    assert answer_positions(stands, codebook=book).data == (
        "On “The river”, Norland agrees with “An open river” (1); Sundia agrees with “A closed river” (1).\n\n"
        "On 1 further issue only one side was heard. In brackets, the number of statements. "
        "Left out: 1 of 4 positions, of speakers whose side is not known."
    )
    together = answer_together(agreement_of_sides(news, codebook=book), codebook=book).data
    assert "against each other on “The river”" in together
    matrix = position_matrix(news).assign(n_reported=[1, *[0] * (len(position_matrix(news)) - 1)])
    assert "“A" in answer_reported(matrix, codebook=book).data


def test_charts_show_labels(book, news):
    rows = [label.get_text() for label in chart_positions(position_matrix(news), codebook=book).get_yticklabels()]
    assert rows == ["The river", "An open river", "A closed river", "tolls", "No tolls"]
    by_issue = chart_agreement(agreement_by_issue(news, codebook=book), codebook=book)
    assert "The river" in [label.get_text() for label in by_issue.get_xticklabels()]
    network = chart_network(position_ties(news), codebook=book)
    assert {"An open river (2)", "No tolls (1)"} <= {text.get_text() for text in network.texts}


def test_every_issue_of_the_project_has_a_label_of_its_own():
    from standpoints.codebook import project_codebook

    labels = [issue.label for issue in project_codebook().issues.values()]
    assert all(labels) and len(set(labels)) == len(labels)
