"""Accuracy against hand-coded data: matching, figures, intervals, and what a faulty file is told."""

import json

import pandas as pd
import pytest

from standpoints import score
from standpoints.coding.tables import CodingError
from standpoints.intervals import wilson_interval
from standpoints.scoring import attributions as attributions_of
from standpoints.scoring import gold, metrics
from standpoints.scoring import tones as tones_of
from standpoints.scoring.attributions import attribution_figures
from standpoints.toning.network import tone_toward
from standpoints.toning.tones import Passage

TEXT = 'Tavian said the bridge will open soon. "We are glad," Oster told them.'
#       0      7    12                         38 39             53    59


def spans(*words, text=TEXT):
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def compared(attributions, predicted):
    return attributions_of.comparison(attributions_of.compare({"id": "a", "text": TEXT}, attributions, predicted))


def figure(value, n):
    return {"value": value, "low": None, "high": None, "n": n}


def written(tmp_path, text, name="gold.jsonl"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_tokens_are_words_and_single_marks():
    assert metrics.tokens_of("Ask 'em: 30-day?").words == ["Ask", "'", "em", ":", "30", "-", "day", "?"]


@pytest.mark.parametrize(
    ("gold_sets", "predicted", "expected"),
    [
        ([{1, 2, 3}], [{1, 2, 3}], [(0, 0, 1.0)]),
        ([{1, 2}], [{2, 3, 4}], []),  # one of four
        ([{1, 2}], [{1}], [(0, 0, 0.5)]),  # exactly half is enough
        ([{1, 2, 3, 4}], [{1, 2}, {1, 2, 3}], [(0, 1, 0.75)]),  # the better one wins, the other is left over
        ([{1, 2, 3, 4}, {4, 5, 6, 7}], [{4, 5, 6, 7}, {1, 2, 3}], [(1, 0, 1.0), (0, 1, 0.75)]),
        ([set()], [set()], []),
    ],
)
def test_match_is_one_to_one_and_best_first(gold_sets, predicted, expected):
    assert metrics.match(gold_sets, predicted) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("the premier of Norland", {"premier", "norland"}), ("Those", {"those"}), ("“", set()), ("His aide", {"aide"})],
)
def test_naming_words(source, expected):
    assert metrics.naming([(0, len(source))], metrics.tokens_of(source)) == expected


def test_figures_of_one_article():
    """Two of three gold statements found, one of them with the wrong source; one prediction too many."""
    attributions = [
        {"content": spans("the bridge will open soon"), "source": spans("Tavian"), "form": "indirect"},
        {"content": spans('"We are glad,"'), "source": spans("Oster"), "form": "direct"},
        {"content": spans("them"), "source": spans("told"), "form": "indirect"},
    ]
    predicted = [
        {"content": spans("bridge will open soon"), "source": spans("Tavian")},
        {"content": spans("We are glad"), "source": spans("them")},
        {"content": spans("said"), "source": []},
    ]
    table = compared(attributions, predicted)
    columns = ["gold", "predicted", "overlap", "found", "same_source"]
    assert table[columns].astype(object).fillna("-").to_numpy().tolist() == [
        ["-", "said", "-", False, False],
        ["the bridge will open soon", "bridge will open soon", 0.8, True, True],
        ['"We are glad,"', "We are glad", 0.5, True, False],
        ["them", "-", "-", False, False],
    ]
    figures = attribution_figures(table)
    third = figure(0.6667, 3)
    assert figures["found"] == {"precision": third, "recall": third, "f1": third}
    assert figures["who"] == {name: figure(0.3333, 3) for name in ("precision", "recall", "f1")}
    assert figures["source_right_where_found"] == figure(0.5, 2)
    assert figures["recall_quoted"] == figure(1.0, 1)
    assert figures["recall_unquoted"] == figure(0.5, 2)
    assert figures["recall_by_form"] == {"direct": figure(1.0, 1), "indirect": figure(0.5, 2)}


def test_gold_without_source_leaves_the_denominator_with_what_matched_it():
    attributions = [{"content": spans("the bridge will open soon"), "source": []}]
    predicted = [{"content": spans("the bridge will open soon"), "source": spans("Tavian")}]
    figures = attribution_figures(compared(attributions, predicted))
    assert figures["found"]["f1"] == figure(1.0, 1)
    assert figures["who"]["f1"] == figure(None, 0)
    assert figures["who"]["precision"] == figure(None, 0)


