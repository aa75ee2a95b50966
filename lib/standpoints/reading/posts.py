"""Posts and quotations that a line gives to somebody: `@oster: …`, `— Mira Oster (@oster)`, `Quote from Oster: "…"`.

Pages that copy posts from Telegram and X, and agencies that set quotations off by a label, write so.
"""

import re

from standpoints.reading.attribution import Attribution, Span

_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}"
_HANDLE = re.compile(rf"(?P<source>@\w{{2,30}}|{_NAME} \(@\w{{2,30}}\))(?P<cue>:)\s+(?=\S)")
_SIGNED = re.compile(rf"[–—-]+ ?(?P<source>{_NAME} \(@\w{{2,30}}\))(?: [A-Z]\w+ \d{{1,2}}, \d{{4}})?$")
_HEADED = re.compile(rf"(?P<source>{_NAME},? \(?@\w{{2,30}}\)?)(?: ?[·•|–—-] ?[\w ,:.]{{1,30}})?$")
_LABEL = re.compile(rf"(?:Direct quote|Quote)(?: from (?P<source>{_NAME}))?(?P<cue>:)\s*(?=[\"“«„‘'])")
# Source: Joss Tavian on Telegram / Source: Norland Truth, citing the press service of the Council
_SOURCE = re.compile(
    r"Source: (?:[^,\n]{1,80}, (?:citing|quoting|with reference to) )?(?P<source>[^,;\n]{1,80}?)(?= on | in |[,;.]|$)"
)
_SURE = 0.9


def read_posts(text: str, paragraphs: list[Span]) -> list[Attribution]:
    """Return the statements of lines that give a post or a quotation to somebody, in order.

    A label `Quote:` without a name goes with the line `Source: …` before it; without one nobody is named.
    """
    found: list[Attribution] = []
    named: tuple[Span, ...] = ()
    for i, (start, end) in enumerate(paragraphs):
        before, after = paragraphs[max(i - 1, 0) : i], paragraphs[i + 1 : i + 2]
        if source := _SOURCE.match(text, start, end):
            named = (source.span("source"),)
        elif handle := _HANDLE.match(text, start, end):
            found.append(_statement((handle.end(), end), handle))
        elif label := _LABEL.match(text, start, end):
            one = _statement((label.end(), end), label)
            found.append(one if one.source else one._replace(source=named))
        elif before and (signed := _SIGNED.match(text, start, end)):
            found.append(_statement(before[0], signed))
        elif after and (head := _HEADED.match(text, start, end)):
            found.append(_statement(after[0], head))
    return found


def _statement(content: Span, found: re.Match) -> Attribution:
    cue, source = (found.span(role) if found.groupdict().get(role) else None for role in ("cue", "source"))
    return Attribution((content,), (cue,) if cue else (), (source,) if source else (), _SURE)
