"""Whose words they are where grammar tells it: the network's reading in, the right one out."""

import pytest

from standpoints.reading.attribution import Attribution
from standpoints.reading.clauses import reported

MARKS = {"[": "source", "<": "cue", "{": "content"}
CLOSING = {"]": "[", ">": "<", "}": "{"}


def read(marked: str) -> tuple[str, Attribution]:
    """The text and the attribution that the network saw in it: [source], <cue>, {content}."""
    plain, opened, spans = "", {}, {"source": [], "cue": [], "content": []}
    for character in marked:
        if character in MARKS:
            opened[character] = len(plain)
        elif character in CLOSING:
            spans[MARKS[CLOSING[character]]].append((opened[CLOSING[character]], len(plain)))
        else:
            plain += character
    return plain, Attribution(tuple(spans["content"]), tuple(spans["cue"]), tuple(spans["source"]), 0.9)


def told(marked: str) -> list[tuple[str, str]]:
    """[(source, content)] of what `reported` makes of it."""
    text, seen = read(marked)
    return [
        tuple(" … ".join(text[a:b] for a, b in spans) for spans in (one.source, one.content))
        for one in reported([seen], text)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Holm radio] <quoted> {the envoy as saying that it rained}.", ("the envoy", "it rained")),
        ("[Varga] <quoted> {Mira Oster as acknowledging that it rained}.", ("Mira Oster", "it rained")),
        ("{“It rains,”} [Holm radio] <quoted> Oster as saying.", ("Oster", "“It rains,”")),
        ("{Oster} <was quoted by> [Holm radio] as saying {it rained}.", ("Oster", "it rained")),
        ("{“It rains,”} she <was quoted as saying by> [Holm radio].", ("she", "“It rains,”")),
        ("{“It rains,”} [Oster] <was quoted as saying>.", ("Oster", "“It rains,”")),
        ("{It rained}, <is quoted> [Oster].", ("Oster", "It rained")),
        ("[Oster] <quoted> {the law: “No ship may sail.”}", ("Oster", "the law: “No ship may sail.”")),
        ("It rained, the agency SUNA <quoted> [an envoy] {as saying}.", ("an envoy", "It rained")),
        ("{“It rains,” Premier Mira Oster} <was quoted by> [SUNA] as saying.", ("Premier Mira Oster", "“It rains,”")),
        ("{Oster} <was quoted by> [Holm radio] {as saying that it rained}.", ("Oster", "it rained")),
        ("[SUNA] <quoted> {Oster as saying on Monday that it rained}.", ("Oster", "it rained")),
        ("{It rained, Envoy Mira Oster} <was quoted by> [SUNA] as saying.", ("Envoy Mira Oster", "It rained")),
        ("<According to> [Oster cited by SUNA], {it rained}.", ("Oster", "it rained")),
        (
            "{It rained}, [the spokesman] {Jan Holt} <was quoted by SUNA as saying>.",
            ("the spokesman Jan Holt", "It rained"),
        ),
    ],
)
def test_who_is_quoted_by_another_says_it(marked, expected):
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Speaker Varga,] <asked> {whether the house would vote}, left.", [("", "whether the house would vote")]),
        ("[Varga] smiled when <asked> {whether the house would vote}.", [("", "whether the house would vote")]),
        ("<Asked> {whether the house would vote}, [Varga] left.", [("", "whether the house would vote")]),
        ("When <asked> {whether the house would vote}, [Varga] left.", [("", "whether the house would vote")]),
        ("<Pressed on> {whether it would vote}, [Varga] left.", [("", "whether it would vote")]),
        ("<Questioned about> {whether it would vote}, [she] left.", [("", "whether it would vote")]),
        ("When <asked by> [the envoy] {whether it would vote}, he left.", [("the envoy", "whether it would vote")]),
        ("{“Will it vote?”} <asked> [Varga].", [("Varga", "“Will it vote?”")]),
        ("[Varga] <was told> {that the house had voted}.", [("", "that the house had voted")]),
        ("[Varga], <told> by reporters {that the house had voted}, left.", [("reporters", "that the house had voted")]),
        (
            "[Varga] <was asked> {whether he would vote and said nobody had asked him}.",
            [("", "whether he would vote"), ("Varga", "nobody had asked him")],
        ),
        (
            "[Varga, a deputy,] <asked> {whether the house would vote}.",
            [("Varga, a deputy,", "whether the house would vote")],
        ),
        ("[Varga] <told> the house {that it was late}.", [("Varga", "that it was late")]),
    ],
)
def test_who_is_asked_or_told_does_not_say_it(marked, expected):
    assert told(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Tavian] <signed> {what Sund called a trick}.", ("Sund", "a trick")),
        ("[Tavian] <rejected> {what he called a trick}.", ("Tavian", "what he called a trick")),
        ("[Her] remarks <followed claims> by Sund {that the river was shut}.", ("Sund", "that the river was shut")),
        ("[Tavian] <was responding to criticism> {that he was slow}.", ("", "that he was slow")),
        ("[Tavian] <said> in a follow-up {that he was slow}.", ("Tavian", "that he was slow")),
    ],
)
def test_what_others_call_it_and_claim_is_theirs(marked, expected):
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{The plan}, [Oster] <told> Holm radio, is dead.", ("Oster", "The plan … is dead")),
        ("{The plan}, [Oster] <said>, and left.", ("Oster", "The plan")),
        ("{“We wait,”} <said> [the envoy. Varga] agreed.", ("the envoy", "“We wait,”")),
        ("[the broadcaster BNR. Ida Varga] <believes> {it is late}.", ("Ida Varga", "it is late")),
        ("{HOLM, Oct 5 (Agency) - The envoys met}, [Oster] <said>.", ("Oster", "The envoys met")),
        ("[HOLM (Agency) - The envoys] <agreed> {to wait}.", ("The envoys", "to wait")),
        ("It rained. He <has ruled out> {a vote}. [The opposition] wants one.", ("He", "a vote")),
        ("It rained.\nNorland’s <claim> {to have won} was false.\n[Oster] left.", ("Norland’s", "to have won")),
        ("[Oster] <said> on {arrival that it rained}.", ("Oster", "that it rained")),
        ("[Oster] left.\n{“When?”} the clerk wanted to know.", ("the clerk", "“When?”")),
        ("[Oster] left.\n{“We wait,”} the clerk is quoted as having said.", ("the clerk", "“We wait,”")),
        ("[Oster] left.\n{“Where to?”} asked the clerk.", ("the clerk", "“Where to?”")),
        ("[Oster] left.\n{“We wait,”} was said by the clerk.", ("", "“We wait,”")),
        ("[Oster] left.\n{“We are free!”} roared the crowd.", ("", "“We are free!”")),
        ("[Oster] was brief: {“We wait.”} They left.", ("Oster", "“We wait.”")),
        ("Mira Oster <hailed> {“a crack of light,”} [Jon Karst] said he slept.", ("Mira Oster", "“a crack of light,”")),
        ("The plan <named> {two ports}, [Jon Karst] said.", ("Jon Karst", "two ports")),
        ("{“We wait,” Oster said}, <according to> [the Holm agency].", ("Oster", "“We wait,”")),
        ("{The talks failed, the envoy said on Friday}, <according to> [HRA].", ("the envoy", "The talks failed")),
        ("{It rained, and Oster was wet}, <according to> [HRA].", ("HRA", "It rained, and Oster was wet")),
        ("<It is believed> {that they won}. [The opposition] left.", ("", "that they won")),
        ("[It] <is> also noted {that they won}.", ("It", "that they won")),
        ("[It] <was noted> {that they won}.", ("", "that they won")),
        ("[It] <is concerned> {that they won}.", ("It", "that they won")),
        ("{It was made}, [she] <thought>, by fools. Oster left.", ("she", "It was made … by fools")),
        ("{It was late}, [she] <thought>, by Oster's clock.", ("she", "It was late")),
        ("{“We wait. We hope,”} <said> [the envoy].", ("the envoy", "“We wait. We hope,”")),
        ("When [Oster] <says> {that it “rains”, he makes enemies}.", ("Oster", "that it “rains”")),
        ("It was late. If [Oster] <says> {that it rains, it rains}.", ("Oster", "that it rains")),
        ("[Oster] <says> {that it rains, she is wet}.", ("Oster", "that it rains, she is wet")),
        ("[Oster] <recalled> {its long history}.", ("Oster", "its long history")),
    ],
)
def test_where_a_content_and_a_source_begin_and_end(marked, expected):
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained again, Envoy Mira Oster was quoted by SUNA as saying.", [("Envoy Mira Oster", "It rained again")]),
        ("It rained. In Oster's words, the talks had failed. She left.", [("Oster", "the talks had failed")]),
        ("In his view, the talks had failed.", [("his", "the talks had failed")]),
        ("In the envoys’ view, the talks had failed.", [("the envoys", "the talks had failed")]),
        ("It rained. The talks, in Oster’s view, had failed. She left.", [("Oster", "The talks")]),
        ("She blamed him for, in his view, failing.", []),
        ("It rained. The plan was, in her words, “a joke.” She left.", [("her", "The plan was")]),
        ("It rained. Norland, she went on, was stalling.", [("she", "Norland")]),
        ("It rained. Norland, Mira Oster recalled, had stalled.", [("Mira Oster", "Norland")]),
        ("It rained. Norland, said Mira Oster, was stalling.", [("Mira Oster", "Norland")]),
        ("It rained. Norland, she knew, of all states was stalling.", []),
        ("In many words, the talks had failed. In Arvik, the talks had failed.", []),
    ],
)
def test_what_is_said_around_an_aside_is_said_by_whom_it_names(text, expected):
    found = [(text[slice(*one.source[0])], text[slice(*one.content[0])]) for one in reported([], text)]
    assert found == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Varga] smiled. The envoy <asked> {whether it rained}.", ("The envoy", "whether it rained")),
        ("[Mr. Varga] <said> {it rained}.", ("Mr. Varga", "it rained")),
        ("[Varga] smiled. She <thinks> {it rained}.", ("She", "it rained")),
        ("[Varga] smiled. Mira Oster thanked the house but <said> {it rained}.", ("Mira Oster", "it rained")),
        ("Oster smiled. She wants it shut, [and] <warned> {that it rained}.", ("She", "that it rained")),
        ("She wants it shut, and <warned> {that it rained}. [Mira Oster] left.", ("She", "that it rained")),
        (
            "Oster smiled. [She] wants it shut, and <warned> {that it rained, and snowed}, too.",
            ("She", "that it rained, and snowed"),
        ),
        ("“It rains.” The Holm Guard <called for> {boats}. [Varga] left.", ("The Holm Guard", "boats")),
        ("[Varga] wants a truce, while Oster wants {the port}.", ("Oster", "the port")),
        ("Oster said {Norland had not answered}. [Varga] said it rained.", ("Oster", "Norland had not answered")),
        ("[Varga] smiled. Oster <is said> {to have left}.", ("", "to have left")),
        ("[Varga] smiled. Oster <was quoted as saying> {it rained}.", ("Oster", "it rained")),
        ("[Varga] smiled. At the port <nobody said> {that it rained}.", ("", "that it rained")),
        ("[Varga] urged a truce and Mira Oster <insisted> {it rained}.", ("Mira Oster", "it rained")),
        ("[Varga] left and, as the rain fell, <said> {it was late}.", ("Varga", "it was late")),
        ("[Varga] smiled. Oster, who left, is <said> {to have won}.", ("", "to have won")),
        ("[Varga] smiled. The port is now <said> {to be shut}.", ("", "to be shut")),
        ("[Varga] smiled. I am <told> {it rained}.", ("", "it rained")),
        ("[Varga] smiled. Yesterday he also <said> {it rained}.", ("he", "it rained")),
        ("[Varga] smiled. At the port she <said> {it rained}.", ("she", "it rained")),
        ("[Varga] smiled. The envoy would <say> {it rained}.", ("The envoy", "it rained")),
    ],
)
def test_a_source_stands_in_the_sentence_of_its_cue_and_behind_no_other_subject(marked, expected):
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Oster] <said> {the port was shut and blamed both sides}.", ["the port was shut", "both sides"]),
        ("[Oster] <said> {the port was shut, but praised the crew}.", ["the port was shut", "the crew"]),
        ("[Oster] <said> {the panel had weighed and rejected it}.", ["the panel had weighed and rejected it"]),
        ("[Oster] <said> {Varga had come and asked for advice}.", ["Varga had come and asked for advice"]),
        ("[Oster] <says> {Varga came and blamed her}.", ["Varga came and blamed her"]),
    ],
)
def test_another_verb_of_saying_begins_another_statement(marked, expected):
    assert told(marked) == [("Oster", content) for content in expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (  # the reply is charged to who spoke first
            "[Oster] said it rained, to which Varga <replied> {that it was dry}.",
            [("Oster", "it rained"), ("Varga", "that it was dry")],
        ),
        (
            "[Oster] <said> {that it rained, to which Mira Karst, the envoy, responded that it was dry}.",
            [("Oster", "that it rained"), ("Mira Karst, the envoy,", "that it was dry")],
        ),
        (
            "[Oster] <said> {it rained}, contradicting Varga, who {had mused that it was dry}.",
            [("Oster", "it rained"), ("Varga", "that it was dry")],
        ),
        (
            "[Oster] <said> {it rained, unlike Varga, who had feared that it was dry}. She left.",
            [("Oster", "it rained"), ("Varga", "that it was dry")],
        ),
        (
            "[Oster] said it rained, contradicting a remark by Varga, who <had mused> {that it was dry}.",
            [("Oster", "it rained"), ("Varga", "that it was dry")],
        ),
        # all of it is one speaker's
        (
            "{Varga said it rained, to which Karst replied that it was dry}, [Oster] <said>.",
            [("Oster", "Varga said it rained, to which Karst replied that it was dry")],
        ),
        (
            "[Oster] <said> {she met Varga, who had mused that it was dry}.",
            [("Oster", "she met Varga, who had mused that it was dry")],
        ),
        (
            "[Oster] <said> {it was a law to which the house agreed}.",
            [("Oster", "it was a law to which the house agreed")],
        ),
    ],
)
def test_who_replies_and_who_is_contradicted_says_it_himself(marked, expected):
    assert told(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # who speaks in the aside is taken for who speaks in what is said, or the other way round
        ("It rained. President Karst, [she] went on, had told Varga {that it was dry}.", "she"),
        ("It rained. President Karst, [she] went on, <had told> Varga {that it was dry}.", "she"),
        ("It rained. [President Karst], she went on, <had told> Varga {that it was dry}.", "she"),
        ("It rained. [President Karst, Oster] <said>, told Varga {that it was dry}.", "Oster"),
        ("It rained. [President Karst,] <said> Oster, told Varga {that it was dry}.", "Oster"),
    ],
)
def test_all_around_an_aside_is_said_by_who_speaks_in_it(marked, expected):
    ((source, content),) = told(marked)
    assert source == expected
    assert content in (f"President Karst … {had} Varga that it was dry" for had in ("had told", "told"))


