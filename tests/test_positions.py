"""Positions: which stand a statement takes, with negation, conditions, cues and statements inside statements."""

from pathlib import Path

import pandas as pd
import pytest

from standpoints.codebook import Codebook, read_codebook
from standpoints.meaning import MeaningError, network, vectors
from standpoints.positions import code_positions
from standpoints.reading.cues import cue_class

GOLD = Path(__file__).parent / "positions-gold.csv"
SAMPLE = Path(__file__).parent.parent / "data" / "articles" / "sample-article.txt"


@pytest.fixture(scope="module")
def book():
    return read_codebook()


def table(*texts, **columns):
    """Statements that stand one after the other in one article."""
    rows, start = [], 0
    for number, text in enumerate(texts):
        rows.append({"article_id": "a", "statement_id": f"a.q{number:03}", "start": start, "end": start + len(text)})
        rows[-1]["text"] = text
        start += len(text) + 1
    return pd.DataFrame(rows).assign(**columns)


def stands(codes):
    return [(row.stance, row.agree) for row in codes.itertuples()]


def figures(found, gold):
    return len(found & gold) / len(found), len(found & gold) / len(gold)


# "fresh" sentences avoid the usual words on purpose; what is asked of them is what was reached, less the interval.
@pytest.mark.parametrize(
    ("part", "least_precision", "least_recall"),
    [
        ("choose", 0.85, 0.75),
        ("report", 0.85, 0.75),
        ("plain-report", 0.85, 0.75),
        ("fresh-report", 0.75, 0.4),
        ("voices-report", 0.85, 0.75),
        ("unseen-report", 0.85, 0.75),
        ("press-report", 0.65, 0.45),
    ],
)
def test_precision_and_recall_on_hand_coded_sentences(book, part, least_precision, least_recall):
    gold = pd.read_csv(GOLD)
    gold = gold[gold["part"] == part]
    texts = gold["text"].drop_duplicates()
    codes = code_positions(table(*texts), book)
    text_of = dict(zip(table(*texts)["statement_id"], texts, strict=True))
    found = {(text_of[row.statement_id], row.issue, row.stance, row.agree) for row in codes.itertuples()}
    known = {(r.text, r.issue, r.stance, r.agree in (True, "True")) for r in gold.dropna(subset="issue").itertuples()}
    precision, recall = figures(found, known)
    assert precision >= least_precision and recall >= least_recall, (precision, recall, found ^ known)


def test_gold_is_apart_from_the_examples_and_a_third_of_it_takes_no_position(book):
    gold = pd.read_csv(GOLD)
    texts = gold.drop_duplicates("text")
    assert len(texts) >= 150
    assert 1 / 3 <= texts["issue"].isna().mean() <= 0.5
    assert set(gold.dropna(subset="issue")["stance"]) == {name for _, name, _ in book.stances}
    assert not set(texts["text"]) & {text for *_, s in book.stances for text in (*s.examples, *s.rejections)}


def test_the_examples_of_the_book_are_coded_as_their_stance(book):
    wanted = [(name, example) for _, name, stance in book.stances for example in stance.examples]
    codes = code_positions(table(*(example for _, example in wanted)), book)
    found = {(row.statement_id, row.stance) for row in codes[codes["agree"]].itertuples()}
    missed = [pair for number, pair in enumerate(wanted) if (f"a.q{number:03}", pair[0]) not in found]
    assert len(missed) <= 0.05 * len(wanted), missed


