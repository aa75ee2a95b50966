"""Tone: known scores, the words that drove them, masks, and texts that have no tone."""

import json
import re

import pandas as pd
import pytest

from standpoints import tone
from standpoints.toning import network
from standpoints.toning.tones import Passage, Tone

NAN = float("nan")
HEADER = "word,instrument,treatment,why\n"


def table_of(*texts):
    return pd.DataFrame({"text": list(texts)})


def lexicon(*rows):
    return pd.DataFrame(rows, columns=["word", "instrument", "treatment"])


def words(table, instrument, row=0):
    return json.loads(table[f"words_{instrument}"].iloc[row])


def test_columns_scores_and_words():
    table = tone.add_tone(table_of("We welcome this good step.", "Talks were held."), masks=False)
    assert table.columns.tolist() == [
        "text", "tone_reader", "words_reader", "tone_textblob", "subjectivity", "words_textblob",
        "tone_vader", "words_vader",
    ]  # fmt: skip
    assert table["tone_textblob"].tolist() == [0.75, 0.0]
    assert table["tone_vader"].tolist() == [0.7488, 0.0]
    assert words(table, "textblob") == [["welcome", 0.4], ["good", 0.35]]  # the shares of (0.8 + 0.7) / 2
    assert words(table, "vader") == [["good", 0.29], ["welcome", 0.226]]
    assert table["words_vader"].iloc[1] == table["words_textblob"].iloc[1] == "[]"


@pytest.mark.parametrize(
    "text", [None, NAN, "", "   ", "?!…", "😀😀", "12.5", "мир и война", "мир good мир мир", "good " + "a" * 100_000]
)
def test_no_tone_where_there_is_nothing_to_score(text):
    table = tone.add_tone(table_of(text, "A good day."))
    scores = ["tone_reader", "tone_textblob", "tone_vader", "subjectivity"]
    assert table.loc[0, scores].isna().all() and table.loc[1, scores].notna().all()
    assert table.loc[0, ["words_reader", "words_textblob", "words_vader"]].tolist() == ["[]", "[]", "[]"]


def test_a_negated_word_counts_the_other_way():
    table = tone.add_tone(table_of("The plan is not good."), masks=False)
    assert words(table, "textblob") == [["not good", -0.35]]
    assert words(table, "vader") == [["good", table["tone_vader"].iloc[0]]]
    assert table["tone_vader"].iloc[0] < 0


def test_vader_is_the_packages_own():
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    texts = [
        "It was never so good, but Oster would NOT call it the bomb!!",
        "No good news; hardly any hope, without doubt sort of bad :(",
        "At least the least bad deal of all is kind of nice 😀.",
        "Not the kiss of death, and never this sad, no fear or worry.",
    ]
    own = SentimentIntensityAnalyzer()
    expected = [own.polarity_scores(text)["compound"] for text in texts]
    assert [score.tone for score in tone.vader(texts)] == expected
    assert all(expected)


def test_textblob_is_the_packages_own():
    from textblob import TextBlob

    texts = [
        "A very good deal, not a bad one.",
        "Really awful!",
        "Norland met Sundia.",
        "It isn't the best, she said: 3 men; a tax - D 'levy' ( ! ) of 8 ) — well-off U.S. ships : - )",
        "A very \n\n (good) deal… “Not…bad”, it's GREAT!",
    ]
    assert [(s.tone, s.subjectivity) for s in tone.textblob(texts)] == [tuple(TextBlob(t).sentiment) for t in texts]


@pytest.mark.parametrize(
    ("rows", "text", "left"),
    [
        ([("war", "vader", "mask")], "A war, a WAR and a good peace.", ["good", "peace"]),
        ([("war", "textblob", "mask")], "A good war.", ["good", "war"]),
        ([("united states", "all", "mask")], "The United\nStates and a united front.", ["united"]),
        ([("joy", "vader", "name")], "Mr Joy felt joy.", ["joy"]),
        ([("joy", "vader", "name")], "Premier Joy felt it.", []),
        ([("joy", "vader", "name")], "Joy at last.", ["joy"]),  # the first word has a capital anyway
        ([("war", "all", "mask")], "A warm day.", ["warm"]),
        ([("u good", "all", "mask")], "Are u good, or ugood, or good?", ["good"]),
    ],
)
def test_masks(rows, text, left):
    table = tone.add_tone(table_of(text), masks=lexicon(*rows))
    assert sorted(word for word, _ in words(table, "vader")) == left


