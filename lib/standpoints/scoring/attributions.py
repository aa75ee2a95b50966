"""How right the kit is about who says what, against hand-coded attributions: the statements put side by side."""

import json
import re
from pathlib import Path

import pandas as pd

from standpoints.project import ARTICLES
from standpoints.registry import Registry, read_registry
from standpoints.scoring import gold, metrics
from standpoints.scoring.coding_sheet import SHEETS, read_coding_sheet
from standpoints.scoring.metrics import precision_recall, share

_QUOTED = re.compile(r"[\"“”„«»]|''")
_COMPARISON = [
    "article", "start", "gold", "predicted", "overlap", "found", "gold_source", "predicted_source", "same_source",
    "gold_form", "predicted_form", "gold_actor", "predicted_actor", "same_actor",
    "gold_side", "predicted_side", "same_side",
]  # fmt: skip


def attribution_table(file: str | Path, *, registry: Registry | None = None, articles=None, **_) -> pd.DataFrame:
    """Return the statements of a hand-coded file beside those that the kit finds: see `compare` for the rows.

    The file holds JSON lines with the places of words, or is a coding sheet (.csv, .xlsx) with the words themselves.

    Statements inside statements are compared only where the file has such ones, actors and sides where it tells them.
    """
    if Path(file).suffix.lower() in SHEETS:
        rows = read_coding_sheet(file, ARTICLES if articles is None else articles)
    else:
        rows = gold.read_attributions(file)
    nested = any(_holds_one_another(row["attributions"]) for row in rows)
    resolve = any(a.get("actor") or a.get("side") for row in rows for a in row["attributions"])
    if resolve:
        registry = read_registry() if registry is None else registry
        gold.warn_of_unknown(rows, registry)
    predicted = _predicted(rows, nested=nested, registry=registry, resolve=resolve)
    return comparison(pair for row in rows for pair in compare(row, row["attributions"], predicted[row["id"]]))


def comparison(rows) -> pd.DataFrame:
    """Return the rows of `compare` as a table."""
    flags = {"found": bool, "same_source": bool, "same_actor": bool, "same_side": bool}
    return pd.DataFrame(list(rows), columns=_COMPARISON).astype(flags)


def compare(article: dict, coded: list[dict], predicted: list[dict]) -> list[dict]:
    """Return one row a gold attribution, beside the prediction that matches it, and one a prediction without match.

    Both lists hold dicts with `content` and `source` (lists of spans) and, where known, actor, side and form.
    found: the contents share at least half of their tokens (intersection over union), greedy, best first, one to
    one. same_source: the sources share a word that is no stop word, whatever its case.
    """
    text = article["text"]
    tokens = metrics.tokens_of(text)
    contents = [[metrics.covered(a["content"], tokens) for a in side] for side in (coded, predicted)]
    pairs = metrics.match(*contents)
    right, wrong = ({pair[k] for pair in pairs} for k in (0, 1))
    pairs += [(i, None, None) for i in range(len(coded)) if i not in right]
    pairs += [(None, j, None) for j in range(len(predicted)) if j not in wrong]
    rows = []
    for i, j, overlap in pairs:
        g, p = coded[i] if i is not None else {}, predicted[j] if j is not None else {}
        row = {"article": article["id"], "start": min(a["content"][0][0] for a in (g, p) if a), "overlap": overlap}
        for name, a in (("gold", g), ("predicted", p)):
            row |= {name: _words(text, a.get("content")), f"{name}_source": _words(text, a.get("source"))}
            row |= {f"{name}_{key}": a.get(key) or None for key in ("actor", "side", "form")}
        same = metrics.naming(g.get("source", []), tokens) & metrics.naming(p.get("source", []), tokens)
        row |= {"found": bool(g and p), "same_source": bool(same)}
        row |= {f"same_{key}": _same(row, key) for key in ("actor", "side")}
        rows.append(row)
    return sorted(rows, key=lambda row: row["start"])


def attribution_figures(table: pd.DataFrame) -> dict:
    """Return the figures of a `comparison`.

    who: found, with the same source; gold without a source leaves the denominator, and what was matched to it too.
    actor and side, where the file tells them: found, with the same actor or side; a prediction without one is no
    answer and counts in recall only.
    """
    units, found = table["article"], table["found"]
    is_gold, is_predicted = table["gold"].notna(), table["predicted"].notna()
    coded = [key for key in ("actor", "side") if table[f"gold_{key}"].notna().any()]
    figures = {"n_articles": units.nunique(), "n_gold": int(is_gold.sum()), "n_predicted": int(is_predicted.sum())}
    figures["found"] = precision_recall(units, hit=found, predicted=is_predicted, gold=is_gold)
    for key, name in [("who", "source"), *((key, key) for key in coded)]:
        known, answered = table[f"gold_{name}"].notna(), is_predicted
        if name != "source":
            answered = table[f"predicted_{name}"].notna()
        hit = table[f"same_{name}"]
        figures[key] = precision_recall(units, hit=hit, predicted=answered & (known | ~is_gold), gold=known)
        figures[f"{name}_right_where_found"] = share(units, hit, found & known)
    quoted = table["gold"].str.contains(_QUOTED, na=False)
    figures["recall_quoted"] = share(units, found & quoted, quoted)
    figures["recall_unquoted"] = share(units, found & is_gold & ~quoted, is_gold & ~quoted)
    forms = sorted(table["gold_form"].dropna().unique())
    if forms:
        of_form = {form: table["gold_form"] == form for form in forms}
        figures["recall_by_form"] = {form: share(units, found & rows, rows) for form, rows in of_form.items()}
    return figures


def _predicted(rows: list[dict], *, nested: bool, registry, resolve: bool) -> dict[str, list[dict]]:
    """The statements that the kit finds, by article, in the shape of the gold attributions."""
    from standpoints.sentences import split_sentences
    from standpoints.statements import find_statements

    articles = gold.as_articles(rows)
    sentences = split_sentences(articles)
    statements = find_statements(articles, sentences)
    if resolve:
        from standpoints.actors import resolve_actors
        from standpoints.reader import point

        statements, _ = resolve_actors(articles, sentences, statements, registry, point=point)
    if not nested:
        statements = statements[statements["within"].isna()]
    found = {row["id"]: [] for row in rows}
    for row in statements.itertuples():
        source = [] if pd.isna(row.speaker_start) else [(int(row.speaker_start), int(row.speaker_end))]
        known = {key: None if pd.isna(getattr(row, key)) else getattr(row, key) for key in ("actor", "side", "form")}
        found[row.article_id].append({"content": json.loads(row.pieces), "source": source} | known)
    return found


def _holds_one_another(attributions: list[dict]) -> bool:
    """Whether a span of one content stands inside a span of another."""
    spans = [(start, -end, number) for number, a in enumerate(attributions) for start, end in a["content"]]
    reached, holder = -1, None
    for _start, minus_end, number in sorted(spans):
        if -minus_end <= reached and number != holder:
            return True
        if -minus_end > reached:
            reached, holder = -minus_end, number
    return False


def _words(text: str, spans) -> str | None:
    return " … ".join(text[start:end] for start, end in spans) if spans else None


def _same(row: dict, key: str) -> bool:
    """Whether gold and prediction have the same actor or side; upper and lower case do not matter."""
    names = [str(row[f"{side}_{key}"] or "").strip().casefold() for side in ("gold", "predicted")]
    return names[0] == names[1] != ""
