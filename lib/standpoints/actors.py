"""Statements → who speaks: every speaker an actor with a side, and every naming of an actor as a mention."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from standpoints import reader
from standpoints.naming.antecedents import resolve_pronouns
from standpoints.naming.appearances import people_of
from standpoints.naming.bodies import with_bodies, with_initials
from standpoints.naming.cast import cast
from standpoints.naming.documents import author_in
from standpoints.naming.endings import name_ends
from standpoints.naming.entourage import side_of
from standpoints.naming.first_person import with_author
from standpoints.naming.geography import PLACES
from standpoints.naming.names import Names, index_names
from standpoints.naming.people import NOT_A_PERSON
from standpoints.naming.places import Page, Person, Span, Speech, page_of
from standpoints.naming.scene import Said, Scene
from standpoints.naming.sides import sides_of_unnamed
from standpoints.naming.speakers import resolve_speakers
from standpoints.naming.spots import find_spots
from standpoints.naming.stage import Named
from standpoints.naming.words import read_words
from standpoints.registry import Registry

Point = Callable[[str], list[reader.Pointed]]
_THINGS = PLACES | NOT_A_PERSON
MENTION_COLUMNS = ["article_id", "sentence_id", "start", "end", "text", "actor", "side", "resolved_by"]


def resolve_actors(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    statements: pd.DataFrame,
    registry: Registry,
    *,
    point: Point | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the statements with `actor`, `side`, `resolved_by` filled, and the mentions: one row for each time an
    actor is named, in text order.

    Needs articles (article_id, text, published), sentences (article_id, sentence_id, start, end, voice), statements
    (article_id, statement_id, start, end, form, cue_end, speaker_start, speaker_end, within). Offices are
    resolved by the date of the article; without one, only where a single holder is possible. `point` is asked of each
    text whom its he and she mean (`reader.point`, as in `analyse`); without it rules alone tell, which are
    less often right.

    resolved_by: "name" (as the registry or the article's fullest name has it, or its surname), "alias", "office"
    (also "the premier" after one was named), "pronoun" (he, they, and descriptions without a name: "the
    72-year-old"). A quotation that goes on without a new speaker keeps actor and resolved_by of what it goes on
    from. Of several speakers of one side the first counts, of different sides nobody. Unknown is NaN.

    A speaker whom the registry does not hold becomes an actor of its own, under the fullest name in the article,
    with side NaN. Who is described and not named has no actor, but may have a side: "a senior Norlandish official".
    A state or capital that is only a place ("in Norland", "from Arvik") is no mention. Who speaks through a letter, a
    poll, a report is its author, and so is who says *we* in a statement that names him at its head; a campaign and an
    office are actors of their own ("Mira Oster's office"), on the side of whom they serve.

    Before: He called Sundia's offer a trick. | speaker He
    After:  He called Sundia's offer a trick. | speaker He | actor Joss Tavian | side Norland | resolved_by pronoun
    """
    names = registry.names
    said, read = _by_article(statements, _said), _by_article(sentences, _sentence)
    speakers: dict[int, tuple] = {}
    served: dict[int, str | None] = {}
    mentions: list[tuple] = []
    for article_id, text, day in zip(articles["article_id"], articles["text"], articles["published"], strict=True):
        pointed = point(text) if point else []
        written = said.get(article_id, [])
        own = [_by_its_author(text, one, names) for one in written]
        read_here = read.get(article_id, [])
        page = _page(text, read_here, written)
        scene = _read_article(page, day, own, names, pointed)
        answers = resolve_speakers(scene, with_author(text, own))
        speakers |= answers
        served |= sides_of_unnamed(scene, with_author(text, written), answers)
        mentions += [(article_id, *row) for row in _mentions(scene, read_here)]
    resolved = [speakers.get(row, (None, None)) for row in range(len(statements))]
    filled = statements.assign(
        actor=[actor for actor, _ in resolved],
        side=[side_of(actor, names) if actor else served.get(row) for row, (actor, _) in enumerate(resolved)],
        resolved_by=[how for _, how in resolved],
    ).astype({"actor": "str", "side": "str", "resolved_by": "str"})
    table = pd.DataFrame(mentions, columns=MENTION_COLUMNS)
    return filled, table.astype({c: "int64" if c in ("start", "end") else "str" for c in MENTION_COLUMNS})


class _Sentence(NamedTuple):
    sentence_id: str
    start: int
    end: int
    voice: str


def _by_article(table: pd.DataFrame, row_of) -> dict[str, list]:
    """{article_id: its rows}, made in one go: going through a table row by row costs more than the work itself."""
    grouped: dict[str, list] = {}
    for article_id, row in zip(table["article_id"].tolist(), row_of(table), strict=True):
        grouped.setdefault(article_id, []).append(row)
    return grouped


