"""The trained reader through its shipped file, on invented news."""

import shutil
from itertools import pairwise

import numpy as np
import pytest

from standpoints import reader
from standpoints.reading import clauses, subjects
from standpoints.reading.assembly import Settings, assemble
from standpoints.reading.attribution import Attribution
from standpoints.reading.outlets import carried
from standpoints.reading.pieces import WINDOW, cut_pieces, cut_windows, letter_case, quotation_state

NEWS = (
    "Joss Tavian, the premier of Norland, said on Friday that his country would not give up the ports.\n\n"
    "“We will talk,” Mira Oster told reporters, “but not under fire.”\n\n"
    "The road to the border was closed for three hours."
)


def cut(text, spans):
    return [text[start:end] for start, end in spans]


def test_reads_indirect_and_direct_speech_with_its_speakers():
    first, second = reader.read(NEWS)
    assert cut(NEWS, first.content) == ["that his country would not give up the ports"]
    assert "said" in cut(NEWS, first.cue)[0]
    assert "Joss Tavian" in cut(NEWS, first.source)[0]
    assert cut(NEWS, second.content) == ["“We will talk,”", "“but not under fire.”"]
    assert cut(NEWS, second.source) == ["Mira Oster"]
    assert 0 < second.confidence <= 1


HARD = [
    # the source stands behind the verb
    ("“The ports stay ours,” said Joss Tavian.", "“The ports stay ours,”", "Joss Tavian"),
    # a belief, not speech
    ("Mira Oster hopes that the talks will resume in spring.", "that the talks will resume in spring", "Mira Oster"),
    # according to
    ("According to the ministry, two bridges were destroyed.", "two bridges were destroyed", "the ministry"),
]


@pytest.mark.parametrize(("text", "content", "source"), HARD)
def test_reads_hard_cases(text, content, source):
    (only,) = reader.read(text)
    assert (cut(text, only.content), cut(text, only.source)) == ([content], [source])


def test_whom_an_agency_quotes_says_it():
    told = "“We wait,” spokesman Ilan Varga said in Holm, according to Holm radio."
    by_radio = Attribution(((0, 10),), ((46, 58),), ((59, 69),), 0.9)
    (own,) = carried(by_radio, told)
    assert (cut(told, own.source), cut(told, own.cue)) == (["spokesman Ilan Varga"], ["said"])
    plain = "“We wait,” according to Holm radio."
    assert carried(at := Attribution(((0, 10),), ((11, 23),), ((24, 34),), 0.9), plain) == [at]


@pytest.mark.parametrize(
    ("text", "content", "cue", "left"),
    [
        ("It reported, citing two envoys, that Sund had agreed.", [(20, 52)], [(3, 11)], ["that Sund had agreed"]),
        ("It, citing two envoys, said Sund agreed.", [(11, 21), (28, 39)], [(23, 27)], ["Sund agreed"]),
        ("It refused, citing two reports, that is, talk.", [(19, 45)], [(12, 18)], ["two reports, that is, talk"]),
        ("It reported two envoys, that is, spies.", [(12, 38)], [(3, 11)], ["two envoys, that is, spies"]),
    ],
)
def test_whom_somebody_cites_is_no_part_of_what_is_said(text, content, cue, left):
    assert cut(text, clauses.without_cited(content, cue, text)) == left


def test_one_source_serves_coordinated_cues():
    text = "Mira Oster said the truce had failed and warned that the border would stay shut."
    found = reader.read(text)
    assert [cut(text, one.source) for one in found] == [["Mira Oster"], ["Mira Oster"]]


def test_same_text_same_result_whatever_was_read_between():
    before = reader.read(NEWS)
    reader.read("Norland denied it. " * 40)
    assert reader.read(NEWS) == before


def test_windows_do_not_depend_on_their_neighbours():
    # a paragraph that fills its window is read alike, whatever stands in the next window
    filler = "The road was closed. " * 49
    alone, followed = reader.read(filler + NEWS[:97]), reader.read(filler + NEWS[:97] + "\n\n" + filler)
    assert alone and followed[: len(alone)] == alone


