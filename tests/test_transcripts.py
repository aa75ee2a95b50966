"""Whose turn each paragraph of a transcript is, and what only looks like one."""

import pytest

from standpoints.reading.transcripts import read_transcript
from standpoints.sentences import paragraphs


def turns(text):
    return [
        ("".join(text[a:b] for a, b in one.source), " … ".join(text[a:b] for a, b in one.content))
        for one in read_transcript(text, paragraphs(text))
    ]


TRANSCRIPTS = [
    (
        "Anchor: Will Norland come?\nMira Oster: If the guns are silent.\nAnchor: And if not?\nOster: Then not.",
        [("Anchor", "Will Norland come?"), ("Mira Oster", "If the guns are silent."), ("Anchor", "And if not?"),
         ("Oster", "Then not.")],
    ),
    # A turn has several paragraphs; behind the last label those in the first person go on, the editor's note does not.
    (
        "THE FJORD: Surprised?\nPRESIDENT ILAN VARGA: Of course.\nA nuisance.\nTHE FJORD: So?\n"
        "VARGA: We talk.\nI said so.\nThe text was shortened.",
        [("THE FJORD", "Surprised?"), ("PRESIDENT ILAN VARGA", "Of course. … A nuisance."), ("THE FJORD", "So?"),
         ("VARGA", "We talk. … I said so.")],
    ),
    # Records of meetings and of parliaments: a state, a seat, a party, a language behind the name; or a name alone.
    (
        "The President: Mr. Karst has the floor.\nMr. Karst (Sundia) (spoke in Sundian): We waited.\n"
        "The Minister for Ports (Lena Holt): It is open.\nMira Oster (Holm North) (Green): Is it?\n"
        "Lena Holt: It is.\nMira Oster: No.",
        [("The President", "Mr. Karst has the floor."), ("Mr. Karst (Sundia)", "We waited."),
         ("Lena Holt", "It is open."), ("Mira Oster (Holm North) (Green)", "Is it?"), ("Lena Holt", "It is."),
         ("Mira Oster", "No.")],
    ),
    # A question makes a transcript of several who answer, also one to both; Mr. Price is no price.
    (
        "Question (to both ministers): Why?\nMR PRICE: We tire.\nMira Oster: We do.",
        [("Question", "Why?"), ("MR PRICE", "We tire."), ("Mira Oster", "We do.")],
    ),
    # Two voices come back, though after several others.
    (
        "Host: Who asks?\nMira Oster (Holm Post): Will it rain?\nGeneral: It will.\nHost: And?\n"
        "Ilan Varga (Sun): Where?\nGeneral: Here.",
        [("Host", "Who asks?"), ("Mira Oster (Holm Post)", "Will it rain?"), ("General", "It will."), ("Host", "And?"),
         ("Ilan Varga (Sun)", "Where?"), ("General", "Here.")],
    ),
    (
        "Question 1: Why?\nMira Oster: We tire.\nQuestion 2: When?\nMira Oster: Soon.",
        [("Question 1", "Why?"), ("Mira Oster", "We tire."), ("Question 2", "When?"), ("Mira Oster", "Soon.")],
    ),
    # The times of a recording are no words.
    (
        "Mira Oster: (00:00)\nWe tire.\n(00:29)\nI do.\nSpeaker 2 (01:10):\nWhy?\nMira Oster: (01:15)\nI know.",
        [("Mira Oster", "We tire. … I do."), ("Speaker 2", "Why?"), ("Mira Oster", "I know.")],
    ),
    # As parliaments print it.
    (
        "Mira Oster (PPE). – We tire.\nIlan Varga (Green), question. – Why?\nMira Oster (PPE). – So it is.",
        [("Mira Oster (PPE)", "We tire."), ("Ilan Varga (Green)", "Why?"), ("Mira Oster (PPE)", "So it is.")],
    ),
    ("Mira Oster (PPE). – We tire.\nIlan Varga (Green). – I do.",
     [("Mira Oster (PPE)", "We tire."), ("Ilan Varga (Green)", "I do.")]),
    # Questions in bold; who answers is the only one whom the introduction presents. The last line is the paper's.
    (
        "Mira Oster led Sundia until May. We met her in Holm with Ilan Varga.\n**Why now?**\nBecause we must.\n"
        "I said so.\n**And then?**\nThen we rest.\nMs Oster laughs when asked about Karst. “No comment,” she says.",
        [("", "Why now?"), ("Mira Oster", "Because we must. … I said so."), ("", "And then?"),
         ("Mira Oster", "Then we rest.")],
    ),
    (
        "Mira Oster led Sundia until May. Ilan Varga followed her.\n**Why now?**\nBecause we must.\n"
        "**And then?**\nRest.",
        [("", "Why now?"), ("", "Because we must."), ("", "And then?"), ("", "Rest.")],
    ),
    # A quotation in the first person does not make the paragraph behind the last label an answer.
    (
        "The Fjord: Will it hold?\nOster: It will.\nThe Fjord: And Sundia?\nOster: Ask them.\n"
        "Her deputy was less guarded. ‘We know they lie,’ he said later.",
        [("The Fjord", "Will it hold?"), ("Oster", "It will."), ("The Fjord", "And Sundia?"), ("Oster", "Ask them.")],
    ),
    # Who answers is whom the questions address, or whom the headline names; else the letter stays.
    ("Q: Mr Varga, why now?\nA: We are tired.", [("Q", "Mr Varga, why now?"), ("Mr Varga", "We are tired.")]),
    ("Interview with Ilan Varga\nQ. Why now?\nA. We are tired.", [("Q", "Why now?"), ("Ilan Varga", "We are tired.")]),
    ("Q: Why now?\nA: We are tired.", [("Q", "Why now?"), ("A", "We are tired.")]),
    (
        "Sundian Foreign Ministry Spokeswoman Mira Oster held a briefing.\nQuestion: Why now?\nAnswer: We are tired.",
        [("Question", "Why now?"), ("Sundian Foreign Ministry Spokeswoman Mira Oster", "We are tired.")],
    ),
    ("The briefing was short.\nQuestion: Why?\nAnswer: We tire.", [("Question", "Why?"), ("Answer", "We tire.")]),
    (
        "Ilan Varga led Sundia. We met him in Holm.\nWhy did you leave?\nI was tired.\nDo you regret it?\nI do not.\n"
        "And what do you hope for?\nWe hope for rain.",
        [
            ("", "Why did you leave?"), ("Ilan Varga", "I was tired."), ("", "Do you regret it?"),
            ("Ilan Varga", "I do not."), ("", "And what do you hope for?"), ("Ilan Varga", "We hope for rain."),
        ],
    ),
    (
        "What does Sundia want?\nIt wants the river.\nWhat does Norland want?\nIt says no.\nWill you see peace?\nNo.",
        [],
    ),
    ("Q: Why, Mr Varga?\nA (laughs): We tire.", [("Q", "Why, Mr Varga?"), ("Mr Varga", "We tire.")]),
    ("Q    Why, Mr Varga?\nA    We tire.", [("Q", "Why, Mr Varga?"), ("Mr Varga", "We tire.")]),
    ("Six questions for Mira Oster\nQ. Why?\nA. We tire.", [("Q", "Why?"), ("Mira Oster", "We tire.")]),
    # Who speaks is told of between the turns.
    (
        "Interview with Mira Oster\nQ: Why?\nA: We tire.\nOster laughs. “I knew him.”\nWe do.\nQ: So?\nA: No.",
        [("Q", "Why?"), ("Mira Oster", "We tire. … We do."), ("Q", "So?"), ("Mira Oster", "No.")],
    ),
    # Initials stand for the one full name that has them.
    (
        "Mira Oster met us.\nFJ: Why now?\nMO: We are tired.\nFJ: So?\nMO: So we wait.",
        [("FJ", "Why now?"), ("Mira Oster", "We are tired."), ("FJ", "So?"), ("Mira Oster", "So we wait.")],
    ),
    # Bold print: names, and questions without a name.
    (
        "**The Fjord:** How long?\n**Gen. Brandt:** Very long.\n**And they?**\nTired.",
        [("The Fjord", "How long?"), ("Gen. Brandt", "Very long."), ("", "And they?"), ("Gen. Brandt", "Tired.")],
    ),
    # A turn, however long, ends with its sentence.
    (
        "Mira Oster: We said that we would come in the spring, with every boat that the port of Holm can spare us, and "
        "with more.\nWe met in Holm.\nThe Fjord: When?\nOster: Soon.",
        [
            ("Mira Oster", "We said that we would come in the spring, with every boat that the port of Holm can spare "
             "us, and with more. … We met in Holm."),
            ("The Fjord", "When?"), ("Oster", "Soon."),
        ],
    ),
    # The headline with a name and a colon is no turn.
    (
        "Mira Oster: we will come\nThe minister met us in Holm.\nThe Fjord: When?\nOster: Soon.\nThe Fjord: How?\n",
        [("The Fjord", "When?"), ("Oster", "Soon."), ("The Fjord", "How?")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS)
def test_turns(text, expected):
    assert turns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Time: 12 noon\nVenue: Room S-237\nTime: 1 pm",
        'Details: the ports are shut.\nQuote: "Open them."\nDetails: nobody came.',
        "Norland: 1,769.\nSundia: 1,501.\nNorland: 547.",
        "Holm: two dead.\nTark: three dead.\nVelm: none.",
        "Tavian: talks possible in June\nThe premier spoke in Holm.",
        "He had one condition: the guns.\nShe had one: the ports.\nHe had one condition: the guns.",
        "Great Holm: green.\nTark: flat.\nVelm: dry.\nGreat Holm: busy.\nSela: quiet.",
        "Is it peace?\nIt is not.",
        "",
    ],
)
def test_what_is_no_transcript(text):
    assert turns(text) == []