def test_actor_and_side_and_no_answer_is_no_wrong_answer():
    who = {"source": spans("Tavian"), "actor": "Joss Tavian", "side": "Norland"}
    attributions = [
        {"content": spans("the bridge will open soon")} | who,
        {"content": spans('"We are glad,"'), "source": spans("Oster"), "actor": "Mira Oster", "side": "Sundia"},
        {"content": spans("them"), "source": spans("told")},
    ]
    predicted = [
        {"content": spans("the bridge will open soon"), "source": [], "actor": "joss tavian", "side": "Sundia"},
        {"content": spans('"We are glad,"'), "source": [], "actor": None, "side": None},
        {"content": spans("them"), "source": [], "actor": "Mira Oster", "side": "Sundia"},
    ]
    figures = attribution_figures(compared(attributions, predicted))
    # The third gold has no actor: neither it nor its match counts.
    assert figures["actor"] == {"precision": figure(1.0, 1), "recall": figure(0.5, 2), "f1": figure(0.6667, 2)}
    assert figures["actor_right_where_found"] == figure(0.5, 2)
    assert figures["side"]["f1"] == figure(0.0, 2)


def test_intervals_draw_whole_articles():
    units = pd.Series(["a"] * 50 + ["b"] * 50)
    hit, one = pd.Series([1] * 50 + [0] * 50), pd.Series([1] * 100)
    assert metrics.share(units, hit, one) == {"value": 0.5, "low": 0.0, "high": 1.0, "n": 100}
    single = metrics.share(pd.Series(range(100)), hit, one)
    assert 0.38 < single["low"] < 0.42 and 0.58 < single["high"] < 0.62


def test_the_interval_of_a_share_from_few_articles_is_at_least_as_wide_as_wilson_s():
    # 4 of 4 in one document, 33 of 39 in the other: no draw of the two gives a share below 33 of 39, which is .8462.
    units, hit = pd.Series([0] * 4 + [1] * 39), pd.Series([1] * 37 + [0] * 6)
    figure = metrics.share(units, hit, hit * 0 + 1)
    low, high = wilson_interval(37, 43)
    assert (figure["value"], figure["n"]) == (0.8605, 43)
    assert figure["low"] == round(low, 4) and figure["high"] == 1.0 > high
    assert metrics.share(units * 0, hit, hit * 0 + 1)["low"] is None  # one article


def test_two_articles_alike_do_not_make_an_f1_certain():
    units, all_of_it = pd.Series(["a"] * 15 + ["b"] * 15), pd.Series([True] * 30)
    found = metrics.precision_recall(units, hit=all_of_it, predicted=all_of_it, gold=all_of_it)
    assert found["f1"] == {"value": 1.0, "low": 0.8865, "high": 1.0, "n": 30}


def test_intervals_do_not_depend_on_the_order_of_rows():
    units, hit = pd.Series(list("aabbcd")), pd.Series([1, 0, 1, 1, 0, 1])
    order = [5, 2, 0, 4, 1, 3]
    there = metrics.share(units, hit, pd.Series([1] * 6))
    back = metrics.share(units[order], hit[order], pd.Series([1] * 6))
    assert there == back


def test_macro_f1_and_correlation():
    units = pd.Series(["a"] * 4)
    right, said = pd.Series(["+", "+", "0", "-"]), pd.Series(["+", "0", "0", "0"])
    # F1: + 2/3, 0 2/4, - 0
    assert metrics.macro_f1(units, right, said, ["+", "0", "-"]) == figure(0.3889, 4)
    x, y = pd.Series([1.0, 2.0, 3.0, 4.0]), pd.Series([2.0, 1.0, 4.0, 3.0])
    assert metrics.correlation(units, x, y) == figure(0.6, 4)


def test_held_out_is_a_fixed_fifth():
    names = [f"article-{number}" for number in range(2000)]
    assert 340 < sum(map(metrics.held_out, names)) < 460
    assert [metrics.held_out(name) for name in names[:12]] == [metrics.held_out(name) for name in names[:12]]


