import json

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.comparing.captions import caption
from standpoints.comparing.instruments import zero_scores
from standpoints.comparing.tone import tone_by_actor, tone_by_side
from standpoints.comparing.voice import cue_classes, share_of_voice
from standpoints.intervals import bootstrap_interval, bootstrap_shares, mean_interval, wilson_interval


def statements(rows):
    """Statements from (article_id, actor, side, text, tone_vader, within); NaN is nobody, None no `within`."""
    columns = ["article_id", "actor", "side", "text", "tone_vader", "within"]
    table = pd.DataFrame(rows, columns=columns).replace({None: np.nan})
    table["statement_id"] = [f"{row.article_id}.q{i:03}" for i, row in enumerate(table.itertuples(), start=1)]
    table["start"] = 0
    table["resolved_by"], table["confidence"] = "name", 0.9
    table["end"] = table["text"].str.len()
    table["pieces"] = [json.dumps([[0, end]]) for end in table["end"]]
    return table


TAVIAN, OSTER = ("Joss Tavian", "Norland"), ("Mira Oster", "Sundia")
NOBODY = (np.nan, np.nan)


@pytest.fixture
def news():
    return statements([
        ("a", *TAVIAN, "We want peace now.", 0.5, None),
        ("a", *TAVIAN, "Sundia had offered to withdraw.", 0.0, None),
        ("a", *OSTER, "to withdraw", -0.4, "a.q002"),
        ("a", *OSTER, "Never.", -0.5, None),
        ("a", *NOBODY, "talks go on", np.nan, None),
    ])  # fmt: skip


def test_voice_by_side_counts_outer_statements_their_words_and_the_unresolved(news):
    table = share_of_voice(news)
    expected = pd.DataFrame({
        "side": ["Norland", "Sundia", "speaker not resolved"],
        "n_statements": [2, 1, 1],
        "n_words": [9, 1, 3],
        "n_articles": [1, 1, 1],
        "share_statements": [0.5, 0.25, 0.25],
        "share_words": [9 / 13, 1 / 13, 3 / 13],
    })  # fmt: skip
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)
    assert (table["words_low"] <= table["share_words"]).all() and (table["share_words"] <= table["words_high"]).all()


def test_voice_by_actor_names_the_side_and_leaves_the_unresolved_without_one(news):
    table = share_of_voice(news, by="actor")
    assert table["actor"].tolist() == ["Joss Tavian", "Mira Oster", "speaker not resolved"]
    assert table["side"].tolist()[:2] == ["Norland", "Sundia"]
    assert pd.isna(table["side"].iloc[2])


def test_an_actor_without_a_side_is_not_called_unresolved():
    table = share_of_voice(statements([("a", "Lio Brandt", np.nan, "Enough.", 0.0, None)]))
    assert table["side"].tolist() == ["side not known"]


def test_a_reporting_clause_inside_a_statement_is_not_counted_as_words_of_the_speaker():
    text = "“We will talk,” he said, “but not today.”"
    table = statements([("a", *TAVIAN, text, 0.0, None)])
    table["start"], table["end"] = 100, 100 + len(text)
    table["pieces"] = "[[100, 115], [125, 141]]"
    assert share_of_voice(table)["n_words"].tolist() == [6]


def test_voice_of_no_statements_is_an_empty_table_with_the_same_columns(news):
    assert share_of_voice(news.iloc[:0]).columns.tolist() == share_of_voice(news).columns.tolist()
    assert len(share_of_voice(news.iloc[:0], by="actor")) == 0


def test_cue_classes_are_shares_of_what_each_side_says(news):
    news["cue_class"] = ["says", "claims", "says", np.nan, "says"]
    table = cue_classes(news, min_statements=2)
    expected = pd.DataFrame(
        [
            ("Norland", "says", 1, 2, 0.5, True),
            ("Norland", "claims", 1, 2, 0.5, True),
            ("Norland", "no reporting word", 0, 2, 0.0, True),
            ("Sundia", "says", 0, 1, 0.0, False),
            ("Sundia", "claims", 0, 1, 0.0, False),
            ("Sundia", "no reporting word", 1, 1, 1.0, False),
            ("speaker not resolved", "says", 1, 1, 1.0, False),
            ("speaker not resolved", "claims", 0, 1, 0.0, False),
            ("speaker not resolved", "no reporting word", 0, 1, 0.0, False),
        ],
        columns=["side", "cue_class", "n_statements", "n_of", "share", "enough"],
    )
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)


