"""How right the kit is: each of its steps against hand-coded data, with n and 95 % intervals.

Every task makes one table that puts what was predicted beside what is right, row by row (`--predictions` writes it),
and takes its figures from that table or from a part of its rows. Intervals are drawn over whole articles (see
`metrics.py`).
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from standpoints.codebook import Codebook, read_codebook
from standpoints.comparing.counting import instruments
from standpoints.reading.pieces import HE_SHE
from standpoints.registry import Registry, nearest
from standpoints.scoring import gold, metrics
from standpoints.scoring.attributions import attribution_figures, attribution_table
from standpoints.scoring.metrics import precision_recall, share
from standpoints.spreadsheet import write_csv

THRESHOLD = 0.05
"""A score of at least this counts as positive, of at most minus this as negative: the convention that VADER's
authors give (Hutto & Gilbert, ICWSM 2014), used for every instrument alike and not fitted to any data."""
CLASSES = ["negative", "neutral", "positive"]

_UNMASKED = "_unmasked"
_PRONOUNS = HE_SHE | frozenset(
    "i me my mine myself you your yours yourself yourselves we us our ours ourselves they them their theirs themselves"
    " it its itself who whom whose which that this these those one oneself each other".split()
)


def score(
    task: str,
    file: str | Path,
    *,
    registry: Registry | None = None,
    codebook: Codebook | None = None,
    articles: str | Path | None = None,
    predictions: str | Path | None = None,
) -> dict:
    """Return the kit's accuracy on a hand-coded file: figures with value, low, high (95 %) and n.

    `task` is "attribution", "target-tone", "sentence-tone", "positions" or "pronouns". Without a registry or codebook
    the project's own are read. `articles` is the folder of the articles that a coding sheet of attributions names (see
    `scoring/coding_sheet.py`); without one it is the project's. `predictions` names a CSV file for what was predicted,
    row by row. A figure of which nothing is known is None; with one article there are no intervals.

    Raises ValueError (GoldError for the file) saying what is wrong, where, and what to do. Warns (GoldWarning) of what
    may be a slip.
    """
    if task not in TASKS:
        raise ValueError(f"task={task!r} is unknown; use one of {', '.join(TASKS)}")
    table_of, figures_of = TASKS[task]
    table = table_of(file, registry=registry, codebook=codebook, articles=articles)
    if predictions:
        write_csv(table, predictions)
    return {"task": task, "file": str(file)} | figures_of(table)


def target_tone_table(file: str | Path, **_) -> pd.DataFrame:
    """Return one row a named target, with the class that people gave and the tone by each instrument.

    The word lists know no targets: the tone of the whole sentence stands for the tone toward each target in it.
    `tone_reader_in_article` is the reader's where the file's other sentences of the article stand around.
    """
    from standpoints.toning.network import tone_toward
    from standpoints.toning.tones import Passage

    rows = gold.read_json_lines(file, ["sentence_normalized", "targets"])
    targets = []
    for row in rows:
        for target in row["targets"]:
            if not isinstance(target, dict) or target.get("polarity") not in (2, 4, 6):
                raise gold.GoldError(f"{row['where']}: a target needs `polarity` 2, 4 or 6; it is {target!r}.")
            text, span = row["sentence_normalized"], [target.get("from"), target.get("to")]
            if not gold.is_span(span, len(text)):
                allowed = f"write the characters of the sentence, which has {len(text)}"
                raise gold.GoldError(f"{row['where']}: a target is `from` {span[0]!r} `to` {span[1]!r}; {allowed}.")
            where = {"article": article_of(row), "text": text, "target": target.get("mention")}
            toward = tone_toward(span, Passage(text, ((0, len(text)),))).tone
            gold_class = CLASSES[int(target["polarity"]) // 2 - 1]
            targets.append(where | {"gold": gold_class, "span": span, "toward": toward})
    table = pd.DataFrame(targets, columns=["article", "text", "target", "gold", "span", "toward"])
    in_article = [
        tone_toward((place.spans[0][0] + start, place.spans[0][0] + end), place).tone
        for place, (start, end) in zip(_in_article(table), table["span"], strict=True)
    ]
    tones = _with_tones(table.drop(columns=["span", "toward"]), in_article)
    return tones.assign(tone_reader=table["toward"])


def target_tone_figures(table: pd.DataFrame) -> dict:
    """Return for each instrument macro F1 and accuracy over three classes; a text without a tone counts as wrong."""
    figures = {"n_articles": table["article"].nunique(), "n": len(table), "threshold": THRESHOLD}
    for name in instruments(table):
        tone = table[f"tone_{name}"]
        said = pd.cut(tone.round(6), [-2, -THRESHOLD, THRESHOLD - 1e-9, 2], labels=CLASSES).astype(object)
        right = (said == table["gold"]).astype(int)
        figures[name] = {
            "macro_f1": metrics.macro_f1(table["article"], table["gold"], said, CLASSES),
            "accuracy": share(table["article"], right, right * 0 + 1),
        }
    return figures


def sentence_tone_table(file: str | Path, **_) -> pd.DataFrame:
    """Return one row a sentence, with the mean tone that people gave and the tone by each instrument.

    `tone_reader_in_article` is the reader's where the file's other sentences of the article stand around.
    """
    from standpoints.tone import add_tone

    table = gold.read_table(file, ["id", "tone", "text"])
    rated = pd.to_numeric(table["tone"], errors="coerce")
    if rated.isna().any():
        row = table[rated.isna()].iloc[0]
        raise gold.GoldError(f"{row['where']}: tone {row['tone']!r} is no number; write one such as -1.5.")
    article = table["id"].fillna("").str.split("_").str[0]
    table = table[["id", "text"]].assign(article=article, gold=rated)
    in_article = add_tone(table, passages=_in_article(table), instruments=["reader"])["tone_reader"]
    return _with_tones(table, in_article)


def sentence_tone_figures(table: pd.DataFrame) -> dict:
    """Return for each instrument Pearson's r with the people's tone, over the rows that all instruments scored."""
    names = instruments(table)
    scored = table[table[[f"tone_{name}" for name in names]].notna().all(axis=1)]
    figures = {"n_articles": table["article"].nunique(), "n": len(scored), "n_without_tone": len(table) - len(scored)}
    for name in names:
        figures[name] = {"r": metrics.correlation(scored["article"], scored["gold"], scored[f"tone_{name}"])}
    return figures


def positions_table(file: str | Path, *, codebook=None, **_) -> pd.DataFrame:
    """Return one row a position (issue, stance, agree) that people or the kit found in a text."""
    from standpoints.positions import code_positions

    rows = gold.read_table(file, ["text", "issue", "stance", "agree"])
    if rows["text"].isna().any():
        raise gold.GoldError(f"{rows.loc[rows['text'].isna(), 'where'].iloc[0]}: no text; write one or delete the row.")
    codebook = read_codebook() if codebook is None else codebook
    _check_known(file, rows, codebook)
    rows["agree"] = [_agree(row) for row in rows.itertuples()]
    texts = rows["text"].drop_duplicates().reset_index(drop=True)
    ids = texts.index.astype(str)
    statements = pd.DataFrame({"article_id": ids, "statement_id": ids, "start": 0, "text": texts})
    codes = code_positions(statements, codebook)
    codes = codes.assign(text=codes["statement_id"].astype(int).map(texts), predicted=True)
    key = ["text", "issue", "stance", "agree"]
    coded = rows[rows["issue"].notna()][key].assign(gold=True).drop_duplicates()
    found = codes[[*key, "predicted", "condition", "how"]].drop_duplicates(key)
    table = texts.to_frame().merge(coded.merge(found, on=key, how="outer"), on="text", how="left")
    for column in ("gold", "predicted"):
        table[column] = table[column].eq(True)
    extra = rows.drop_duplicates("text")[["text", "part"]] if "part" in rows else rows[["text"]].drop_duplicates()
    return table.merge(extra, on="text", how="left")


def positions_figures(table: pd.DataFrame) -> dict:
    """Return precision, recall and F1 of positions (issue, stance, agree), of stances (agree or not) and of issues."""
    figures = {"n_texts": table["text"].nunique()}
    coded = table[table["issue"].notna()]
    keys = ["issue", "stance", "agree"]
    for name, known in (("positions", keys), ("stances", keys[:2]), ("issues", keys[:1])):
        rows = coded.groupby(["text", *known], as_index=False)[["gold", "predicted"]].any()
        hit = rows["gold"] & rows["predicted"]
        figures[name] = precision_recall(rows["text"], hit=hit, predicted=rows["predicted"], gold=rows["gold"])
    return figures


def pronouns_table(file: str | Path, **_) -> pd.DataFrame:
    """Return one row a he or she (him, her, his …) whose person was named before, with the antecedent found."""
    from standpoints.actors import find_antecedents

    rows = []
    for document in gold.read_json_lines(file, ["text", "mentions"]):
        text, mentions = document["text"], document["mentions"]
        found = dict(find_antecedents(text))
        for mention in mentions:
            named = _named_before(mention, mentions)
            if mention["text"].casefold() not in HE_SHE or not named:
                continue
            span = found.get((mention["start"], mention["end"]))
            best = _best_overlap(span, mentions) if span else None
            rows.append({
                "article": document.get("id", document["where"]), "genre": document.get("genre"),
                "start": mention["start"], "pronoun": mention["text"], "gold": named[-1]["text"],
                "predicted": text[span[0] : span[1]] if span else None, "answered": span is not None,
                "right": best is not None and best is not mention and best["cluster"] == mention["cluster"],
            })  # fmt: skip
    columns = ["article", "genre", "start", "pronoun", "gold", "predicted", "answered", "right"]
    return pd.DataFrame(rows, columns=columns).astype({"answered": bool, "right": bool})


def pronouns_figures(table: pd.DataFrame) -> dict:
    """Return the share of right, wrong and answered pronouns, of right ones among those answered, and by genre."""
    ones, right, answered = table["right"] * 0 + 1, table["right"].astype(int), table["answered"].astype(int)
    units = table["article"]
    figures = {"n_articles": units.nunique(), "n": len(table), "right": share(units, right, ones)}
    figures |= {"wrong": share(units, answered - right, ones), "answered": share(units, answered, ones)}
    figures["right_where_answered"] = share(units, right, answered)
    genres = {genre: table["genre"] == genre for genre in sorted(table["genre"].dropna().unique())}
    figures["right_by_genre"] = {genre: share(units[rows], right[rows], ones[rows]) for genre, rows in genres.items()}
    return figures


def _with_tones(table: pd.DataFrame, in_article: Sequence[float]) -> pd.DataFrame:
    """The tone by each instrument, the reader's `in_article` beside it, and by the word lists as published: without the
    masks of data/lexicon.csv."""
    from standpoints.tone import INSTRUMENTS, add_tone
    from standpoints.toning.masks import WORD_LISTS

    masked = add_tone(table)[[f"tone_{name}" for name in INSTRUMENTS]]
    masked.insert(1, "tone_reader_in_article", in_article)
    plain = add_tone(table, masks=False, instruments=WORD_LISTS)[[f"tone_{name}" for name in WORD_LISTS]]
    return table.join(masked).join(plain.add_suffix(_UNMASKED))


def _in_article(table: pd.DataFrame) -> list:
    """The passage of each row's text in its article, of which the table's texts are the paragraphs."""
    from standpoints.toning.tones import Passage

    texts = table["text"].fillna("")
    articles = table["article"].where(table["article"] != "", texts)  # no article is told: each text is its own
    passages = {}
    for article, paragraphs in texts.groupby(articles, sort=False):
        paragraphs, at = paragraphs.drop_duplicates(), 0
        whole = "\n\n".join(paragraphs)
        for text in paragraphs:
            passages[article, text] = Passage(whole, ((at, at + len(text)),))
            at += len(text) + 2
    return [passages[key] for key in zip(articles, texts, strict=True)]


def article_of(row: dict) -> str:
    """The article of a NewsMTSC sentence: "polusa_v1_4333948_-1_6_NBC_96_99" is of polusa_v1_4333948."""
    name = str(row.get("primary_gid", row["where"]))
    found = re.match(r"[a-z]+(?:_v\d+)?_\d+", name)
    return found.group() if found else name


def _check_known(file: str | Path, rows: pd.DataFrame, codebook: Codebook) -> None:
    """Raise GoldError with a line for each position that the codebook lacks: it would count as the kit's error."""
    stances = {name: set(issue.stances) for name, issue in codebook.issues.items()}
    coded = rows[rows["issue"].notna() | rows["stance"].notna()]
    wrong = [row for row in coded.itertuples() if row.stance not in stances.get(row.issue, ())]
    if not wrong:
        return
    places: dict[str, list[str]] = {}
    for row in wrong:
        places.setdefault(_unknown(row.issue, row.stance, stances), []).append(row.where)
    lines = [f"{gold.among(where)}: {what}" for what, where in places.items()]
    if len(wrong) == len(coded):
        other = "If it was coded by another one, name that with --codebook"
        own = "for a codebook of your own write a file of your own, with the first line text,issue,stance,agree"
        lines.insert(0, f"{file}: none of its positions is in the codebook. {other}; {own}.")
    raise gold.GoldError("\n".join(gold.shown(lines)))


