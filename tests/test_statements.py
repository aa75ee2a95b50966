"""Rows of statements: exact spans, form, channel, statements inside statements; voices of sentences."""

import json

import pandas as pd
import pytest

from standpoints.reading.attribution import Attribution
from standpoints.reading.cues import cue_class
from standpoints.reading.typography import read_quotations
from standpoints.sentences import split_sentences
from standpoints.statements import COLUMNS, find_statements, said
from standpoints.toning.tones import Passage
from standpoints.voices import mark_voices, own_words

NEWS = (
    "Norland is ready, premier Joss Tavian wrote on his Telegram channel.\n"
    "He said Sundia had proposed a truce. The river was calm.\n"
    '"We wait," said Mira Oster, "and “hope” for more."\n'
    "Subscribe to our channel: “Norland Now” is best, Oster said."
)


@pytest.fixture
def tables():
    articles = pd.DataFrame({"article_id": ["news"], "text": [NEWS]})
    sentences = split_sentences(articles)
    return articles, sentences, find_statements(articles, sentences, read=read_quotations)


def test_rows(tables):
    _, _, statements = tables
    expected = [
        ("news.q001", "Norland is ready", "indirect", "premier Joss Tavian", None),
        ("news.q002", "Sundia had proposed a truce", "indirect", "He", None),
        ("news.q003", "a truce", "indirect", "Sundia", "news.q002"),
        ("news.q004", '"We wait," said Mira Oster, "and “hope” for more."', "direct", "Mira Oster", None),
    ]
    columns = statements[["statement_id", "text", "form", "speaker", "within"]]
    found = [tuple(None if pd.isna(x) else x for x in row) for row in columns.itertuples(index=False)]
    # “premier” in lower case belongs to no name: the subject begins where its clause begins.
    assert found == expected
    assert statements["channel"].dropna().tolist() == ["on his Telegram channel"]


def test_every_span_is_the_text_it_names(tables):
    _, _, statements = tables
    assert statements.columns.tolist() == list(COLUMNS)
    for row in statements.itertuples():
        assert NEWS[row.start : row.end] == row.text
        assert NEWS[row.cue_start : row.cue_end] == row.cue
        assert NEWS[row.speaker_start : row.speaker_end] == row.speaker
        pieces = json.loads(row.pieces)
        assert (pieces[0][0], pieces[-1][1]) == (row.start, row.end)


def test_said_leaves_out_the_reporting_clause(tables):
    articles, _, statements = tables
    assert said(statements, articles).iloc[3] == '"We wait," "and “hope” for more."'


def test_voices_and_the_reporters_own_words(tables):
    _, sentences, statements = tables
    spoken = statements.assign(actor=["Joss Tavian", "Joss Tavian", "Sundia", "Mira Oster"], side="Norland")
    before = sentences.copy()
    marked = mark_voices(sentences, spoken)
    pd.testing.assert_frame_equal(sentences, before)
    assert marked["voice"].tolist() == ["reporter", "statement", "reporter", "statement", "boilerplate"]
    assert marked["actor"].dropna().tolist() == ["Joss Tavian", "Mira Oster"]
    own = [Passage(NEWS, spans).words.strip() for spans in own_words(marked, spoken)]
    assert own[0] == ", premier Joss Tavian wrote on his Telegram channel."
    assert own[2] == "The river was calm."
    assert own[3] == "said Mira Oster,"


def test_inside_a_statement_each_that_clause_is_read_alone():
    text = "Oster said that the US had proposed a truce and that talks with us in Holm would continue next week."
    articles = pd.DataFrame({"article_id": ["news"], "text": [text]})
    rows = find_statements(articles, split_sentences(articles), read=read_quotations)
    inner = rows[rows["within"].notna()]
    assert list(inner[["speaker", "cue", "text"]].itertuples(index=False, name=None)) == [
        ("the US", "had proposed", "a truce")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Oster claimed she would come, but nobody believes it, an envoy said.", "she would come"),
        ("Oster claimed the port was shut, and was late, an envoy said.", "the port was shut, and was late"),
        ("An envoy said Oster claimed the port was shut, but nobody minds.", "the port was shut, but nobody minds"),
    ],
    ids=["envoy-behind", "one-subject", "envoy-before"],
)
def test_what_follows_a_statement_inside_another_is_said_by_who_reports_it(text, said):
    articles = pd.DataFrame({"article_id": ["news"], "text": [text]})
    rows = find_statements(articles, split_sentences(articles), read=read_quotations)
    assert rows.loc[rows["within"].notna(), "text"].tolist() == [said]