# (cue, cue_class, form, content, the number of the statement it stands in) -> the positions by careful reading.
SAMPLE_STATEMENTS = [
    (
        "said",
        "says",
        "indirect",
        "that he had a scheduled conversation with his Turkish counterpart Recep Erdoğan tomorrow, May 12",
        None,
        [],
    ),
    ("will request", "asks", "indirect", "the possibility of holding negotiations", None, []),
    (
        "did not rule out",
        "says",
        "indirect",
        "that it might be possible to agree on a new ceasefire",
        None,
        [("full-ceasefire", True, None)],
    ),
    (
        "announced",
        "says",
        "indirect",
        "Russia is offering Ukraine to resume direct talks – discontinued in 2022 – on "
        "Thursday, May 15, in Istanbul, without any preconditions",
        None,
        [("no-preconditions", True, None)],
    ),
    (
        "said",
        "says",
        "direct",
        '"We propose to begin without delay next Thursday, May 15, in Istanbul – the place where '
        'previous negotiations were held and where they were interrupted,"',
        None,
        [],
    ),
    (
        "emphasized",
        "says",
        "indirect",
        "that Moscow was ready to enter talks without any preconditions",
        None,
        [("no-preconditions", True, None)],
    ),
    ("assured", "says", "direct", '"We are committed to serious negotiations with Ukraine,"', None, []),
    (
        "said",
        "says",
        "mixed",
        'the purpose of the talks would be to "eliminate the root causes of the conflict” and to '
        '"reach the establishment of a long-term, durable peace with historical perspective.”',
        None,
        [("root-causes", True, None)],
    ),
    (
        "stated",
        "says",
        "direct",
        '"We do not rule out that, in the course of these talks, we may reach an agreement on '
        "new ceasefires or a new cessation of hostilities-specifically, a real truce,”",
        None,
        [("talks-first", True, None), ("full-ceasefire", True, None)],
    ),
    ("added", "says", "indirect", "The ball is in Kyiv's court", None, []),
    (
        "called on",
        "demands",
        "indirect",
        "Russia to agree to a 30-day ceasefire starting May 12",
        None,
        [("full-ceasefire", True, None)],
    ),
    (
        "threatened",
        "threatens",
        "indirect",
        "sanctions in case of refusal",
        None,
        [("more-sanctions", True, "in case of refusal")],
    ),
    (
        "reiterated",
        "says",
        "indirect",
        "Russia's readiness to begin talks without preconditions",
        None,
        [("no-preconditions", True, None)],
    ),
    ("According to", "says", "indirect", "the sides had made progress", None, []),
    (
        "said",
        "says",
        "indirect",
        "Kyiv had proposed adopting a neutral status in exchange for security guarantees",
        None,
        [],
    ),
    (
        "proposed",
        "offers",
        "indirect",
        "adopting a neutral status in exchange for security guarantees",
        14,
        [
            ("neutral-status", True, "in exchange for security guarantees"),
            ("security-guarantees", True, "in exchange for security guarantees"),
        ],
    ),
    ("called", "says", "indirect", "it a provocation", None, []),
    (
        "claimed",
        "claims",
        "mixed",
        "that Ukraine's goal was to \"distract attention from the negotiation process” and "
        "that after the Istanbul round, Kyiv began backtracking and introducing new demands",
        None,
        [("blames-ukraine", True, None)],
    ),
    (
        "said",
        "says",
        "mixed",
        "Ukraine had initialed an agreement based on the Istanbul talks, but after Russian troops "
        'withdrew from the Kyiv and Chernihiv regions, Kyiv discarded the agreement and "threw it '
        "into the trash heap of "
        "history.”",
        None,
        [("blames-ukraine", True, None)],
    ),
    (
        "claimed",
        "claims",
        "mixed",
        "European leaders had asked for the withdrawal so Ukraine could negotiate freely, "
        'without feeling "a gun to its head.”',
        None,
        [],
    ),
    (
        "asked for",
        "asks",
        "indirect",
        'the withdrawal so Ukraine could negotiate freely, without feeling "a gun to its head.”',
        19,
        [],
    ),
    (
        "said",
        "says",
        "direct",
        '"We took that step in hopes of avoiding a serious war, but we were deceived,”',
        None,
        [],
    ),
    (
        "wrote",
        "says",
        "mixed",
        "Ukraine is prepared to hold talks if Russia agrees to a “full, long-term, and reliable” "
        "ceasefire starting May 12",
        None,
        [
            (
                "ceasefire-first",
                True,
                "if Russia agrees to a “full, long-term, and reliable” ceasefire starting May 12",
            ),
            ("full-ceasefire", True, "if Russia agrees to a “full, long-term, and reliable” ceasefire starting May 12"),
        ],
    ),
    (
        "said",
        "says",
        "direct",
        "“This is a good sign — that the Russians are finally thinking about ending the war. The "
        "whole world has been waiting for this for a very long time. And the very first step toward "
        "truly ending any war "
        "is a ceasefire,”",
        None,
        [("ceasefire-first", True, None)],
    ),
    (
        "stated",
        "says",
        "mixed",
        "that Kyiv was ready for negotiations, but only after a ceasefire is established: "
        "“First, a 30-day ceasefire, then everything else.”",
        None,
        [("ceasefire-first", True, "but only after a ceasefire is established"), ("full-ceasefire", True, None)],
    ),
    ("stated", "says", "indirect", "they are open to a truce", None, [("full-ceasefire", True, None)]),
    (
        "emphasize",
        "says",
        "indirect",
        "that many details must be carefully worked out for it to be effective",
        None,
        [],
    ),
]