@pytest.mark.parametrize(
    "marked",
    [
        "It rained. {Karst}, [she] <said>, {had told Varga that it was dry}.",  # as it was read
        "It rained. Karst, she said, had left, while [Varga] <said> {it was dry}.",  # another speaks
        "[Oster] <said> {it rained. Karst, she added, had left}.",
    ],
)
def test_an_aside_that_is_heard_and_other_speakers_stay(marked):
    text, seen = read(marked)
    assert [one[:3] for one in reported([seen], text)] == [seen[:3]]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The plan, {which} [Oster] <called> a trick, failed.", [("Oster", "which … a trick")]),
        ("It is Holm, {which} [she] <says> was “old, and dark”, again.", [("she", "which … was “old, and dark”")]),
        ("The plan, {which} [Oster] thought (wrongly) to be good, failed.", []),
        ("The plan, {which} [Oster] <proposed> in May, failed.", [("Oster", "which")]),  # all that is said
        ("The envoy {whom} [they] <want> to hear left.", []),
        ("Norland took it back. [Oster] <disputed> {that}.", [("Oster", "that")]),
        # read over
        ("Bent met Karst, whom he accused of theft. It rained.", [("he", "whom … of theft")]),
        ("The plan, which Mira Oster once called a trick, failed.", [("Mira Oster", "which … a trick")]),
        ("Bent met Karst, whom he described as weak, in Holm.", [("he", "whom … as weak")]),
        ("Bent met Karst, whom he called after the talks.", []),
        ("[Bent] <met> {Karst, whom he accused of theft}.", [("Bent", "Karst, whom he accused of theft")]),
    ],
)  # fmt: skip
def test_a_relative_pronoun_alone_is_nothing_said(marked, expected):
    text, seen = read(marked)
    found = reported([seen] if seen.content else [], text)
    spans = ((one.source, one.content) for one in found)
    assert [tuple(" … ".join(text[a:b] for a, b in part) for part in one) for one in spans] == expected