@pytest.mark.parametrize(
    ("first", "rest", "inner"),
    [
        ("President Karst", "had told Varga that it rained", [("President Karst", "had told", "that it rained")]),
        ("Karst", "insisted “it rained”", []),
        ("Karst came late", "and had insisted that it rained", []),
    ],
)
def test_who_stands_before_the_clause_that_reports_it_is_heard_inside_it(first, rest, inner):
    text = f"It rained. {first}, Oster added, {rest}."
    spans = [(text.index(words), text.index(words) + len(words)) for words in (first, rest, "added", "Oster")]
    one = Attribution(tuple(spans[:2]), (spans[2],), (spans[3],))
    articles = pd.DataFrame({"article_id": ["news"], "text": [text]})
    rows = find_statements(articles, split_sentences(articles), read=lambda _: [one])
    found = rows.loc[rows["within"].notna(), ["speaker", "cue", "text"]]
    assert list(found.itertuples(index=False, name=None)) == inner
    assert all(text[row.cue_start : row.cue_end] == row.cue for row in rows.itertuples())


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("talks would continue next week", None),
        ("that, according to a study, it rained", None),
        ("Sundia continued to deny the raid", "Sundia"),
        ("Sundia was not threatening Norland", None),
        ("the figures spoke for themselves", None),
        ("the sooner Sundia agreed to talks, the better", None),
        ("Norland lacked the boats they had promised in March", None),
        ("Sundia was simply not invited to the talks", None),
        ("the premier knew very well", None),
        ("Sundia would believe it", None),
        ("Sundia had urged officials to wait", "Sundia"),
        ("Sundia would ask the envoys to wait", None),
        ("Tavian had never asked for boats", None),
        ("Sundia had accepted the terms of the League", None),
        ("that Sundia had accepted that the port was shut", "Sundia"),
    ],
)
def test_what_is_no_statement_inside_a_statement(said, speaker):
    articles = pd.DataFrame({"article_id": ["news"], "text": [f"Mira Oster said {said}."]})
    rows = find_statements(articles, split_sentences(articles), read=read_quotations)
    inner = rows[rows["within"].notna()]
    assert inner["speaker"].tolist() == ([speaker] if speaker else [])


def test_an_article_without_statements_gives_no_rows():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["", "The river rose."]})
    statements = find_statements(articles, split_sentences(articles), read=read_quotations)
    assert len(statements) == 0
    assert statements.columns.tolist() == list(COLUMNS)


def statements_of(text):
    articles = pd.DataFrame({"article_id": ["news"], "text": [text]})
    return find_statements(articles, split_sentences(articles), read=read_quotations)