def _sentence(sentences: pd.DataFrame) -> list[_Sentence]:
    columns = (sentences[column].tolist() for column in _Sentence._fields)
    return [_Sentence(*row) for row in zip(*columns, strict=True)]


def _said(statements: pd.DataFrame) -> list[Said]:
    names = ("statement_id", "start", "end", "form", "speaker_start", "speaker_end", "cue_end", "within")
    columns = (statements[name].astype("object").where(statements[name].notna(), None).tolist() for name in names)
    return [
        Said(row, identity, start, end, form == "direct", None if first is None else (int(first), int(last)),
             cue_end if cue_end is None else int(cue_end), within)
        for row, (identity, start, end, form, first, last, cue_end, within) in enumerate(zip(*columns, strict=True))
    ]  # fmt: skip


def _by_its_author(text: str, one: Said, names: Names) -> Said:
    """A statement whose speaker is who wrote the letter, not the letter."""
    if one.speaker is None:
        return one
    author, document = author_in(text, one.speaker, names)
    return one._replace(speaker=author, document=document)


def _page(text: str, sentences: list[_Sentence], said: list[Said]) -> Page:
    """One article with who speaks where, as it is written: who wrote a study is not heard."""
    speech = [Speech(s.start, s.end, s.speaker, s.direct) for s in said if s.within is None]
    return page_of(text, [(sentence.start, sentence.end) for sentence in sentences], speech)


def _read_article(page: Page, published, said: list[Said], names: Names, pointed: list[reader.Pointed]) -> Scene:
    """One article with everybody who is named in it."""
    day = published if isinstance(published, str) else None
    speakers = sorted({s.speaker for s in said if s.speaker})
    named, people, things = _who_is_there(page, names, day, name_ends(page.text, said), speakers)
    pronouns = resolve_pronouns(page, people, pointed, things)
    return Scene(page, named, people, {span: person for span, person in pronouns if person}, names)


def _who_is_there(
    page: Page, names: Names, day: str | None, speaking: set[int], speakers: list[Span]
) -> tuple[list[Named], list[Person], list[Span]]:
    """The spots that name an actor, every place where a person is named or described, and the names of things."""
    text, words = page.text, read_words(page.text)
    spots = find_spots(text, names, words)
    named = with_bodies(text, words, cast(page, words, spots, names, day, speaking), speakers, names)
    named = with_initials(text, named, names)
    things = [(n.spot.start, n.spot.end) for n in named if n.actor and not n.person]
    things += [(n.spot.lead, n.spot.start) for n in named if n.spot.lead >= 0]  # ⟦Mr⟧ Holt: nobody else
    things += [(w.start, w.end) for w in words if w.raw[0].isupper() and w.folded in _THINGS]
    return named, people_of(page, words, spots, named, names), sorted(things)


def _mentions(scene: Scene, sentences: list[_Sentence]) -> list[tuple]:
    found = [(n.spot.start, n.spot.end, n.actor, n.how) for n in scene.named if n.actor]
    found += [(*span, who.key, "pronoun") for span, who in scene.pronouns.items() if isinstance(who.key, str)]
    rows = []
    for start, end, actor, how in sorted(found):
        sentence = sentences[scene.sentence(start)] if sentences else None
        if sentence and sentence.voice != "boilerplate":
            side = scene.names.sides.get(actor)
            rows.append((sentence.sentence_id, start, end, scene.text[start:end], actor, side, how))
    return rows


def find_antecedents(text: str) -> list[tuple[Span, Span | None]]:
    """Return each he, she, him, her, his, hers, himself, herself of a text with the span that names its person.

    Both as characters [start, end) of `text`, in text order; None where nobody fits. Needs no registry: names
    and descriptions of persons are found by their own words.
    """
    page, people, things = _read_plain(text)
    found = resolve_pronouns(page, people, reader.point(text), things)
    return [(span, person and (person.start, person.end)) for span, person in found]


def people_in(text: str) -> list[Person]:
    """Return every place of a text where a person is named or described; needs no registry."""
    return _read_plain(text)[1]


def _read_plain(text: str) -> tuple[Page, list[Person], list[Span]]:
    """What is said in a text by its typography, and who and what is there by no registry."""
    from standpoints.reading.typography import read_quotations
    from standpoints.sentences import paragraphs, sentence_spans

    sentences = [span for a, b in paragraphs(text) for span in sentence_spans(text, a, b)]
    quotations = [a for a in read_quotations(text) if a.content]
    speech = [
        Speech(a.content[0][0], a.content[-1][1], (a.source[0][0], a.source[-1][1]) if a.source else None,
               text[a.content[0][0]] in "\"“”'‘«„")
        for a in quotations
    ]  # fmt: skip
    speakers = sorted({s.speaker for s in speech if s.speaker})
    page = page_of(text, sentences, speech)
    _, people, things = _who_is_there(page, index_names([], []), None, {end for _, end in speakers}, speakers)
    return page, people, things
