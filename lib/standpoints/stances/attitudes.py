"""For or against: the words of English by which somebody wants, accepts, rules out or leaves open what is named.

Nothing here belongs to one conflict. A phrase of the codebook found in a sentence is weighed by the words in
whose scope it stands:  "they did not rule out a truce": not (−) · rule out (−) = for;
"neutrality is not acceptable": not (−) · acceptable (+) = against.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from standpoints.stances.clauses import Span, clause_breaks

# Each entry is a regular expression for one word or phrase; `_` stands for a space between words, `~` for the
# endings of a regular verb.
_FOR = r"""
    float~ deserv~ (?:is|are)_to want~ wish~ demand~ desir~ urg~ propos~ offer~ suggest~ support~ back~
    endors~ favou?r~ welcom~ accept~ approv~ prefer~ advocat~ recommend~ requir~ need~ seek~ sought aim~
    pledg~ promis~ vow~ commit~ committed threaten~ prepar~ announc~ unveil~ adopt~ initiat~ mobili[sz]~
    champion~ request~ implor~ plead~ endeavou?r~ earmark~ decid~_to resolv~_to undert[ao]\w+_to order~
    expect~ challeng~ sign~_up_to declar~_an? recogni[sz]~ agree[ds]? agreeing agreement_to invit~ allow~
    enabl~ reiterat~ reaffirm~ plan plans planned planning insist~(?:_on)? intend~ call~_(?:for|on|upon)
    appeal~(?:_for)? ask~(?:_\w+){1,2}_for ask~(?:_for)? hop(?:e|es|ed|ing)(?:_for)? press(?:es|ed|ing)?_for
    push(?:es|ed|ing)?_for look~_forward work(?:s|ed|ing)?_(?:on|for|towards?) ready prepared willing\w*
    eager keen open_to committed_to readiness determined in_favou?r_of interested_in
    (?:ready|prepared|willing|open|agreed?|agrees|want|wants|offered)_(?:to|for)_(?:discuss\w*|consider\w*|talk\w*_about)
    must should ought shall has_to have_to had_to will would can could going_to let_us let's let \w+'ll
    \w+'d time_to time_for necessary essential vital crucial indispensable inevitable important urgent\w*
    overdue necessity possible acceptable feasible realistic required desirable imperative immediately\w*
    now_or_never priorit\w+ no_alternative_to no_other_(?:way|option|choice|path|solution)(?:_(?:than|but))?
    no_choice_but nothing_but first(?=,) reach\w*_(?:an?|the)_(?:agreement|deal|accord|understanding)_on
    cannot_wait can't_wait only_thing_that
    belongs? the_(?:only|first|best|right|very_first)_(?:way|step|option|solution|condition|answer|path)
    lobb(?:y|ies|ied|ying)_for press(?:es|ed|ing)?_(?:\w+_){1,4}to beg(?:s|ged|ging)?(?:_for)? plea_for
    argu(?:es|ed|ing)_for embrac~ signal(?:s|led|ed|ling)? authori[sz]~ green[-_]light\w* consent~ conceivable high_time
    (?:expressed|has|have|had)_(?:an?_|its_|their_)?interest_in stand~_by bent_on favourable longs?_for out_for
    any_(?:point|sense|reason|need|use|grounds|interest)_(?:in|for|to) envisag~ foresee\w* foresaw provid(?:e|es|ed|ing)_for
    presuppos~ say(?:s|ing)?_yes said_yes (?:is|are|was|were)_(?:all_)?for(?=_(?:an?|the|more|full|new|further|stronger)\b) h[eo]ld(?:s|ing)?_out_the_prospect
    wants?_to_see insist~_that must_not_be_denied
    stipulat~ applaud~ prais~ hail~ commend~ settle_for happy_to glad_to count(?:s|ed|ing)?_on tolerat~ bow(?:s|ed|ing)?_to
    striv(?:e|es|ing)_for fight(?:s|ing)?_for warm(?:s|ed|ing)?_to lean(?:s|ed|ing)?_towards? subscrib~_to long(?:s|ed|ing)?_for
    commitment_(?:to|by) instruct~ clamou?r~_for campaign~_for rall(?:y|ied|ies)_behind in_need_of
