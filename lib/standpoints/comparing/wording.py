"""The words that set each side apart from all the others."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import pandas as pd

from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, table_of, unknown_last
from standpoints.comparing.taken import evidence, named
from standpoints.comparing.words import read_stopwords, words_of, words_said

Z_MARKED = 1.959963984540054
"""From this |z| on the 95 % interval of the log-odds does not hold 0."""

_COLUMNS = ["side", "word", "n_uses", "n_words", "others_uses", "others_words", "n_statements", "n_side_statements",
            "log_odds", "low", "high", "z", "marked", "its_own"]  # fmt: skip


def distinctive_words(
    study, *, min_uses: int = 3, prior_words: float | None = None, stopwords: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return one row a side and word: how much more the side uses the word than all other sides together.

    Needs `study.articles` and `study.statements` (pieces, side, actor, within). Gives side, word, n_uses of n_words
    (the side's words), others_uses of others_words, n_statements of n_side_statements (the side's statements that hold
    it), log_odds (natural logarithm; above 0: the side uses it more), low, high (95 % interval), z, marked (|z| ≥ 1.96)
    and its_own (z is above 0 and the side does use the word more often: the prior alone can lift one that a side of few
    words never used, where reporters use it much). Russia, Ukraine, Europe first, then the side with most words; its
    highest z first. `statements_with` gives the sentences.

    Left out: words in `stopwords` (data/stopwords.txt), words that all sides together use fewer than `min_uses` times
    (they count in n_words), words of unknown speakers, and statements inside a statement, whose words are the outer
    speaker's already. The prior is the text of all articles, weighed like `prior_words` words; without it, like
    the words of an average side: it draws rare words toward "no difference".

    It cannot see what a word means where it stands, and takes the uses of a word for independent, which those in one
    article are not. Of a hundred words without any difference about five are marked by chance.

    Source: Monroe, Colaresi & Quinn 2008, “Fightin’ Words”, Political Analysis 16(4), 372–403, section 3.5.
    """
    left_out = read_stopwords() if stopwords is None else frozenset(stopwords)
    spoken = named(study).assign(word=words_said(study.statements, study.articles))
    spoken = spoken[spoken["within"].isna() & ~spoken["side"].isin([UNRESOLVED, NO_SIDE])]
    spoken = spoken.drop_duplicates(["side", "unit"])[["side", "unit", "word"]].explode("word").dropna()
    spoken = spoken[~spoken["word"].isin(left_out)]
    if spoken.empty:
        return table_of([], _COLUMNS)
    uses = spoken.groupby(["word", "side"]).size().unstack(fill_value=0)
    statements = spoken.drop_duplicates().groupby(["word", "side"]).size().unstack(fill_value=0)
    n_words, n_statements = uses.sum(), spoken.groupby("side")["unit"].nunique()
    weight = n_words.mean() if prior_words is None else prior_words
    prior = _shares(study.articles, uses, left_out)
    parts = []
    sides = unknown_last(n_words.rename_axis("side").rename("n").reset_index(), "side", ["n"], leading=True)["side"]
    for side in sides:
        own, others = uses[side], uses.sum(axis=1) - uses[side]
        part = _log_odds(own, others, prior, weight)[own + others >= min_uses]
        counts = {"side": side, "n_words": n_words[side], "others_words": others.sum(),
                  "n_statements": statements[side], "n_side_statements": n_statements[side]}  # fmt: skip
        more = own / n_words[side] > others / max(others.sum(), 1)
        part = part.assign(n_uses=own, others_uses=others, its_own=(part["z"] > 0) & more, **counts).reset_index()
        parts.append(part.sort_values(["z", "word"], ascending=[False, True]))
    return pd.concat(parts, ignore_index=True)[_COLUMNS]


def statements_with(study, words: pd.DataFrame) -> pd.DataFrame:
    """Return the statements behind words: rows of `distinctive_words` in, one row a word and statement of its side out.

    Gives word and the columns of `evidence`, in the order of the words; a word that the side never uses has no row.
    """
    wanted = words[["side", "word"]].drop_duplicates().to_dict("records")
    parts = [evidence(study, **row).assign(word=row["word"]) for row in wanted]
    table = pd.concat(parts, ignore_index=True) if parts else evidence(study).iloc[:0].assign(word="")
    return table[["word", *(column for column in table if column != "word")]]


def _shares(articles: pd.DataFrame, uses: pd.DataFrame, left_out: frozenset) -> pd.Series:
    """Which share of all words of the articles, reporters' words and all, each word of `uses` is."""
    n = pd.Series(Counter(word for text in articles["text"] for word in words_of(text) if word not in left_out))
    said = uses.sum(axis=1)
    n = n.reindex(n.index.union(said.index), fill_value=0)
    n[said.index] = np.maximum(n[said.index], said)  # a word that a statement cuts in two stands in no article
    return (n / n.sum())[said.index]


def _log_odds(own: pd.Series, others: pd.Series, prior: pd.Series, weight: float) -> pd.DataFrame:
    """The difference between the log-odds of each word, with its interval and z; `prior` counts like `weight` words."""
    difference, variance = 0.0, 0.0
    for uses, sign in ((own, 1), (others, -1)):
        seen = uses + weight * prior
        difference += sign * np.log(seen / (uses.sum() + weight - seen))
        variance += 1 / seen
    half, z = Z_MARKED * np.sqrt(variance), difference / np.sqrt(variance)
    columns = {"log_odds": difference, "low": difference - half, "high": difference + half, "z": z}
    return pd.DataFrame(columns | {"marked": z.abs() >= Z_MARKED}).rename_axis("word")