def test_no_speech_no_statement():
    assert reader.read("The road to the border was closed for three hours. Snow fell in the north.") == []


@pytest.mark.parametrize("text", ["", "\n\n", " ", "...!?", "“" * 300, "\u0300" * 50, "\ud800", "\x00\x01", "說" * 700])
def test_any_unicode_gives_spans_inside_the_text(text):
    for one in reader.read(text):
        for start, end in one.content + one.cue + one.source:
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("strange", ["İİ ", "ﬁ", "e\u0301", "\u200b", "🙂", "\ud800", "ß", "\u00ad"])
def test_offsets_stay_exact_behind_characters_that_change_length(strange):
    text = f"Snow fell {strange} in the north.\n\n" + NEWS[:97]
    (only,) = reader.read(text)
    assert "that his country would not give up the ports" in cut(text, only.content)[0]
    assert "Joss Tavian" in cut(text, only.source)[0]


def test_long_text_without_a_line_break_is_cut_into_bounded_windows():
    text = "Oster said that the truce had failed. " * 4000
    pieces = cut_pieces(text)
    windows = cut_windows(pieces, text)
    assert windows[0][0] == 0 and windows[-1][1] == len(pieces.ids)
    assert all(a[1] == b[0] for a, b in pairwise(windows))
    assert max(end - begin for begin, end in windows) <= WINDOW
    # cut behind a full stop
    assert {text[pieces.starts[end - 1]] for _, end in windows} == {"."}


def test_a_word_without_end_is_no_trouble():
    assert len(cut_windows(cut_pieces("a" * 100_000), "a" * 100_000)) == 1


def test_windows_hold_whole_paragraphs():
    text = "\n\n".join(["The road was closed for three hours. " * 12] * 9)
    pieces = cut_pieces(text)
    assert all(pieces.opens[begin] for begin, _ in cut_windows(pieces, text))


def test_a_damaged_file_gives_one_clear_error(tmp_path):
    for name in ("reader.onnx", "reader.json"):
        shutil.copy(reader.MODELS / name, tmp_path)
    data = bytearray((tmp_path / "reader.onnx").read_bytes())
    data[1000] ^= 1
    (tmp_path / "reader.onnx").write_bytes(data)
    with pytest.raises(reader.ReaderError, match="damaged"):
        reader.network(tmp_path)


def test_a_missing_file_gives_one_clear_error(tmp_path):
    with pytest.raises(reader.ReaderError, match="missing"):
        reader.network(tmp_path)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a “b” c", "0021200"),
        ('a "b" "c', "00212021"),
        ("“a\nb", "2100"),  # begins anew in each paragraph
        ("„a“ b", "21200"),
        ("don't", "00000"),
    ],
)
def test_quotation_state(text, states):
    assert "".join(map(str, quotation_state(text))) == states


def test_letter_case():
    assert [letter_case(word) for word in ("war", "War", "NATO", "A", "7", "—")] == [0, 1, 2, 1, 3, 3]


@pytest.mark.parametrize(
    ("text", "span", "closed"),
    [
        ("He said: “We will talk.” Then", "“We will talk", "“We will talk.”"),
        ("“We will talk”, he", "We will talk”", "“We will talk”"),
        ('"We will talk," he', '"We will talk', '"We will talk,"'),
        ("that it was “over” now", "that it was “over” now", "that it was “over” now"),
    ],
)
def test_spans_take_the_mark_that_pairs_with_one_inside(text, span, closed):
    start = text.index(span)
    assert text[slice(*reader.close_quotation((start, start + len(span)), text))] == closed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the truce had failed, and", "the truce had failed"),
        ("the border was shut.", "the border was shut"),
        ("entry into the U.S.", "entry into the U.S."),
        (", it would rain", "it would rain"),
        ("“It is over.”", "“It is over.”"),
        ("…", "…"),
    ],
)
def test_spans_are_trimmed_of_what_only_joins(text, kept):
    start, end = reader.trimmed((0, len(text)), text)
    assert text[start:end] == kept


