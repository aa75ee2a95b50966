"""Three voices: what a side says, what others and the reporter say of it, and the reporter's own sentences."""

import json
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.clusters import with_repeats
from standpoints.comparing.captions import caption
from standpoints.comparing.course import tone_over_time
from standpoints.comparing.spoken import spoken_of
from standpoints.comparing.tone import three_voices, tone_between, tone_toward
from standpoints.comparing.voice import cue_classes
from standpoints.voices import mark_mentions

TEXT = (
    "Joss Tavian said Sundia was cruel to Norland. "
    "Sundia sent grain to Norland. "
    "Mira Oster said Tavian had called Kestria weak. "
    "Observers said Norland was late. "
    "Follow Sundia on Telegram!"
)
SENTENCES = [f"{part}." if not part.endswith("!") else part for part in TEXT.split(". ")]
SIDES = {"Joss Tavian": "Norland", "Tavian": "Norland", "Norland": "Norland", "Sundia": "Sundia",
         "Mira Oster": "Sundia", "Kestria": "Kestria"}  # fmt: skip


@dataclass(frozen=True)
class Study:
    articles: pd.DataFrame
    sentences: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame


def span(words, after=0):
    start = TEXT.index(words, after)
    return start, start + len(words)


@pytest.fixture
def study():
    sentences = pd.DataFrame([span(text.rstrip(".")) for text in SENTENCES], columns=["start", "end"])
    sentences["sentence_id"] = [f"a.s{i}" for i in range(len(sentences))]
    sentences["text"] = [TEXT[start:end] for start, end in sentences[["start", "end"]].to_numpy()]
    sentences["voice"] = ["statement", "reporter", "statement", "statement", "boilerplate"]
    sentences["tone_vader"] = [-0.6, 0.2, -0.4, -0.1, 0.0]
    said = [
        ("Sundia was cruel to Norland", "Joss Tavian", "Joss Tavian", None, -0.6),
        ("Tavian had called Kestria weak", "Mira Oster", "Mira Oster", None, -0.4),
        ("Kestria weak", "Tavian", "Tavian", "a.q1", -0.5),
        ("Norland was late", "Observers", np.nan, None, -0.1),
    ]
    statements = pd.DataFrame({
        "statement_id": [f"a.q{i}" for i in range(len(said))],
        "pieces": [json.dumps([span(words)]) for words, *_ in said],
        "speaker_start": [span(name)[0] for _, name, *_ in said],
        "speaker_end": [span(name)[1] for _, name, *_ in said],
        "actor": [actor for _, _, actor, *_ in said],
        "side": [SIDES.get(actor, np.nan) for _, _, actor, *_ in said],
        "within": [np.nan if within is None else within for *_, within, _ in said],
        "tone_vader": [tone for *_, tone in said],
    })  # fmt: skip
    named = [
        ("Joss Tavian", 0, 0), ("Sundia", 0, 0), ("Norland", 0, 0), ("Sundia", 30, 1), ("Norland", 50, 1),
        ("Mira Oster", 0, 2), ("Tavian", 80, 2), ("Kestria", 0, 2), ("Norland", 110, 3), ("Sundia", 150, 4),
    ]  # fmt: skip
    mentions = pd.DataFrame([span(name, after) for name, after, _ in named], columns=["start", "end"])
    mentions["text"] = [name for name, *_ in named]
    mentions["sentence_id"] = [f"a.s{i}" for *_, i in named]
    mentions["actor"] = [name for name, *_ in named]
    mentions["side"] = mentions["actor"].map(SIDES)
    mentions["tone_vader"] = mentions["sentence_id"].map(sentences.set_index("sentence_id")["tone_vader"])
    tables = [table.assign(article_id="a") for table in (sentences, statements, mentions)]
    return Study(pd.DataFrame({"article_id": ["a"], "text": [TEXT]}), *tables)


def test_who_speaks_of_whom(study):
    marked = mark_mentions(study.mentions, study.sentences, study.statements)
    said = [
        "Joss Tavian speaker nan", "Sundia statement Joss Tavian", "Norland statement Joss Tavian",
        "Sundia reporter nan", "Norland reporter nan", "Mira Oster speaker nan",
        "Tavian statement Mira Oster",  # the speaker of the inner statement is spoken of by the outer one
        "Kestria statement Mira Oster", "Norland statement nan", "Sundia boilerplate nan",
    ]  # fmt: skip
    assert [f"{row.actor} {row.voice} {row.speaker_actor}" for row in marked.itertuples()] == said


