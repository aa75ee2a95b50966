"""What a paper does by saying so: We welcome the summit. The League urges both sides to talk. It rejects their claims.

Statements, declarations and conclusions consist of such sentences. The network learned from news, where a present tense
without a "that" seldom reports, and passes over some of them.
"""

import re
from bisect import bisect_left

from standpoints.reading.attribution import CAPITAL, QUOTING, Attribution, text_of
from standpoints.reading.cues import cue_class

_ACTS = (
    r"welcomes?|condemns?|deplores?|denounces?|regrets?|rejects?|demands?|urges?|calls? (?:up)?on|calls? for|invites?|"
    r"encourages?|reminds?|recalls?|reaffirms?|reiterates?|underlines?|underscores?|stress(?:es)?|emphasi[sz]es?|"
    r"commends?|insists? on|warns?|"
    r"(?:do(?:es)? not|will not|will never|do(?:es)? not and will (?:not|never)) recogni[sz]e"
)
_HOW = r"(?:(?:\w+ly|also|further|therefore|again|once again|in particular) ){0,2}"
_DOES = re.compile(
    rf"(?:(?<=[.!?] )|(?<=[.!?]  )|(?<![^\n]))(?:\d{{1,2}}\. )?"
    rf"(?P<source>We|I|It|They|(?:The )?[{CAPITAL}][\w’'-]*(?: (?:of |for |the |and )*[{CAPITAL}][\w’'-]*){{0,6}})"
    rf"(?:, [^.;:\n]{{3,120}}?,)? {_HOW}(?P<cue>{_ACTS}) (?!you|what\b)(?P<content>[^\n]+?)"
    r"(?=[.;](?:\s|\Z)|\n|\Z)"
)
_AND = re.compile(rf",? and {_HOW}(?P<cue>{_ACTS}) ")
_SELF = frozenset("We I".split())
_AGAIN = frozenset("It They".split())
_SURE = 0.7  # by judgement


def with_performatives(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, which are in order, and with them such sentences of who speaks for himself or
    does so elsewhere in the text by the same name; none where somebody is found to speak in the sentence, nor in a
    paragraph with quotations, which have rules of their own."""
    spoken = {text_of(text, one.source) for one in found if _is_present(one, text)}
    begins = sorted(one.content[0][0] for one in found)
    more: list[Attribution] = []
    for act in _DOES.finditer(text):
        source = act["source"]
        if source in _AGAIN:
            known = any(act.start() - 2 <= end + 1 <= act.start() + 1 for end in _ends(more, found, act.start()))
        else:
            known = source in _SELF or source in spoken
        at = bisect_left(begins, act.start())
        taken = at < len(begins) and begins[at] < act.end()
        if known and not taken and not _is_quoted(text, act.start()):
            more += _acts(act, text)
    return sorted([*found, *more]) if more else found


def _acts(act: re.Match, text: str) -> list[Attribution]:
    """We condemn ⟦the attack⟧ and demand ⟦a truce⟧."""
    start, end = act.span("content")
    cue, source = act.span("cue"), act.span("source")
    acts: list[Attribution] = []
    for following in _AND.finditer(text, start, end):
        acts.append(Attribution(((start, following.start()),), (cue,), (source,), _SURE))
        start, cue = following.end(), following.span("cue")
    return [*acts, Attribution(((start, end),), (cue,), (source,), _SURE)]


def _is_present(one: Attribution, text: str) -> bool:
    verb = text_of(text, one.cue)
    return bool(one.source) and verb.endswith(("s", "on", "for")) and isinstance(cue_class(verb), str)


def _ends(more: list[Attribution], found: list[Attribution], before: int) -> list[int]:
    """Where the words end of who spoke last before a character."""
    last = [one.content[-1][1] for one in more[-1:]]
    return last + [one.content[-1][1] for one in found if one.content[-1][1] <= before][-1:]


def _is_quoted(text: str, at: int) -> bool:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return not QUOTING.isdisjoint(text[start : end if end >= 0 else len(text)])