def _unknown(issue: str, stance: str, stances: dict[str, set[str]]) -> str:
    if pd.isna(issue) or pd.isna(stance):
        return "a position needs an issue and a stance; write both, or leave both empty where there is none."
    what, name, known = f"issue {issue!r} has no stance {stance!r}", stance, stances.get(issue)
    if known is None:
        what, name, known = f"the codebook has no issue {issue!r}", issue, set(stances)
    near = nearest(name, known)
    return f"{what}; {f'is {near!r} meant? W' if near else 'w'}rite one of {', '.join(sorted(known))}."


def _agree(row) -> bool | None:
    if pd.isna(row.issue):
        return None
    values = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if str(row.agree).casefold() not in values:
        raise gold.GoldError(f"{row.where}: agree {row.agree!r}; write True or False.")
    return values[str(row.agree).casefold()]


def _named_before(pronoun: dict, mentions: list[dict]) -> list[dict]:
    """The mentions of the same person before the pronoun that are no pronouns, in the order of the text."""
    same = [m for m in mentions if m["cluster"] == pronoun["cluster"] and m["end"] <= pronoun["start"]]
    return sorted((m for m in same if m["text"].casefold() not in _PRONOUNS), key=lambda m: m["start"])


def _best_overlap(span: tuple[int, int], mentions: list[dict]) -> dict | None:
    """The mention that shares most of its characters with the span (intersection over union)."""

    def overlap(mention: dict) -> float:
        both = min(span[1], mention["end"]) - max(span[0], mention["start"])
        return both / (max(span[1], mention["end"]) - min(span[0], mention["start"]))

    best = max(mentions, key=overlap, default=None)
    return best if best and overlap(best) > 0 else None


TASKS = {
    "attribution": (attribution_table, attribution_figures),
    "target-tone": (target_tone_table, target_tone_figures),
    "sentence-tone": (sentence_tone_table, sentence_tone_figures),
    "positions": (positions_table, positions_figures),
    "pronouns": (pronouns_table, pronouns_figures),
}
