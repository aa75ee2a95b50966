"""The words by which news reports speech, and their kinds: does an outlet let one side *say* and the other *claim*?

The kinds follow the grouping of reporting verbs by the stance they lend (Thompson & Ye, Applied Linguistics 1991;
Caldas-Coulthard, "On reporting reporting", 1994), in the words of this kit. The list is our own.
"""

import re
from functools import cache

# Kind → verbs in their base form. A particle stands with its verb ("rule out"). The first kind that lists a
# verb has it.
CUE_CLASSES = {
    "says": "say tell state note add remark comment observe report announce explain describe mention recall "
    "continue reply respond answer write tweet post declare point_out indicate reveal conclude speak "
    "express inform recount put_it convey sum_up signal read cite quote clarify specify quip joke "
    "exclaim retort counter whisper shout remember hit_back shoot_back fire_back",
    "claims": "claim allege assert maintain contend insist argue suggest speculate purport imply",
    "stresses": "emphasize emphasise stress reiterate underline underscore highlight repeat reaffirm affirm remind",
    "assures": "assure confirm promise pledge vow guarantee reassure swear commit",
    "denies": "deny reject dismiss refute rebut rule_out refuse decline oppose dispute rebuff exclude push_back",
    "demands": "demand call_on call_upon call_for urge insist_on ask_for order request press_for appeal require "
    "want_to seek instruct",
    "threatens": "threaten warn caution vow_to_retaliate",
    "offers": "offer propose invite volunteer",
    "agrees": "agree accept admit acknowledge concede recognize recognise endorse welcome support back approve praise "
    "hail laud applaud commend",
    "accuses": "accuse blame condemn criticize criticise denounce slam charge blast decry lament complain deplore "
    "lash_out lambast lambaste berate castigate chide rebuke mock",
    "asks": "ask question wonder inquire",
    "thinks": "think believe hope expect fear feel know doubt consider predict want plan intend estimate assess regret "
    "suspect be_convinced be_confident be_certain be_sure be_hopeful remain_convinced remain_confident",
    "calls": "call label brand dub characterize characterise",
}

SILENT = "silent"
"""The kind where cue and content tell that nothing was said."""

_NEGATED = {"agrees": "denies", "offers": "denies", "assures": "denies", "denies": "agrees"}
_AS_BEFORE = frozenset(("says", "thinks"))  # kinds that a negation leaves: she does not think that it rains
_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely)\b)|never|neither|nor|no longer|cannot|"
    r"fail\w*|unable|unwilling|reluctan\w+|hesitat\w+|refrain\w*)\b|"
    r"n[’']t\b"
)

_IRREGULAR = {
    "be": "am is are was were been being",
    "say": "says said saying",
    "put": "puts put putting",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "seek": "seeks sought seeking",
    "read": "reads reading",
    "quote": "quotes quoted quoting",
    "rule": "rules ruled ruling",
    "deny": "denies denied denying",
    "reply": "replies replied replying",
    "imply": "implies implied implying",
    "admit": "admits admitted admitting",
    "plan": "plans planned planning",
    "commit": "commits committed committing",
    "slam": "slams slammed slamming",
    "regret": "regrets regretted regretting",
    "sum": "sums summed summing",
    "rebut": "rebuts rebutted rebutting",
    "dub": "dubs dubbed dubbing",
    "specify": "specifies specified specifying",
    "clarify": "clarifies clarified clarifying",
    "hit": "hits hitting",
    "shoot": "shoots shot shooting",
    "decry": "decries decried decrying",
    "quip": "quips quipped quipping",
}


def _forms(verb: str) -> list[str]:
    """says, said, saying … of one verb, the particle kept: rule_out → rules out, ruled out, ruling out."""
    head, _, particle = verb.partition("_")
    if head in _IRREGULAR:
        forms = [head, *_IRREGULAR[head].split()]
    else:
        stem = head.removesuffix("e")
        plural = "es" if re.search(r"(s|sh|ch|x|z)$", head) else "s"
        forms = [head, head + plural, stem + "ed", stem + "ing"]
    return [f"{form} {particle}".strip().replace("_", " ") for form in forms]


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, verbs in CUE_CLASSES.items():
        for verb in verbs.split():
            for form in _forms(verb):
                kinds.setdefault(form, kind)
    return kinds


@cache
def cue_words() -> tuple[str, ...]:
    """Return every form of every reporting verb, the longest first ("called on" before "called")."""
    return tuple(sorted(_kinds(), key=lambda form: (-len(form), form)))


