"""Headlines that say by their form who speaks: `Tavian: talks possible`, `‘We will not yield’: Norland's premier`."""

import re
from collections.abc import Collection

from standpoints.quotes import Quote
from standpoints.reading.attribution import CAPITAL, Attribution, Span

_NAME = rf"[{CAPITAL}][\w.’'-]*(?: [{CAPITAL}][\w.’'-]*){{0,4}}"
_ROLE = r"[a-z]*(?:er|or|man|ent|ary|ief)"  # premier, chancellor, spokesman, president, secretary, chief
_NAME_FIRST = re.compile(rf"(?P<source>{_NAME}(?: {_ROLE}\b(?: {_NAME})?)?)(?P<cue>:) +(?=\S)")
_NAME_LAST = re.compile(rf"(?: (?P<cue>[–—-])) (?P<source>{_NAME})$")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: ?[–—-])? +(?=\S)"
)  # of a live blog's entry
# What stands behind a quotation: …: Norland's premier | … – Karla Velden in Holm | …: the premier of Norland
_IS_ROLE = re.compile(r"[A-Z]\S* (?:mayor|governor|premier|minister|president|chancellor|spokes\w+|official|envoy)$")
_WHOSE = re.compile(
    rf" ?(?P<cue>:|,? ?[–—]|,? -)\s+"
    rf"(?P<source>(?:(?:the|a|an) (?:[\w-]+ )?{_ROLE}|{_NAME}(?: {_ROLE}\b)?)(?: of {_NAME})?)"
    r"(?: (?:in|after|before|on|to|at|as|amid) .*)?$"
)
# Words before a colon that tell the kind of text or its topic, not a speaker.
_TOPICS = frozenset(
    "live breaking exclusive watch listen analysis opinion comment explainer explained update updates summary video "
    "photos pictures factbox timeline profile interview editorial review podcast briefing poll report revealed war "
    "latest key takeaways".split()
)
_MAX_WORDS = 20
_SURE = 0.7


def read_headline(
    text: str, start: int, end: int, quotes: list[Quote], speakers: Collection[str]
) -> Attribution | None:
    """Return the statement of the headline `text[start:end]`, None if the line is none or its form names no speaker.

    It counts if its words are quoted, or if its name is that of somebody who speaks in the article, or ends with what
    somebody is (*Arvik mayor: port shut*): `speakers` holds the last words of their names, in lower case. So *Norland:
    two dead in port blast* has no speaker. The clock before an entry of a live blog (*07:12*) is no part of it.
    """
    clock = _CLOCK.match(text, start, end)
    start = clock.end() if clock else start
    line = text[start:end]
    if end - start > 300 or len(line.split()) > _MAX_WORDS or line[-1] in ".;,:":
        return None
    first = _NAME_FIRST.match(text, start, end)
    if first and not _TOPICS & {word.casefold() for word in first["source"].split()}:
        quoted = any(quote.start == first.end() for quote in quotes)
        if quoted or _last_word(first["source"]) in speakers or _IS_ROLE.search(first["source"]):
            return _statement((first.end(), end), first)
    if quotes and quotes[0].start == start and quotes[0].closed and " " in text[slice(*quotes[0][:2])]:
        whose = _WHOSE.match(text, quotes[0].end, end)
        return whose and _statement(quotes[0][:2], whose)
    last = _NAME_LAST.search(text, start, end)
    if last and _last_word(last["source"]) in speakers:
        return _statement((start, last.start()), last)
    return None


def _last_word(name: str) -> str:
    return name.split()[-1].casefold().removesuffix("’s").removesuffix("'s")


def _statement(content: Span, found: re.Match) -> Attribution:
    return Attribution((content,), (found.span("cue"),), (found.span("source"),), _SURE)
