"""How right the kit is: each of its steps against hand-coded data, with n and 95 % intervals.

Every task makes one table that puts what was predicted beside what is right, row by row (`--predictions` writes it),
and takes its figures from that table. Intervals are bootstrap intervals over whole articles (see `metrics.py`).
"""

import json
import re
from pathlib import Path

import pandas as pd

from standpoints import gold, metrics
from standpoints.metrics import precision_recall, share

THRESHOLD = 0.05
"""A score of at least this counts as positive, of at most its negative as negative: the convention that VADER's
authors give (Hutto & Gilbert, ICWSM 2014), used for every instrument."""

_QUOTED = re.compile(r"[\"“”„«»]|''")
_HE_SHE = frozenset("he him his himself she her hers herself".split())
_PRONOUNS = _HE_SHE | frozenset(
    "i me my mine myself you your yours yourself yourselves we us our ours ourselves they them their theirs themselves"
    " themself it its itself who whom whose which that this these those one oneself each other".split()
)


def score(task: str, file: str | Path, *, registry=None, codebook=None, predictions: str | Path | None = None) -> dict:
    """Return the kit's accuracy on a hand-coded file: figures with value, low, high (95 %) and n.

    `task` is "attribution", "target-tone", "sentence-tone", "positions" or "pronouns". Without a registry or codebook
    the project's own are read. `predictions` names a CSV file for what was predicted, row by row. A figure of which
    nothing is known is None; with one article there are no intervals.

    Raises ValueError (GoldError for the file) saying what is wrong, where, and what to do.
    """
    if task not in TASKS:
        raise ValueError(f"task={task!r} is unknown; use one of {', '.join(TASKS)}")
    table, figures = TASKS[task](file, registry=registry, codebook=codebook)
    if predictions:
        table.to_csv(predictions, index=False, lineterminator="\n")
    return {"task": task, "file": str(file)} | figures


def score_attribution(file: str | Path, *, registry=None, codebook=None) -> tuple[pd.DataFrame, dict]:
    """Return the comparison of statements with hand-coded attributions, and its figures.

    found: a predicted content and a gold one share at least half of their tokens (intersection over union), greedy,
    best first, one to one. who: found, and the sources share a token (the same place in the text) that is no stop
    word or punctuation; gold without a source leaves the denominator, and predictions matched to it too. actor, side
    (where they are coded): found with the same actor or side; predictions without one are no answers and count in
    recall only. Statements inside statements count only where the file has such ones.

    Source of the matching: the PolNeAR evaluation's idea (Newell, Margolin & Ruths, LREC 2018), simplified.
    """
    rows = gold.read_attributions(file)
    nested = any(_holds_one_another(row["attributions"]) for row in rows)
    coded = [name for name in ("actor", "side") if any(a.get(name) for row in rows for a in row["attributions"])]
    predicted = _predicted(rows, nested=nested, registry=registry, resolve=bool(coded))
    table = pd.concat([compare(row["id"], row["text"], row["attributions"], predicted[row["id"]]) for row in rows])
    table = table.reset_index(drop=True)
    figures = attribution_figures(table, coded)
    return table, {"n_articles": len(rows), "statements_inside_statements": nested} | figures


def compare(article_id: str, text: str, gold: list[dict], predicted: list[dict]) -> pd.DataFrame:
    """Return one row a gold attribution, beside the prediction that matches it, and one a prediction without match.

    Both lists hold dicts with `content` and `source` (lists of spans) and, where known, actor, side and form.
    """
    tokens = metrics.tokens_of(text)
    contents = [[metrics.covered(a["content"], tokens) for a in side] for side in (gold, predicted)]
    pairs = metrics.match(*contents)
    right, wrong = ({pair[k] for pair in pairs} for k in (0, 1))
    pairs += [(i, None, None) for i in range(len(gold)) if i not in right]
    pairs += [(None, j, None) for j in range(len(predicted)) if j not in wrong]
    rows = []
    for i, j, overlap in pairs:
        g, p = gold[i] if i is not None else {}, predicted[j] if j is not None else {}
        row = {"id": article_id, "start": min(a["content"][0][0] for a in (g, p) if a), "overlap": overlap}
        for name, a in (("gold", g), ("predicted", p)):
            row |= {name: _words(text, a.get("content")), f"{name}_source": _words(text, a.get("source"))}
            row |= {f"{name}_{key}": a.get(key) or None for key in ("actor", "side", "form")}
        same = metrics.naming(g.get("source", []), tokens) & metrics.naming(p.get("source", []), tokens)
        row |= {"found": bool(g and p), "same_source": bool(same)}
        row |= {f"same_{key}": _same(row, key) for key in ("actor", "side")}
        rows.append(row)
    return pd.DataFrame(sorted(rows, key=lambda row: row["start"]), columns=_COMPARISON)


_COMPARISON = [
    "id", "start", "gold", "predicted", "overlap", "found", "gold_source", "predicted_source", "same_source",
    "gold_form", "predicted_form", "gold_actor", "predicted_actor", "same_actor",
    "gold_side", "predicted_side", "same_side",
]  # fmt: skip


def attribution_figures(table: pd.DataFrame, coded: list[str]) -> dict:
    """Return the figures of a `compare` table; `coded` names what else the gold file tells: actor, side."""
    units, found = table["id"], table["found"]
    is_gold, is_predicted = table["gold"].notna(), table["predicted"].notna()
    figures = {"n_gold": int(is_gold.sum()), "n_predicted": int(is_predicted.sum())}
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

    articles = _articles(rows)
    sentences = split_sentences(articles)
    statements = find_statements(articles, sentences)
    if resolve:
        from standpoints.actors import resolve_actors
        from standpoints.registry import read_registry

        registry = read_registry() if registry is None else registry
        statements, _ = resolve_actors(articles, sentences, statements, registry)
    if not nested:
        statements = statements[statements["within"].isna()]
    found = {row["id"]: [] for row in rows}
    for row in statements.itertuples():
        source = [] if pd.isna(row.speaker_start) else [(int(row.speaker_start), int(row.speaker_end))]
        known = {key: None if pd.isna(getattr(row, key)) else getattr(row, key) for key in ("actor", "side", "form")}
        found[row.article_id].append({"content": json.loads(row.pieces), "source": source} | known)
    return found


def _articles(rows: list[dict]) -> pd.DataFrame:
    """The articles table of gold rows; their text stays as it is, so that spans stay true."""
    from standpoints.articles import ARTICLE_COLUMNS

    table = pd.DataFrame({
        "article_id": [row["id"] for row in rows],
        "title": [row.get("title") for row in rows],
        "outlet": [row.get("publisher") for row in rows],
        "published": [row.get("published") for row in rows],
        "url": None,
        "language": "en",
        "text": [row["text"] for row in rows],
        "n_words": [len(row["text"].split()) for row in rows],
        "source_file": [row["where"] for row in rows],
    }, columns=ARTICLE_COLUMNS)  # fmt: skip
    return table.astype({name: "str" for name in ARTICLE_COLUMNS if name != "n_words"})


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


TASKS = {"attribution": score_attribution}