_SILENCE = re.compile(
    r"\b(?<!not )(?<!never )(?:declin|refus|fail)\w+ (?:\w+ )?to "
    r"(?:comment|say|answer|respond|reply|speak|talk|discuss|elaborate|confirm|go into|give (?:\w+ )?details?|"
    r"identify|name|disclose|specify|be drawn)\b|"
    r"\b(?:(?:did|does|do|has|have|had|would|will|could) not|(?:did|does|do|has|have|had|would|could)n[’']t|won[’']t) "
    r"(?:(?:immediately|yet|even|\w+ly) )?(?:say|said|comment\w*|respond\w*|repl\w+|answer\w*|elaborate\w*|specif\w+|"
    r"confirm\w*|be drawn|return (?:\w+ ){0,3}(?:requests?|calls?|messages?|e-?mails?))\b|"
    r"\b(?:has|have|had) yet to (?:comment|respond|reply|say|answer)\b|"
    # said nothing about it; not: said nothing had been decided, said nothing of the kind was planned
    r"\bsa(?:id|ys|ying) nothing\b(?! of the (?:kind|sort) \w)"
    r"(?=[^\w ]|$| (?:about|of|on|in|at|to|for|as|when|while|until|after|during|beyond|more|further|else|new|publicly|"
    r"yet|and|but)\b)|"
    r"\b(?:has|had|made|offered) no comment\b|\b(?:made|makes?|making) no mention\b|"
    r"\brefrain\w* from (?:comment|say|nam|identify|mention|specify|answer|elaborat)\w*"
)
# Asked ⟦Sundia to stop⟧, ⟦not to be named⟧; not: asked ⟦what to do⟧, ⟦“Are we to wait?”⟧
_ASKS_TO_DO = re.compile(
    r"(?!(?:whether|if|how|why|what|when|where|who|which|about|for)\b)(?:\w[\w’'.-]* ){0,8}?(?:not )?to [a-z][^?]*$",
    re.I,
)
_AS_WHAT = re.compile(r"(?!(?:how|why|when|where)\b).* as ", re.S)  # described ⟦the truce as a trick⟧
_TRIES_TO = re.compile(r"\b(?:s(?:ought|eeks?|eeking)|tr(?:ied|ies|y|ying)) to (?P<verb>[a-z]+)$")
_HAVING = re.compile(r"(?:has|have|had|did|does|do|will|would) ")
_NOBODY = re.compile(r"(?:neither|none|nobody|no one|no(?= [a-z]))\b", re.IGNORECASE)


def is_silence(cue: str, content: str) -> bool:
    """Whether it is reported that somebody says nothing: declined to comment, did not say whether, has yet to answer.

    The clause of the cue tells it: who said that another had declined to comment has spoken.

    >>> is_silence("declined", "to comment on the truce"), is_silence("refused", "to sign the truce")
    (True, False)
    """
    found = _SILENCE.search(f"{cue} {content[:30]}".casefold())
    return found is not None and found.start() < len(cue)


def cue_class(cue: str | None, content: str = "", speaker: str | float | None = None) -> str | float:
    """Return the kind of a cue as written: `cue_class("also claimed")` is "claims", of no known kind NaN; "silent"
    where cue and content tell that nothing was said (`is_silence`).

    The verb counts, not its tense. Who "would not accept" or "failed to agree" denies, and who "did not rule out"
    agrees to some degree. Who "did not accuse" anybody has accused nobody: a negated accusation, threat, demand,
    claim, question is of no kind, NaN. What is not said or thought ("does not think") stays of its kind. Who asked
    Sundia *to stop* demands it, who sought to reassure assures, who described the truce *as a trick* calls it one.
    "according to" says. A `speaker` like "neither Oster nor Tavian" negates the verb: of these "said whether" is
    silent.
    """
    if not isinstance(cue, str):
        return float("nan")
    if isinstance(speaker, str) and _NOBODY.match(speaker):
        cue = f"did not {_HAVING.sub('', cue, count=1)}"
    if is_silence(cue, content):
        return SILENT
    words = cue.casefold().replace("counter-", "")  # she counter-accused her of it
    if "according to" in words or words.strip(" :-–—") in {"", "goes on", "went on"}:
        return "says"
    tries = _TRIES_TO.search(words)  # sought to ⟦reassure⟧ her
    found = (tries and _anywhere().match(words, tries.start("verb"))) or _anywhere().search(words)
    if not found:
        return float("nan")
    kind = _kinds()[found.group()]
    if found.group().startswith("ask") and _ASKS_TO_DO.match(content):
        kind = "demands"
    elif found.group().startswith("describ") and _AS_WHAT.match(content):
        kind = "calls"
    if len(_NEGATION.findall(words, 0, found.start())) % 2 == 0:  # said; never fails to say
        return kind
    return _NEGATED.get(kind, kind if kind in _AS_BEFORE else float("nan"))


@cache
def _anywhere() -> re.Pattern:
    return re.compile(rf"\b{any_cue_word()}\b")


def any_cue_word() -> str:
    """Return the expression of all `cue_words`, by first letter: four times as fast as one list of alternatives."""
    of_letter: dict[str, list[str]] = {}
    for form in cue_words():
        of_letter.setdefault(form[0], []).append(re.escape(form[1:]))
    letters = (f"{first}(?:{'|'.join(rests)})" for first, rests in of_letter.items())
    return f"(?:{'|'.join(letters)})"