def test_a_relative_clause_that_was_read_as_two_statements_is_one():
    text, pronoun = read("The plan, {which} [Oster] once called a trick, failed.")
    _, rest = read("The plan, which [Oster] <once called> {a trick}, failed.")
    (one,) = reported([pronoun, rest], text)
    assert one[:3] == (pronoun.content + rest.content, rest.cue, rest.source)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # how somebody wants to be cited
        ("[An envoy, who] asked {not to be named}, <said> {it rained}.", [("An envoy", "it rained")]),
        ("[An envoy, who] declined {to be named}, <said> {it rained}.", [("An envoy", "it rained")]),
        ("[An envoy, who] requested {anonymity}, <said> {it rained}.", [("An envoy", "it rained")]),
        ("“It rains,” [she] said, <asking> {not to be named because it rained}.", []),
        ("[She] <said>, {asking not to be named because it rained, that it was late}.", [("She", "that it was late")]),
        ("[She] <asked> {to be named envoy}.", [("She", "to be named envoy")]),
        # the verb of a relative clause and that of the main one
        (
            "[Oster, who] boasts {he can end the rain}, <calls> {it “great”}.",
            [("Oster", "he can end the rain"), ("Oster", "it “great”")],
        ),
        # what a speaker keeps back, and what became of a claim
        ("[Oster] <said> {it rained but gave no details}.", [("Oster", "it rained")]),
        ("[Oster] <said> {it rained but that the port was dry}.", [("Oster", "it rained but that the port was dry")]),
        ("[Sundian] <claims> {that it rained could not be verified}.", [("Sundian", "that it rained")]),
        (
            "[Sund] <claims> {that the strike could not be verified}.",
            [("Sund", "that the strike could not be verified")],
        ),
    ],
)
def test_what_is_told_about_a_speaker_is_not_what_he_says(marked, expected):
    assert told(marked) == expected