def test_the_sample_article_is_coded_as_careful_reading_does(book):
    article = SAMPLE.read_text(encoding="utf-8").split("---\n", 2)[2].lstrip("\n")
    rows, wanted = [], []
    for number, (cue, kind, form, text, outer, positions) in enumerate(SAMPLE_STATEMENTS):
        start = article.index(text)
        within = float("nan") if outer is None else f"q{outer:02}"
        rows.append(["s", f"q{number:02}", start, start + len(text), text, cue, kind, form, within])
        wanted += [(f"q{number:02}", *position) for position in positions]
    columns = ["article_id", "statement_id", "start", "end", "text", "cue", "cue_class", "form", "within"]
    codes = code_positions(pd.DataFrame(rows, columns=columns), book)
    conditions = codes["condition"].astype(object).where(codes["condition"].notna(), None)
    found = list(zip(codes["statement_id"], codes["stance"], codes["agree"], conditions, strict=True))
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland ruled out neutrality.", [("neutral-status", False)]),
        ("Norland did not rule out neutrality.", [("neutral-status", True)]),
        ("Norland refuses to rule out neutrality.", [("neutral-status", True)]),
        ("Neutrality is not acceptable, Mira Oster said.", [("neutral-status", False)]),
        ("Neutrality is by no means unacceptable.", [("neutral-status", True)]),
        ("It is impossible to reject neutrality.", [("neutral-status", True)]),
        ("No one in Kestria wants neutrality.", [("neutral-status", False)]),
        ("We want peace, not neutrality.", [("neutral-status", False)]),
        ("Not only the premier wants neutrality.", [("neutral-status", True)]),
        ("She rejected neutrality and demanded reparations.", [("neutral-status", False), ("reparations", True)]),
        ("Kestria, which never wanted the treaty, supports neutrality.", [("neutral-status", True)]),
        ("They discussed neutrality for hours.", []),
        ("Neutrality has a long history.", []),
        ("Do we want neutrality?", []),
        ("He asked whether neutrality should be accepted.", []),
        ("Even after neutrality the dispute went on.", []),
        ("A three-day truce is not what we want.", [("limited-truce", False)]),
        ("Norland dismissed neutrality as a threat to its security.", [("neutral-status", False)]),
        ("Kestria called neutrality a deception.", [("neutral-status", False)]),
        ("Discussing neutrality without Norland is a road to nowhere.", [("neutral-status", False)]),
        ("Sundia agreed to a tribunal but not to neutrality.", [("tribunal", True), ("neutral-status", False)]),
        ("Instead of neutrality the town should get a tribunal.", [("neutral-status", False), ("tribunal", True)]),
        ("Neutrality, which must be discussed, has many friends.", []),
        ("Mira Oster declined to say when neutrality would be proposed.", []),
        ("The proposed neutrality has a long history.", []),
        ("What is needed, Mira Oster said, is neutrality.", [("neutral-status", True)]),
        ("Norland to propose neutrality", [("neutral-status", True)]),
        ("Efforts to define neutrality have a long history.", []),
    ],
)
def test_negation_and_its_scope(book, text, expected):
    assert stands(code_positions(table(text), book)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We accept neutrality, provided that our borders are respected.",
            [("neutral-status", True, "provided that our borders are respected")],
        ),
        (
            "We will not accept neutrality unless the tribunal is set up.",
            [
                ("neutral-status", False, "unless the tribunal is set up"),
                ("tribunal", True, "unless the tribunal is set up"),
            ],
        ),
        ("If Sundia signs, Norland will accept neutrality.", [("neutral-status", True, "If Sundia signs")]),
        (
            "As long as Joss Tavian is premier he will not accept neutrality.",
            [("neutral-status", False, "As long as Joss Tavian is premier")],
        ),
        ("Norland provided the money and wants neutrality.", [("neutral-status", True, None)]),
        (
            "There will be no reparations until a tribunal has ruled.",
            [("reparations", False, "until a tribunal has ruled"), ("tribunal", True, "until a tribunal has ruled")],
        ),
    ],
)
def test_conditions_are_kept_and_what_they_ask_for_is_wanted(book, text, expected):
    codes = code_positions(table(text), book)
    given = codes["condition"].astype(object).where(codes["condition"].notna(), None)
    assert [(*pair, condition) for pair, condition in zip(stands(codes), given, strict=True)] == expected


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("threatened", "sanctions in case of refusal", [("more-sanctions", True)]),
        ("rejected", "the idea of neutrality", [("neutral-status", False)]),
        ("did not rule out", "a tribunal", [("tribunal", True)]),
        ("denied", "that they wanted reparations", [("reparations", False)]),
        ("poured cold water on", "the idea of neutrality", [("neutral-status", False)]),
        ("said", "neutrality", []),
    ],
)
def test_the_cue_is_read_before_its_content(book, cue, text, expected):
    codes = code_positions(table(text, cue=cue, cue_class=cue_class(cue, text), form="indirect"), book)
    assert stands(codes) == expected
    assert (codes["evidence_start"] >= 0).all() and (codes["evidence_end"] <= len(text)).all()


