"""Tone against people's ratings: of sentences as such, and toward somebody named in them."""

import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from standpoints.coding.tables import CodingError, read_table
from standpoints.comparing.counting import instruments
from standpoints.scoring import gold, metrics
from standpoints.scoring.metrics import share
from standpoints.tone import INSTRUMENTS, add_tone
from standpoints.toning.masks import WORD_LISTS
from standpoints.toning.network import tone_toward
from standpoints.toning.tones import Passage

THRESHOLD = 0.05
"""A score of at least this counts as positive, of at most minus this as negative: the convention that VADER's
authors give (Hutto & Gilbert, ICWSM 2014), used for every instrument alike and not fitted to any data."""
CLASSES = ["negative", "neutral", "positive"]
_UNMASKED = "_unmasked"


def target_tone_table(file: str | Path, **_) -> pd.DataFrame:
    """Return one row a named target, with the class that people gave and the tone by each instrument.

    The word lists know no targets: the tone of the whole sentence stands for the tone toward each target in it.
    `tone_reader_in_article` is the reader's where the file's other sentences of the article stand around.
    """
    rows = gold.read_json_lines(file, ["sentence_normalized", "targets"])
    targets = []
    for row in rows:
        for target in row["targets"]:
            if not isinstance(target, dict) or target.get("polarity") not in (2, 4, 6):
                raise CodingError(f"{row['where']}: a target needs `polarity` 2, 4 or 6; it is {target!r}.")
            text, span = row["sentence_normalized"], [target.get("from"), target.get("to")]
            if not gold.is_span(span, len(text)):
                allowed = f"write the characters of the sentence, which has {len(text)}"
                raise CodingError(f"{row['where']}: a target is `from` {span[0]!r} `to` {span[1]!r}; {allowed}.")
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
    table = read_table(file, ["id", "tone", "text"])
    rated = pd.to_numeric(table["tone"], errors="coerce")
    if rated.isna().any():
        row = table[rated.isna()].iloc[0]
        raise CodingError(f"{row['where']}: tone {row['tone']!r} is no number; write one such as -1.5.")
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


def _with_tones(table: pd.DataFrame, in_article: Sequence[float]) -> pd.DataFrame:
    """The tone by each instrument, the reader's `in_article` beside it, and by the word lists as published: without the
    masks of data/lexicon.csv."""
    masked = add_tone(table)[[f"tone_{name}" for name in INSTRUMENTS]]
    masked.insert(1, "tone_reader_in_article", in_article)
    plain = add_tone(table, masks=False, instruments=WORD_LISTS)[[f"tone_{name}" for name in WORD_LISTS]]
    return table.join(masked).join(plain.add_suffix(_UNMASKED))


def _in_article(table: pd.DataFrame) -> list:
    """The passage of each row's text in its article, of which the table's texts are the paragraphs."""
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