FORMS = [
    ("Oster said: “We wait.”", "direct"),
    ("Oster said they would “wait and see”.", "mixed"),
    ("‘The ministers’ draft isn’t bad,’ Oster said.", "direct"),
    ("Oster said the ministers’ draft was bad.", "indirect"),
    ("“They say ‘no,’ ” Oster said.", "direct"),
    ("''Talks are possible,'' Oster said.", "direct"),
    # A turn of an interview and a post stand word for word, without marks.
    ("The Fjord: Why now?\nOster: We wait.\nThe Fjord: For whom?", "direct"),
    ("@norland_mfa: The offer is under review.", "direct"),
    # A headline does not.
    ("Oster: talks possible\nThe river rose, Mira Oster said.", "indirect"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_form(text, form):
    assert statements_of(text)["form"].iloc[0] == form


def test_a_quotation_over_paragraphs_is_one_row_of_one_speaker():
    text = "“We waited,” Oster said. “We wrote.\n“We went.”\nThe river rose."
    rows = statements_of(text)
    assert rows["speaker"].tolist() == ["Oster"]
    pieces = [text[start:end] for start, end in json.loads(rows["pieces"][0])]
    assert pieces == ["“We waited,”", "“We wrote.", "“We went.”"]
    assert rows["form"].tolist() == ["direct"]


def test_the_channel_stands_in_the_sentence_of_the_cue():
    rows = statements_of(
        "Mira Oster wrote on X:\n“We wait.”\nOn Facebook nothing was to be seen.\n“We go,” he told reporters."
    )
    assert rows["channel"].fillna("").tolist() == ["", "reporters"]
    rows = statements_of("“We go to X now,” Mira Oster told SUNA.")
    assert rows["channel"].tolist() == ["SUNA"]


def test_a_speaker_who_is_not_named_stays_unknown():
    rows = statements_of("“We will wait for the spring.”\nThe river rose.\n“We will go in the summer.”")
    assert rows["speaker"].isna().all() and len(rows) == 2


def test_what_is_no_part_of_the_article_is_left_out():
    articles = pd.DataFrame({"article_id": ["news"], "text": ["Oster said it rained. Tavian said it was dry."]})
    sentences = split_sentences(articles).assign(voice=["boilerplate", "reporter"])
    assert find_statements(articles, sentences, read=read_quotations)["speaker"].tolist() == ["Tavian"]


def test_no_statement_in_a_caption():
    rows = statements_of("Mira Oster says goodbye to reporters. (AP Photo/Lena Krull)\nThe talks failed, Oster said.")
    assert rows["text"].tolist() == ["The talks failed"]


def test_you_and_nobody_report_nothing_inside_a_statement():
    said = "You said that we lost. Nobody said it was true. Tavian said that they lost."
    rows = statements_of(f"The Fjord: Who lost?\nOster: {said}\nThe Fjord: So who?")
    assert rows["speaker"].tolist() == ["The Fjord", "Oster", "Tavian", "The Fjord"]
    assert rows["within"].notna().tolist() == [False, False, True, False]


@pytest.mark.parametrize(
    "text", ["“We wait,” Oster said. " * 300, "Oster: we wait.\nTavian: we go.\n" * 100, "“Go.”\n" * 300]
)
def test_long_texts_give_exact_rows(text):
    for row in statements_of(text).itertuples():
        assert text[row.start : row.end] == row.text


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Oster said Karst had called the talks “a farce”.", ["mixed", "mixed"]),
        ("The Fjord: Why?\nOster: Karst said it failed.\nThe Fjord: So?", ["direct", "direct", "indirect", "direct"]),
        (
            "The Fjord: Why?\nOster: Karst said it was “a farce”.\nThe Fjord: So?",
            ["direct", "direct", "mixed", "direct"],
        ),
    ],
)
def test_the_form_of_a_statement_inside_another_is_its_own(text, forms):
    assert statements_of(text)["form"].tolist() == forms


def test_remarks_that_somebody_owns_are_no_cue_inside_a_statement():
    rows = statements_of("Oster called Karst's remarks “a farce”. He said Karst's claims “that it rained” were wrong.")
    assert rows["speaker"].tolist() == ["Oster", "He"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Karst says that it rains. I laughed,” Oster said.", ["Oster", "Karst"]),
        ("“I say that it rains. We said that it would,” Oster said.", ["Oster"]),
        ("“It rains,” Oster said.", ["Oster"]),
        ("“Last night you said that it rains. I’ve claimed that it was dry,” Oster said.", ["Oster"]),
        ("“Voters reject it. Karst knows that it rains. He says it rains,” Oster said.", ["Oster", "Karst", "He"]),
        ("“They say things that have been wrong. He told that story himself,” Oster said.", ["Oster"]),
        ("Oster said Karst should ask for a truce.", ["Oster"]),
        ("Oster said her son had called from Holm.", ["Oster"]),
        ("Oster said that a man considered a witness was on board.", ["Oster"]),
        ("Oster said that Norland and Sund had promised a truce.", ["Oster", "Norland and Sund"]),
        ("Oster said Karst should first explain what he wants.", ["Oster"]),
        ("Oster said the president should have called a vote.", ["Oster"]),
        ("Oster said she had met Ilan Karst, who told her that it rained.", ["Oster", "Ilan Karst"]),
    ],
)
def test_who_says_something_inside_what_is_said(text, speakers):
    assert statements_of(text)["speaker"].tolist() == speakers