# --- assembly, on scores made by hand: Oster said truce failed and warned border shut -----------------------


def scores(tags, links):
    """Sharp scores: `tags` as a string of S s C c K k and . ; `links` as {piece: (cue, source, content)}."""
    order = ".SsCcKk"
    tag_scores = np.full((len(tags), 7), -5.0, np.float32)
    tag_scores[np.arange(len(tags)), [order.index(tag) for tag in tags]] = 5
    link_scores = np.full((3, len(tags), len(tags) + 1), -5.0, np.float32)
    for piece in range(len(tags)):
        for pointer, to in enumerate(links.get(piece, (-1, -1, -1))):
            link_scores[pointer, piece, to + 1] = 5
    return tag_scores, link_scores, np.arange(len(tags))


def test_assembly_gives_one_source_to_two_cues():
    links = {0: (1, 0, 2), 1: (1, 0, 2), 2: (1, 0, 2), 3: (1, 0, 2), 5: (5, 0, 6), 6: (5, 0, 6), 7: (5, 0, 6)}
    first, second = assemble(*scores("SCKk.CKk", links), Settings())
    assert (first.content, first.cue, first.source) == ([(2, 4)], [(1, 2)], [(0, 1)])
    assert (second.content, second.cue, second.source) == ([(6, 8)], [(5, 6)], [(0, 1)])


def test_assembly_joins_content_around_the_reporting_clause():
    links = {i: (2, 3, 0) for i in range(6)}
    (only,) = assemble(*scores("KkCSKk", links), Settings())
    assert (only.content, only.cue, only.source) == ([(0, 2), (4, 6)], [(2, 3)], [(3, 4)])


def test_assembly_finds_a_source_whose_tags_fell_just_short():
    links = {i: (1, 0, 2) for i in range(4)}
    tags, link_scores, words = scores(".CKk", links)
    tags[0, [0, 1]] = 5, 4.5
    (only,) = assemble(tags, link_scores, words, Settings())
    assert only.source == [(0, 1)]


def test_assembly_takes_two_sources_side_by_side_for_one():
    """⟦Premier⟧ ⟦Joss Tavian⟧ denied the report, where the network begins the source twice."""
    links = {i: (2, 0, 3) for i in range(5)}
    (only,) = assemble(*scores("SSCKk", links), Settings())
    assert only.source == [(0, 2)]


def test_assembly_of_nothing_is_nothing():
    assert assemble(*scores("....", {}), Settings()) == []


def test_an_apposition_after_according_to_belongs_to_the_source():
    text = "According to Joss Tavian, the head of the Norland delegation and an aide, the sides had made progress."
    (found,) = reader.read(text)
    assert [text[a:b] for a, b in found.content] == ["the sides had made progress"]


def test_a_verb_at_the_end_of_a_content_is_the_cue_of_what_follows():
    text = "Norland's premier, Joss Tavian, said his government was ready and warned that sanctions would follow."
    start = text.index("his"), text.index("warned"), text.index("that"), len(text) - 1
    first = Attribution(((start[0], start[2] - 1),), ((32, 36),), ((0, 31),))
    second = Attribution(((start[2], start[3]),), (), ((0, 31),))
    one, other = subjects.with_own_cues([first, second], text)
    assert [cut(text, spans) for spans in (one.content, other.cue)] == [["his government was ready"], ["warned"]]
    apart = subjects.with_own_cues([first, second._replace(cue=((32, 36),))], text)
    assert apart[0] == first


@pytest.mark.parametrize(
    ("text", "cue", "left"),
    [
        ("“We wait,” he said in an interview.", (14, 24), "said"),
        ("“We wait,” she wrote on her page.", (15, 27), "wrote"),
        ("They called on Sundia to wait.", (5, 14), "called on"),  # on whom, and not where
        ("He said on Monday that it rained.", (3, 7), "said"),
    ],
)
def test_a_cue_ends_before_where_it_was_said(text, cue, left):
    start, end = reader.without_place(cue, text)
    assert text[start:end] == left
