"""Accuracy against hand-coded data: matching, figures, intervals, and what a faulty file is told."""

import json

import pandas as pd
import pytest

from standpoints import gold, metrics, score

TEXT = 'Tavian said the bridge will open soon. "We are glad," Oster told them.'
#       0      7    12                         38 39             53    59


def spans(*words, text=TEXT):
    return [(text.index(word), text.index(word) + len(word)) for word in words]


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
    [("the premier of Norland", ["premier", "Norland"]), ("Those", ["Those"]), ("“", []), ("His aide", ["aide"])],
)
def test_naming_tokens(source, expected):
    tokens = metrics.tokens_of(source)
    assert [tokens.words[i] for i in sorted(metrics.naming([(0, len(source))], tokens))] == expected


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
    table = score.compare("a", TEXT, attributions, predicted)
    columns = ["gold", "predicted", "overlap", "found", "same_source"]
    assert table[columns].astype(object).fillna("-").to_numpy().tolist() == [
        ["-", "said", "-", False, False],
        ["the bridge will open soon", "bridge will open soon", 0.8, True, True],
        ['"We are glad,"', "We are glad", 0.5, True, False],
        ["them", "-", "-", False, False],
    ]
    figures = score.attribution_figures(table, [])
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
    figures = score.attribution_figures(score.compare("a", TEXT, attributions, predicted), [])
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
    figures = score.attribution_figures(score.compare("a", TEXT, attributions, predicted), ["actor", "side"])
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
    assert result["n_articles"] == 2 and result["statements_inside_statements"] is False
    assert result["found"]["recall"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    assert "actor" not in result
    table = pd.read_csv(tmp_path / "out.csv")
    assert table.loc[table["found"], "id"].tolist() == ["n1", "n2"]
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
    assert score._holds_one_another([{"content": content} for content in contents]) is nested


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
        ('{"id": 1, "text": "x", "attributions": []}\n' * 2, "line 2: id '1' stands in"),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path, lines, told):
    with pytest.raises(gold.GoldError) as error:
        score.score("attribution", written(tmp_path, lines))
    assert told in str(error.value) and "gold.jsonl" in str(error.value)


def test_faults_of_the_call(tmp_path):
    with pytest.raises(ValueError, match="task='tone' is unknown; use one of attribution"):
        score.score("tone", "gold.jsonl")
    with pytest.raises(gold.GoldError, match=r"none\.jsonl does not exist; check the path"):
        score.score("attribution", tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"text": "Erdo\xf0an"}')
    with pytest.raises(gold.GoldError, match="byte 14 is no UTF-8; save the file as UTF-8"):
        score.score("attribution", tmp_path / "latin.jsonl")
