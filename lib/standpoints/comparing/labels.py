"""The names that the codebook gives its issues and stances for readers; tables to compute with keep the short ids."""

from collections import Counter

import pandas as pd

from standpoints.codebook import Codebook, project_codebook

_LISTS = ("together", "against", "partly", "divided", "congruent", "conflicting")
_OF_SIDES = ("together", "against", "partly")  # of whole issues, in a table without the column `issue`


def labelled(table: pd.DataFrame, *, codebook: Codebook | None = None, quoted: bool = False) -> pd.DataFrame:
    """Return the table with the codebook's labels in place of the ids of issues and stances.

    Changes what is there of issue, stance, earlier_stance, later_stance, and the lists of `agreement_by_issue`,
    `agreement_of_sides` and `actor_ties` (together, against, partly, divided, congruent, conflicting). `quoted` puts
    “ ” about each label, for a sentence. `codebook` is the one that the codes were made with, the project's own if none
    is given; an id that it does not have stays as it is, as does an issue without a label.

    Before: issue ceasefire | stance full-ceasefire
    After:  issue Ceasefire | stance A general ceasefire
    """
    issues, stances = _labels(codebook, quoted)
    changed = {}
    by_row = table["issue"].tolist() if "issue" in table else [None] * len(table)
    for column in table.columns:
        values = zip(by_row, table[column].tolist(), strict=True)
        if column == "issue":
            changed[column] = [issues.get(issue, issue) for issue in by_row]
        elif column == "stance" or str(column).endswith("_stance"):
            changed[column] = [stances.get((issue, stance), stance) for issue, stance in values]
        elif column in _LISTS:
            known = issues if column in _OF_SIDES and "issue" not in table else None
            changed[column] = [_list(names, issue, stances, known) for issue, names in values]
    return table.assign(**{name: pd.Series(values, table.index, dtype=object) for name, values in changed.items()})


def concepts(table: pd.DataFrame, *, codebook: Codebook | None = None, quoted: bool = False) -> pd.Series:
    """Return for each row the stance as it can stand alone: its label, "river: open-river" where it has none."""
    _, stances = _labels(codebook, quoted)
    keys = list(zip(table["issue"], table["stance"], strict=True))
    names = [stances.get(key, ": ".join(key)) for key in keys]
    called = Counter(name for name, _ in set(zip(names, keys, strict=True)))  # so many stances have this label
    names = [": ".join(key) if called[name] > 1 else name for key, name in zip(keys, names, strict=True)]
    return pd.Series(names, table.index, dtype=object)


def _labels(codebook: Codebook | None, quoted: bool) -> tuple[dict, dict]:
    """The labels of issues by name, and of stances by (issue, name); by (None, name) where the name is of one alone."""
    codebook = project_codebook() if codebook is None else codebook
    form = "“{}”" if quoted else "{}"
    issues = {name: form.format(issue.label) for name, issue in codebook.issues.items() if issue.label}
    stances = {(issue, name): form.format(stance.label) for issue, name, stance in codebook.stances}
    of_one = [name for _, name in stances]
    stances |= {(None, name): label for (_, name), label in list(stances.items()) if of_one.count(name) == 1}
    return issues, stances


def _list(names, issue, stances: dict, issues: dict | None):
    """ "open-river; not tolls" with labels; what is missing stays so."""
    if not isinstance(names, str):
        return names
    told = []
    for name in names.split("; "):
        bare = name.removeprefix("not ")
        label = stances.get((issue, bare), bare) if issues is None else issues.get(bare, bare)
        told.append(label if bare == name else f"not {label}")
    return "; ".join(told)