def test_a_preposition_speaks_nowhere():
    text = "Without guarantees from all members, Mira Oster said, it will not do."
    outer = Attribution(((0, 35), (54, 68)), ((48, 52),), ((37, 47),))
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    found = find_statements(articles, split_sentences(articles), read=lambda _: [outer])
    assert found["speaker"].tolist() == ["Mira Oster"]


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("declined", "to comment on the truce", "silent"),
        ("has yet to respond to", "the offer", "silent"),
        ("did not say", "whether it rained", "silent"),
        ("said", "nothing about it", "silent"),
        ("refused", "to sign the truce", "denies"),
        ("has never refused", "to talk", "agrees"),
        ("made no mention of", "the port", "silent"),
        ("refrained from naming", "the envoy", "silent"),
        ("failed to say", "whether it rained", "silent"),
        ("said", "that no comment was made", "says"),
        ("said", "nothing", "silent"),
        ("did not return a request for", "comment on the truce", "silent"),
        ("did not return", "two calls", "silent"),
        ("did not return", "to the talks", None),
        ("said", "nothing more", "silent"),
        # the clause of the cue tells it, not what is said
        ("said", "Varga had declined to comment", "says"),
        ("said", "Norland had not answered", "says"),
        ("said", "the envoys had not replied to his letter", "says"),
        ("said", "nothing had been decided", "says"),
        ("said", "nothing of the kind was planned", "says"),
    ],
)
def test_silence_is_a_kind_of_its_own(cue, content, kind):
    found = cue_class(cue, content)
    assert found == kind if kind else pd.isna(found)


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("had asked", "Varga to give him a list", "demands"),
        ("asked", "whether to give him a list", "asks"),
        ("asked", "“What is to be done?”", "asks"),
        ("sought to reassure", "the port", "assures"),
        ("summed up", "it rained", "says"),
        ("informed", "it rained", "says"),
        ("asked", "Sundia to stop the ships", "demands"),
        ("asked", "not to be named", "demands"),
        ("asked", "what to do", "asks"),
        ("asked", "whether Sundia was ready to stop", "asks"),
        ("asked", "“Do we really have to wait?”", "asks"),
        ("described", "the truce as a trick", "calls"),
        ("described", "his talks with Oster", "says"),
        ("described", "how Oster, as a guest, was received", "says"),
        ("lashed out at", "Sundia", "accuses"),
        ("hailed", "the truce", "agrees"),
        ("suspects", "that Sundia lied", "thinks"),
        ("quipped", "“We wait”", "says"),
        ("went on:", "“We wait”", "says"),
        ("shot back:", "“We wait”", "says"),
        ("pushed back on", "the claim", "denies"),
        ("declined", "to go into detail", "silent"),
        ("assessed", "that Sundia waits", "thinks"),
    ],
)
def test_what_is_said_tells_the_kind_too(cue, content, kind):
    assert cue_class(cue, content) == kind


@pytest.mark.parametrize(
    ("speaker", "cue", "content", "kind"),
    [
        ("Neither Oster nor Varga", "said", "whether it rained", "silent"),
        ("None of the envoys", "answered", "the letter", "silent"),
        ("Neither side", "accepted", "the truce", "denies"),
        ("Neither Oster nor Varga", "has commented on", "the truce", "silent"),
        ("No. 10", "said", "it rained", "says"),
        (float("nan"), "said", "it rained", "says"),
    ],
)
def test_what_nobody_said_is_silence(speaker, cue, content, kind):
    assert cue_class(cue, content, speaker) == kind
