"""Whether the instruments agree, where they do not, and what the masks change."""

import json
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from standpoints.comparing.instruments import agreement, disagreements, effect_of_masks, tone_by_instrument
from standpoints.intervals import draws


def sentences(**tones):
    """Sentences with a column of tones for each instrument, all of one article."""
    table = pd.DataFrame({f"tone_{name}": values for name, values in tones.items()})
    return table.assign(article_id="a", sentence_id=[f"a.s{i}" for i in range(len(table))])


def test_alpha_of_a_case_worked_out_by_hand():
    # Two instruments, four sentences: (.0, .0) (.5, .5) (.5, .0) (−.5, −.5). Observed disagreement: 2 · .25 / 8.
    # Expected: the eight tones, −.5 twice, 0 three times and .5 three times, give
    # Σ n n' d² = 2 · (6 · .25 + 6 · 1 + 9 · .25) = 19.5 over 8 · 7. Alpha = 1 − .0625 / (19.5 / 56).
    table = agreement(sentences(one=[0.0, 0.5, 0.5, -0.5], two=[0.0, 0.5, 0.0, -0.5]))
    row = table.iloc[0]
    assert (row["instruments"], row["n"], row["n_missing"]) == ("one, two", 4, 0)
    assert row["alpha"] == pytest.approx(1 - 0.0625 / (19.5 / 56))
    assert row["low"] < row["alpha"] < row["high"] == 1.0


def test_the_interval_draws_the_same_alpha_as_nltk():
    rng = np.random.default_rng(3)
    one = rng.integers(-20, 21, 12) / 20
    table = sentences(
        one=one, two=(one + rng.integers(-20, 21, 12) / 20).clip(-1, 1).round(2), three=rng.permutation(one)
    )
    times = next(draws(12))
    drawn = []
    for row in times[:300]:  # each draw as a table of its own, to nltk
        again = table.loc[np.repeat(np.arange(12), row)].reset_index(drop=True)
        drawn.append(agreement(again.assign(sentence_id=again.index.astype(str)))["alpha"].iloc[0])
    found = agreement(table).iloc[0]
    assert found["low"] == pytest.approx(np.percentile(drawn, 2.5), abs=0.06)
    assert found["high"] == pytest.approx(np.percentile(drawn, 97.5), abs=0.06)


def test_three_instruments_are_compared_together_and_by_pairs_on_the_rows_that_all_scored():
    table = agreement(sentences(a=[0.1, 0.5, -0.5, np.nan], b=[0.1, 0.5, -0.5, 0.9], c=[0.5, -0.5, 0.1, 0.9]))
    assert table["instruments"].tolist() == ["a, b, c", "a, b", "a, c", "b, c"]
    assert table["alpha"].iloc[1] == 1.0
    assert (table["n"].tolist(), table["n_missing"].tolist()) == ([3] * 4, [1] * 4)


def test_no_agreement_is_told_where_there_is_nothing_to_agree_on():
    assert np.isnan(agreement(sentences(a=[0.0, 0.0], b=[0.0, 0.0]))["alpha"].iloc[0])
    assert np.isnan(agreement(sentences(a=[], b=[]))["alpha"].iloc[0])
    assert np.isnan(agreement(sentences(a=[0.1, 0.4]))["alpha"].iloc[0])


def test_disagreements_come_with_the_widest_first():
    table = sentences(a=[0.1, 0.9, np.nan, 0.2], b=[0.2, -0.9, 0.5, 0.2])
    found = disagreements(table)
    assert found["sentence_id"].tolist() == ["a.s1", "a.s0", "a.s3"]
    assert found["spread"].tolist() == pytest.approx([1.8, 0.1, 0.0])


TEXTS = [("Norland", "The war was a great victory."), ("Norland", "We met in town."), ("Sundia", "War is bad.")]


@pytest.fixture
def study():
    whole = " ".join(text for _, text in TEXTS)
    spans = [[[whole.index(text), whole.index(text) + len(text)]] for _, text in TEXTS]
    statements = pd.DataFrame(TEXTS, columns=["side", "text"]).assign(
        article_id="a", statement_id=["a.q0", "a.q1", "a.q2"], within=np.nan,
        pieces=[json.dumps(span) for span in spans], tone_vader=[0.6249, 0.0, -0.5423], tone_textblob=[0.8, 0.0, -0.7],
    )  # fmt: skip
    articles = pd.DataFrame({"article_id": ["a"], "text": [whole]})
    return SimpleNamespace(articles=articles, statements=statements.assign(actor=statements["side"]))


def test_every_instrument_has_a_row_for_each_side(study):
    table = tone_by_instrument(study.statements, min_statements=2)
    rows = table.set_index(["side", "instrument"])
    assert sorted(rows.index) == sorted((s, i) for s in ("Norland", "Sundia") for i in ("textblob", "vader"))
    assert rows.loc[("Norland", "textblob"), "mean"] == pytest.approx(0.4)
    assert table["side"].tolist() == ["Norland", "Norland", "Sundia", "Sundia"]
    assert rows["enough"].tolist() == [True, True, False, False]


def test_nothing_comes_of_no_statements(study):
    nothing = SimpleNamespace(articles=study.articles, statements=study.statements.iloc[:0].astype(object))
    assert effect_of_masks(nothing, instrument="vader").empty
    assert tone_by_instrument(nothing.statements).empty


def test_the_effect_of_the_masks_is_a_mean_with_and_one_without(study):
    table = effect_of_masks(study, instrument="vader")
    rows = table.set_index(["side", "masks"])
    with_masks, published = (rows.loc[("Norland", masks)] for masks in ("with data/lexicon.csv", "as published"))
    assert with_masks["mean"] == pytest.approx(0.6249 / 2)
    assert published["mean"] < with_masks["mean"]  # VADER gives "war" −2.9
    assert (published["n_changed"], with_masks["n_changed"], published["n_statements"]) == (1, 1, 2)
    assert table["side"].tolist() == ["Norland", "Norland", "Sundia", "Sundia"]