def test_a_mask_leaves_the_other_words_in_their_places():
    """ "not" stands three words before "good" with and without the mask on the word between them."""
    masked = tone.add_tone(table_of("It was not war or good."), masks=lexicon(("war", "vader", "mask")))
    neutral = tone.add_tone(table_of("It was not tea or good."), masks=False)
    assert masked["tone_vader"].tolist() == neutral["tone_vader"].tolist()


def test_the_projects_masks():
    text = "The United States and the United Nations agreed on a ceasefire in the war."
    shown, plain = (tone.add_tone(table_of(text), masks=masks) for masks in (True, False))
    assert shown["tone_vader"].tolist() == [0.0]
    assert sorted(word for word, _ in words(plain, "vader")) == ["agreed", "united", "war"]


@pytest.mark.parametrize(
    "text",
    ["good " + "(" * 20_000, "a good day but " + "😀" * 20_000, "ab " + "“" * 20_000, "good but bad war " * 6_000],
)
def test_long_texts_are_scored_in_pieces(text):
    table = tone.add_tone(table_of(text))
    assert table[["tone_reader", "tone_vader", "tone_textblob"]].abs().le(1).all(axis=None)
    pieces = tone._PIECE.findall(text)
    assert max(map(len, pieces)) <= 2000 and "".join("".join(pieces).split()) == "".join(text.split())


def test_a_long_text_has_the_mean_tone_of_its_pieces():
    filler = "Oster read the paper. " * 91  # fills the first piece together with what stands before it
    table = tone.add_tone(table_of("Good. " + filler, "Good."), masks=False)
    assert len(tone._PIECE.findall(table["text"].iloc[0])) == 2
    assert 0 < table["tone_textblob"].iloc[0] < table["tone_textblob"].iloc[1]
    assert words(table, "textblob") == [["good", round(table["tone_textblob"].iloc[0], 4)]]


def test_input_and_index_stay():
    table = table_of("A good day.", "A bad day.").set_index(pd.Index([7, 3]))
    before = table.copy()
    toned = tone.add_tone(table)
    pd.testing.assert_frame_equal(table, before)
    assert toned.index.tolist() == [7, 3] and toned["tone_vader"].loc[3] < 0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Oster praised the brave and generous volunteers.", "Oster condemned the brutal and cowardly attack."),
        ("The truce brought relief and hope.", "The shelling brought grief and despair."),
        ("It was a wise decision.", "It was a foolish decision."),
    ],
)
def test_the_readers_tone_is_higher_for_the_better_word(better, worse):
    high, low = tone.add_tone(table_of(better, worse))["tone_reader"]
    assert high > 0 > low


def test_words_are_read_where_they_stand():
    """The words and the number of a row are the same apart and in an article; what stands around may shift the tone."""
    text = "Talks went on.\nOster condemned the brutal attack."
    sentence = Passage(text, ((15, len(text)),))
    apart = tone.add_tone(table_of(sentence.words))
    there = tone.add_tone(table_of("x"), passages=[sentence])
    assert there["tone_vader"].tolist() == apart["tone_vader"].tolist()
    assert there["tone_reader"].iloc[0] < 0
    assert {word for word, _ in words(there, "reader")} <= set(re.findall(r"\w+", sentence.words.lower()))


def test_tone_toward_tells_the_ones_who_are_named_apart():
    text = "Oster praised Tavian for his courage but condemned Karst as a liar and a coward."
    spans = [(0, 5), (14, 20), (51, 56)]
    assert [text[a:b] for a, b in spans] == ["Oster", "Tavian", "Karst"]
    mentions = pd.DataFrame(spans, columns=["start", "end"]).assign(article_id="a", sentence_id="a.s001")
    sentences = pd.DataFrame([("a", "a.s001", 0, len(text))], columns=["article_id", "sentence_id", "start", "end"])
    before = mentions.copy()
    toward = tone.add_tone_toward(mentions, sentences, pd.DataFrame({"article_id": ["a"], "text": [text]}))
    pd.testing.assert_frame_equal(mentions, before)
    _, praised, condemned = toward["tone_reader"]
    assert praised > 0 > condemned
    assert toward["tone_vader"].nunique() == 1  # a word list knows no targets