def test_an_article_in_which_nobody_is_named_has_no_mentions(study):
    other = study.statements.iloc[:1].assign(article_id="b", statement_id="b.q0")
    marked = mark_mentions(study.mentions, study.sentences, pd.concat([other, study.statements], ignore_index=True))
    assert marked["speaker_actor"].tolist()[1:3] == ["Joss Tavian", "Joss Tavian"]


def test_tone_toward_keeps_the_reporter_the_others_and_the_own_side_apart(study):
    table = tone_toward(study, instrument="vader")
    expected = pd.DataFrame(
        [
            ("Norland", "spoken of by others", -0.4, 1),
            ("Norland", "spoken of by its own side", -0.6, 1),
            ("Norland", "spoken of by unknown sides", -0.1, 1),
            ("Norland", "spoken of by the reporter", 0.2, 1),
            ("Sundia", "spoken of by others", -0.6, 1),
            ("Sundia", "spoken of by the reporter", 0.2, 1),
            ("Kestria", "spoken of by others", -0.4, 1),
        ],
        columns=["side", "voice", "mean", "n_mentions"],
    )
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)
    assert not table["enough"].any()
    assert table["low"].isna().all()  # one mention gives no interval


def test_tone_toward_an_actor_names_the_side(study):
    table = tone_toward(study, by="actor", instrument="vader").set_index(["actor", "voice"])
    row = table.loc[("Tavian", "spoken of by others")]
    assert (row["side"], row["mean"], row["n_mentions"]) == ("Norland", -0.4, 1)


def test_tone_between_puts_the_reporter_first_and_the_unknown_last(study):
    table = tone_between(study, instrument="vader")
    expected = pd.DataFrame(
        [
            ("the reporter", "Norland", 0.2, 1),
            ("the reporter", "Sundia", 0.2, 1),
            ("Norland", "Norland", -0.6, 1),
            ("Norland", "Sundia", -0.6, 1),
            ("Sundia", "Norland", -0.4, 1),
            ("Sundia", "Kestria", -0.4, 1),
            ("speaker not resolved", "Norland", -0.1, 1),
        ],
        columns=["speaker_side", "target_side", "mean", "n_mentions"],
    )
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)


def test_every_mark_of_tone_toward_somebody_leads_to_its_sentences(study):
    for row in tone_between(study, instrument="vader").itertuples():
        rows = spoken_of(study, side=row.target_side, speaker=row.speaker_side)
        assert (len(rows), rows["tone_vader"].mean()) == (row.n_mentions, pytest.approx(row.mean))
    for by in ("side", "actor"):
        for row in tone_toward(study, by=by, instrument="vader").to_dict("records"):
            rows = spoken_of(study, **{by: row[by]}, voice=row["voice"])
            assert (len(rows), rows["tone_vader"].mean()) == (row["n_mentions"], pytest.approx(row["mean"]))


def test_the_mentions_of_a_cell_say_who_speaks_of_whom_in_which_sentence(study):
    expected = pd.DataFrame(
        [
            ("Norland", "Tavian", "spoken of by others", "Mira Oster", "Sundia", "Tavian", -0.4),
            ("Kestria", "Kestria", "spoken of by others", "Mira Oster", "Sundia", "Kestria", -0.4),
        ],
        columns=["side", "actor", "voice", "speaker_actor", "speaker_side", "text", "tone_vader"],
    )
    rows = spoken_of(study, speaker="Sundia")
    assert_frame_equal(rows[expected.columns], expected, check_dtype=False)
    assert set(rows["sentence"]) == {"Mira Oster said Tavian had called Kestria weak"}
    assert [TEXT[row.start : row.end] for row in rows.itertuples()] == rows["text"].tolist()
    assert spoken_of(study, side="Norland", speaker="speaker not resolved")["sentence"].tolist() == [
        "Observers said Norland was late"
    ]
    assert spoken_of(study, side="Kestria", speaker="the reporter").empty