def test_statements_are_scored_by_the_whole_way(tmp_path):
    row = {"id": "n1", "text": TEXT, "attributions": [{"content": spans('"We are glad,"'), "source": spans("Oster")}]}
    file = written(tmp_path, json.dumps(row) + "\n\n" + json.dumps(row | {"id": "n2"}))
    result = score.score("attribution", file, predictions=tmp_path / "out.csv")
    assert result["n_articles"] == 2
    assert result["found"]["recall"] == {"value": 1.0, "low": 0.3424, "high": 1.0, "n": 2}  # Wilson's of 2 of 2
    assert "actor" not in result
    table = pd.read_csv(tmp_path / "out.csv")
    assert table.loc[table["found"], "article"].tolist() == ["n1", "n2"]
    assert json.loads(json.dumps(result, allow_nan=False)) == result


@pytest.mark.parametrize(
    ("contents", "nested"),
    [
        ([[(0, 9)], [(3, 9)]], True),
        ([[(0, 9)], [(9, 12)]], False),
        ([[(0, 5), (20, 30)], [(8, 12)]], False),  # around the reporting clause is not inside
        ([[(0, 5), (20, 30)], [(21, 24)]], True),
    ],
)
def test_statements_inside_statements(contents, nested):
    assert attributions_of._holds_one_another([{"content": content} for content in contents]) is nested


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("", "holds no rows"),
        ("{oops", "line 1: no valid JSON"),
        ('{"text": "x"}', "line 1: attributions missing"),
        ("[1]", "line 1: text, attributions missing"),
        ('{"text": "x", "attributions": {}}', "line 1: `text` must be text and `attributions` a list"),
        ('\n{"text": "x", "attributions": [3]}', "line 2: an attribution is 3"),
        ('{"text": "x", "attributions": [{"content": [[0, 2]]}]}', "line 1: content [[0, 2]] is no list of spans"),
        ('{"text": "xy", "attributions": [{"content": [0, 1]}]}', "line 1: content [0, 1] is no list of spans"),
        (
            '\n{"text": "x", "attributions": [{"speaker": [[0, 1]], "content": [[0, 1]]}]}',
            "line 2: an attribution has 'speaker' and no 'source'; write {\"source\": [[start, end]]",
        ),
        (
            '{"text": "x", "attributions": [{"speaker": "Oster", "text": "No"}]}',
            "line 1: an attribution has 'speaker', 'text' and no 'source' and no 'content'; write",
        ),
        ('{"id": 1, "text": "x", "attributions": []}\n' * 2, "line 2: id '1' stands in"),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path, lines, told):
    with pytest.raises(CodingError) as error:
        score.score("attribution", written(tmp_path, lines))
    assert told in str(error.value) and "gold.jsonl" in str(error.value)


def test_faults_of_the_call(tmp_path):
    with pytest.raises(ValueError, match="task='tone' is unknown; use one of attribution"):
        score.score("tone", "gold.jsonl")
    with pytest.raises(CodingError, match=r"none\.jsonl does not exist; check the path"):
        score.score("attribution", tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"text": "Erdo\xf0an"}')
    with pytest.raises(CodingError, match="byte 14 is no UTF-8; save the file as UTF-8"):
        score.score("attribution", tmp_path / "latin.jsonl")


def tones(**columns):
    return pd.DataFrame({"article": list("aabb")} | columns)


def test_target_tone_by_three_classes_with_vaders_threshold():
    right = ["negative", "neutral", "positive", "positive"]
    table = tones(gold=right, tone_x=[-0.05, 0.0499, 0.05, 1.0], tone_y=[-1.0, float("nan"), 0.0, 0.3])
    figures = score.target_tone_figures(table)
    assert figures["x"]["accuracy"]["value"] == figures["x"]["macro_f1"]["value"] == 1.0
    # y: negative 1, neutral 0 of 2 (no tone is no answer; one positive taken for neutral), positive 2/3
    assert figures["y"]["accuracy"]["value"] == 0.5
    assert figures["y"]["macro_f1"]["value"] == 0.5556
    assert figures["n"] == 4 and figures["n_articles"] == 2


def test_sentence_tone_on_the_rows_that_all_instruments_scored():
    nan = float("nan")
    table = tones(gold=[1.0, 2.0, 3.0, 4.0], tone_x=[0.1, 0.2, 0.3, -1.0], tone_y=[0.3, 0.2, 0.1, nan])
    figures = score.sentence_tone_figures(table)
    assert (figures["n"], figures["n_without_tone"]) == (3, 1)
    assert (figures["x"]["r"]["value"], figures["y"]["r"]["value"]) == (1.0, -1.0)


