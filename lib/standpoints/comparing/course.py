"""How the tone moves: from the first line of an article to its last, and over time, with dated events beside it."""

from pathlib import Path

import pandas as pd

from standpoints.comparing.counting import THE_REPORTER, counted, unknown_last
from standpoints.comparing.tone import mean_tones, tone_column
from standpoints.project import EVENTS
from standpoints.statements import said
from standpoints.tone import DEFAULT_INSTRUMENT

PERIODS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_ENOUGH_PERIODS = 4


def tone_in_article(study, article_id: str, *, instrument: str = DEFAULT_INSTRUMENT) -> pd.DataFrame:
    """Return one row a statement and a sentence of the reporter's own: where in the article it stands, and its tone.

    Gives side ("the reporter" for the reporter's own sentences), place (0 the article's first letter, 1 its last),
    tone, instrument, text, actor; Russia, Ukraine, Europe first, then the side that has most. `text` are the words that
    the tone is of: a statement without a reporting clause inside it, a sentence of the reporter's without what others
    are reported to say in it ("According to Joss Tavian, … ."). Single texts: no mean, no interval.

    Raises ValueError for an article_id that the study does not hold, or an instrument that has not scored it.
    """
    articles = study.articles.set_index("article_id")
    if article_id not in articles.index:
        known = ", ".join(map(str, articles.index[:5])) + (" …" if len(articles) > 5 else "")
        raise ValueError(f"article_id={article_id!r} is not in this study; use one of {known}")
    statements, own = counted(study.statements, "side"), study.sentences
    statements = statements.assign(text=said(statements, study.articles))
    own = own[own["voice"] == "reporter"].assign(who=THE_REPORTER, text=own["scored"])
    parts = [part.assign(tone=part[tone_column(part, instrument)].astype(float)) for part in (statements, own)]
    columns = ["article_id", "who", "start", "tone", "text", "actor"]
    rows = pd.concat([part[columns] for part in parts], ignore_index=True).rename(columns={"who": "side"})
    rows = rows[(rows["article_id"] == article_id) & rows["tone"].notna()]
    length = max(len(articles.loc[article_id, "text"]), 1)
    rows = rows.assign(place=rows["start"] / length, instrument=instrument, n=1)
    size = rows.groupby("side")["tone"].transform("size")
    ordered = unknown_last(rows.sort_values("start").assign(size=size), "side", ["size"], leading=True)
    return ordered[["side", "place", "tone", "instrument", "text", "actor"]]


def tone_over_time(
    study, *, instrument: str = DEFAULT_INSTRUMENT, period: str | None = None, min_statements: int = 3
) -> pd.DataFrame:
    """Return one row a side and period of time: the mean tone of its own words, by the date of the article.

    `period` is "year", "month", "week" or "day"; without it, the longest of these that gives four periods or more (day,
    where none does). Gives side, date (the period's first day), last_date (its last), period, n_undated (statements in
    articles without a date, left out), and the columns of `tone_by_actor`. Russia, Ukraine, Europe first, then the side
    with most statements, each by date.

    Raises ValueError for another period, or an instrument that has not scored the statements.
    """
    if period not in (None, *PERIODS):
        raise ValueError(f"period={period!r} is not possible; use one of {', '.join(PERIODS)}")
    spoken = counted(study.statements, "side")
    published = study.articles.set_index("article_id")["published"]
    day = pd.to_datetime(spoken["article_id"].map(published), errors="coerce")
    dated = spoken[day.notna()]
    periods = {name: day[day.notna()].dt.to_period(code) for name, code in PERIODS.items()}
    if period is None:
        period = next((name for name in PERIODS if periods[name].nunique() >= _ENOUGH_PERIODS), "day")
    ends = {"date": periods[period].dt.start_time, "last_date": periods[period].dt.end_time.dt.normalize()}
    dated = dated.assign(side=dated["who"], **ends)
    means = mean_tones(dated, ["side", *ends], of="statements", instrument=instrument, at_least=min_statements)
    means.insert(3, "period", period)
    size = means.groupby("side")["n_statements"].transform("sum")
    means = means.assign(n_undated=int(day.isna().sum()), size=size).sort_values(["side", "date"])
    return unknown_last(means, "side", ["size"], leading=True).drop(columns="size")


_COMMA = "put a label that holds a comma between quotation marks."


def read_events(file: str | Path = EVENTS) -> pd.DataFrame:
    """Return the dated events that a chart over time shows: date, label; in order of date.

    The file is a CSV with the columns `date` (2025-05-16) and `label` (a few neutral words).

    Raises ValueError naming file, line and mend, for all faulty lines at once.
    """
    try:
        table = pd.read_csv(file, dtype="str", keep_default_na=False, encoding="utf-8", skip_blank_lines=False)
    except FileNotFoundError:
        raise ValueError(f"{file} does not exist; restore it, or draw the chart without events.") from None
    except pd.errors.ParserError as error:
        raise ValueError(f"{file} cannot be read ({str(error).strip()}); {_COMMA}") from None
    except (pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise ValueError(f"{file} cannot be read ({str(error).strip()}); save it as UTF-8 CSV.") from None
    if missing := [name for name in ("date", "label") if name not in table]:
        raise ValueError(f"{file}, line 1: no column {', '.join(missing)}; the first line must be date,label.")
    if not isinstance(table.index, pd.RangeIndex):  # pandas took the first of three values for a name of the row
        raise ValueError(f"{file}: lines of more values than the first line has columns; {_COMMA}")
    table = table[(table["date"] != "") | (table["label"] != "")]
    dates = pd.to_datetime(table["date"], format="%Y-%m-%d", errors="coerce")
    wrong = [
        f"line {i + 2}: date {table['date'][i]!r}; write one such as 2025-05-16." for i in table.index[dates.isna()]
    ]
    wrong += [
        f"line {i + 2}: no label; write one or delete the line." for i in table.index[table["label"].str.strip() == ""]
    ]
    if wrong:
        raise ValueError(f"{file}: " + " ".join(wrong))
    return table.assign(date=dates)[["date", "label"]].sort_values("date", kind="stable", ignore_index=True)
