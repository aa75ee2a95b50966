"""Who says *I* and *we* where nothing is quoted: an official paper tells at its head whose words it holds.

Joint statement by the ministers of Norland and Sundia; Mira Oster's remarks; We, the leaders of the League, declare …
"""

import re
from itertools import islice, takewhile

from standpoints.naming.places import Span
from standpoints.naming.scene import Said

_KIND = (
    r"(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress|[Aa]ppeal|[Dd]eclaration|[Cc]ommuniqu[eé]|[Bb]riefing|"
    r"(?:[Pp]ress |[Nn]ews )?[Cc]onference|[Mm]essage|(?:[Oo]pen )?[Ll]etter|[Cc]omments?|[Ii]ntervention)"
)
_BEGINS = r"(?:^|(?<=[:–—] )|(?<=\n))(?:[^.\n]{0,50}\b[Tt]ranscript of )?(?:[\w’'-]+ ){0,3}?"
# … of Oster ⟦on⟧ the attack; of the ministers of Norland, Sundia and Tark
_ENDS = (
    r"(?= (?:on|in|at|to|about|before|during|after|following|regarding|concerning|ahead|with|for)\b|"
    r"[.:;\n–—]|, (?:\d|[A-Z][\w-]+, |[A-Z]\w+ \d)|\Z)"
)
_FOR = r"(?:[^,.:;\n]{3,60} on behalf of )?(?:the )?"
_BY = re.compile(
    rf"(?:{_BEGINS}{_KIND}\s+(?:(?:as )?(?:made|given|delivered) )?(?:by|of|from)|"
    rf"(?<![^\n])\(?[Aa]s (?:delivered|prepared) by) {_FOR}(?P<author>\S[^\n]{{2,150}}?){_ENDS}"
)
_OWN = re.compile(rf"{_BEGINS}(?P<author>[A-Z][^,.:;\n]{{1,80}}?)(?:['’]s?) (?:[A-Z]?[a-z-]+ ){{0,2}}{_KIND}\b")
_WE = re.compile(r"(?:^|\. )We, (?P<author>[^.;:\n]{3,200}?), (?!the\b|and\b|of\b)(?=[a-z])", re.MULTILINE)
_LINES = re.compile(r"[^\n]+")
_HEAD_LINES, _LINE = 6, 220  # lines at the head of a paper, none longer than so many characters


def with_author(text: str, said: list[Said]) -> list[Said]:
    """Return the statements, each *I* and *we* outside of what somebody says replaced by whom the head of the paper
    names as its author, if anybody."""
    own = {i for i, one in enumerate(said) if one.speaker and one.within is None and _is_first(text, one.speaker)}
    author = _author(text) if own else None
    if author is None:
        return said
    if " and " in text[slice(*author)]:  # Remarks by Oster and Tavian: either may say I
        own = {i for i in own if text[said[i].speaker[0]] != "I"}
    return [
        one._replace(speaker=author) if i in own and not _is_quoted(one, said) else one for i, one in enumerate(said)
    ]


def _is_first(text: str, speaker: Span) -> bool:
    return text[slice(*speaker)] in ("I", "We", "we") or text.startswith("We, ", speaker[0])


def _is_quoted(one: Said, said: list[Said]) -> bool:
    return any(s.start <= one.speaker[0] and one.speaker[1] <= s.end for s in said if s is not one)


def _author(text: str) -> Span | None:
    """Who says *we* of himself, else whose statement the head announces."""
    found = _WE.search(text)
    if found is None:
        head = takewhile(lambda line: len(line[0]) <= _LINE, islice(_LINES.finditer(text), _HEAD_LINES))
        end = max((line.end() for line in head), default=0)
        found = _BY.search(text, 0, end) or _OWN.search(text, 0, end)
    return found.span("author") if found else None
