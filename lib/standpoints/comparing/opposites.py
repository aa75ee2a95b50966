"""Stances that are each other's contrary: who agrees with the one stands against the other."""

import pandas as pd

from standpoints.codebook import Codebook, project_codebook


def with_opposites(codes: pd.DataFrame, codebook: Codebook | None = None) -> pd.DataFrame:
    """Return the codes, and for each agreement with a stance that has an opposite, one row more: against the opposite.

    Needs a table of `coded`; `codebook` is the one that the codes were made with, the project's own if none is given.
    Gives also taken_stance, taken_agree (what was said: in an added row it is the opposite of `stance`, agreed with)
    and `axis`, the same for a stance and its opposite: the one that the codebook names first. Who rejects a stance is
    not taken to agree with its opposite: one can reject both.

    Before: order | talks-first | True
    After:  order | talks-first | True       order | truce-first | False (taken: talks-first, True)

    Raises ValueError for a stance that the codebook does not have.
    """
    codebook = project_codebook() if codebook is None else codebook
    opposites = _opposites(codebook)
    keys = list(zip(codes["issue"], codes["stance"], strict=True))
    if unknown := sorted({f"{issue}: {stance}" for issue, stance in keys if (issue, stance) not in opposites}):
        raise ValueError(
            f"the codebook has no stance {', '.join(unknown)}; give the one that the study was coded with, "
            "codebook=sp.read_codebook('my-codebook.yaml')"
        )
    order = {key: place for place, key in enumerate(opposites)}
    axes = {key: min([key, *others], key=order.get)[1] for key, others in opposites.items()}
    codes = codes.assign(axis=[axes[key] for key in keys], taken_stance=codes["stance"], taken_agree=codes["agree"])
    against = codes.assign(stance=[[stance for _, stance in opposites[key]] for key in keys], agree=False)
    against = against[codes["agree"]].explode("stance").dropna(subset="stance")
    both = pd.concat([codes, against.astype({"agree": bool})], ignore_index=True)
    return both.drop_duplicates(["side", "actor", "unit", "issue", "stance", "agree"], ignore_index=True)


def in_common(stands: pd.DataFrame, who: str) -> pd.DataFrame:
    """Return one row a pair of sides or actors (`who`) and stance on which both stand, each pair once.

    Needs `who`, issue, axis, stance and stand (1 for it, −1 against it, 0 neither), one row a `who` and stance; the
    order of `who` as a categorical says who comes first in a pair. Gives these and all other columns, those of the
    second with `_other`, and name: "open-river", or "not open-river" where both are against it. Of a stance and its
    opposite one is kept: the one that the first is for.
    """
    both = stands.merge(stands, on=["issue", "axis", "stance"], suffixes=("", "_other"))
    both = both[both[who].cat.codes < both[f"{who}_other"].cat.codes]
    both = both.sort_values("stand", ascending=False, kind="stable")
    both = both.drop_duplicates([who, f"{who}_other", "issue", "axis"]).sort_index()
    rejected = (both["stand"] < 0) & (both["stand_other"] < 0)
    return both.assign(name=both["stance"].mask(rejected, "not " + both["stance"]))


def names_of(stances: pd.Series):
    """Return the names joined by "; ", NaN if there is none."""
    return "; ".join(stances) or float("nan")


def _opposites(codebook: Codebook) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The opposites of each (issue, stance), in the codebook's order; being opposite goes both ways."""
    opposites = {(issue, name): set() for issue, name, _ in codebook.stances}
    for issue, name, stance in codebook.stances:
        if stance.opposite:
            opposites[issue, name].add((issue, stance.opposite))
            opposites[issue, stance.opposite].add((issue, name))
    return {key: [other for other in opposites if other in others] for key, others in opposites.items()}