"""
# "Ending the war" is against the war, not against what is proposed in order to end it.
_STRIFE = r"\s(?:\w+\s){0,2}(?:wars?|fighting|violence|killings?|conflict|bloodshed|hostilities|suffering|crisis|fire)"
_AGAINST = r"""
    reject~ rejection refus~ refusal oppos~ opposition_to den(?:y|ies|ied|ying) dismiss~ declin~ resist~
    exclud~ preclud~ renounc~ abandon~ forgo~ veto~ veto block~ prevent~ spurn~ rebuff~ scorn~ disput~
    disagree~ object~_to rebut~ condemn~ critici[sz]~ denounc~ discard~ obstruct~ forbid forbids forbade
    forbidden prohibit~ ban bans banned banning shun~ avoid~ scrap~ drop dropped dropping withstand oppose~
    contradict~ refut~ mock~ ridicul~ fear~ rul(?:e|es|ed|ing)_(?:\w+_)?out
    rul(?:e|es|ed|ing)_(?:\w+_){1,4}out\b turn(?:s|ed|ing)?_(?:\w+_)?down giv(?:e|es|ing|en)_up gave_up
    back(?:s|ed|ing)?_(?:away|out|down) shoot~_down shot_down hold~_back
    (?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|end(?:s|ed|ing)?|quit(?:s|ting)?|halt(?:s|ed|ing)?)(?!STRIFE)
    fail(?:s|ed|ing|ure)?_to against warn(?:s|ed|ing)?_(?:\w+_){0,3}against cannot can't won't wouldn't shouldn't
    mustn't couldn't unwilling\w* reluctant\w* call(?:s|ed|ing)?_(?:\w+_)?off impossible unacceptable
    inadmissible unthinkable wrong_to too_(?:early|soon) too_(?:early|soon)_to_\w+_(?:about|of) premature
    refrain~
    no_(?:hurry|mood|point|sense|use|intention|interest|desire|wish|need|plans?|room|chance|way|prospect|reason|question|agenda|grounds|basis|case|justification|appetite)
    nor not_the_(?:right_)?(?:time|moment)_(?:to|for)(?:_talk_about|_discuss)? not_a_word_(?:about|of) do_not_need rid_of withdr[ae]w\w*_from_(?:\w+_)?(?:talks|agreement|treaty|deal|accord|negotiations)
    keep(?:s|ing)?_(?:\w+_)?out_of in_no_way say~_no said_no lack(?:s|ed|ing)?_(?:of)? foil~ thwart~
    sabotag~ derail~ torpedo~ undermin~ obstacle_to worthless hollow collaps~
    brush(?:es|ed|ing)?_(?:aside|off) scoff~_at dampen~ caution(?:s|ed|ing)?_(?:\w+_)?against repudiat~ balk~_at slam~
    no_part_in none_of no_business no_question_of frown~_(?:on|upon) s[ck]epti\w+(?:_(?:about|of|towards?))? shelv(?:e|es|ed|ing) waiver_of
    (?:put|push|wav|laugh|fend)(?:s|e|es|ed|ing|ting)?_(?:aside|off|away) hold(?:s|ing)?_off held_off postpon~ boycott~ snub~
    stonewall~ protest~ rail(?:s|ed|ing)?_against distanc~_\w+_from recoil~_from shrinks?_from doubt(?:s|ed|ful|ing)?(?:_about)? sneer~_at
    (?:is|are|was|were)_(?:done|finished)_(?:with|\w+ing) forget_about pour~_cold_water_on wash~_\w+_hands_of
    (?:shut|shuts|slam|slams|slammed|close|closes|closed)_the_door_(?:on|to) bridl~_at bristl~_at water~_down
    (?:absurd|ridiculous|foolish|na[iï]ve|reckless|pointless|senseless|futile|unrealistic|unfair|immoral|cynical|a_mistake|an_error|an_illusion|a_lie|false|untrue|folly|irresponsible)_to (?:lie|myth|fairy_tale|fallacy|slander)_that
    deplor~ decr(?:y|ies|ied|ying) disapprov~ disavow~ sh(?:y|ies|ied)_away_from steer~_clear_of stay~_out_of
    push(?:es|ed|ing)?_back_(?:on|against) averse_to hostile_to wary_of think~_nothing_of
"""
_NOT = r"""
    not \w+n't never no nobody none nothing neither without hardly scarcely barely far_from instead_of
    rather_than no_(?:one|longer|more) not_one_more absence_of
