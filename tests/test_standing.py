from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.comparing.standing import position_matrix, stand_by_issue
from standpoints.comparing.taken import evidence, positions_taken
from standpoints.comparing.tone import tone_by_side

TEXT = "Joss Tavian said: first a truce, then talks. Mira Oster rejected a truce. She wants talks. Rain fell, some say."


@pytest.fixture
def study():
    spans = [(18, 43, "Joss Tavian", "Norland"), (57, 72, "Mira Oster", "Sundia"), (74, 89, "Mira Oster", "Sundia"),
             (91, 100, np.nan, np.nan), (91, 100, "Ada Quill", "Europe")]  # fmt: skip
    statements = pd.DataFrame([
        {"article_id": "a", "statement_id": f"a.q{i:03}", "start": start, "end": end, "text": TEXT[start:end],
         "actor": actor, "side": side, "speaker": "x", "cue": "said", "tone_vader": 0.1, "within": np.nan}
        for i, (start, end, actor, side) in enumerate(spans, start=1)
    ])  # fmt: skip
    codes = pd.DataFrame([
        ("a.q001", "truce", "full-truce", True, "first", 24, 31),
        ("a.q002", "truce", "full-truce", False, np.nan, 57, 72),
        ("a.q003", "order", "talks-first", True, np.nan, 84, 89),
        ("a.q001", "truce", "full-truce", True, np.nan, 18, 43),  # the same position a second time
        ("a.q004", "truce", "short-truce", True, np.nan, np.nan, np.nan),
    ], columns=["statement_id", "issue", "stance", "agree", "condition", "evidence_start", "evidence_end"])  # fmt: skip
    codes = codes.assign(article_id="a", how="pattern", score=1.0)
    articles = pd.DataFrame([{"article_id": "a", "title": "Truce?", "outlet": "The Post", "published": "2025-05-11",
                              "text": TEXT}])  # fmt: skip
    return SimpleNamespace(articles=articles, statements=statements, codes=codes)


def test_matrix_tells_agreement_rejection_silence_and_another_stance_apart(study):
    matrix = position_matrix(study)
    state = matrix.pivot(index="stance", columns="side", values="state")
    expected = pd.DataFrame({
        "Europe": ["no statement found"] * 3,
        "Sundia": ["rejects", "another stance only", "agrees"],
        "Norland": ["agrees", "another stance only", "no statement found"],
        "speaker not resolved": ["another stance only", "agrees", "no statement found"],
    }, index=["full-truce", "short-truce", "talks-first"])  # fmt: skip
    assert_frame_equal(state[expected.columns], expected, check_names=False, check_dtype=False)
    # Europe leads; Sundia has more statements than Norland; the unknown come last. Largest issue first.
    assert matrix["side"].unique().tolist() == ["Europe", "Sundia", "Norland", "speaker not resolved"]
    assert matrix["stance"].unique().tolist() == ["full-truce", "short-truce", "talks-first"]


def test_a_cell_counts_a_statement_once_and_knows_its_condition(study):
    matrix = position_matrix(study).set_index(["side", "stance"])
    cell = matrix.loc[("Norland", "full-truce")]
    assert cell[["n_statements", "n_agree", "n_disagree", "n_condition", "share_agree"]].tolist() == [1, 1, 0, 1, 1.0]
    assert (round(cell["low"], 3), cell["high"]) == (0.207, 1.0)
    empty = matrix.loc[("Europe", "full-truce")]
    assert empty["n_statements"] == 0 and np.isnan(empty["share_agree"])


def test_a_position_that_only_an_opponent_reports_is_counted_as_such(study):
    study.statements["within"] = [np.nan, np.nan, "a.q001", np.nan, np.nan]
    study.statements.loc[1, "within"] = "a.q003"  # Oster on Oster: of the same side
    matrix = position_matrix(study)
    assert matrix.loc[matrix["n_reported"] == 1, ["side", "stance"]].to_numpy().tolist() == [["Sundia", "talks-first"]]
    stands = stand_by_issue(study).set_index(["side", "issue"])["stand"]
    assert stands["Sundia", "order"] == "agrees with talks-first (1, 1 only as another side reports it)"