def test_the_text_of_an_article_is_held_once_however_many_it_names(monkeypatch):
    """A copy for each mention took 30 GB for a text of 1 MB."""
    seen = []
    monkeypatch.setattr(network, "tone_toward", lambda mention, sentence: seen.append(sentence.text) or Tone())
    text = "Norland met Sundia. " * 3
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    sentences = pd.DataFrame({"article_id": "a", "sentence_id": ["s"], "start": [0], "end": [len(text)]})
    starts = [0, 20, 40]
    mentions = pd.DataFrame({"article_id": "a", "sentence_id": "s", "start": starts, "end": [n + 7 for n in starts]})
    tone.add_tone_toward(mentions, sentences, articles)
    assert len(seen) == 3
    assert len({id(one) for one in seen}) == 1


def test_a_mention_of_no_words_has_no_tone():
    assert pd.isna(network.tone_toward((5, 5), Passage("Oster waits.", ((0, 12),))).tone)
    assert pd.isna(network.tone_of(Passage("Oster waits.", ())).tone)


def test_another_instrument_is_one_more_entry(monkeypatch):
    monkeypatch.setitem(tone.INSTRUMENTS, "length", lambda texts: [tone.Tone(len(text) / 100) for text in texts])
    table = tone.add_tone(table_of("A day.", None))
    assert table["tone_length"].iloc[0] == 0.06 and pd.isna(table["tone_length"].iloc[1])
    assert table["words_length"].tolist() == ["[]", "[]"]


def test_words_behind():
    rows = [
        ("Norland", 0.4, [["good", 0.4]]),
        ("Norland", -0.2, [["bad", -0.4], ["good", 0.2]]),
        ("Norland", NAN, []),
        ("Sundia", 0.0, []),
        (NAN, 0.9, [["great", 0.9]]),
    ]
    table = pd.DataFrame(
        {"side": [r[0] for r in rows], "tone_x": [r[1] for r in rows], "words_x": [json.dumps(r[2]) for r in rows]}
    )
    before = table.copy()
    behind = tone.words_behind(table, instrument="x", by="side").round(6)
    assert behind.columns.tolist() == ["side", "word", "n_texts", "mean", "mean_without", "change"]
    assert behind.to_numpy().tolist() == [
        ["Norland", "good", 2, 0.1, -0.2, 0.3],
        ["Norland", "bad", 1, 0.1, 0.3, -0.2],
    ]
    everything = tone.words_behind(table, instrument="x")
    assert everything["word"].tolist() == ["great", "good", "bad"]
    assert everything["mean"].round(6).tolist() == [0.275] * 3
    pd.testing.assert_frame_equal(table, before)


def test_the_mean_without_a_word_is_the_mean_of_the_texts_with_that_word_neutral():
    texts = table_of("A good day.", "A good and sad day.", "A day.")
    behind = tone.words_behind(tone.add_tone(texts, masks=False), instrument="vader").set_index("word")
    masked = tone.add_tone(texts, masks=lexicon(("good", "vader", "mask")))
    assert behind.loc["good", "mean_without"] == pytest.approx(masked["tone_vader"].mean(), abs=1e-4)


def test_the_projects_lexicon_has_reasons_and_no_word_twice():
    table = tone.read_lexicon()
    assert (table["why"].str.len() > 10).all()
    assert not table.duplicated(["word", "instrument", "treatment"]).any()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word,why\nwar,x\n", "line 1: no column instrument, treatment"),
        (HEADER + "war,all,mask,x\npeace,vadr,mask,x\n", "line 3: instrument 'vadr'; write one of all, "),
        (HEADER + "war,all,hide,x\n", "line 2: treatment 'hide'; write one of mask, name"),
        (HEADER + ",all,mask,x\n", "line 2: '' is no word"),
        ("", "cannot be read"),
    ],
)
def test_a_faulty_lexicon_is_told_with_file_and_line(tmp_path, text, told):
    file = tmp_path / "lexicon.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"lexicon\.csv") as error:
        tone.read_lexicon(file)
    assert told in str(error.value)


def test_missing_columns_are_told():
    with pytest.raises(ValueError, match="text='words': the table has no such column; it has text"):
        tone.add_tone(table_of("x"), text="words")
    with pytest.raises(ValueError, match="no column tone_vader; score it first with add_tone"):
        tone.words_behind(table_of("x"), instrument="vader")


def test_of_a_word_that_goes_on_only_what_is_said_is_told():
    """In full in the row of each sentence, a million accented letters in a row took a gigabyte."""
    letters = "e\u0301" * 300  # one word piece
    ((word, _),) = network.tone_of(Passage(letters, ((100, 120),))).words
    assert word == letters[100:120]