def test_tone_files_are_scored_with_and_without_masks(tmp_path):
    target = {"mention": "Tavian", "from": 0, "to": 6, "polarity": 6}
    sentence = {"primary_gid": "polusa_v1_7_-1_2_x", "sentence_normalized": "Tavian did well.", "targets": [target]}
    result = score.score("target-tone", written(tmp_path, json.dumps(sentence)), predictions=tmp_path / "out.csv")
    assert result["vader"]["accuracy"] == figure(1.0, 1) and set(result) >= {"textblob", "vader_unmasked"}
    assert pd.read_csv(tmp_path / "out.csv")["article"].tolist() == ["polusa_v1_7"]
    rated = "id,tone,text\n1_1,2,A good day.\n1_2,-2,A bad day.\n2_1,0,A day.\n"
    result = score.score("sentence-tone", written(tmp_path, rated, "rated.csv"))
    assert result["vader"]["r"]["value"] > 0.99 and result["n_articles"] == 2


def test_a_rated_sentence_is_also_read_among_the_others_of_its_article(tmp_path):
    rated = "id,tone,text\n1_1,2,A good day.\n2_1,0,Rain.\n1_2,-2,A bad day.\n,0,Talks.\n,0,No talks.\n"
    table = score.sentence_tone_table(written(tmp_path, rated, "rated.csv"))
    beside = [(passage.text, passage.spans) for passage in tones_of._in_article(table)]
    both = "A good day.\n\nA bad day."
    assert beside == [
        (both, ((0, 11),)),
        ("Rain.", ((0, 5),)),
        (both, ((13, 23),)),
        ("Talks.", ((0, 6),)),  # of no article, and so of no other's
        ("No talks.", ((0, 9),)),
    ]
    alone = table["tone_reader"] == table["tone_reader_in_article"]
    assert alone.tolist() == [False, True, False, True, True]


def test_a_target_is_also_read_among_the_other_sentences_of_its_article(tmp_path):
    def row(text, name):
        target = {"mention": name, "from": text.index(name), "to": text.index(name) + len(name), "polarity": 4}
        return json.dumps({"primary_gid": "polusa_v1_7_x", "sentence_normalized": text, "targets": [target]})

    lines = [row("Tavian did well.", "Tavian"), row("It was Oster who lied.", "Oster")]
    table = score.target_tone_table(written(tmp_path, "\n".join(lines)))
    whole = Passage("Tavian did well.\n\nIt was Oster who lied.", ((18, 40),))
    assert table["tone_reader_in_article"][1] == tone_toward((25, 30), whole).tone


def test_positions_agree_and_texts_without_any():
    rows = [
        ("We talk.", "talks", "for", True, True, True),
        ("Never.", "talks", "for", True, False, True),  # taken for consent
        ("Never.", "talks", "for", False, True, False),
        ("Rain.", None, None, None, False, False),
    ]
    table = pd.DataFrame(rows, columns=["text", "issue", "stance", "agree", "gold", "predicted"])
    figures = score.positions_figures(table)
    assert figures["n_texts"] == 3
    assert figures["positions"]["f1"]["value"] == 0.5
    assert figures["stances"]["f1"]["value"] == figures["issues"]["f1"]["value"] == 1.0


NEWS = (
    "“Our army will never accept a ceasefire,” Mira Oster told reporters in Arvik.\n\n"
    "Joss Tavian said that Ukraine must be neutral. “It rained all day,” he added."
)


def coded(words, issue, stance, agree, **more):
    start = NEWS.index(words)
    return {"start": start, "end": start + len(words), "issue": issue, "stance": stance, "agree": agree} | more