def test_who_is_not_known_or_has_no_side_is_no_other_side(study):
    study.statements["within"] = [np.nan, np.nan, "a.q004", np.nan, np.nan]  # "Sundia …, its spokesman said"
    for actor in (np.nan, "Ralf Ode"):  # nobody knows who that is; or who, and not of which side
        study.statements.loc[3, ["actor", "side"]] = [actor, np.nan]
        assert position_matrix(study)["n_reported"].sum() == 0


def test_evidence_of_a_side_is_what_its_bar_and_its_dot_count(study):
    study.statements["within"] = [np.nan, np.nan, "a.q001", np.nan, np.nan]
    rows = evidence(study, side="Sundia")
    dot = tone_by_side(study.statements, instrument="vader").set_index("side").loc["Sundia"]
    assert (len(rows), rows["tone_vader"].mean()) == (dot["n_statements"], dot["mean"])
    assert evidence(study, side="Sundia", stance="talks-first")["statement_id"].tolist() == ["a.q003"]  # positions: all


def test_stand_by_issue_says_it_in_words(study):
    study.codes.loc[len(study.codes)] = {"article_id": "a", "statement_id": "a.q003", "issue": "truce",
                                         "stance": "full-truce", "agree": True}  # fmt: skip
    stands = stand_by_issue(study).set_index(["side", "issue"])["stand"].to_dict()
    assert stands == {
        ("Europe", "truce"): "no statement found",
        ("Europe", "order"): "no statement found",
        ("Sundia", "truce"): "divided on full-truce (1 for, 1 against)",
        ("Sundia", "order"): "agrees with talks-first (1)",
        ("Norland", "truce"): "agrees with full-truce (1, 1 under a condition)",
        ("Norland", "order"): "no statement found",
        ("speaker not resolved", "truce"): "agrees with short-truce (1)",
        ("speaker not resolved", "order"): "no statement found",
    }


def test_to_speak_of_an_issue_without_a_position_is_told_from_silence(study):
    study.statements["issues"] = ["truce", "truce", "order", np.nan, "truce; order"]
    matrix = position_matrix(study).set_index(["side", "stance"])
    assert matrix.loc["Europe", "state"].to_dict() == {
        "full-truce": "no position taken",
        "short-truce": "no position taken",
        "talks-first": "no position taken",
    }
    assert matrix.loc[("Norland", "talks-first"), "state"] == "no statement found"
    # Sundia: a code on truce, of a statement that names it too; a code on order.
    assert matrix["n_on_issue"].groupby("side").sum().to_dict() == {
        "Europe": 3, "Norland": 2, "Sundia": 3, "speaker not resolved": 2,
    }  # fmt: skip
    stands = stand_by_issue(study).set_index(["side", "issue"])["stand"]
    assert stands["Europe", "order"] == "no position taken (1 statement on it)"
    assert evidence(study, side="Europe", issue="order", stance="no position taken")["statement_id"].tolist() == [
        "a.q005"
    ]
    assert evidence(study, issue="truce", stance="no position taken")["statement_id"].tolist() == ["a.q005"]
    assert len(evidence(study, side="Norland", issue="order", stance="no position taken")) == 0


def test_copies_of_a_statement_in_several_articles_count_once(study):
    copy = study.statements.iloc[[1]].assign(statement_id="b.q001", article_id="b")
    study.articles = pd.concat([study.articles, study.articles.assign(article_id="b")], ignore_index=True)
    study.statements = pd.concat([study.statements, copy], ignore_index=True)
    study.codes = pd.concat(
        [study.codes, study.codes.iloc[[1]].assign(statement_id="b.q001", article_id="b")], ignore_index=True
    )
    cell = position_matrix(study).set_index(["side", "stance"]).loc[("Sundia", "full-truce")]
    assert (cell["n_statements"], cell["n_disagree"]) == (2, 2)
    study.statements["statement_cluster"] = [np.nan, "k1", np.nan, np.nan, np.nan, "k1"]
    cell = position_matrix(study).set_index(["side", "stance"]).loc[("Sundia", "full-truce")]
    assert (cell["n_statements"], cell["n_disagree"], cell["n_on_issue"]) == (1, 1, 1)
    assert len(evidence(study, side="Sundia", stance="full-truce")) == 2  # all copies can be read