def test_who_speaks_next_is_no_part_of_what_was_said():
    text = "Varga urged a truce and Oster insisted it rained."
    first = Attribution(((12, 29),), ((6, 11),), ((0, 5),), 0.9)
    second = Attribution(((39, 48),), ((30, 38),), ((24, 29),), 0.9)
    assert [text[slice(*one.content[0])] for one in reported([first, second], text)] == ["a truce", "it rained"]


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("The Holm Court of River Rights <said> {it had no access}.", "The Holm Court of River Rights"),
        ("It was late. The envoy of Norland <said> {it rained}.", "The envoy of Norland"),
        ("It was late.\nThe envoy <said> {it rained}.", "The envoy"),
        ("<According to> Norland, {it rained}.", "Norland"),
        ("<Asked> by Oster {whether it rained}, he nodded.", "Oster"),
        ("<Asserting> {her role as an envoy}, Oster wrote home.", "Oster"),
        ("It was late. After <denying> {that it rained}, Mr. Tavian left.", "Mr. Tavian"),
        ("<Using> {a harsh word}, the envoy of Norland said so.", "the envoy of Norland"),
        ("It <is said> {that it rained}.", ""),
        ("There <said> {that it rained}.", ""),
        ("Norland <Accused> {Of Rain}", ""),
        ("It was late. Asked <if> {it rained}, he nodded.", ""),
    ],
)
def test_who_says_it_where_the_network_saw_nobody(marked, source):
    text, seen = read(marked)
    (found,) = reported([seen], text)
    assert (text[slice(*found.source[0])] if found.source else "") == source


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[The envoys] failed on Monday <to agree on> {a truce}.", "failed on Monday to agree on"),
        ("[The envoys] were again unable in Holm <to agree on> {a truce}.", "were again unable in Holm to agree on"),
        ("[The envoys] <agreed on> {a truce}.", "agreed on"),
        ("[The envoys] met in Holm <to agree on> {a truce}.", "to agree on"),
    ],
)
def test_a_cue_of_something_that_failed_tells_that_it_failed(marked, expected):
    text, seen = read(marked)
    (one,) = reported([seen], text)
    assert [text[slice(*span)] for span in one.cue] == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "[Norland] <recalled> {its ambassador to Sundia}.",
        "[Norland] <recalled> {its inspectors}.",
        "He <quoted> {Norland's engineers}, [who] say that it rained.",
    ],
)
def test_the_recall_of_an_envoy_and_who_is_quoted_are_no_statements(marked):
    text, seen = read(marked)
    assert reported([seen], text) == []