def test_positions_in_articles_count_for_their_statement(tmp_path):
    positions = [
        coded("“Our army will never accept a ceasefire,”", "ceasefire", "full-ceasefire", False),
        coded("“It rained all day,”", "arms", "more-arms", True),  # not found
        coded("that Ukraine must be neutral", "security", "neutral-status", True, doubtful=True),  # left out
    ]
    lines = [{"id": "a", "text": NEWS, "positions": positions}, {"id": "b", "text": NEWS, "positions": []}]
    table = score.positions_table(written(tmp_path, "\n".join(map(json.dumps, lines))))
    assert [
        (row.article, row.text, row.stance, row.gold, row.predicted)
        for row in table[table["stance"].notna()].itertuples()
    ] == [
        ("a", "“Our army will never accept a ceasefire,”", "full-ceasefire", True, True),
        ("a", "“It rained all day,”", "more-arms", True, False),
        ("b", "“Our army will never accept a ceasefire,”", "full-ceasefire", False, True),
        ("b", "that Ukraine must be neutral", "neutral-status", False, True),
    ]
    figures = score.positions_figures(table)
    assert figures["n_articles"] == 2
    assert figures["positions"]["recall"]["value"] == 0.5 and figures["positions"]["precision"]["value"] == 0.3333


DOCUMENT = "Mira Oster met Joss Tavian. She thanked him. He left."
MENTIONS = [("Mira Oster", "1"), ("Joss Tavian", "2"), ("She", "1"), ("him", "2"), ("He", "2")]


def test_pronouns(tmp_path, monkeypatch):
    from standpoints import actors

    mentions = [
        {"start": DOCUMENT.index(name), "end": DOCUMENT.index(name) + len(name), "text": name, "cluster": cluster}
        for name, cluster in MENTIONS
    ]
    she, him, he = (tuple(m[key] for key in ("start", "end")) for m in mentions[2:])
    found = [(she, (5, 10)), (him, (0, 10)), (he, None)]  # right by the surname alone, wrong, not answered
    monkeypatch.setattr(actors, "find_antecedents", lambda text: found)
    file = written(tmp_path, json.dumps({"id": "d", "genre": "news", "text": DOCUMENT, "mentions": mentions}))
    result = score.score("pronouns", file)
    third = figure(0.3333, 3)
    assert (result["right"], result["wrong"], result["answered"]) == (third, third, figure(0.6667, 3))
    assert result["right_where_answered"] == figure(0.5, 2)
    assert result["right_by_genre"] == {"news": third}


def test_a_pronoun_without_a_named_person_before_it_does_not_count(tmp_path):
    mention = {"start": 0, "end": 2, "text": "He", "cluster": "1"}
    later = {"start": 12, "end": 18, "text": "Tavian", "cluster": "1"}
    row = {"id": "d", "text": "He waited. “Tavian!”", "mentions": [mention, later]}
    assert score.score("pronouns", written(tmp_path, json.dumps(row)))["n"] == 0


@pytest.mark.parametrize(
    ("task", "lines", "told"),
    [
        ("sentence-tone", "id,tone\n1,2\n", "line 1: no column text"),
        ("sentence-tone", "id,tone,text\n1,warm,x\n", "line 2: tone 'warm' is no number"),
        ("sentence-tone", "", "is empty; it needs a first line id,tone,text"),
        ("target-tone", '{"sentence_normalized": "x", "targets": [{"polarity": 3}]}', "a target needs `polarity`"),
        (
            "positions",
            "text,issue,stance,agree\nx,ceasefire,full-ceasefire,maybe\n",
            "line 2: agree 'maybe'; write True or False",
        ),
        ("positions", "text,issue,stance,agree\nx,y,z,True,5\n", "line 2: 5 cells for 4 columns"),
        ("positions", "text,issue,text,stance,agree\n", "line 1: column text stands there twice"),
        ("positions", '\ufeff{"text": "x", "positions": 5}', "line 1: `text` must be text and `positions` a list"),
        ("positions", '{"id": "a", "text": "x", "positions": [{"start": 0}]}', "end, issue, stance, agree missing"),
        (
            "positions",
            '{"id":"a", "text":"x", "positions":[{"start": 0, "end": 9, "issue": "i", "stance": "s", "agree": true}]}',
            "line 1: a position from 0 to 9 is outside the text",
        ),
        (
            "positions",
            '{"id":"a", "text":"x", "positions":[{"start": 0, "end": 1, "issue": "i", "stance": "s", "agree": 1}]}',
            "line 1: agree 1; write true or false",
        ),
        (
            "positions",
            '{"id":"a", "text":"x", "positions":[{"start": 0, "end": 1, "issue": "i", "stance": "s", "agree": true}]}',
            "line 1: the codebook has no issue 'i'",
        ),
        ("pronouns", '{"text": "x"}', "line 1: mentions missing"),
    ],
)
def test_faults_of_the_other_files(tmp_path, task, lines, told):
    with pytest.raises(CodingError) as error:
        score.score(task, written(tmp_path, lines))
    assert told in str(error.value)