def test_a_denial_after_a_whole_quotation_does_not_turn_it(book):
    text = "“Norland wants neutrality and nothing else than neutrality, believe me,”"
    assert stands(code_positions(table(text, cue="denied", cue_class="denies", form="direct"), book)) == [
        ("neutral-status", True)
    ]


def test_a_position_inside_another_statement_belongs_to_the_inner_one(book):
    statements = table("that Kestria had demanded neutrality", "neutrality")
    statements = statements.assign(start=[10, 36], end=[46, 46], cue=["said", "demanded"], within=[None, "a.q000"])
    codes = code_positions(statements, book)
    assert list(codes["statement_id"]) == ["a.q001"]
    denied = code_positions(statements.assign(cue_class=["denies", "demands"]), book)
    assert denied.empty


def test_what_is_only_supposed_is_no_position_of_whom_it_is_supposed_of(book):
    # "Norland threatens reparations if it rejects neutrality": nobody has rejected it.
    statements = table("reparations if it rejects neutrality", "neutrality")
    statements = statements.assign(start=[10, 36], end=[46, 46], cue=["threatens", "rejects"], within=[None, "a.q000"])
    codes = code_positions(statements, book)
    assert "a.q001" not in set(codes["statement_id"])


def test_evidence_is_counted_in_the_article(book):
    article = "Mira Oster spoke. Norland has never wanted neutrality, she said."
    text = "Norland has never wanted neutrality"
    statements = table(text).assign(start=article.index(text), end=article.index(text) + len(text))
    code = code_positions(statements, book).iloc[0]
    assert article[code["evidence_start"] : code["evidence_end"]] == "never wanted neutrality"
    assert code["how"] == "names “neutrality”; for: wanted; not: never"


def test_no_statement_gives_an_empty_table_and_the_input_is_left_alone(book):
    statements = table("We want neutrality.", cue="said")
    before = statements.copy(deep=True)
    assert len(code_positions(statements, book)) == 1
    pd.testing.assert_frame_equal(statements, before)
    empty = code_positions(statements.iloc[:0], book)
    assert empty.empty and list(empty.columns) == list(code_positions(statements, book).columns)


def test_a_book_about_another_conflict_works_the_same():
    stance = {"label": "Share it", "description": "Both use it.", "examples": ["The river is shared."] * 8}
    stance["patterns"] = {
        "names": ["shar* .. {river}"],
        "says": ["{river} belongs to all"],
        "never": ["shared river bank"],
    }
    book = Codebook.model_validate(
        {
            "words": {"river": ["river", "stream"]},
            "issues": {"water": {"question": "Whose?", "stances": {"share": stance}}},
        }
    )
    texts = ["Sundia refuses to share the river.", "The stream belongs to all.", "We want the shared river bank."]
    codes = code_positions(table(*texts), book)
    assert list(codes["statement_id"]) == ["a.q000", "a.q001"]
    assert stands(codes) == [("share", False), ("share", True)]


