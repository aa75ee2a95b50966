"""For or against: the words of English by which somebody wants, accepts, rules out or leaves open what is named.

Nothing here belongs to one conflict. How the words of a sentence add up: `attitudes.py`.
"""

import re
from typing import NamedTuple

from standpoints.stances.forms import WOULD, any_of

# Each entry is a regular expression for one word or phrase; `_` stands for a space between words, `~` for the
# endings of a regular verb. All of it is in small letters, as the text is read.
_FOR = r"""
    float~ deserv~ (?:is|are)_to want~ wish~ demand~ desir~ urg~ propos~ offer~ suggest~ support~ back~ endors~
    favou?r~ welcom~ accept~ approv~ prefer~ advocat~ recommend~ requir~ need~ seek~ sought aim~ pledg~ promis~ vow~
    commit~ committed threaten~ prepar~ announc~ unveil~ adopt~ initiat~ mobili[sz]~ champion~ request~ implor~
    plead~ endeavou?r~ earmark~ decid~_to resolv~_to undert[ao]\w+_to order~ expect~ challeng~ sign~_up_to
    declar~_an? recogni[sz]~ agree[ds]? agreeing agreement_to invit~ allow~ enabl~ reiterat~ reaffirm~ plan plans
    planned planning insist~(?:_on)? intend~ call~_(?:for|on|upon) appeal~(?:_for)? ask~(?:_\w+){1,2}_for
    ask~(?:_for)? hop(?:e|es|ed|ing)(?:_for)? press(?:es|ed|ing)?_for push(?:es|ed|ing)?_for look~_forward
    work(?:s|ed|ing)?_(?:on|for|towards?) ready prepared willing\w* eager keen open_to committed_to readiness
    determined in_favou?r_of interested_in
    (?:ready|prepared|willing|open|agreed?|agrees|want|wants|offered)_(?:to|for)_(?:discuss\w*|consider\w*|talk\w*_about)
    must should ought shall has_to have_to had_to will would can could(?!_ALSOFAILS) going_to let_us let's let \w+'ll
    \w+'d time_to time_for necessary essential vital crucial indispensable inevitable important urgent\w* overdue
    necessity possible acceptable feasible realistic required desirable imperative immediately\w* now_or_never
    priorit\w+ no_alternative_to no_other_(?:way|option|choice|path|solution)(?:_(?:than|but))? no_choice_but
    nothing_but first(?=,) reach\w*_(?:an?|the)_(?:agreement|deal|accord|understanding)_on cannot_wait can't_wait
    only_thing_that belongs?
    the_(?:only|first|best|right|very_first)_(?:way|step|option|solution|condition|answer|path)
    the_(?:only|best|strongest|surest|cheapest|real|true)_(?:guarantees?|protection|insurance|remedy|response|choice)_(?:is|was|would_be)
    lobb(?:y|ies|ied|ying)_for press(?:es|ed|ing)?_(?:\w+_){1,4}to beg(?:s|ged|ging)?(?:_for)? plea_for
    argu(?:es|ed|ing)_for embrac~ signal(?:s|led|ed|ling)? authori[sz]~ green[-_]light\w* consent~ conceivable
    high_time time_(?:has|had)_come_(?:to|for) (?:peace|settlement)_(?:begins|starts)_with
    (?:expressed|has|have|had)_(?:an?_|its_|their_)?interest_in stand~_by bent_on favourable longs?_for
    pray(?:s|ed|ing)?_for
    out_for any_(?:point|sense|reason|need|use|grounds|interest)_(?:in|for|to) envisag~ foresee\w* foresaw
    provid(?:e|es|ed|ing)_for thinking_of presuppos~ say(?:s|ing)?_yes said_yes
    (?:is|are|was|were)_(?:all_)?for(?=_(?:an?|the|more|full|new|further|stronger)\b)
    h[eo]ld(?:s|ing)?_out_the_prospect wants?_to_see insist~_that must_not_be_denied stipulat~ applaud~ prais~ hail~
    commend~ settle_for happy_to glad_to count(?:s|ed|ing)?_on tolerat~ bow(?:s|ed|ing)?_to striv(?:e|es|ing)_for
    fight(?:s|ing)?_for warm(?:s|ed|ing)?_to lean(?:s|ed|ing)?_towards? subscrib~_to long(?:s|ed|ing)?_for
    no_way_(?:a?round|past) nothing_(?:short_of|less_than) thr[eo]w\w*_\w+_weight_behind
    g[ia]v\w+_\w+_(?:blessing|backing)_(?:to|for)
    see(?:s|ing)?_an?_(?:\w+_)?(?:path|way|chance|possibility|opportunity)_(?:for|to)
    commitment_(?:to|by) instruct~ clamou?r~_for campaign~_for rall(?:y|ied|ies)_behind in_need_of no_objections?_to
"""
_AGAINST = r"""
    reject~ rejection refus~ refusal oppos~ opposition_to den(?:y|ies|ied|ying) dismiss~ declin~ resist~ exclud~
    preclud~ renounc~ abandon~ forgo~ veto~ veto block~ prevent~ spurn~ rebuff~ scorn~ disput~ disagree~ object~_to
    rebut~ condemn~ critici[sz]~ denounc~ discard~ obstruct~ forbid forbids forbade forbidden prohibit~ ban bans
    banned banning shun~ avoid~ drop dropped dropping withstand oppose~ contradict~ refut~ mock~ ridicul~
    fear~ rul(?:e|es|ed|ing)_(?:\w+_)?out rul(?:e|es|ed|ing)_(?:\w+_){1,4}out\b turn(?:s|ed|ing)?_(?:\w+_)?down
    giv(?:e|es|ing|en)_up gave_up back(?:s|ed|ing)?_(?:away|out|down) shoot~_down shot_down hold~_back
    (?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|end(?:s|ed|ing)?|quit(?:s|ting)?|halt(?:s|ed|ing)?)(?!STRIFE|_up\b)
    fail(?:s|ed|ing|ure)?_to against warn(?:s|ed|ing)?_(?:\w+_){0,3}against cannot can't won't wouldn't shouldn't
    mustn't couldn't unwilling\w* reluctant\w* call(?:s|ed|ing)?_(?:\w+_)?off impossible unacceptable inadmissible
    unthinkable wrong_to too_(?:early|soon) too_(?:early|soon)_to_\w+_(?:about|of) premature refrain~
    no_(?:hurry|mood|point|sense|use|intention|interest|desire|wish|need|plans?|room|chance|way(?!_(?:a?round|past))|prospect|reason|question|agenda|grounds|basis|case|justification|appetite)
    nor not_the_(?:right_)?(?:time|moment)_(?:to|for)(?:_talk_about|_discuss)? not_a_word_(?:about|of) do_not_need
    rid_of scrap(?!_of) scrap(?:s|ped|ping)
    withdr[ae]w\w*_from_(?:\w+_)?(?:talks|agreement|treaty|deal|accord|negotiations|group|coalition|initiative)
    keep(?:s|ing)?_(?:\w+_)?out_of in_no_way (?:say|says|said)_no(?=_to) lack(?:s|ed|ing)?_(?:of)?
    foil~ thwart~ sabotag~ derail~ torpedo~ undermin~ obstacle_to worthless hollow collaps~
    brush(?:es|ed|ing)?_(?:aside|off) scoff~_at dampen~ caution(?:s|ed|ing)?_(?:\w+_)?against repudiat~ balk~_at slam~
    withh[eo]ld\w*_(?:its|his|her|their|our)_(?:consent|approval|support|agreement|backing)(?:_(?:to|for|from))?
    (?:put|puts|placed|places)_a_hold_on
    no_part_in none_of no_business no_question_of regret~ lament~ frown~_(?:on|upon)
    s[ck]epti\w+(?:_(?:about|of|towards?))?
    shelv(?:e|es|ed|ing) waiver_of
    (?:put|push|wav|laugh|fend)(?:s|e|es|ed|ing|ting)?_(?:aside|off|away) hold(?:s|ing)?_off held_off postpon~
    disappointed_(?:that|by|with|about)
    drag(?:s|ged|ging)?_(?:\w+_)?(?:feet|heels)_(?:on|over) cessation_of(?!STRIFE) vet(?:o|oes|oed)(?:_\w+){0,4}_block~
    boycott~ snub~ stonewall~ protest~ rail(?:s|ed|ing)?_against distanc~_\w+_from recoil~_from shrinks?_from
    doubt(?:s|ed|ful|ing)?(?:_about)? sneer~_at (?:is|are|was|were)_(?:done|finished)_(?:with|\w+ing) forget_about
    pour~_cold_water_on wash~_\w+_hands_of (?:shut|shuts|slam|slams|slammed|close|closes|closed)_the_door_(?:on|to)
    bridl~_at bristl~_at water~_down WRONG_to (?:lie|myth|fairy_tale|fallacy|slander|illusion|delusion)_that
    (?:WRONG|wrong)_(?:of|for)_(?:\w+_){1,2}to veto_(?:\w+_)?to_(?:prevent|block|stop) thought_(?:nothing|little)_of
    bargain\w*_(?:with_(?:\w+_){1,3})?over vot(?:e|es|ed|ing)_(?:down|against) complain~ deplor~
    turn(?:s|ed|ing)?_a_deaf_ear_to
    turn(?:s|ed|ing)?_\w+_back_on decr(?:y|ies|ied|ying) disapprov~ disavow~ sh(?:y|ies|ied)_away_from
    steer~_clear_of stay~_out_of push(?:es|ed|ing)?_back_(?:on|against) averse_to hostile_to wary_of
    the_last_thing_(?:that_)?(?:[\w'-]+_){1,3}(?:needs?|wants?|needed|wanted) (?:right_of_)?veto_(?:over|on)
    out_of_(?:the_)?question_(?:that|to|for) on_no_account under_no_circumstances?
    think~_(?:nothing|little)_of let_alone in_no_position_to
    bur(?:y|ies|ied|ying)_(?:\w+_){0,2}(?:dreams?|hopes?|ambitions?|plans?)_(?:of|for|to)
    (?:cannot|can't|(?:can|could)_not)_be_expected_to
    cool_(?:on|towards?) (?:put|puts|putting)_the_brakes_on g[ia]v\w+_short_shrift_to m[ai][dk]\w+_light_of
    dash~_(?:\w+_)?hopes_(?:of|for)
    (?:has|have|had|express\w*|voic\w*)_(?:\w+_)?(?:reservations|misgivings|qualms)_about
    (?:st(?:and|ands|anding|ood)|g[eo]t)_in_the_way_of hinder~ hamper~ imped~ escap~ evad~ elud~
"""
_NOT = r"""
    not \w+n't never no nobody none nothing neither without hardly scarcely barely far_from instead_of rather_than
    no_(?:one|longer|more) not_one_more absence_of sooner_than(?!_(?:expected|planned))
    anything_(?:less_than|short_of|but)
    why_(?:would|should)_(?:i|we|anyone|anybody|any_of_us)
"""
_OPEN = r"""
    expected_to (?:a|any|the|some)_(?:possible|potential) information_(?:on|about) (?:yet|still)_to_decide
    discuss\w* debat\w+ examin~ stud(?:y|ies|ied|ying) analys\w+ analy[sz]e\w* review~ weigh~ consult\w* whether
    wonder~ unclear unknown uncertain know~ knew question_of questions?_about issue_of visions?_of
    (?:say|tell)(?:_\w+){0,3}_(?:when|whether|how) differ(?:s|ed)? polled
    being_(?:asked|told|urged|pressed|pressured|forced)_to
    t(?:ak(?:e|en|es|ing)|ook)_note_of
    asked_(?:if|about|when|how|why|whether|by|what|which|who|where)
    ask(?:s|ing)?_(?:me|us|him|her|them)_(?:\w+_){0,3}(?:if|when|how|why|whether|what|which|who|where)
    (?:word|term|phrase|expression)s?(?=_[“"]) comment~ speculat\w+ rumou?r\w* describ~ mention\w* histor\w+
    explain~ talks_(?:on|about|over) monitor~ observ(?:ers?|ation) reported likel(?:y|ihood) predict~ forecast~
    divided_(?:over|on|about) split_(?:over|on) look(?:s|ed|ing)?_like what_\w+_(?:guarantees|form) figures_on
    (?:cannot|can't|not|never)_(?:be_)?trust(?:ed)?(?:_\w+)?_(?:to|with)
    (?:decid\w*|ha(?:s|ve|d)_a_say)_(?:on|over|about)
    dictat\w*(?:_\w+){0,3}_(?:which|what|who|whether|how|where)
    (?:will|would)_(?:probably|presumably|possibly|perhaps|most_likely|doubtless)
    (?:might|may|could)_be_(?:asked|told|forced|pressed|urged|required|pressured)_to
    details_(?:of|on|about) forget(?!_about) forgot\w* polls? surveys?
    (?:declin|refus)\w*_to_(?:say|comment|confirm|give|name|disclose|reveal|speculate|discuss|answer|elaborate)
    neither_confirm reports_of (?<!to\s)confirm~ (?:unable|impossible|able)_to_confirm per_cent_of percent_of
    (?:AUX_)?NOT_(?:\w+_)?(?:SAY|agree[ds]?_(?:on|over|about)|(?:manage\w*|able|succeed\w*)_(?:to|in)_(?:agree|find|reach)\w*)
    nor_deny asked_(?:[\w'-]+_){1,4}(?:if|whether) (?:AUX_)?NOT_(?:\w+_)?decid\w*(?:_yet)?_(?:how|if|on|what)
    (?:stop|f[ae]ll)\w*_short_of without_saying (?:has|have|had|is|are)_yet_to no_(?:sign|indication|hint)_(?:of|that)
    (?:fail\w*|unable|struggl\w+|inability|too_divided)_(?:\w+_){0,3}to_(?:\w+_)?(?:agree|find|reach)
    disagree~_(?:on|over|about) far_from_(?:\w+_)?agree\w*
    (?:answers?|repl(?:y|ies)|responses?)_to_(?:[\w'-]+_){0,3}(?:offers?|calls?|proposals?|demands?|appeals?|requests?)
    (?:unanimity|majority|consent|vote|approval|permission)(?:_[\w'-]+){0,7}_(?:required|needed|necessary)_for
    WOULD(?:mean|amount_to|lead_to|result_in|entail|bring_about) (?:could|might)_ALSODOHARM
"""
# An accusation takes no stand on what is only named in it ("accused them of refusing a truce").
_CHARGE = r"""accus~ blam~"""
# What somebody "called the plan" stands after it; where it is not told, nobody knows.
_CALLED = r"""(?:call|label|labell|brand|dubb?)(?:s|ed|ing)?_(?:the|an?|its|their|his|her|\w+'s)(?=_)"""
_IDLE = r"""
    (?:the|an?|any|its|his|their)_(?:agreed|announced|proposed|planned|promised|declared|expected|suggested)(?=_)
    wars?_against lift\w*_(?:\w+_)?ban not_(?:only|just|merely|least|yet_clear)
    no_(?:doubt|less|later|sooner|matter|strings|wonder|fewer)\b without_(?:delay|doubt|hesitation) no_more_than
    not_one_of no_comment last_not_least end_of_the_(?:week|month|year|day)
    NOT_(?:\w+_)?(?:chang|alter|revis|soften)\w*_(?:its|his|her|their|our|the)(?=_(?:\w+_)?NO_OF_OLD\b)
    should_(?:never|not)_have so_wanted need_not_fear at_will
    (?:protect|defen[dcs]|guarant|secur|shield|assur|sanction|measure|tariff|pressure|crim|aggress|attack|strike|fight|act)\w*_(?:\w+_){0,2}against
    the_needs?_of backs?_to as_soon_as_possible in_order_(?:to|that)
    (?:the|its|their|some|all)_(?:blocked|banned|suspended|postponed)(?=_)
"""
# What is said of a thing after it is named: "neutrality is off the table", "a truce is needed".
_AFTER_FOR = r"""
    what_\w+_(?:wants?|needs?) must should ought has_to have_to needs?_to needed necessary essential vital crucial
    indispensable urgent overdue inevitable acceptable welcome required possible feasible realistic desirable
    on_the_table priority a_must in_(?:our|the|everyone's|its|their|his|\w+'s?)_(?:\w+_)?interests? makes_sense
    (?:can|could)(?!_ALSO(?:FAILS|last|take_(?:\w+_)?TIME|be_(?:broken|violated)|DOHARM))
    serve serves option
    (?:will|would)_(?:soon_)?(?:follow|come(?!_(?:back|to_nothing))|be_(?!discussed|debated|examined|considered|decided|used|studied|followed|preceded)\w+ed|continue|remain|stay)
    first_step starting_point way_forward (?:the|at_the)_(?:core|heart|essence|foundation|cornerstone|minimum)_of
    the_minimum
    (?:the|a|our|its|their|his|her)_(?:\w+_){0,2}(?:way(?!_(?:to|into|for|towards?)(?!GOOD))|step|option|solution|condition|goals?|aims?|priority|demands?|basis|task|key|answer)
    (?:one|part)_of_(?:the|our|its|his|any)_(?:\w+_)?(?:goals?|aims?|conditions?|demands?|priorities|deal|settlement|agreement|solution)
    the_(?:only|best|right|cheapest|safest|strongest|most_\w+)_\w+ irreversible goal goals welcomed\b helpful
    long_overdue now(?!_(?!and|or)\w) conceivable (?:is|was)_(?:to_be_)?welcome on_(?:the|our)_agenda
    (?:is|are|was|were)_(?:\w+_)?too_slow(?:ly)? tak(?:e|es|ing|en)_(?:so|too|far_too)_long
    worth_(?:it|trying|discussing)
    (?:is|be|remains?)_(?:a|our|its|their)_(?:\w+_)?(?:duty|obligation|right|must) not_\w+_\w+_\w+_but_an?_duty
    remains?_on_the_table (?:among|one_of|part_of)_the_(?:\w+_)?(?:conditions|demands|goals|aims|priorities)
    the_goal the_lesser_evil the_least_(?:that_)?(?:\w+_){1,3}(?:deserves?|expects?|can|could|must|owes?)
    the_(?:fairest|surest|wisest|simplest|quickest|fastest)_\w+ the_least_(?:bad|evil) a_small_price
    beyond_(?:all_|any_)?(?:dispute|doubt|question) not_as_an?_(?:\w+_)?BAD
"""
# "He dropped his opposition to it", "it would be a mistake not to send them", "we want nothing more than a truce": two
# words that say no make one that says yes, and they stand too far apart, or are too few, to be counted one by one.
_YES_AFTER_ALL = r"""
    TAKES_BACK_(?:all_)?(?:its|his|her|their|our|the|an?|any|all)_(?:\w+_)?NO_OF_OLD(?:_(?:to|on|of|against|over|about))?
    (?:WRONG|crime|blunder|sin|shame|betrayal|unforgivable|inexcusable|unwise|wrong|unthinkable|dangerous)_not_to
    (?:want|wish|need|desire)\w*(?:_for)?_nothing_(?:more|else|better)(?:_\w+)?_than
    (?:cannot|can't|NOT)_(?:\w+_){0,2}(?:accept|agree_to|settle_for|tolerate|want)_anything_less_than
    (?:cannot|can't|(?:must|should|can|could|may|shall)_(?:not|never)|mustn't|shouldn't|NOT_to)_(?:\w+_)?(?:ignore|overlook|neglect|forget|disregard)
    nothing_wrong_(?:with|in)
    (?:critici[sz]|condemn|denounc|deplor|regret|lament|decr|complain)\w*(?:_(?:about|of))?_(?:\w+_)?(?:delays?|slowness|shortage|lack)_(?:in|of|to|with)
    (?:cannot|can't|(?:can|could|will|would)_(?:not|never)|won't|couldn't|no(?:thing)?(?:_\w+){0,4}_(?:can|could|will|would))_(?:replace|be_a_substitute_for)
"""
# "It must not be ignored", "it cannot be ruled out".
_YES_AFTER_IT = r"""
    (?:cannot|can't|(?:must|should|can|could|may|will|would|shall)_(?:not|never)|mustn't|shouldn't|won't)_(?:\w+_)?be_(?:\w+ly_)?(?:ignor|overlook|neglect|forgot|disregard|ruled_out|exclud|refus|reject|denied|dismiss|delay|postpon|put_off|abandon|block|veto|stop|halt|avoid|underestimat)\w*
    (?:must|should|may|can)_(?:not|never)_be(?:come)?_(?:made_|held_|taken_)?(?:an?_)?(?:hostages?|dependent|conditional|tied|linked|subject)
    (?:not|never|non)[\s-]negotiable no_bargaining_chips? (?:not|never)_(?:be_)?(?:used_as_)?an?_bargaining_chip
"""
_AFTER_AGAINST = r"""
    (?:is|was)_not_something legitimate_targets? worthless hollow not_worth too_soon unacceptable impossible
    unthinkable inadmissible out_of_(?:the_)?question off_(?:the_table|limits) red_lines? ruled_out non-?starter
    mistakes? error wrong unrealistic meaningless pointless senseless useless nonsense absurd absurdity illusion
    illusory dangerous betrayal treason trap capitulation surrender suicid\w+ futile premature too_early pretext
    excuse farce theatr\w+ show (?:would|will)_(?:only|merely|just) harmful illegal irresponsible illegitimate
    unreasonable counterproductive harm blackmail a_provocation naive naïve undesirable unnecessary makes?_no_sense
    no_sense no_point a_lie fantasy ploy trick dead_end not_an?_option null_and_void void
    not_on_the_(?:cards|agenda|table) fantas(?:y|ies) mockery smokescreen dead_letter never_again
    forget_(?:it|about) will_have_none_of thank_you,_no no_thank
    (?:is|are|was|were|be|as|mean|means|meant|amounts?_to|called|remains?|becomes?)_(?:(?!no_|not_|never_)\w+_){0,3}BAD
    (?:call|calls|called|calling)_it_an? anything_but intolerable inconceivable obsolete unlawful unconstitutional
    unjust immoral unfair unworkable disastrous detrimental taboo excluded worth_nothing worth_little propaganda
    (?:of|is)_no_(?:interest|use|value|option|help) the_cold_shoulder no_friend
    nothing_to_do_with boomerang upside_down on_its_head unpunished
    (?:is|was|be)_like_(?:say|claim|tell|blam)ing (?:is|are|(?:will|would)_(?:be|stay|remain))_empty
    do(?:es)?_(?:only_|nothing_but_|more_)?harm (?:the_)?wrong_signal regroup rearm re-arm breathing_space tactic
    (?:will|would|shall)_(?:\w+_)?be_(?:buried|killed|shot|eliminated|annihilated|wiped_out)
    (?:is|are)_(?:(?!not_|no_)\w+_){0,2}(?:language|code|shorthand|jargon|euphemism|another_(?:word|name))_for
    NOT_(?:\w+_)?(?:stand|hold)_(?:up|water) blank_che(?:que|ck) not_(?:stop|prevent)STRIFE
    give\w*_\w+_\w*_?time part(?:y|ies)_to_the_(?:war|conflict) not_bring not_(?:protect|help|save|end|solve)(?:d|ed)?
    (?:is|was)_not_\w+_(?:task|job|business|concern) not_prevent
    an?_(?:\w+_)?(?:deception|fraud|hoax|swindle|charade|waste_of_time|bad_idea)
    acts?_of_(?:war|aggression|cowardice|folly|madness|treason|betrayal|surrender) worst
    met_with_(?:fire|force|resistance) pipe_dream madness ridiculous sham
    (?:will|would|can|could|should|must)_(?:not|never)_(?:be_)?(?:accepted|tolerated|allowed|set_foot)
    (?:will|would|can|could|should|must|does|do|is|are|was|were)_(?:not|never)_(?:ever_)?(?:happen|be_accepted|work|take_place|come|exist|appear|be_\w+ed|do)
    cannot_(?:ever_)?(?:happen|be) can't_be won't_(?:happen|be) no_option
    an?_(?:\w+_)?ultimatum (?:brought|brings?)_(?:\w+_){0,2}(?:no_closer|nothing) achieved?_(?:nothing|little)
    (?:is|was)_to_(?:mock|insult|distort|lie|deny|ignore)
    (?:is|are|was|were)_(?:lying|liars|false|untrue|unfounded|baseless|groundless|mistaken)
    an?_(?:\w+_)?recipe_for(?!GOOD|_success|_stability)
    (?:gun|pistol|knife)_(?:at|to)_(?:\w+'?s?_){1,2}(?:head|temple|throat)
    (?:an?|the)_(?:\w+_){0,2}(?:way|road|path|route)_(?:to|into|towards?)EVIL (?:is|was)_nothing_(?:that|which)
    (?:must|should|has_to|have_to|needs?_to)_(?:disappear|vanish|cease_to_exist) convinc\w*_(?:no_one|nobody|none|few)
    an?_(?:\w+_)?way_of_(?:refus|reject|avoid|evad|block|sabotag|say\w*_no)\w* something_for_nothing
    led_toEVIL an?_(?:\w+_)?obstacle_to is_not_peace (?:only|merely)_(?:postpone|prolong|delay|reward)s
    too_little,?_too_late met_with_(?:little|no|scant)_\w+ (?:bore|bears?|borne)_no_fruit
    f[ae]ll\w*_on_deaf_ears misguided misplaced
    more_than_(?:\w+_){1,4}(?:can|could)_(?:be_)?(?:\w+_){0,2}(?:bear|accept|take|afford) (?:is|was|be)_like_\w+ing
    be_(?:\w+ly_)?(?:bargained|traded|thrown)_away loaded_gun time[\s-]bomb death_sentence
    described_(?:by_(?:[\w'-]+_){1,5})?as_an?_(?:attempt|ploy|manoeuvre)_to
    means?_(?:only_)?(?:more|further|new)_(?:deaths?|dead|war|bloodshed|killing|suffering|victims|graves)
"""
# What a policy would do, said after it: "a truce would save lives", "lifting them would reward the attacker". What is
# good or bad only by whom it strikes stands in neither list: sanctions that "would weaken" somebody are meant to.
_HELPS = r"""
    (?:help_(?:to_)?)?(?:end|stop|halt|shorten)STRIFE (?:help_(?:to_)?)?(?:save|spare)_(?:\w+_){0,3}(?:lives|people)
    (?:help_(?:to_)?)?(?:open|pave|clear|smooth)_(?:\w+_){0,2}(?:way|path|door|road)_(?:to|for|towards?)(?=GOOD)
    (?:help_(?:to_)?)?bring_(?:\w+_){0,3}(?:peace|relief|stability|security|calm|closer)
    (?:help_(?:to_)?)?(?:build|restore|create)_(?:\w+_){0,2}(?:trust|confidence|peace)
    (?:reduce|ease)_(?:\w+_)?tensions? contribute_to_(?:\w+_){0,2}(?:peace|settlement|stability|security)
    make_(?:\w+_){0,2}(?:possible|easier|safer) give_(?:\w+_){0,2}a_(?:\w+_)?chance help_(?:everyone|everybody|all|both)
    be_an?_(?:good|sensible|reasonable|useful|wise|promising|decent)_(?:beginning|start|idea|step|basis|compromise|way)
    break_(?:\w+_)?(?:deadlock|impasse|stalemate)
    be_an?_(?:\w+_)?(?:step|chance|opportunity|breakthrough)_(?:forward|for|to|towards?|in_the_right)(?!EVIL)
"""
_HARMS = r"""
    reward(?:ing)? embolden prolong legitimi[sz]e endanger jeopardi[sz]e provoke backfire perpetuate entrench betray
    (?:freeze|drag_out|fuel|inflame|escalate|deepen|worsen)(?:STRIFE|_(?:\w+_){0,2}(?:lines?|front))
    (?:encourage|invite|lead_to|mean|bring|cause|trigger|spark|ignite|(?:end|result)_in)EVIL end_(?:very_)?badly
    play_into make_(?:things|it|matters|the_situation)_worse
    be_to_(?:financ\w*|reward|invite|betray|fuel|pay|forget|abandon)
    start_an?_(?:\w+_)?(?:war|one) (?:bury|kill|destroy|ruin|wreck)_(?:\w+_){0,3}(?:chances?|hopes?|prospects?)
    (?:let|allow|enable|help|give)_(?:\w+_){1,3}(?:lick|recover|catch|breathe) set_(?:\w+_){0,2}precedent
    cost_(?:\w+_){0,3}(?:lives|jobs) condemn_\w+_to weaken_(?:us|ourselves|our|unity)
    undermine_(?:\w+_){0,2}(?:confidence|credibility|stability|currency|peace|talks|negotiations|trust|security|unity|efforts|us|ourselves)
    mean_(?:to_)?(?:forget|forgetting|abandon\w*|betray\w*|los(?:e|ing)|surrender\w*|giv(?:e|ing)_up)
    (?:benefit|serve|help)_(?:only|nobody|no_one) (?:let|allow|enable|help|give|benefit|serve)_the_(?:\w+_)?ENEMY
    (?:solve|change|achieve|bring)_(?:nothing|little) let_\w+_off_the_hook
    leave_(?:\w+_){1,3}(?:defenceless|defenseless|exposed|vulnerable|unprotected|alone)
    (?:open|pave|clear)_(?:\w+_){0,2}(?:way|path|door|road)_(?:to|for|towards?)EVIL
    be_an?_(?:\w+_)?step_(?:back|backwards?|(?:to|towards?|into)EVIL)
    (?:delay|postpone|hinder)_(?:\w+_)?(?:peace|end|settlement|talks|negotiations)
    drag_\w+_into be_like_(?:tak|pay|hand|feed|reward|invit|giv|pour|throw|leav|lett)ing
"""
# "It would reward them to lift it": the effect is named before what has it.
_HARM_TO = rf"it\s{WOULD}(?:{any_of(_HARMS)})(?:\s[\w'-]+){{0,4}}?\sto(?=\s)"
_BEFORE = re.compile(
    rf"\b(?:(?P<yes>{any_of(_YES_AFTER_ALL)})|(?P<idle>{any_of(_IDLE)})"
    rf"|(?P<open>{any_of(_OPEN)})|(?P<charge>{any_of(_CHARGE)})"
    rf"|(?P<called>{any_of(_CALLED)})"
    rf"|(?P<against>{any_of(_AGAINST)}|{_HARM_TO})"
    rf"|(?P<for>{any_of(_FOR)})|(?P<not>{any_of(_NOT)}))(?!\w)"
)
_AFTER = re.compile(
    rf"\b(?:(?P<yes>{any_of(_YES_AFTER_IT)})|(?P<idle>{any_of(_IDLE)})"
    rf"|(?P<against>{WOULD}(?:{any_of(_HARMS)})|{any_of(_AFTER_AGAINST)})"
    rf"|(?P<for>{WOULD}(?:{any_of(_HELPS)})|{any_of(_AFTER_FOR)})"
    rf"|(?P<not>not|never|neither|\w+n't|no|nor|cannot|hardly))(?!\w)"
)


class Word(NamedTuple):
    """One word of attitude: where, and what it does (`for`, `against`, `not`, `open`, `charge`, `called`, `idle`)."""

    start: int
    end: int
    kind: str


def words_between(text: str, start: int, end: int, *, after: bool = False) -> list[Word]:
    """The words of attitude in `text[start:end]`, as if that were all of it, with their places in `text`."""
    return [Word(w.start + start, w.end + start, w.kind) for w in attitude_words(text[start:end], after=after)]


def attitude_words(text: str, *, after: bool = False) -> list[Word]:
    """Every word of attitude in `text`, in order; `after`: those that may follow what they speak of."""
    found = (_AFTER if after else _BEFORE).finditer(_in_small_letters(text))
    return [Word(m.start(), m.end(), "for" if m.lastgroup == "yes" else m.lastgroup) for m in found]


def _in_small_letters(text: str) -> str:
    """`text.lower()`, each letter in its place: that of "İ" is two signs long.

    In small letters the patterns are found three times as fast as by ignoring the case.
    """
    return text.replace("İ", "i").lower()