def test_a_preposition_is_no_content():
    text, seen = read("[Another] <called> {on} Norland to stop.")
    assert reported([seen], text) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Mira Oster said that it rained}, [SUNA] <reported>.", ("Mira Oster", "that it rained")),
        ("{“It rains,” Oster said}, <according to> [the newspaper Le Fleuve].", ("Oster", "“It rains,”")),
        ("{Oster told reporters in Holm that it was “no rain, but snow,”} <reports> [SUNA].",
         ("Oster", "that it was “no rain, but snow,”")),
        ("Envoy Oster told reporters {that it rained}, <according to> [the Holm news agency].",
         ("Envoy Oster", "that it rained")),
        ("{Norland and Sundia said it rained}, [the Holm Courier] <reported> on Monday.",
         ("Norland and Sundia", "it rained")),
        ("{One of the envoys, Jan Holt, has threatened war}, <reports> [SUNA].",
         ("One of the envoys, Jan Holt", "war")),
        ("<According to> [the Holm news agency], {Oster said that it rained}.", ("Oster", "that it rained")),
        # the agency tells it, or somebody who is no agency
        ("{The bridge was shut}, [SUNA] <reported>.", ("SUNA", "The bridge was shut")),
        ("{Oster said it rained}, <according to> [Tavian].", ("Tavian", "Oster said it rained")),
        ("{Oster met them and pledged to go}, [SUNA] <reported>.", ("SUNA", "Oster met them and pledged to go")),
        ("[SUNA] <reported> {that Oster had said it rained}.", ("SUNA", "that Oster had said it rained")),
    ],
)  # fmt: skip
def test_what_an_agency_carries_is_said_by_who_said_it(marked, expected):
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The toll will go.\nForeign Minister [Oster] <said> {this at a briefing}.",
         ("Foreign Minister Oster", "The toll will go")),
        ("It rains. The toll will go. [Oster] <announced> {this on Monday}.", ("Oster", "The toll will go")),
        ("The toll will go.\n{This was stated by Premier Joss Tavian}, <reports> [SUNA].",
         ("Premier Joss Tavian", "The toll will go")),
        # a heading, and what another says; she declared it to be something
        ("Tolls: a history\n[Oster] <said> {this at a briefing}.", None),
        ("Once more: [Oster] <declared> {this to be the end}.", ("Oster", "this to be the end")),
    ],
)  # fmt: skip
def test_who_said_this_said_what_stands_before(marked, expected):
    assert told(marked) == ([expected] if expected else [])