def test_a_kind_of_word_that_was_never_met_is_no_certainty(news):
    news["cue_class"] = ["says", "claims", "says", "says", "says"]
    never = cue_classes(news).set_index(["side", "cue_class"]).loc[("Sundia", "claims")]
    assert (never["low"], never["high"]) == pytest.approx(wilson_interval(0, 1))


def test_shares_are_drawn_like_ratios_of_sums():
    units, groups, words = [0, 0, 1, 2, 2, 3], [0, 1, 0, 1, 2, 2], [5, 1, 4, 2, 2, 7]
    low, high = bootstrap_shares(units, groups, words)
    whole = [6, 4, 4, 7]
    for group, own in enumerate([[5, 4, 0, 0], [1, 0, 2, 0], [0, 0, 2, 7]]):
        assert (low[group], high[group]) == pytest.approx(bootstrap_interval(own, whole))
    assert np.isnan(bootstrap_shares([0, 0], [0, 1], [3, 4])).all()  # one unit gives no interval
    assert [len(ends) for ends in bootstrap_shares([], [], [])] == [0, 0]


def test_tone_by_actor_means_counts_zeros_and_marks_the_few(news):
    table = tone_by_actor(news, min_statements=2, instrument="vader")
    expected = pd.DataFrame({
        "actor": ["Joss Tavian", "Mira Oster", "speaker not resolved"],
        "side": ["Norland", "Sundia", np.nan],
        "instrument": "vader",
        "mean": [0.25, -0.5, np.nan],
        "resampled_by": "statements",
        "n_statements": [2, 1, 0],
        "n_articles": [1, 1, 0],
        "n_zero": [1, 0, 0],
        "n_missing": [0, 0, 1],
        "n_needed": 2,
        "enough": [True, False, False],
    })  # fmt: skip
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)
    assert (table.loc[0, "low"], table.loc[0, "high"]) == (-1, 1)  # two statements tell nothing
    assert table.loc[1:, ["low", "high"]].isna().all(axis=None)  # one statement gives no interval


def test_tone_by_side_needs_no_actor(news):
    assert tone_by_side(news, instrument="vader")["side"].tolist() == ["Norland", "Sundia", "speaker not resolved"]


def test_statements_of_one_article_are_not_taken_for_independent():
    calm = [("a", *TAVIAN, "yes", 0.5, None)] * 40
    angry = [("b", *TAVIAN, "no", -0.5, None)] * 40
    row = tone_by_actor(statements(calm + angry), instrument="vader").iloc[0]
    assert (row["low"], row["high"], row["resampled_by"]) == (-1, 1, "articles")
    one = statements(calm + angry).assign(article_id="a")
    row = tone_by_actor(one, instrument="vader").iloc[0]
    assert row["resampled_by"] == "statements"
    assert row["high"] - row["low"] < 0.3


def test_intervals_do_not_depend_on_the_order_of_rows(news):
    assert_frame_equal(share_of_voice(news), share_of_voice(news.iloc[::-1]))
    assert_frame_equal(tone_by_actor(news, instrument="vader"), tone_by_actor(news.iloc[::-1], instrument="vader"))


def test_bootstrap_interval_of_a_known_case():
    scores = np.tile([-1.0, 1.0], 200)  # mean 0, standard error 1 / √400 = .05: ± 1.96 × .05
    low, high = bootstrap_interval(scores, np.ones(400))
    assert low == pytest.approx(-0.098, abs=0.01)
    assert high == pytest.approx(0.098, abs=0.01)
    assert bootstrap_interval(scores, np.ones(400)) == (low, high)
    assert np.isnan(bootstrap_interval([1.0], [1.0])).all()


def test_the_interval_of_a_mean_is_student_s_where_there_is_little():
    # .1, .2, .3: mean .2, standard deviation .1, standard error .0577, t of two degrees of freedom 4.303
    assert mean_interval([0.1, 0.2, 0.3], [1, 1, 1]) == pytest.approx((0.2 - 0.2484, 0.2 + 0.2484), abs=1e-4)
    scores = np.tile([-1.0, 1.0], 200)
    assert mean_interval(scores, np.ones(400)) == pytest.approx((-0.098, 0.098), abs=0.01)
    assert np.isnan(mean_interval([0.5], [1])).all() and np.isnan(mean_interval([], [])).all()


def test_an_article_that_outweighs_the_others_does_not_make_the_interval_narrow():
    low, high = mean_interval([0.0, 0.5, -0.5], [50, 1, 1])
    assert (low, high) == bootstrap_interval([0.0, 0.5, -0.5], [50, 1, 1])


