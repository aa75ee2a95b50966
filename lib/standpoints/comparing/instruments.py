"""How far the instruments of tone agree, and what the masks of `data/lexicon.csv` change.

Where two instruments disagree, at least one is wrong: read the sentences (`disagreements`). Where they agree, both may
be: how right each is, only hand-coded texts tell (notebook 05).
"""

from itertools import combinations

import numpy as np
import pandas as pd

from standpoints.comparing.counting import counted, instruments, table_of, unit_of
from standpoints.comparing.tone import tone_by_actor, tone_by_side, tone_column
from standpoints.intervals import draws, percentiles
from standpoints.statements import said
from standpoints.tone import DEFAULT_INSTRUMENT, add_tone

MASKED, PUBLISHED = "with data/lexicon.csv", "as published"


def tone_by_instrument(statements: pd.DataFrame, *, by: str = "side", min_statements: int = 3) -> pd.DataFrame:
    """Return one row a side (or actor) and instrument: the mean tone of the same statements by each instrument.

    Columns as in `tone_by_actor`. In the order of the default instrument's means, which stands first in each group.
    """
    tone_by = tone_by_actor if by == "actor" else tone_by_side
    names = sorted(instruments(statements), key=lambda name: (name != DEFAULT_INSTRUMENT, name))
    tables = [tone_by(statements, instrument=name, min_statements=min_statements) for name in names]
    place = {who: number for number, who in enumerate(tables[0][by])}
    table = pd.concat(tables, ignore_index=True)
    return (
        table.assign(place=table[by].map(place))
        .sort_values("place", kind="stable", ignore_index=True)
        .drop(columns="place")
    )


def zero_scores(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row an instrument: how many of the texts it scored got exactly zero.

    Needs one or more `tone_…` columns (statements or sentences). Gives instrument, n_zero, n_scored, n_missing,
    share_zero (of n_scored). A zero mostly means that a word list knows no word of the text.
    """
    rows = []
    for instrument in instruments(table):
        scores = table[f"tone_{instrument}"].astype(float)
        n_zero, n_scored = int((scores == 0).sum()), int(scores.notna().sum())
        share = n_zero / n_scored if n_scored else np.nan
        rows.append((instrument, n_zero, n_scored, len(table) - n_scored, share))
    return table_of(rows, ["instrument", "n_zero", "n_scored", "n_missing", "share_zero"])


def agreement(table: pd.DataFrame) -> pd.DataFrame:
    """Return Krippendorff's alpha of all instruments and of each pair, on the rows that all of them scored.

    Needs article_id, two or more `tone_…` columns, and sentence_id or statement_id. Gives instruments ("textblob,
    vader"), alpha, low, high (95 % bootstrap over articles, or rows where there is one article), n, n_missing. Alpha
    is 1 where they always agree, 0 where they agree as by chance, below 0 where less. The distance is the interval
    distance: the squared difference of the two tones, in steps of 0.05, so that a scale that is used more timidly
    counts as disagreement too. Krippendorff asks for .80, and .667 for tentative conclusions.

    Source: Krippendorff 2004, Content Analysis, chapter 11; nltk.metrics.agreement (Apache 2.0).
    """
    names = instruments(table)
    scored = table[table[[f"tone_{name}" for name in names]].notna().all(axis=1)]
    units = pd.factorize(unit_of(scored, "statement_id" if "statement_id" in table else "sentence_id"), sort=True)[0]
    rows = []
    for raters in [names, *combinations(names, 2)] if len(names) > 2 else [names]:
        steps = (scored[[f"tone_{name}" for name in raters]].to_numpy(dtype=float) * 20).round().astype(int)
        rows.append((", ".join(raters), *_alpha(steps, units), len(scored), len(table) - len(scored)))
    return table_of(rows, ["instruments", "alpha", "low", "high", "n", "n_missing"])


def disagreements(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows on which the instruments disagree most, first: those to read before a chart is believed.

    Needs two or more `tone_…` columns. Adds `spread`, the highest tone minus the lowest (0…2); rows that fewer than
    two instruments scored are left out.
    """
    tones = table[[f"tone_{name}" for name in instruments(table)]].astype(float)
    spread = (tones.max(axis=1) - tones.min(axis=1)).where(tones.notna().sum(axis=1) > 1)
    rows = table.assign(spread=spread)[spread.notna()]
    return rows.sort_values("spread", ascending=False, kind="stable", ignore_index=True)


def effect_of_masks(study, *, by: str = "side", instrument: str = "vader", min_statements: int = 3) -> pd.DataFrame:
    """Return one row a side (or actor), with the masks and without: how `data/lexicon.csv` moves the mean tone.

    Scores the statements once more, as the instrument was published. Gives the columns of `tone_by_actor`, `masks`
    ("with data/lexicon.csv" or "as published") and n_changed (statements of which the score differs). The masks apply
    to word lists only.
    """
    statements = study.statements
    column = tone_column(statements, instrument)
    words = statements.assign(words=said(statements, study.articles))
    plain = add_tone(words, text="words", masks=False, instruments=[instrument])
    published = statements.assign(**{column: plain[column]})
    before, after = (scored[column].astype(float) for scored in (published, statements))
    differs = ~np.isclose(before, after, equal_nan=True)
    changed = counted(statements.assign(changed=differs), by).groupby("who")["changed"].sum()
    tone_by = tone_by_actor if by == "actor" else tone_by_side
    tables = [
        tone_by(scored, instrument=instrument, min_statements=min_statements).assign(masks=masks)
        for scored, masks in ((statements, MASKED), (published, PUBLISHED))
    ]
    place = {who: number for number, who in enumerate(tables[0][by])}
    table = pd.concat(tables, ignore_index=True)
    table = table.assign(n_changed=table[by].map(changed).astype("int64"), place=table[by].map(place))
    return table.sort_values("place", kind="stable", ignore_index=True).drop(columns="place")


def _alpha(steps: np.ndarray, units: np.ndarray) -> tuple[float, float, float]:
    """Alpha of one row an item and one column an instrument, with its interval."""
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import interval_distance

    n_items, n_raters = steps.shape
    if n_items < 2 or n_raters < 2 or (steps == steps.flat[0]).all():
        return np.nan, np.nan, np.nan
    data = [(rater, item, int(step)) for item, row in enumerate(steps) for rater, step in enumerate(row)]
    alpha = AnnotationTask(data, distance=interval_distance).alpha()
    # The same alpha 2,000 times would take nltk an hour: its sums over the items of each unit are enough for that.
    total, squares = steps.sum(axis=1), (steps**2).sum(axis=1)
    within = (2 * n_raters * squares - 2 * total**2) / (n_raters - 1)
    sums = pd.DataFrame({"n": n_raters, "total": total, "squares": squares, "within": within}).groupby(units).sum()
    drawn = [times @ sums.to_numpy(dtype=float) for times in draws(len(sums))]
    if not drawn:
        return alpha, np.nan, np.nan
    n, total, squares, within = np.concatenate(drawn).T
    expected = (2 * n * squares - 2 * total**2) / (n * (n - 1))
    low, high = percentiles((expected - within / n)[:, None], expected[:, None])
    return alpha, float(low[0]), float(high[0])
