"""The language of each article. The kit reads English: the others are kept, marked and left out of the analysis."""

import re
from functools import cache

import pandas as pd

from standpoints.formats.dates import Doubt
from standpoints.sentences import paragraphs

ENGLISH = "en"
_READ = 20_000  # characters that are looked at: more change nothing
_NOT_LATIN = re.compile(r"[^\x00-\u024f]")
_ENOUGH = 60  # characters of a paragraph from which its own language is told: a dozen words
_LEFT_OUT = "kept in `articles`, left out of attribution, tone and charts: the kit reads English"


def english(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles to analyse: those in English, and those whose language nobody can tell.

    Needs language ("en", another code, or NaN for not known); a table without this column is English.
    """
    if "language" not in articles:
        return articles
    return articles[articles["language"].isna() | (articles["language"] == ENGLISH)]


def find_language(text: str, declared: str | None) -> tuple[str | None, Doubt | None]:
    """The language of a text ("en", "ru"; None: cannot be told), and the doubt if it is not English.

    The words decide; what was `declared` counts where they are too few to tell (a dozen mostly suffice). A text of
    letters that are not Latin is never English. An English article with paragraphs in another language is English, with
    a doubt that counts them; a quotation in another language within a paragraph is not seen.

    Source: py3langid (BSD). Not English: five languages share 90 % of the probability, and English has under 1 %.
    Tried on 5,720 sentences of English news (PolNeAR) it took none for another language; of 15 words in 34 other
    languages (interface texts of Django) it knew 99 %. Of 6,076 paragraphs of English texts (PolNeAR, GUM) it took two
    for another language: an address in Galician and a French quotation.
    """
    written = _code(declared)
    found = _by_words(text)
    if found == ENGLISH and written not in (None, ENGLISH):
        return found, ("language", f"is said to be {declared!r}; its words are English", "read as English")
    language = found or written
    if language in (None, ENGLISH):
        return language, _mixed(text)
    said = f", although {declared!r} is said" if found and written == ENGLISH else ""
    return language, ("text", f"is not English (language: {language}{said})", _LEFT_OUT)


def _mixed(text: str) -> Doubt | None:
    """The doubt about an English article of which some paragraphs are in other languages."""
    spans = paragraphs(text)
    languages = {start: _by_words(text[start:end]) for start, end in spans if end - start >= _ENOUGH}
    foreign = {start: language for start, language in languages.items() if language not in (None, ENGLISH)}
    if not foreign:
        return None
    which = ", ".join(sorted(set(foreign.values())))
    what = f"is partly not English: {len(foreign)} of {len(spans)} paragraphs ({which})"
    return f"from character {min(foreign)}", what, "read with the rest; what is found in them is doubtful"


def _by_words(text: str) -> str | None:
    text = text[:_READ]
    words = " ".join(text.split())
    not_latin = sum(map(str.isalpha, _NOT_LATIN.findall(text)))
    if not_latin and not_latin > sum(map(str.isalpha, text)) / 2:
        return next(language for language, _ in _identifier().rank(words) if language != ENGLISH)
    likeliest, share = _identifier().classify(words)
    if likeliest == ENGLISH:
        return ENGLISH if share > 0.5 else None
    ranked = _identifier().rank(words)
    return likeliest if dict(ranked)[ENGLISH] < 0.01 and sum(share for _, share in ranked[:5]) > 0.9 else None


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _code(declared: str | None) -> str | None:
    """ "en" for English, en-GB, eng; other names as they are written, in small letters."""
    name = (declared or "").strip().casefold()
    return ENGLISH if re.match(r"(en|eng|english|anglais|englisch)(?![a-z])", name) else name or None