"""
_OPEN = r"""
    expected_to (?:a|any|the|some)_(?:possible|potential) information_(?:on|about) (?:yet|still)_to_decide
    discuss\w* debat\w+ examin~ stud(?:y|ies|ied|ying) analys\w+ analy[sz]e\w* review~ weigh~ consult\w*
    whether wonder~ unclear unknown uncertain know~ knew question_of questions?_about issue_of
    asked_(?:if|about|when|how|why|whether|by) comment~ speculat\w+ rumou?r\w* describ~ mention\w* histor\w+
    explain~ talks_(?:on|about|over) monitor~ observ(?:ers?|ation) reported likel(?:y|ihood) predict~
    forecast~ divided_(?:over|on|about) split_(?:over|on) look(?:s|ed|ing)?_like what_\w+_(?:guarantees|form) figures_on details_(?:of|on|about) forget(?!_about) forgot\w* polls? surveys? per_cent_of percent_of
"""
# An accusation takes no stand on what is only named in it ("accused them of refusing a truce").
_CHARGE = r"""accus~ blam~"""
_IDLE = r"""
    not_(?:only|just|merely|least|yet_clear) no_(?:doubt|less|later|sooner|matter|strings|wonder|fewer)\b
    without_(?:delay|doubt|hesitation) no_more_than not_one_of no_comment nothing_less_than last_not_least
    end_of_the_(?:week|month|year|day) should_(?:never|not)_have so_wanted need_not_fear at_will
    (?:protect|defen[dcs]|guarant|secur|shield|assur|sanction|measure|tariff|pressure|war|wars|crim|aggress|attack|strike|fight|act)\w*_(?:\w+_){0,2}against
    the_needs?_of backs?_to as_soon_as_possible
"""
# What is said of a thing after it is named: "neutrality is off the table", "a truce is needed".
_AFTER_FOR = r"""
    what_\w+_(?:wants?|needs?) must should ought has_to have_to needs?_to needed necessary essential vital
    crucial indispensable urgent overdue inevitable acceptable welcome required possible feasible realistic
    desirable on_the_table priority a_must in_(?:our|the|everyone's|its|their|his|\w+'s?)_(?:\w+_)?interests?
    makes_sense can could serve serves option
    (?:will|would)_(?:soon_)?(?:follow|come|be_(?!discussed|debated|examined|considered|decided|used|studied)\w+ed|continue|remain|stay) first_step starting_point
    way_forward
    (?:the|a|our|its|their|his|her)_(?:\w+_){0,2}(?:way|step|option|solution|condition|goals?|aims?|priority|demands?|basis|task|key|answer)
    (?:one|part)_of_(?:the|our|its|his|any)_(?:\w+_)?(?:goals?|aims?|conditions?|demands?|priorities|deal|settlement|agreement|solution)
    the_(?:only|best|right|cheapest|safest|strongest|most_\w+)_\w+ irreversible goal goals welcomed\b
    helpful long_overdue now conceivable (?:is|was)_(?:to_be_)?welcome on_(?:the|our)_agenda
    worth_(?:it|trying|discussing) (?:is|be|remains?)_(?:a|our|its|their)_(?:\w+_)?(?:duty|obligation|right|must) not_\w+_\w+_\w+_but_an?_duty remains?_on_the_table
    (?:among|one_of|part_of)_the_(?:\w+_)?(?:conditions|demands|goals|aims|priorities) the_goal
"""
_AFTER_AGAINST = r"""
    (?:is|was)_not_something legitimate_targets? worthless hollow not_worth too_soon unacceptable impossible
    unthinkable inadmissible out_of_(?:the_)?question off_(?:the_table|limits) red_lines? ruled_out
    non-?starter mistakes? error wrong unrealistic meaningless pointless senseless useless nonsense absurd
    absurdity illusion illusory dangerous betrayal treason trap capitulation surrender suicid\w+ futile
    premature too_early pretext excuse farce theatr\w+ show (?:would|will)_(?:only|merely|just) harmful
    illegal irresponsible illegitimate unreasonable counterproductive harm blackmail a_provocation naive
    naïve undesirable unnecessary makes?_no_sense no_sense no_point a_lie fantasy ploy trick dead_end
    not_an?_option null_and_void void not_on_the_(?:cards|agenda|table) fantas(?:y|ies) mockery smokescreen dead_letter
    never_again forget_(?:it|about) will_have_none_of thank_you,_no no_thank
    (?:is|are|was|were|be|as|mean|means|meant|amounts?_to|called|remains?|becomes?)_(?:(?!no_|not_|never_)\w+_){0,3}(?:threat|escalation|theft|robbery|manipulation|stunt|ruse|gimmick|humiliation|defeat|insult|sell-?out|appeasement|gift|reward|invitation|disaster|catastrophe|folly|provocation|propaganda|lie|lies|myth|slander|invention|fabrication|fairy_tales?|road_to_nowhere|concession|cynical|destroyed|targeted|punished)
    (?:call|calls|called|calling)_it_an? anything_but intolerable inconceivable obsolete unlawful unconstitutional unjust immoral unfair unworkable
    disastrous detrimental taboo excluded worth_nothing worth_little propaganda
    (?:of|is)_no_(?:interest|use|value|option|help) the_cold_shoulder no_friend do(?:es)?_(?:only_|nothing_but_|more_)?harm (?:the_)?wrong_signal
    regroup rearm re-arm breathing_space tactic give\w*_\w+_\w*_?time
    party_to_the_war not_bring not_(?:protect|help|save|end|solve) (?:is|was)_not_\w+_(?:task|job|business|concern) not_prevent
    an?_(?:\w+_)?(?:deception|fraud|hoax|swindle|charade|waste_of_time|bad_idea) acts?_of_(?:war|aggression) worst
    pipe_dream madness ridiculous sham
    (?:will|would|can|could|should|must)_(?:not|never)_(?:be_)?(?:accepted|tolerated|allowed|set_foot)
    (?:will|would|can|could|should|must|does|do|is|are|was|were)_(?:not|never)_(?:ever_)?(?:happen|be_accepted|work|take_place|come|exist|appear|be_\w+ed|do)
    cannot_(?:ever_)?(?:happen|be) can't_be won't_(?:happen|be) no_option
