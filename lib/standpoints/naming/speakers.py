"""The actor behind each speaker as written: "President Joss Tavian", "he", "the leaders", "Arvik", nothing at all."""

import re
from bisect import bisect_left
from itertools import pairwise

from standpoints.naming import nouns
from standpoints.naming.antecedents import GENDER
from standpoints.naming.documents import again, said_in
from standpoints.naming.endings import STOP
from standpoints.naming.entourage import NOUNS, of_entourage
from standpoints.naming.groups import GROUP_NOUNS, PAIR, THEY, body, both, by_noun, is_plural, of_two, several
from standpoints.naming.introductions import is_body
from standpoints.naming.names import fold, fold_words
from standpoints.naming.people import is_named_as
from standpoints.naming.places import Span
from standpoints.naming.scene import NOBODY, Answer, Said, Scene, Told
from standpoints.naming.stage import Named
from standpoints.naming.states import head_of
from standpoints.reading.runs import is_quoted_heading

# Oster's critics, among them her brother, Ivo Karst, said …: he is one of those who speak.
_SOME_OF_THEM = re.compile(r"\b(?:among (?:them|whom)|including|such as|like|led by)\b")
_TO_RELATIVE = re.compile(
    r",? |, (?:(?:the|an?|h(?:is|er)|its|their|[A-Z]\w+['’]s) |[a-z -]+ (?:for|of|at) )[^,.;:()“”\"]{1,90}, "
)
_DESCRIBED = re.compile(r" (?:(?:the|an?) )?(?:(?!(?:of|to|for|by|from|and)\b)[\w-]+ ){0,3}")
_TOGETHER = re.compile(r",? (?P<and>and|or|nor|as well as) (?:the )?|, (?:the )?")
_BEGINS = re.compile(r"(?:(?:both|either|neither|the|only|also|even) )*", re.IGNORECASE)
_APART = re.compile(r",| (?:--|[–—-]) ")
_EXPLAINED = re.compile(r", [^,.;:()“”\"]{1,90}, ")
_CAPITAL_BEFORE = re.compile(r"(?: [A-Z][\w-]*| \([A-Z][\w-]*\)) $")
_NO_CALLING = r"(?!(?:of|for|to|by|with|in|at|from|his|her|its|their|my|our)\b)"
_OF_TWO_CALLINGS = re.compile(
    rf"(?:(?:[Tt]he |[Aa]n? )?(?:{_NO_CALLING}(?:[A-Z]{{2,}}|[A-Za-z][a-z-]+) )*{_NO_CALLING}[a-z][a-z-]+(?<!s)|"
    rf"(?:(?:Former|[Ff]ormer|[Tt]he) )*[A-Z][a-z]+ of (?:the )?[A-Z][a-z]+) and (?:[A-Z][a-z-]+ )?"
    rf"(?:{_NO_CALLING}(?!(?:the|an?)\b)[a-z-]+ )+"
)
_IN_CAPITALS = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]* (?:(?:[A-Z][\w’'-]*|\([A-Z][\w-]*\)|of|on|for|the|in|and) ){2,}")
# Who speaks through what: the Tark news agency, the League's own statement, Oster's reply
_DOCUMENT = re.compile(
    r"^(?:['’]s)?(?: own| official| latest| joint| initial| first)? ?"
    r"(?:(?:news )?agency|newspaper|magazine|daily|weekly|channel|website|portal|radio|read-?out|communiqu[eé]|account|"
    r"(?:press |written |news )?(?:statement|release|service|office)|announcement|briefing|post|tweet|message|party|"
    r"movement|faction|caucus|memorandum|letter|(?:security|intelligence) service|group)$|^['’]s$"
)
_THROUGH = re.compile(
    r"(?:the |a |an )?(?:press (?:service|office)|statement|spokes\w+ service|website) of (?:the )?", re.I
)
_TWO_STATES = re.compile(r"(?:[Tt]he )?[\w.]+ and [\w.]+ (?:[a-z]+ )*[a-z]+s$")
_WORDS = re.compile(
    r"^['’]s(?: (?:own |latest |written )?(?:claim|assertion|remarks?|reply|answer|response|words?|comments?|view|"
    r"insistence|argument|position|demand))?$|^ (?:group|party|faction|bloc)$"
)
# Somebody unnamed who speaks for himself, unlike a spokesman, an aide or a brother
_UNNAMED = re.compile(
    r"(?:an?|the|one|another)(?: [\w’'-]+){0,4}? (?:them|officials?|diplomats?|officers?|soldiers?|lawmakers?|"
    r"senators?|ministers?|leaders?|residents?|witness(?:es)?|experts?|analysts?|general|admiral|colonel|commander|"
    r"captain|major|lieutenant|sergeant|nurse|doctor|pilot|judge|mayor|governor|priest|editor|neighbou?r|ambassador|envoy|premier)$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"(?:..)?['’]s \w")  # from the last two letters of a name, or of its ending, on
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_GAP = 90  # characters from "a pilot, who" to the call sign
_LINE = 80  # characters; longer lines are no headings
_CLOSING = " .\"“”'‘’»«"
_MARKS = "\"“”„‟«»'‘’‚‹›`"


def resolve_speakers(scene: Scene, said: list[Said]) -> dict[int, Answer]:
    """Return {row: (actor, how)} of the statements of one article, (None, None) where nobody is known."""
    answers: dict[int, Answer] = {}
    told: list[Told] = []
    documents: dict[str, Answer] = {}
    by_id = {s.statement_id: s for s in said}
    around: list[Said] = []  # statements that go on where the next one begins
    last: Said | None = None  # the last one that is over
    for one in sorted(said, key=_begin):
        over = [s for s in around if s.end <= _begin(one) and s.within is None]
        last = max([*over, *filter(None, [last])], key=lambda s: (s.end, -s.row), default=None)
        around = [s for s in around if s.end > _begin(one)]
        if one.speaker is None:
            answers[one.row] = _continued(scene.text, one, last, answers)
        elif fold(phrase := scene.text[slice(*one.speaker)]) in _FIRST_PERSON and not _is_listed(scene, one.speaker):
            answers[one.row] = _first_person(one, by_id.get(one.within), around, answers)
        elif _is_unnamed_too(scene.text, one, by_id.get(one.within), answers):
            answers[one.row] = NOBODY
        elif (document := again(phrase)) in documents:
            answers[one.row] = documents[document]
        else:
            answers[one.row] = _speaker(scene, one.speaker, told)
            if document := one.document or said_in(scene.text, one.speaker, one.cue_end or 0):
                documents[document] = documents["results"] = documents["findings"] = answers[one.row]
            actor, last_word = answers[one.row][0], fold(phrase).rpartition(" ")[2]
            told.append(Told(one.speaker[1], actor, is_plural(phrase), last_word in nouns.ALL))
        around.append(one)
    return answers


def _begin(one: Said) -> int:
    return min(one.start, one.speaker[0]) if one.speaker else one.start


def _is_listed(scene: Scene, span: Span) -> bool:
    """Whether all of a phrase names somebody: US, WHO; not us, who."""
    i = scene.first_from(span[0])
    return i < len(scene.named) and (scene.named[i].spot.start, scene.named[i].spot.end) == span


def _speaker(scene: Scene, span: Span, told: list[Told]) -> Answer:
    words = fold_words(scene.text[slice(*span)])
    word = words[0] if len(words) == 1 else ""
    if not NOUNS.isdisjoint(words) and (entourage := of_entourage(scene, span, told)):
        return entourage
    if word in GENDER:
        return _described(scene, span)
    if word in _RELATIVE and not _is_listed(scene, span):
        return _relative(scene, span)
    if word in THEY:
        return several(scene, span[0], told)
    if word in ("it", "this"):
        return body(scene, span[0], told)
    if words in (("the", "latter"), ("the", "former")):
        return of_two(scene, span[0], words[1])
    if pair := PAIR.fullmatch(" ".join(words)):
        return both(scene, span[0], pair[1])
    if _are_of_two_sides(scene, span):
        return NOBODY
    found = _named(scene, span)
    head = fold(head_of(scene.text[slice(*span)]))
    if found is None and words and head in GROUP_NOUNS and words[0] in ("the", "these", "those", "both"):
        return several(scene, span[0], told, people=True)
    if found is None and 1 < len(words) < 5 and words[0] in ("the", "this", "that") and words[-1] in nouns.ALL:
        return by_noun(scene, span[0], words[1:], told)
    return found if found and found[0] else _named_after(scene, span) or _described(scene, span)


def _are_of_two_sides(scene: Scene, span: Span) -> bool:
    """Norland and Sundia agreed; neither Norland nor Sundia said: which of them came first is not whose word it is."""
    inside = [n for n in scene.named[scene.first_from(span[0]) : scene.first_from(span[1])] if n.actor]
    if not inside or not _BEGINS.fullmatch(scene.text, span[0], inside[0].lead):
        return False
    listed, sides = False, {scene.names.sides.get(inside[0].actor)}
    for one, other in pairwise(inside):
        link = _TOGETHER.fullmatch(scene.text, one.spot.end, other.lead)
        if link is None:
            break
        listed |= link["and"] is not None  # not: Norland, Sundia's neighbour
        sides.add(scene.names.sides.get(other.actor))
    return listed and len({side for side in sides if isinstance(side, str)}) > 1


def _named(scene: Scene, span: Span) -> Answer | None:
    """The actor whose name ends the speaker's phrase, or stands between commas after it: "the envoy, Mira Oster"."""
    span = _without_medium(scene.text, span)
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    here = [n for n in inside if n.spot.end <= span[1]]
    last = _at_the_end(scene.text, span, here)
    only = last and not any(n.person and n.spot.kind in ("name", "unlisted") for n in here[:-1])
    if (
        only and last.spot.full and _IN_CAPITALS.fullmatch(scene.text, span[0], last.lead)
    ):  # Norland Army Command (NAC) Head Mira Oster
        return last.actor, last.how
    first = next((n for n in here if scene.text[n.spot.end : n.spot.end + 2] not in ("'s", "’s")), None)
    if first and first.person and first.actor and is_named_as(scene.text, first.spot.start):
        return first.actor, first.how  # Oster's gunner, with the call sign Heron
    start, unknown, text = span[0], None, scene.text
    while start < span[1]:
        end = _segment_end(text, start, span[1], here)
        last = next((n for n in here if start <= n.spot.start and n.spot.end <= end
                     and not (_DOCUMENT if not n.person else _WORDS).sub("", text[n.spot.end : end]).strip(_CLOSING)),
                    None)  # fmt: skip
        if last and not last.person and _TWO_STATES.match(text, start, span[1]):
            return NOBODY  # Norlandish and Sundian officials
        if last and last.actor and (start == span[0] or last.person or is_body(text, last.spot)):
            named = _who_holds(text, last, here, span)
            return named.actor, named.how
        if last:
            unknown = NOBODY
        apart = _APART.search(text, end, span[1])
        if apart is None or _SOME_OF_THEM.search(text, start, apart.start()):
            break
        start = apart.end()
    return unknown or _named_at_the_end(text, span, here)


def _who_holds(text: str, office: Named, here: list[Named], span: Span) -> Named:
    """The envoy of Norland to the talks, ⟦Mira Oster⟧; its chairman, the Green lawmaker ⟦Mira Oster⟧: the name between
    commas behind an office says who holds it."""
    if office.spot.kind not in ("office", "role"):
        return office
    comma = text.find(",", office.spot.end, span[1])
    named = next((n for n in here if n.spot.start > comma >= 0 and n.spot.kind in ("name", "unlisted")), None)
    if named is None or not named.person or not named.actor or not _DESCRIBED.fullmatch(text, comma + 1, named.lead):
        return office
    ends = re.match(r"\s*(?:,|$)", text[named.spot.end : span[1]])
    return named if ends else office


def _without_medium(text: str, span: Span) -> Span:
    """Norland: ⟦Mira Oster⟧; the press service of ⟦the League⟧; not: Oster, author of The Line: Joss Tavian's War."""
    label = text.find(": ", *span)
    start = label + 2 if label >= 0 and "," not in text[span[0] : label] else span[0]
    through = _THROUGH.match(text, start, span[1])
    return (through.end() if through else start, span[1])


def _at_the_end(text: str, span: Span, here: list[Named]) -> Named | None:
    """The person whose name ends a phrase."""
    last = here[-1] if here else None
    ends = last and last.person and last.actor and not text[last.spot.end : span[1]].strip(_CLOSING)
    return last if ends else None


def _named_at_the_end(text: str, span: Span, here: list[Named]) -> Answer | None:
    """The Minister of Foreign Affairs and ⟦Trade⟧ Mira Oster, who is ill; the poet and former judge ⟦Mira Oster⟧; not
    an aide to Mira Oster, nor to Premier Oster."""
    comma = text.find(", ", *span)
    span = (span[0], comma if comma >= 0 else span[1])
    last = _at_the_end(text, span, [n for n in here if n.spot.end <= span[1]])
    if last is None:
        return None
    one = _CAPITAL_BEFORE.search(text, span[0], last.lead) or _OF_TWO_CALLINGS.fullmatch(text, span[0], last.lead)
    return (last.actor, last.how) if one else None


def _named_after(scene: Scene, span: Span) -> Answer | None:
    """An aide to the premier, Mira Oster, said …: the name after the phrase, between commas. A pilot, who gave only his
    call sign, Heron, said …"""
    end = span[1]
    while end and scene.text[end - 1] in " ,":
        end -= 1
    i = scene.first_from(end)
    after = scene.named[i] if i < len(scene.named) else None
    if after is None or not after.person or not after.actor:
        return None
    between = scene.text[end : after.spot.start]
    if between != ", ":
        goes_by = len(between) < _GAP and "." not in between and is_named_as(scene.text, after.spot.start)
        return (after.actor, after.how) if goes_by and scene.text[:end].endswith(" who") else None
    return (after.actor, after.how) if scene.text[after.spot.end : after.spot.end + 1] == "," else None


def _described(scene: Scene, span: Span) -> Answer:
    """He; his sister, who was named before: "his sister Mira Oster"; not the president's lawyers."""
    person = scene.person_in(span)
    if person is None or not isinstance(person.key, str):
        return NOBODY
    if span[0] <= person.start and _OWNS.match(scene.text, person.end - 2, span[1]):
        return NOBODY
    described = person.start == span[0] and person.kind != "name"
    return (person.key, "pronoun") if span in scene.pronouns or described else NOBODY


def _segment_end(text: str, start: int, end: int, here: list[Named]) -> int:
    at = start
    while True:
        stop = STOP.search(text, at, end)
        if stop is None:
            return end
        inside = next((n for n in here if n.lead <= stop.start() < n.spot.end), None)
        if inside is None:
            return stop.start()
        at = inside.spot.end


def _relative(scene: Scene, span: Span) -> Answer:
    """Oster, who said …; Oster, the envoy of Norland, who said …: the name right before, or before what explains it.

    Who is no body: Oster, first deputy speaker of the ⟦Rada⟧, who said …
    """
    ended = (named for named in scene.before(span[0]) if named.spot.end <= span[0])
    nearest, other = next(ended, None), next(ended, None)
    if nearest is None:
        return NOBODY
    owns = scene.text[nearest.spot.end : nearest.spot.end + 2] in ("'s", "’s")  # Oster, ⟦Tavian⟧'s former envoy, who
    is_who = fold(scene.text[slice(*span)]) == "who"
    if is_who and (owns or not nearest.person) and _is_explained(scene.text, other, span):
        nearest = other
    close = _TO_RELATIVE.fullmatch(scene.text, nearest.spot.end, span[0]) or _is_explained(scene.text, nearest, span)
    if close and nearest.actor:
        return nearest.actor, "pronoun"
    return _described(scene, before) if is_who and (before := _description_before(scene, span)) else NOBODY


def _description_before(scene: Scene, relative: Span) -> Span | None:
    """⟦The former premier⟧, who said …"""
    i = bisect_left(scene.people, relative[0], key=lambda person: person.start) - 1
    before = scene.people[i] if i >= 0 else None
    ends = before and before.kind == "description" and scene.text[before.end : relative[0]] in (" ", ", ")
    return (before.start, before.end) if ends else None


def _is_explained(text: str, named: Named | None, relative: Span) -> bool:
    """Whether nothing but what explains a person stands between commas before a relative pronoun."""
    return bool(named and named.person and _EXPLAINED.fullmatch(text, named.spot.end, relative[0]))


def _first_person(one: Said, outer: Said | None, around: list[Said], answers: dict[int, Answer]) -> Answer:
    """I, we inside a quotation: who is quoted."""
    if outer is None:
        holding = (s for s in around if s.start <= one.speaker[0] and one.speaker[1] <= s.end)
        outer = min(holding, key=lambda s: s.row, default=None)
    return answers.get(outer.row, NOBODY) if outer else NOBODY


def _is_unnamed_too(text: str, one: Said, outer: Said | None, answers: dict[int, Answer]) -> bool:
    """A senior official said ⟦he⟧ feared a war, so did the general: nobody who was named before. Not "her aide said
    ⟦she⟧ feared a war"."""
    if outer is None or outer.speaker is None or answers[outer.row] != NOBODY:
        return False
    alone = _UNNAMED.match(text, *outer.speaker)
    return bool(alone) and one.speaker[0] <= outer.start + 5 and fold(text[slice(*one.speaker)]) in ("he", "she")


def _continued(text: str, one: Said, last: Said | None, answers: dict[int, Answer]) -> Answer:
    """A quotation that goes on: nothing but white space between it and what was said before.

    “We wait,” said Oster. “Nobody came.” — also in the next paragraph, where it begins with a mark again.
    """
    line = text[one.start : one.start + _LINE].split("\n")[0]
    heads = (one.start == 0 or text[one.start - 1] == "\n") and is_quoted_heading(line)
    if last is None or text[one.start] not in _MARKS or heads:
        return NOBODY
    ends = [last.end, last.speaker[1] if last.speaker else 0, last.cue_end or 0]
    between = text[max(end for end in ends if end <= one.start) : one.start]
    return answers[last.row] if not between.strip(" \n\t\xa0.,;:" + _MARKS) else NOBODY