def test_a_speaker_of_unknown_side_is_not_of_another_one_and_a_nameless_one_may_have_a_side(study):
    """Joss Tavian is in no registry: he may be Norland's own envoy. The observers are Sundian ones."""
    study.statements.loc[0, "side"] = np.nan
    study.statements.loc[3, "side"] = "Sundia"
    voices = {"Norland": "spoken of by unknown sides", "Sundia": "spoken of by unknown sides"}
    assert spoken_of(study, speaker="side not known").set_index("actor")["voice"].to_dict() == voices
    assert spoken_of(study, side="Norland", speaker="Sundia")[["voice", "speaker_actor"]].values.tolist() == [
        ["spoken of by others", "Mira Oster"],
        ["spoken of by others", "speaker not resolved"],
    ]
    study.mentions["side"] = study.mentions["side"].mask(study.mentions["actor"] == "Sundia")
    assert spoken_of(study, actor="Sundia", speaker="side not known")["voice"].tolist() == ["spoken of by others"]


def test_who_is_spoken_of_goes_by_article_as_they_were_read(study):
    tables = {
        name: pd.concat([table.assign(article_id=f"press-{n}") for n in (2, 10)], ignore_index=True)
        for name, table in vars(study).items()
    }
    for name in ("sentences", "mentions"):
        tables[name]["sentence_id"] += " of " + tables[name]["article_id"]
    rows = spoken_of(Study(**tables), side="Kestria")
    assert rows["article_id"].tolist() == ["press-2", "press-10"]


def test_who_is_spoken_of_in_an_agencys_words_is_so_once_in_however_many_articles(study):
    tables = {
        name: pd.concat([table, table.assign(article_id="b")], ignore_index=True) for name, table in vars(study).items()
    }
    for name, key in (("sentences", "sentence_id"), ("mentions", "sentence_id"), ("statements", "statement_id")):
        tables[name][key] = tables[name]["article_id"] + tables[name][key].str[1:]
    tables["statements"]["statement_cluster"] = [*study.statements["statement_id"]] * 2
    both = Study(**tables)
    assert len(spoken_of(both, speaker="Norland")) == len(spoken_of(study, speaker="Norland")) == 2
    assert len(spoken_of(both, speaker="the reporter")) == 2 * len(spoken_of(study, speaker="the reporter"))
    assert "; 5 in statements repeated in other articles, counted once; " in caption(both, "toward", instrument="vader")
    assert len(spoken_of(with_repeats(both), speaker="Norland")) == 4


def test_a_speaker_or_voice_that_is_not_there_is_an_error_that_names_those_that_are(study):
    with pytest.raises(ValueError, match="speaker can be: Norland, Sundia, speaker not resolved, the reporter"):
        spoken_of(study, speaker="Kestria")
    with pytest.raises(ValueError, match="voice can be: spoken of by its own side"):
        spoken_of(study, voice="others")


def test_mentions_in_one_sentence_are_not_taken_for_independent():
    sentences = pd.DataFrame({"article_id": "a", "sentence_id": ["a.s0", "a.s1"], "voice": "reporter"})
    mentions = pd.DataFrame({
        "article_id": "a", "sentence_id": ["a.s0"] * 20 + ["a.s1"] * 20, "start": range(0, 400, 10),
        "end": range(5, 405, 10), "actor": [f"Sundia {i}" for i in range(20)] * 2, "side": "Sundia",
        "tone_vader": [0.5] * 20 + [-0.5] * 20,
    })  # fmt: skip
    nobody = pd.DataFrame(columns=["article_id", "statement_id", "pieces", "within", "speaker_start", "speaker_end",
                                   "actor", "side", "tone_vader"])  # fmt: skip
    row = tone_toward(Study(None, sentences, nobody, mentions), instrument="vader").iloc[0]
    assert (row["low"], row["high"], row["resampled_by"], row["n_mentions"]) == (
        -1,
        1,
        "sentences",
        40,
    )  # two sentences tell nothing