WATER = """
issues:
  water:
    question: Who may use the water of the river?
    stances:
      shared-use:
        label: Share the water
        description: Both states may use it.
        examples: [Share it., Both draw from it., It is for all., We share the river., Divide it., Both may use it.,
                   Half is theirs., The river serves both.]
        patterns:
          says: ["the river belongs to (all|everyone)"]
"""


@pytest.fixture
def water(tmp_path):
    from standpoints.codebook import read_codebook

    return read_codebook(written(tmp_path, WATER, "water.yaml"))


def test_positions_that_the_codebook_lacks_are_told_with_their_lines(tmp_path, water):
    rows = (
        "text;issue;stance;agree\n"  # half of Europe's spreadsheets write ;
        "The river belongs to all.;water;shared-use;True\n"
        '"They\nshare.";water;sharing;True\n'
        "We share.;water;sharing;True\n"
        "We wait.;rain;shared-use;True\n"
        "We go.;water;;True\n"
        "Nobody spoke.;;;\n"
    )
    file = written(tmp_path, rows, "own.csv")
    with pytest.raises(CodingError) as error:
        score.score("positions", file, codebook=water)
    assert str(error.value).splitlines() == [
        f"{file}, line 3 (and 1 more): issue 'water' has no stance 'sharing'; write one of shared-use.",
        f"{file}, line 6: the codebook has no issue 'rain'; write one of water.",
        f"{file}, line 7: a position needs an issue and a stance; write both, or leave both empty where there is none.",
    ]


def test_a_file_that_was_coded_by_another_codebook_says_so(water):
    with pytest.raises(CodingError, match=r"none of its positions is in the codebook\. If it was coded by another"):
        score.score("positions", "tests/positions-gold.csv", codebook=water)


def test_positions_of_a_spreadsheet(tmp_path, water):
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Notes"
    book.active.append(["to do"])
    sheet = book.create_sheet("Coded")
    for row in (["text", "issue", "stance", "agree"], ["The river belongs to all.", "water", "shared-use", True]):
        sheet.append(row)
    book.save(tmp_path / "own.xlsx")
    assert score.score("positions", tmp_path / "own.xlsx", codebook=water)["positions"]["f1"]["value"] == 1


def test_attributions_without_content_are_left_out_and_told(tmp_path):
    row = {"text": TEXT, "attributions": [{"source": spans("Oster")}]}
    with pytest.warns(gold.GoldWarning, match="line 1: 1 of its attributions have no content; they are left out"):
        assert gold.read_attributions(written(tmp_path, json.dumps(row)))[0]["attributions"] == []


def test_actors_and_sides_that_the_registry_lacks_are_told_and_count(tmp_path):
    from standpoints.registry import read_registry

    (tmp_path / "actors.csv").write_text(
        "actor,side,kind,aliases,pronouns\nJoss Tavian,Norland,person,,he\nMira Oster,Sundia,person,,she\n"
    )
    names = [("Joss Tavian", "Norlnd"), ("Mira Ostr", "Norlnd"), ("Nobody", ""), ("Mira Oster's campaign", "sundia")]
    coded = [
        {"source": spans("Tavian"), "content": spans("the bridge"), "actor": actor, "side": side}
        for actor, side in names
    ]
    file = written(tmp_path, json.dumps({"text": TEXT, "attributions": coded}))
    with pytest.warns(gold.GoldWarning) as warned:
        result = score.score("attribution", file, registry=read_registry(tmp_path))
    assert str(warned[0].message).splitlines() == [
        f"{file}, line 1 (and 1 more): the registry has no side 'Norlnd'; is 'Norland' meant? Write it as there. It"
        " counts as the kit's error.",
        f"{file}, line 1: the registry has no actor 'Mira Ostr'; is 'Mira Oster' meant? Write it as there. It counts as"
        " the kit's error.",
        f"{file}, line 1: the registry has no actor 'Nobody'; mend the name, or add it to actors.csv. It counts as the"
        " kit's error.",
    ]
    assert result["actor"]["recall"]["n"] == 4