def test_the_interval_of_scores_that_are_all_the_same_does_not_close():
    # With 1 - .025 ** (1 / 6) = .459 of all texts otherwise, six show none of them with a chance of .025.
    assert mean_interval(np.zeros(6), np.ones(6)) == pytest.approx((-0.459, 0.459), abs=1e-3)
    assert mean_interval([0.3, 0.9], [1, 3]) == pytest.approx((0.3 - 0.842 * 1.3, 0.3 + 0.842 * 0.7), abs=1e-3)


def test_wilson_interval_of_known_cases():
    assert wilson_interval(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)  # Wilson's own example form
    assert wilson_interval(2, 2) == pytest.approx((0.3424, 1.0), abs=1e-4)  # two of two is no certainty
    assert np.isnan(wilson_interval(0, 0)).all()


def test_zero_scores_of_each_instrument(news):
    table = zero_scores(news.assign(tone_textblob=[0.0, 0.0, 0.1, 0.0, np.nan]))
    expected = pd.DataFrame({
        "instrument": ["vader", "textblob"],
        "n_zero": [1, 3],
        "n_scored": [4, 4],
        "n_missing": [1, 1],
        "share_zero": [0.25, 0.75],
    })  # fmt: skip
    assert_frame_equal(table, expected)


def test_the_input_stays_as_it_was(news):
    before = news.copy(deep=True)
    share_of_voice(news)
    tone_by_actor(news, instrument="vader")
    zero_scores(news)
    assert_frame_equal(news, before)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda table: share_of_voice(table, by="outlet"), "by='outlet' is not possible; use by='side'"),
        (lambda table: tone_by_actor(table, instrument="flair"), "no column tone_flair; it has vader"),
        (lambda table: share_of_voice(table.drop(columns=["side", "text"])), "no column side, text"),
        (lambda table: tone_by_actor(table.drop(columns="tone_vader")), "score it first with add_tone"),
    ],
)
def test_errors_say_what_is_wrong_and_what_is_possible(news, call, message):
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        call(news)


class Study:
    def __init__(self, statements, codes=()):
        self.articles = pd.DataFrame({"article_id": ["a"]})
        self.statements = statements
        self.codes = pd.DataFrame({"statement_id": list(codes), "how": "names"})


def test_captions_account_for_every_statement(news):
    study = Study(news, codes=["a.q001", "a.q005"])
    assert caption(study) == (
        "4 of 5 statements in 1 article; 1 inside another statement, not counted; 1 of the 4 without a resolved side."
    )
    assert caption(study, "tone", by="actor", instrument="vader") == (
        "3 of 5 statements in 1 article; 1 inside another statement, not counted; 1 without a vader score."
    )
    assert caption(study, "positions") == (
        "2 of 5 statements in 1 article; 3 without a coded position; 1 of the 2 without a resolved side."
    )
    with pytest.raises(
        ValueError, match="use 'voice', 'words', 'tone', 'toward', 'voices', 'positions' or 'agreement'"
    ):
        caption(study, "map")
    with pytest.raises(ValueError, match="article_id='b' does not occur in this study; article_id can be: a"):
        caption(study, article_id="b")


def test_the_caption_of_agreement_counts_what_is_compared(news):
    news["cue"] = "said"  # Oster's offer stands in Tavian's statement
    assert caption(Study(news, codes=["a.q001", "a.q003", "a.q005"]), "agreement") == (
        "1 of 5 statements in 1 article; 2 without a coded position; 1 without a resolved side; 1 heard only as "
        "another side reports it."
    )


def test_the_caption_of_positions_by_actor_counts_unknown_actors_and_not_sides(news):
    news.loc[0, "side"] = np.nan
    assert caption(Study(news, codes=["a.q001", "a.q005"]), "positions", by="actor").endswith(
        "1 of the 2 without a resolved actor."
    )
    assert caption(Study(news, codes=["a.q001", "a.q005"]), "positions").endswith("2 of the 2 without a resolved side.")


def test_silence_has_no_share_of_voice(news):
    news["cue_class"] = ["silent", "claims", "says", np.nan, "says"]
    counted = share_of_voice(news)["n_statements"].sum()
    assert caption(Study(news)).startswith(
        "3 of 5 statements in 1 article; 1 inside another statement, not counted; 1 of sil"
    )
    assert caption(Study(news), "words").startswith(f"{counted + 1} of 5")
    assert counted == share_of_voice(news.drop(columns="cue_class"))["n_statements"].sum() - 1