def test_who_is_named_twice_in_a_sentence_is_spoken_of_once():
    sentences = pd.DataFrame({"article_id": "a", "sentence_id": ["a.s0", "a.s1"], "voice": "reporter"})
    mentions = pd.DataFrame({  # The premier thanked Mr. Dell for his patience. Dell had waited.
        "article_id": "a", "sentence_id": ["a.s0", "a.s0", "a.s0", "a.s1"], "start": [0, 20, 33, 47],
        "end": [11, 28, 36, 51], "actor": ["Joss Tavian", "Piet Dell", "Piet Dell", "Piet Dell"], "side": "Norland",
        "tone_vader": [0.1, 0.9, 0.8, 0.2],
    })  # fmt: skip
    nobody = pd.DataFrame(columns=["article_id", "statement_id", "pieces", "within", "speaker_start", "speaker_end",
                                   "actor", "side", "tone_vader"])  # fmt: skip
    study = Study(None, sentences, nobody, mentions)
    table = tone_toward(study, by="actor", instrument="vader")
    assert table[["actor", "mean", "n_mentions"]].values.tolist() == [["Piet Dell", 0.55, 2], ["Joss Tavian", 0.1, 1]]


def test_three_voices_stand_side_by_side_and_silence_is_shown(study):
    table = three_voices(study, instrument="vader")
    expected = pd.DataFrame(
        [
            ("Norland", "its own words", -0.6, 1, "statements"),
            ("Norland", "spoken of by others", -0.4, 1, "mentions"),
            ("Norland", "spoken of by the reporter", 0.2, 1, "mentions"),
            ("Sundia", "its own words", -0.4, 1, "statements"),
            ("Sundia", "spoken of by others", -0.6, 1, "mentions"),
            ("Sundia", "spoken of by the reporter", 0.2, 1, "mentions"),
            ("Kestria", "its own words", np.nan, 0, "statements"),
            ("Kestria", "spoken of by others", -0.4, 1, "mentions"),
            ("Kestria", "spoken of by the reporter", np.nan, 0, "mentions"),
            ("the reporter", "own sentences", 0.2, 1, "sentences"),
        ],
        columns=["side", "voice", "mean", "n", "of"],
    )
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)


def test_nothing_comes_of_nothing(study):
    empty = Study(study.articles, study.sentences.iloc[:0], study.statements.iloc[:0], study.mentions.iloc[:0])
    for table, filled in (
        (tone_toward(empty, instrument="vader"), tone_toward(study, instrument="vader")),
        (tone_toward(empty, by="actor", instrument="vader"), tone_toward(study, by="actor", instrument="vader")),
        (tone_between(empty, instrument="vader"), tone_between(study, instrument="vader")),
        (three_voices(empty, instrument="vader"), three_voices(study, instrument="vader")),
    ):
        assert table.empty
        assert table.columns.tolist() == filled.columns.tolist()


def test_the_caption_accounts_for_every_mention(study):
    assert caption(study, "toward", instrument="vader") == (
        "7 of 10 mentions in 1 article; 2 that only say who speaks, not counted; 1 outside the article's own text; "
        "1 of the 7 by speakers of unknown side."
    )


def test_the_study_stays_as_it_was_and_errors_are_plain(study):
    before = study.mentions.copy(deep=True)
    tone_toward(study, instrument="vader")
    assert_frame_equal(study.mentions, before)
    with pytest.raises(ValueError, match="by='outlet' is not possible"):
        tone_toward(study, by="outlet", instrument="vader")
    with pytest.raises(ValueError, match="no column tone_flair; it has vader"):
        tone_between(study, instrument="flair")


def test_the_sides_stand_in_one_order_where_they_are_not_sorted_by_value():
    sides = ["Norland", "Norland", "Norland", "Europe", "Ukraine", "Ukraine", "Russia", np.nan]
    rows = [
        {"article_id": "a", "statement_id": f"a.{n}", "start": n, "actor": f"Joss {side}", "side": side,
         "within": np.nan, "cue_class": "says", "tone_reader": 0.1 * n}
        for n, side in enumerate(sides)
    ]  # fmt: skip
    statements = pd.DataFrame(rows)
    told = cue_classes(statements)["side"].tolist()
    assert told == ["Russia", "Ukraine", "Europe", "Norland", "side not known"]
    articles = pd.DataFrame([{"article_id": "a", "published": "2031-03-02"}])
    dated = SimpleNamespace(statements=statements, articles=articles)
    assert tone_over_time(dated)["side"].tolist() == told