"""
_BE = r"(?:is|are|was|were|be|been|being|gets?|got|getting)"


def _any(entries: str) -> str:
    words = sorted(entries.split(), key=len, reverse=True)
    forms = {"STRIFE": _STRIFE, "_": r"\s", "~": r"(?:s|es|d|ed|e|ing|ting|ted)?"}
    return "|".join(re.sub("STRIFE|_|~", lambda m: forms[m.group()], word) for word in words)


_BEFORE = re.compile(
    rf"\b(?:(?P<idle>{_any(_IDLE)})|(?P<open>{_any(_OPEN)})|(?P<charge>{_any(_CHARGE)})"
    rf"|(?P<against>{_any(_AGAINST)})"
    rf"|(?P<for>{_any(_FOR)})|(?P<not>{_any(_NOT)}))(?!\w)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:(?P<idle>{_any(_IDLE)})|(?P<against>{_any(_AFTER_AGAINST)})|(?P<for>{_any(_AFTER_FOR)})"
    rf"|(?P<not>not|never|\w+n't|no|nor|cannot|hardly))(?!\w)",
    re.IGNORECASE,
)
_SIGN = {"for": 1, "against": -1, "not": -1, "open": 0, "charge": 0, "idle": 1}

_ADJUNCT = re.compile(
    r"\b(?:after|before|during|since|despite|because of|amid|following|about|over|regarding|under|prior to|through)"
    r"\s(?:(?:a|an|the|any|all|this|that|these|its|their|our|new|first|current|\w+ly|\w+ed)\s)*\W*$",
    re.IGNORECASE,
)


_INSTEAD = re.compile(r"(?:instead of|rather than)", re.IGNORECASE)
_LINKS = re.compile(r"(?:\W|\b(?:to|for|on|in|with|by|an?|the|any)\b)*", re.IGNORECASE)
# "Norland to send more tanks": in a headline the infinitive is what somebody is going to do.
_HEADLINE = re.compile(
    r"\W*(?!(?:Efforts?|Attempts?|Plans?|Calls?|Moves?|Steps?|Proposals?|Appeals?|Ways?|Time|Need|Pressure|How|When|Where|What"
    r"|Whether|Talks|Negotiations|Refusal|Deal)\b)(?:[A-Z][\w'-]*,?\s(?:and\s)?){1,4}(to)\s(?=[a-z])"
)


class Word(NamedTuple):
    """One word of attitude: where, and what it does (`for`, `against`, `not`, `open`, `idle`)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Stand:
    """How a place in a sentence is weighed: `sign` 1, −1 or 0 (left open), and the words that did it."""

    sign: int
    voiced: bool
    """Whether somebody is for or against at all; "no" and "not" alone only turn what is said."""
    words: tuple[Word, ...]


def attitude_words(text: str, *, after: bool = False) -> list[Word]:
    """Every word of attitude in `text`, in order; `after`: those that may follow what they speak of."""
    found = (_AFTER if after else _BEFORE).finditer(text)
    return [Word(m.start(), m.end(), m.lastgroup) for m in found]