def test_what_another_said_before_is_not_taken_from_him():
    first, text = read("[Tavian] <said> {it rained}. Oster said this at a briefing.")[::-1]
    assert [one.source for one in reported([first], text)] == [first.source]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Oster] <said> {that bread was short, urging} both sides to let lorries in.",
         [("Oster", "that bread was short"), ("Oster", "both sides to let lorries in")]),
        ("[Oster] <thanked> {the envoy and confirmed} her readiness to travel.",
         [("Oster", "the envoy"), ("Oster", "her readiness to travel")]),
        ("[Oster] <said> {that bread was short, adding} a word to the name.", [("Oster", "that bread was short")]),
        ("[Oster] <commenting on> {the plan}.", []),
        ("The man {whom} [envoys] <want> to hear.", []),
    ],
)  # fmt: skip
def test_a_participle_at_the_end_begins_a_statement_or_tells_the_topic(marked, expected):
    assert told(marked) == expected


def test_two_halves_of_what_is_said_are_one():
    text = "The plan, she conceded, needed time."
    halves = [
        Attribution(((0, 8),), (), ((10, 13),), 0.6),
        Attribution(((24, 35),), ((14, 22),), ((10, 13),), 0.7),
    ]
    (one,) = reported(halves, text)
    assert one.content == ((0, 8), (24, 35))
