"""Who is spoken of, and by whom: the mentions that the tables of tone toward somebody count, and their sentences."""

import numpy as np
import pandas as pd

from standpoints.clusters import once_each
from standpoints.comparing.counting import THE_REPORTER, instruments, who_speaks
from standpoints.comparing.taken import check_value, in_article_order
from standpoints.voices import mark_mentions

OTHERS, OWN_SIDE = "spoken of by others", "spoken of by its own side"
UNKNOWN, REPORTER = "spoken of by unknown sides", "spoken of by the reporter"

_COLUMNS = ["article_id", "title", "outlet", "published", "actor", "side", "voice", "speaker_actor", "speaker_side",
            "sentence", "text", "start", "end", "sentence_id"]  # fmt: skip


def spoken_of(study, *, side=None, actor=None, speaker=None, voice=None) -> pd.DataFrame:
    """Return the mentions behind a mark of tone toward somebody, in text order: of whom, by whom, in which sentence.

    `side` or `actor` is who is spoken of; `speaker` the side that speaks ("the reporter" for his own words), `voice`
    one of those of `tone_toward`. So `side="Sundia", speaker="Norland"` is a cell of `tone_between`, `side="Sundia",
    voice="spoken of by others"` a row of `tone_toward` or `three_voices`. Gives article_id, title, outlet, published,
    actor, side, voice, speaker_actor, speaker_side, sentence (the whole of it), text (the words that name him) with its
    start and end in the article, sentence_id, and the tone toward him. A row without a score counts in no mean.

    Names that only say whose statement it is are nobody spoken of; they have no row. Empty where nobody is.

    Raises ValueError for a value that does not occur in the study; the message names those that do.
    """
    mentions = mentions_spoken_of(study)
    mentions = mentions.assign(**{by: who_speaks(mentions, by) for by in ("side", "actor")})
    rows, wanted = mentions, {"side": side, "actor": actor, "speaker_side": speaker, "voice": voice}
    for column, value in wanted.items():
        if value is not None:
            known = [OTHERS, OWN_SIDE, UNKNOWN, REPORTER] if column == "voice" else mentions[column]
            check_value(pd.Series(known), column.replace("speaker_side", "speaker"), value)
            rows = rows[rows[column] == value]
    sentences = study.sentences[["article_id", "sentence_id", "text"]].rename(columns={"text": "sentence"})
    rows = rows.merge(sentences, on=["article_id", "sentence_id"], how="left", validate="many_to_one")
    articles = study.articles.reindex(columns=["article_id", "title", "outlet", "published"])
    rows = rows.merge(articles, on="article_id", how="left", validate="many_to_one")
    rows = in_article_order(rows, study.articles, "start")
    return rows[[*_COLUMNS, *(f"tone_{name}" for name in instruments(rows))]]


def mentions_spoken_of(study) -> pd.DataFrame:
    """Return the mentions that speak of somebody: one for each sentence and speaker, in order, as the bootstrap draws
    rows by place. Of a statement that several articles report, those of one report: it counts once.

    Gives the columns of `mentions`, speaker_side and speaker_actor in words also where they are unknown ("the reporter"
    speaks in his own words), and voice: whether others, the own side, speakers of unknown side or the reporter speak.
    Of somebody without a side each other one whose name is known speaks as others do.
    """
    mentions = mark_mentions(study.mentions, study.sentences, study.statements)
    mentions = mentions[mentions["voice"].isin(["statement", "reporter"]) & ~are_repeated(mentions, study.statements)]
    # “She thanked Mr. Dell for his patience” speaks of him once
    mentions = mentions.drop_duplicates(["sentence_id", "actor", "voice", "speaker_actor", "speaker_side"])
    by_reporter = mentions["voice"] == "reporter"
    own = (mentions["speaker_side"] == mentions["side"]) | (mentions["speaker_actor"] == mentions["actor"])
    # Of Russia an envoy of unknown side may speak as a friend or a foe; “a French official” has a side, if no name.
    sided = mentions["speaker_side"].notna() | (mentions["side"].isna() & mentions["speaker_actor"].notna())
    voice = np.select([by_reporter, own, ~sided], [REPORTER, OWN_SIDE, UNKNOWN], OTHERS)
    speakers = pd.DataFrame({by: mentions[f"speaker_{by}"] for by in ("side", "actor")})
    names = {f"speaker_{by}": who_speaks(speakers, by).mask(by_reporter, THE_REPORTER) for by in ("side", "actor")}
    return mentions.assign(voice=voice, **names).sort_values(["article_id", "start"], ignore_index=True)


def are_repeated(mentions: pd.DataFrame, statements: pd.DataFrame) -> pd.Series:
    """Return which mentions of `mark_mentions` stand in a statement that counts by another article's report of it."""
    counted = mentions["speaker_statement_id"].isin(once_each(statements)["statement_id"])
    return (mentions["voice"] == "statement") & ~counted