def test_evidence_goes_by_article_as_they_were_read_the_second_before_the_tenth(study):
    tables = {"articles": study.articles, "statements": study.statements.iloc[[1]], "codes": study.codes.iloc[[1]]}
    for name, table in tables.items():
        again = [table.assign(article_id=f"press-{n}") for n in (2, 10, 1)]
        if name != "articles":
            again = [rows.assign(statement_id=rows["article_id"] + ".q001") for rows in again]
        setattr(study, name, pd.concat(again, ignore_index=True))
    assert evidence(study)["article_id"].tolist() == ["press-2", "press-10", "press-1"]
    assert positions_taken(study)["article_id"].tolist() == ["press-2", "press-10", "press-1"]


def test_a_study_without_codes_gives_empty_tables(study):
    columns = [list(table(study).columns) for table in (position_matrix, stand_by_issue, positions_taken)]
    study.codes = study.codes.iloc[:0]
    for table, names in zip((position_matrix, stand_by_issue, positions_taken), columns, strict=True):
        assert len(table(study)) == 0
        assert list(table(study).columns) == names


def test_every_cell_of_the_matrix_can_be_asked_for_its_statements(study):
    for cell in position_matrix(study).to_dict("records"):
        rows = evidence(study, side=cell["side"], issue=cell["issue"], stance=cell["stance"])
        assert rows["statement_id"].nunique() == cell["n_statements"]
        assert len(evidence(study, side=cell["side"], issue=cell["issue"], agree=False)) >= cell["n_disagree"]
        assert {"title", "outlet", "published", "start", "end", "how", "score"} <= set(rows.columns)


def test_evidence_of_a_side_is_its_statements_with_their_article(study):
    rows = evidence(study, side="Sundia")
    assert rows["text"].tolist() == [TEXT[57:72], TEXT[74:89]]
    assert rows[["title", "outlet", "published"]].iloc[0].tolist() == ["Truce?", "The Post", "2025-05-11"]
    assert "issue" not in rows


def test_evidence_of_a_cell_names_the_words_that_decided_it(study):
    rows = evidence(study, side="Norland", issue="truce", stance="full-truce", agree=True)
    assert rows["evidence"].tolist() == [TEXT[24:31], TEXT[18:43]]
    assert rows["how"].tolist() == ["pattern", "pattern"]
    assert len(evidence(study, side="Norland", issue="order")) == 0
    assert evidence(study, stance="short-truce")["evidence"].isna().all()


def test_evidence_of_the_unresolved_can_be_asked(study):
    assert evidence(study, actor="speaker not resolved")["statement_id"].tolist() == ["a.q004"]


def test_a_value_that_is_not_there_is_an_error_that_names_those_that_are(study):
    with pytest.raises(ValueError, match="side='Norlund' does not occur in this study; side can be: Europe, Norland"):
        evidence(study, side="Norlund")
    with pytest.raises(ValueError, match="stance can be: full-truce, short-truce, talks-first"):
        evidence(study, side="Norland", stance="truce")
    study.codes = study.codes.iloc[:0]
    with pytest.raises(ValueError, match="issue can be: nothing: no statement"):
        evidence(study, issue="truce")


def test_the_study_stays_as_it_was(study):
    before = {name: table.copy(deep=True) for name, table in vars(study).items()}
    position_matrix(study)
    stand_by_issue(study)
    evidence(study, issue="truce")
    for name, table in before.items():
        assert_frame_equal(getattr(study, name), table)


def test_columns_of_the_users_own_may_be_called_as_ours(study):
    without = positions_taken(study), evidence(study, side="Norland")
    study.articles = study.articles.assign(
        **{name: "mine" for name in without[0].columns if name not in study.articles}
    )
    for before, after in zip(without, (positions_taken(study), evidence(study, side="Norland")), strict=True):
        assert_frame_equal(before, after)
