"""Whose words an outlet carries: "Oster said it was shut, the Holm agency reported" is what Oster says.

The network takes the agency, which stands last, for who says all of it. It tells the news and is no voice in it:
without this, what a minister said would count for the agency, and for its state.
"""

import re

from standpoints.reading.attribution import CAPITAL, SOMEBODY, Attribution, text_of
from standpoints.reading.cues import cue_class
from standpoints.reading.subjects import sentence_start
from standpoints.reading.typography import read_plainly

_NAME = rf"(?:the |an? )?(?:[{CAPITAL}][\w.’'-]+ ){{0,3}}[{CAPITAL}][\w.’'-]*"
_NOUN = (
    r"(?i:(?:news |press )?agency|(?:news )?service|news (?:site|website|portal|channel)|(?:news)?papers?|daily|weekly|"
    r"magazine|broadcasters?|television|TV|radio|media(?: outlets?)?|outlets?|website|portal|correspondent)"
)
# Names of agencies by which nothing but an outlet is meant
_WIRE = (
    r"(?:Reuters|AFP|AP|Agence France-Presse|Associated Press|Bloomberg|Interfax(?:-\w+)?|(?:ITAR-)?TASS|"
    r"RIA(?: Novosti)?|Sputnik|Ukrinform|UNIAN|Xinhua|Anadolu|dpa|DPA|UPI|Kyodo|ANSA|EFE|PAP|BelTA|Axios|Politico|"
    r"CNN|BBC)(?![\w’'-])"
)
_OUTLET = rf"(?:the |an? )?(?:[\w.’'-]+ ){{0,4}}?(?:{_NOUN}(?: [A-Z][\w.’'-]*){{0,2}}|{_WIRE}(?: {_NOUN}| News)?)"
_WHEN = r"(?: (?:earlier|later|also|on|last) ?(?:\w+day)?| [A-Z]\w+day)?"
# …, the Holm agency reported on Monday; …, reports SUNA; …, according to the newspaper Le Fleuve
_LAST = re.compile(
    rf",[”\"’']?,? (?:(?:{_OUTLET}|{_NAME})(?: has| have)? (?:reported|reports|report)\b|"
    rf"(?:reported|reports) (?:{_OUTLET}|{_NAME})|"
    rf"(?:as )?(?:according to|(?:reported|quoted|cited) by) {_OUTLET}){_WHEN}(?=[.,;:)]|\s*\n|\s*\Z)"
)
_FIRST = re.compile(rf"[Aa]ccording to {_OUTLET},? $")
_GOES_ON = re.compile(r"[;:]|, (?:and|but|while|whereas|who|which)\b")
# On Friday, ⟦Oster⟧ said …; meanwhile, ⟦Oster⟧ said …
_LEADS_IN = re.compile(
    r"(?:(?:On|In|At|During|After|Before|Speaking|Earlier|Later|Meanwhile|But|And|Also)\b[^,“”\"]{0,60},? )?"
)
# Oster met the envoys and ⟦pledged⟧ to go: the words before a second verb are no speaker
_NO_SUBJECT = re.compile(r"[“”\"\n]|\b(?:and|or|but)$|(?:\S+ ){14}")
_AS_TOLD_BY = re.compile(
    rf"[\s,”\"’]*(?P<source>(?:[a-z]+ )?[{CAPITAL}][\w.’'-]*(?: [{CAPITAL}][\w.’'-]*){{0,3}}|he|she|they) (?P<cue>\w+)"
    r"(?: [^,.;“”\"]{1,40})?, according to (?:the )?"
)
_TOLD_INSIDE = re.compile(
    rf".+(?:,[”\"’']?|[”\"]) {SOMEBODY} (?P<cue>said|says|told|wrote|added|announced)"
    r"(?: [^,.;“”\"]{1,40})?"
)
_LONG = 160  # characters of who reports


def carried(one: Attribution, text: str) -> list[Attribution]:
    """Return what is said by whom in what an outlet tells; the attribution itself where nobody else says all of it.

    “We wait,” ⟦Oster⟧ said, SUNA reported; ⟦Oster⟧ said it was shut, according to the newspaper Le Fleuve; according to
    SUNA, ⟦Oster⟧ said it was shut. Not "The bridge is shut, SUNA reported", nor "SUNA reported that Oster had left".
    """
    if not one.source or not one.cue:
        return [one]
    one = _own_source(one, text)
    start, end = one.content[0][0], one.content[-1][1]
    last = next((m for m in _LAST.finditer(text, start, one.source[-1][1] + _LONG) if _tells(m, one)), None)
    if last is None and not _FIRST.match(text, one.cue[0][0], start):
        return [one]
    stop = last.start() + (text[last.start() + 1] in "”\"’'" and 2) if last else end
    found = _all_of(text, start, stop)
    if not found and last:  # Oster told reporters ⟦that it was shut⟧, SUNA reported
        begin = sentence_start(text, start) or 0
        found = [inner for inner in _all_of(text, begin, stop) if inner.content[0][0] >= start]
    return [inner._replace(confidence=one.confidence) for inner in found] or [one]


def _own_source(one: Attribution, text: str) -> Attribution:
    """“We wait,” ⟦Oster⟧ said, according to the Holm agency, or to an account of it; also where ⟦“We wait,” Oster said⟧
    was read as what the agency tells."""
    if one.source[0][0] < one.content[-1][1]:
        return one
    start, end = one.content[-1]
    told = _AS_TOLD_BY.fullmatch(text, end, one.source[0][0])
    if not told and text_of(text, one.cue).casefold() == "according to":
        told = _TOLD_INSIDE.fullmatch(text, start, end)
    if not told or not isinstance(cue_class(told["cue"]), str):
        return one
    end = min(end, told.start("source") - 1)
    said = (*one.content[:-1], (start, end - (text[end - 1] == ",")))
    return one._replace(source=(told.span("source"),), cue=(told.span("cue"),), content=said)


def _all_of(text: str, start: int, stop: int) -> list[Attribution]:
    """Who says what in a clause, where that is all of the clause; nothing where the reporter says some of it."""
    found = read_plainly(text, start, stop)
    if not found or text.count("\n", start, stop) or not isinstance(cue_class(text_of(text, found[0].cue)), str):
        return []
    if any(_NO_SUBJECT.search(text_of(text, inner.source)) for inner in found):
        return []
    spans = [span for inner in found for part in inner[:3] for span in part]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return found if _LEADS_IN.fullmatch(text, start, first) and not _GOES_ON.search(text, last, stop) else []


def _tells(last: re.Match, one: Attribution) -> bool:
    """Whether the source stands in the words at the end."""
    return last.start() < one.source[0][0] and one.source[-1][1] <= last.end()