def weigh(text: str, place: Span, within: Span, *, inside: tuple[Span, ...] = (), named: bool = False) -> Stand:
    """How the words around `place` (and in the gaps `inside` it) stand to it, within one clause of `within`.

    `named`: what stands at the place is only a name, so "after the truce" or "despite the truce" takes no stand.
    It cannot see irony, nor scope that only sense reveals ("he does not negotiate because of the truce").
    """
    start, end = place
    left_edge, right_edge = within
    left = max([b for _, b in clause_breaks(text, left_edge, right_edge) if b <= start], default=left_edge)
    right = min([a for a, _ in clause_breaks(text, end, right_edge)], default=right_edge)
    inside = tuple((max([min(x, b) for _, x in clause_breaks(text, a, b)], default=a), b) for a, b in inside)
    spans = [(left, start), *inside]
    words = [Word(w.start + a, w.end + a, w.kind) for a, b in spans for w in attitude_words(text[a:b])]
    # "A moratorium on strikes *against* ports": inside a phrase it names the target.
    words = [w for w in words if w.start < start or text[w.start : w.end].lower() != "against"]
    words = [w for w in words if named or w.kind != "charge"]
    if named and _ADJUNCT.search(text[left:start]) and not _is_part(words, text, start):
        words.append(Word(start, start, "open"))
    # "Instead of membership | it should get guarantees": the first words speak of what is replaced.
    if any(w.kind in ("for", "against") for w in words):
        words = [w for w in words if not _INSTEAD.fullmatch(text[left : w.end].strip(" “\""))]
    headline = _HEADLINE.match(text, left_edge, start)
    if headline:
        words.append(Word(*headline.span(1), "for"))
    said = _said_of_it(text, end, min(right, end + 90))
    if any(w.kind == "against" for w in words):
        # "They dismissed the plan as illegal", "it is wrong to lift them too early": against it once, not twice.
        said = [w for w in said if w.kind != "against" or re.search(rf"\b{_BE}\b", text[end : w.end])]
    if said:
        # "*Discussing* guarantees without us is a road to nowhere": the verdict stands after it.
        words = [w for w in words if not (w.kind == "open" and text[left : w.start].strip(" “\"") == "")]
    # "It would only do harm": two verdicts in one.
    verdicts = [w for w in said if w.kind == "against"]
    words += [w for w in said if w not in verdicts[1:]]
    words = _double_counted_out(words)
    sign = 1
    for word in words:
        sign *= _SIGN[word.kind]
    voiced = any(word.kind in ("for", "against") for word in words) or _opens_with_no(text, words, left, start)
    return Stand(sign, voiced, tuple(w for w in words if w.kind != "idle"))


def _is_part(words: list[Word], text: str, start: int) -> bool:
    """Whether the preposition before `start` belongs to a word of attitude: "talk about", "ready to discuss"."""
    return any(w.kind != "idle" and not text[w.end : start].strip() for w in words)


def _said_of_it(text: str, start: int, end: int) -> list[Word]:
    words = [Word(w.start + start, w.end + start, w.kind) for w in attitude_words(text[start:end], after=True)]
    # "not" counts only next to a verb that speaks of the thing: "guarantees, not promises" is no denial.
    verbs = re.compile(rf"\b(?:{_BE}|will|would|can|could|should|must|does|do|did|has|have)\s(?:\w+\s)?$", re.I)
    words = [
        w
        for w in words
        if w.kind != "not"
        or verbs.search(text[start : w.start])
        or text[w.start : w.end].lower().endswith(("n't", "cannot"))
    ]
    # A participle after "to be": "was rejected", "is being prepared", "should be supported".
    for w in attitude_words(text[start:end]):
        word = text[start + w.start : start + w.end].lower()
        passive = re.search(rf"\b{_BE}\s(?:\w+\s){{0,2}}$", text[start : start + w.start], re.I)
        if passive and w.kind in ("for", "against") and re.search(r"(?<!expect)(?:ed|en|out|down|off)$", word):
            words.append(Word(w.start + start, w.end + start, w.kind))
    return words


def _double_counted_out(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in sorted(words, key=lambda w: (w.start, -w.end)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


def _opens_with_no(text: str, words: list[Word], left: int, start: int) -> bool:
    """ "No foreign troops!", "We do not recognise it", "but not to a truce": the "not" stands right before what is named."""
    last = [w for w in words if w.kind == "not" and w.end <= start]
    if not last or not _LINKS.fullmatch(text, last[-1].end, start):
        return False
    return not text[left : last[-1].start].strip(" “\"'") or text[: last[-1].start].rstrip().endswith(("do", "does"))
