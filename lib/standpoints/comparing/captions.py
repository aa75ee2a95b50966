"""The line under a chart: how much it used of how much there was, and what became of the rest."""

import pandas as pd

from standpoints.clusters import once_each
from standpoints.coding.amending import coded_by_hand
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, counted, is_said, who_speaks
from standpoints.comparing.spoken import UNKNOWN, are_repeated, mentions_spoken_of
from standpoints.comparing.taken import check_value, named
from standpoints.comparing.tone import tone_column
from standpoints.formats.languages import english
from standpoints.study import part_of
from standpoints.tone import DEFAULT_INSTRUMENT
from standpoints.voices import mark_mentions

CHARTS = ("voice", "words", "tone", "toward", "voices", "positions", "agreement")


def caption(
    study,
    chart: str = "voice",
    *,
    by: str = "side",
    instrument: str = DEFAULT_INSTRUMENT,
    article_id: str | None = None,
) -> str:
    """Return the line under a chart: how many statements it used of how many, and what became of the others.

    `chart` is "voice", "words" (that introduce statements or stand in them), "tone", "toward" (who speaks how of whom),
    "voices" (the three side by side), "positions" or "agreement" (of sides). `article_id` counts that article only.
    Gives "20 of 25 statements in 2 articles; 2 inside another statement, not counted; 3 repeated in other articles,
    counted once; 1 of the 20 without a resolved side."

    Raises ValueError for another chart, another article or an instrument that has not scored the study.
    """
    if chart not in CHARTS:
        raise ValueError(f"chart={chart!r} has no caption; use {', '.join(map(repr, CHARTS[:-1]))} or {CHARTS[-1]!r}")
    if article_id is not None:
        check_value(study.articles["article_id"], "article_id", article_id)
        study = part_of(study, study.articles[study.articles["article_id"] == article_id])
    if chart == "toward":
        return _of_mentions(study, instrument)
    if chart == "voices":
        return f"{caption(study, 'tone', instrument=instrument)} {_of_mentions(study, instrument)}"
    used, left_out = _of_statements(study, chart, by)
    if chart == "tone":
        used, unscored = _scored(used, instrument)
        left_out.append(unscored)
    n_unknown = int(used["who"].isin([UNRESOLVED, NO_SIDE]).sum())
    left_out.append((n_unknown, f"of the {len(used)} without a resolved {'actor' if by == 'actor' else 'side'}"))
    left_out.append((int(coded_by_hand(study)[used.index].sum()), f"of the {len(used)} coded by hand"))
    return _line(f"{len(used)} of {len(study.statements)} statements", study, left_out)


def _of_statements(study, chart: str, by: str) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """The statements that a chart counts, with `who`; and of how many others what became."""
    statements = study.statements
    if chart in ("positions", "agreement"):
        reported = named(study).assign(who=who_speaks(statements, by))
        reported = reported[reported["statement_id"].isin(study.codes["statement_id"])]
        used, why_not = once_each(reported), "without a coded position"
    else:
        reported = statements[statements["within"].isna()]
        used, why_not = counted(statements, by), "inside another statement, not counted"
    left_out = [
        (len(statements) - len(reported), why_not),
        (len(reported) - len(used), "repeated in other articles, counted once"),
    ]
    kept = {}
    if chart == "voice":
        kept = {"of silence, not counted": is_said(used)}
    if chart == "agreement":
        known = ~used["who"].isin([UNRESOLVED, NO_SIDE])
        kept = {"without a resolved side": known, "heard only as another side reports it": used["reported_by"].isna()}
    for why_not, keeps in kept.items():
        rest = used[keeps.reindex(used.index)]
        left_out.append((len(used) - len(rest), why_not))
        used = rest
    return used, left_out


def _of_mentions(study, instrument: str) -> str:
    mentions = mark_mentions(study.mentions, study.sentences, study.statements)
    n, n_repeated = mentions["voice"].value_counts(), int(are_repeated(mentions, study.statements).sum())
    n_speaking = n.get("statement", 0) + n.get("reporter", 0) - n_repeated
    spoken = mentions_spoken_of(study)
    used, unscored = _scored(spoken, instrument)
    unknown = used["voice"] == UNKNOWN
    return _line(f"{len(used)} of {len(mentions)} mentions", study, [
        (n.get("speaker", 0), "that only say who speaks, not counted"),
        (n.get("boilerplate", 0), "outside the article's own text"),
        (n_repeated, "in statements repeated in other articles, counted once"),
        (n_speaking - len(spoken), "of somebody named again in the sentence"),
        unscored,
        (int(unknown.sum()), f"of the {len(used)} by speakers of unknown side"),
    ])  # fmt: skip


def _scored(rows: pd.DataFrame, instrument: str) -> tuple[pd.DataFrame, tuple[int, str]]:
    scored = rows[rows[tone_column(rows, instrument)].notna()]
    return scored, (len(rows) - len(scored), f"without a {instrument} score")


def _line(used: str, study, left_out: list[tuple[int, str]]) -> str:
    n_articles = len(english(study.articles))
    n_foreign = len(study.articles) - n_articles
    left_out = [*left_out, (n_foreign, f"article{'s' * (n_foreign != 1)} not in English, not analysed")]
    line = f"{used} in {n_articles} article{'s' * (n_articles != 1)}"
    return "; ".join([line, *(f"{n} {what}" for n, what in left_out if n)]) + "."