CARVINGS = {
    "return": (
        ["The carvings must go home to the islanders.", "The museum should return the stolen carvings.",
         "We demand that the collection be given back.", "It is time to hand the sculptures over to their owners.",
         "The looted treasures belong on the island.", "The ministry asked for the restitution of the carvings.",
         "Every piece that was taken has to come back.", "The islanders want their heritage returned."],
        ["The carvings will not leave the museum.", "We refuse to give the collection back.",
         "Restitution is out of the question.", "The director rejected the demand for a return."],
    ),
    "keep": (
        ["The carvings are safest in the museum.", "The collection should remain where scholars can see it.",
         "The museum is the rightful owner of the sculptures.", "The treasures must stay in the capital.",
         "The museum bought the carvings honestly and will keep them.", "The collection must not be torn apart.",
         "Visitors from all over the world should go on seeing them here.", "Our gallery has cared for these works."],
        [],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def museum():
    """A codebook on a quarrel that nothing was trained on, without a single phrase."""
    stances = {
        name: {"label": name, "description": name, "examples": examples, "rejections": rejections}
        for name, (examples, rejections) in CARVINGS.items()
    }
    return Codebook.model_validate({"issues": {"carvings": {"question": "Whose are they?", "stances": stances}}})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The museum has to send these sculptures back to the island at once, the chief said.", [("return", True)]),
        ("Norland's premier urged the director to give back the looted carvings.", [("return", True)]),
        ("The sculptures will stay in our museum, where millions can admire them.", [("return", False)]),
        ("The trustees refused to return the carvings.", [("return", False)]),
        ("The museum opened a new wing on Sunday.", []),
        ("A ship brought the collection to the capital a century ago.", []),
        ("The committee discussed the carvings for two hours.", []),
        ("Should the museum give the carvings back to the islanders?", []),
        ("The premier called for calm after the storm.", []),
    ],
)
def test_a_sentence_that_means_the_same_needs_no_phrase(museum, text, expected):
    assert stands(code_positions(table(text), museum)) == expected


def test_a_likeness_says_what_the_sentence_is_like_and_how_near(museum):
    text = "The storm is over. The museum should return the looted carvings, but only after the roof is repaired."
    code = code_positions(table(text), museum).iloc[0]
    assert code["how"] == f"like “The museum should return the stolen carvings.” ({code['score']:.2f})"
    assert 0.65 <= code["score"] <= 1
    assert text[code["evidence_start"] : code["evidence_end"]] == text[19:]
    assert code["condition"] == "but only after the roof is repaired"


def test_a_statement_is_coded_alike_whatever_stands_beside_it(museum):
    texts = ["The trustees refused to return the carvings.", "The museum should return the looted carvings."]
    alone = [score for text in texts for score in code_positions(table(text), museum)["score"]]
    assert list(code_positions(table(*texts), museum)["score"]) == alone and len(alone) == 2


def test_a_damaged_network_is_named_and_what_to_do(tmp_path):
    (tmp_path / "meaning.onnx").write_bytes(b"not the network")
    (tmp_path / "meaning.json").write_text('{"sha256": "0"}')
    with pytest.raises(MeaningError, match=r"damaged: .*meaning.onnx \(15 bytes\) is not the file that was measured"):
        network(tmp_path)
    with pytest.raises(MeaningError, match=r"missing: .*none/meaning\.onnx\. Install the package again"):
        network(tmp_path / "none")


def test_equal_meaning_is_near_and_length_is_one():
    rows = vectors(["We will lift the sanctions.", "The embargo has to end.", "The harvest was good.", ""])
    assert rows.shape == (4, 256) and (abs((rows**2).sum(1) - 1) < 1e-5).all()
    assert rows[0] @ rows[1] > 0.75 > rows[0] @ rows[2]
    assert (vectors(["The harvest was good."])[0] == rows[2]).all()


def test_a_phrase_in_a_sentence_about_something_else_was_not_meant(book):
    text = "Nobody should give the tax office more ammunition against an honest baker."
    assert code_positions(table(text), book).empty
