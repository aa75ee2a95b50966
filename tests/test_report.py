import base64
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from standpoints import report
from standpoints.charting.drawing import side_style
from standpoints.report import write_report

TEXT = "Joss Tavian wants a truce. The officials refused."


@pytest.fixture
def study():
    statements = pd.DataFrame([
        {"statement_id": "a.q001", "start": 12, "end": 25, "text": "wants a truce", "actor": "Joss Tavian",
         "side": "Norland", "speaker": "Joss Tavian", "cue": "wants", "pieces": "[[12, 25]]", "tone_reader": 0.0041},
        {"statement_id": "a.q002", "start": 41, "end": 48, "text": "refused", "actor": np.nan,
         "side": np.nan, "speaker": "The <officials>", "cue": "refused", "pieces": "[[41, 48]]", "tone_reader": -0.5},
        {"statement_id": "a.q003", "start": 54, "end": 66, "text": "is against it", "actor": "Ada Quill",
         "side": np.nan, "speaker": "Ada Quill, a baker", "cue": "is against", "pieces": "[[54, 66]]",
         "tone_reader": -0.1},
    ]).assign(article_id="a", within=np.nan, cue_class="says", resolved_by="name", confidence=0.9,
              sentence_id=1)  # fmt: skip
    codes = pd.DataFrame([{"article_id": "a", "statement_id": "a.q001", "issue": "truce", "stance": "full-truce",
                           "agree": True, "condition": np.nan, "how": "names “truce”", "score": 0.9,
                           "evidence_start": 12, "evidence_end": 25}])  # fmt: skip
    articles = pd.DataFrame([{"article_id": "a", "title": "Truce?", "outlet": "The Post", "published": "2025-05-11",
                              "text": TEXT, "n_words": 8, "language": "en"}])  # fmt: skip
    problems = pd.DataFrame([{"source_file": "b.txt", "article_id": np.nan, "where": "whole file", "what": "empty",
                              "consequence": "left out"}])  # fmt: skip
    mentions = pd.DataFrame([{"article_id": "a", "sentence_id": 1, "start": 0, "end": 11, "text": "Joss Tavian",
                              "actor": "Joss Tavian", "side": "Norland", "resolved_by": "name"}])  # fmt: skip
    return SimpleNamespace(articles=articles, sentences=pd.DataFrame({"text": ["x", "y"]}), statements=statements,
                           mentions=mentions, codes=codes, problems=problems)  # fmt: skip


@pytest.fixture
def registry(tmp_path):
    """Of another conflict: its first side has the first colour."""
    folder = tmp_path / "registry"
    folder.mkdir()
    rows = "actor,side,kind,aliases,pronouns\nJoss Tavian,Norland,person,,he\nAda Quill,,person,,she\n"
    (folder / "actors.csv").write_text(rows)
    return folder


@pytest.fixture
def many(study):
    """The report's cuts, with fifteen statements of Joss Tavian."""
    rows = study.statements.iloc[[0] * 15].reset_index(drop=True)
    names = [f"a.q{n:03}" for n in range(1, 16)]
    study.statements = rows.assign(statement_id=names, text=[f"No {n}" for n in range(15)])
    return study


@pytest.fixture
def figures(tmp_path):
    folder = tmp_path / "figures"
    folder.mkdir()
    for name in ("voice", "tone"):
        Image.new("1", (600, 2)).save(folder / f"{name}.png")
        (folder / f"{name}.txt").write_text(f'How "{name}" looks.\n', encoding="utf-8")
        (folder / f"{name}.csv").write_text("side,n\nNorland,1\n", encoding="utf-8")
    return folder


def cells(html):
    """The text of the table cells of each row."""
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    return [[re.sub(r"<.*?>", "", cell).removesuffix(" ↓") for cell in re.findall(r"<td.*?</td>", row)] for row in rows]


def heads(html):
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


def test_the_report_opens_in_short_goes_by_question_and_ends_with_its_own_accuracy(study, figures, tmp_path):
    for name in ("accuracy", "positions-by-side"):
        Image.new("1", (600, 2)).save(figures / f"{name}.png")
        (figures / f"{name}.txt").write_text("It looks so.\n", encoding="utf-8")
    html = write_report(study, figures, tmp_path / "new" / "report.html").read_text("utf-8")
    assert heads(html) == [
        "In short", "Contents", "Who is given a voice?", "In which tone is the conflict told?",
        "How do the sides’ positions compare?", "Further charts", "Whose side is not known", "Speakers not resolved",
        "What was left out or is doubtful", "What was read", "The articles, with their statements marked",
        "How far can these charts be trusted?",
    ]  # fmt: skip
    assert "1 article from 1 known outlet, 2 sentences, 3 statements, 2 of them with a resolved speaker." in html
    assert "not what the sides think" in html
    assert "<strong>Whose words.</strong> Norland is given" in html
    links, places = re.findall(r'href="#(.*?)"', html), re.findall(r' id="(.*?)"', html)
    assert {"voice", "positions-by-side", "accuracy", "part-side-not-known"} <= set(links) <= set(places)
    assert len(places) == len(set(places))
    assert ["b.txt", "–", "whole file", "empty", "left out"] in cells(html)
    assert ["truce", "agrees with full-truce (1)"] in cells(html)
    assert ["refused", "The &lt;officials&gt;", "refused"] in cells(html)
    assert 'title="a.q001"' in html


def test_in_short_is_short():
    told = report._shortened([f"On issue {n}." for n in range(9)] + ["In brackets, statements."])
    assert told[:3] == ["On issue 0.", "On issue 1.", "On issue 2."] and len(told) == 5
    assert told[3].startswith("6 more issues") and told[4] == "In brackets, statements."
    assert report._shortened(["One.", "Two."]) == ["One.", "Two."]


def test_whose_side_is_not_known_is_told_with_what_to_do(study, tmp_path):
    html = write_report(study, [], tmp_path / "report.html").read_text("utf-8")
    assert "1 statement (3 words) of 1 speaker whom the registry does not hold: the charts show them as" in html
    assert "a line to <code>data/registry/actors.csv</code>, such as <code>Ada Quill,SIDE,person,,</code>" in html
    assert ["Ada Quill", "1", "3", "Ada Quill, a baker"] in cells(html)


def test_who_stands_in_the_registry_without_a_side_is_not_to_be_added_to_it(study, registry, tmp_path):
    html = write_report(study, [], tmp_path / "report.html", registry=registry).read_text("utf-8")
    file = registry / "actors.csv"
    assert f"Without a side in <code>{file}</code>: Ada Quill. If they take one, write it on the line" in html
    assert "registry does not hold" not in html and "SIDE,person" not in html and "data/registry" not in html


def test_the_marked_articles_have_the_colours_of_their_own_registry(study, registry, tmp_path):
    html = write_report(study, [], tmp_path / "report.html", registry=registry).read_text("utf-8")
    own, usual = side_style("Norland", registry)[0], side_style("Norland")[0]
    assert own != usual
    assert f"border-bottom:2px solid {own}" in html and usual not in html


def test_where_the_articles_are_from_is_told(study, tmp_path):
    html = write_report(study, [], tmp_path / "1.html", source="my articles").read_text("utf-8")
    assert "Read from <code>my articles</code>; published 2025-05-11.</p>" in html
    more = (
        study.articles.assign(article_id="b", published="2025-04-02"),
        study.articles.assign(article_id="c", published=np.nan),
    )
    study.articles = pd.concat([study.articles, *more], ignore_index=True)
    html = write_report(study, [], tmp_path / "2.html").read_text("utf-8")
    assert "Published 2025-04-02 to 2025-05-11; 1 article without a date.</p>" in html


def test_what_failed_is_told_at_the_head_and_among_what_was_left_out(study, tmp_path):
    study.problems = study.problems.iloc[:0]
    failed = ["notebook 03.ipynb failed in code cell 2 (`a < b`): NameError: a"]
    html = write_report(study, [], tmp_path / "report.html", failed=failed).read_text("utf-8")
    assert 'Not all could be made: <a href="#part-problems">what is missing</a>.' in html
    left_out = html.partition('<h2 id="part-problems">')[2].partition("</section>")[0]
    assert "<li>notebook 03.ipynb failed in code cell 2 (`a &lt; b`): NameError: a</li>" in left_out
    assert "Nothing." not in left_out


def test_a_chart_has_its_sentences_each_with_its_place_and_says_how_many_there_are(many, figures, tmp_path):
    (figures / "voice.png").rename(figures / "voice-by-side.png")
    (figures / "voice.txt").rename(figures / "voice-by-side.txt")
    html = write_report(many, figures, tmp_path / "report.html").read_text("utf-8")
    behind = html.partition("The sentences behind it")[2].partition("</details>")[0]
    assert "Norland: 12 of 15" in behind and "All of these stand in tables/statements.csv." in behind
    assert [row[0] for row in cells(behind)[2:]] == [f"No {n}" for n in range(12)]
    places = re.findall(r'href="#(.*?)"', behind)
    assert f'<span id="{places[0]}" title="a.q001"' in html and len(places) == 12


def test_what_two_articles_report_stands_behind_a_chart_once_as_it_counts(many, figures, tmp_path):
    many.statements["statement_cluster"] = ["a.q001"] * 10 + [np.nan] * 5
    many.codes = pd.concat([many.codes.assign(statement_id=f"a.q{n:03}") for n in (1, 2, 11)], ignore_index=True)
    for name in ("voice-by-side", "positions-by-side"):
        for ending in ("png", "txt"):
            (figures / f"{name}.{ending}").write_bytes((figures / f"voice.{ending}").read_bytes())
    html = write_report(many, figures, tmp_path / "report.html").read_text("utf-8")
    voice, positions = (part.partition("</details>")[0] for part in html.split("The sentences behind it")[1:3])
    assert "Norland: 6" in voice and [row[0] for row in cells(voice)[2:]] == [
        "No 0",
        *(f"No {n}" for n in range(10, 15)),
    ]
    assert "truce: 2" in positions and [row[0] for row in cells(positions)[2:]] == ["No 0", "No 10"]


def test_positions_over_time_have_their_sentences_by_date(many, figures, tmp_path):
    days = {"b": "2025-05-12", "c": "2025-05-10"}
    more = [many.articles.assign(article_id=name, published=day) for name, day in days.items()]
    many.articles = pd.concat([*more, many.articles], ignore_index=True)
    many.statements.loc[1:2, "article_id"] = ["b", "c"]
    rows = [many.codes.assign(statement_id=f"a.q{n:03}", article_id=name) for n, name in enumerate("abc", start=1)]
    many.codes = pd.concat(rows, ignore_index=True)
    for ending in ("png", "txt"):
        (figures / f"voice.{ending}").rename(figures / f"positions-over-time.{ending}")
    html = write_report(many, figures, tmp_path / "report.html").read_text("utf-8")
    behind = html.partition("The sentences behind it, by date")[2].partition("</details>")[0]
    assert [row[0] for row in cells(behind)[2:]] == ["No 2", "No 0", "No 1"]


def test_charts_stand_in_the_file_with_alt_text_and_their_table(study, figures, tmp_path):
    (figures / "tone.csv").write_text("side,mean,n_statements,resampled_by,n_needed\nNorland,-0.0041,1,x,3\n")
    html = write_report(study, figures, tmp_path / "report.html").read_text("utf-8")
    assert re.findall('<figure id="(.*?)">', html) == ["tone", "voice"]
    image = base64.b64encode((figures / "tone.png").read_bytes()).decode()
    assert f'<img style="width:2.00in" alt="How &quot;tone&quot; looks." src="data:image/png;base64,{image}">' in html
    assert "<figcaption>How &quot;tone&quot; looks.</figcaption>" in html
    assert ["Norland", "0.00", "1"] in cells(html)
    assert "resampled" not in html and "mean tone</th>" in html
    listed = write_report(study, [figures / "voice.png"], tmp_path / "one.html").read_text("utf-8")
    assert re.findall('<figure id="(.*?)">', listed) == ["voice"]


def test_a_chart_without_anything_to_draw_is_a_line_of_text(study, figures, tmp_path):
    (figures / "tone.txt").write_text("Nothing to draw: no course over time.\n", encoding="utf-8")
    html = write_report(study, figures, tmp_path / "report.html").read_text("utf-8")
    assert re.findall('<figure id="(.*?)">', html) == ["voice"]
    assert ">Nothing to draw: no course over time.</p>" in html


def test_in_print_what_is_folded_stands_open_and_no_heading_alone():
    print_rules = report._HEAD.partition("@media print")[2]
    assert "details::details-content { content-visibility: visible; display: block;" in print_rules
    assert "h1, h2, h3, h4, summary { break-after: avoid; }" in print_rules


def test_the_report_asks_nothing_of_the_network(study, figures, tmp_path):
    html = write_report(study, figures, tmp_path / "report.html").read_text("utf-8")
    assert not re.findall(r"(?:src|href)=[\"'](?!data:|#)", html)
    assert "<script" not in html and "@import" not in html and "url(" not in html
    assert "default-src 'none'" in html


def test_the_same_study_gives_the_same_bytes(study, figures, tmp_path):
    first = write_report(study, figures, tmp_path / "1.html").read_bytes()
    assert write_report(study, figures, tmp_path / "2.html").read_bytes() == first


def test_an_empty_study_and_no_charts_are_said_in_words(study, tmp_path):
    for name in ("statements", "codes", "problems"):
        setattr(study, name, getattr(study, name).iloc[:0])
    html = write_report(study, [], tmp_path / "report.html").read_text("utf-8")
    assert "<p>No chart was exported.</p>" in html
    assert "<p>No statement takes a position of the codebook.</p>" in html
    assert "<p>Nothing.</p>" in html and "<p>None.</p>" in html


def test_a_long_list_of_articles_is_cut_and_says_so(study, tmp_path, monkeypatch):
    monkeypatch.setattr(report, "ARTICLES_SHOWN", 2)
    study.articles = pd.concat([study.articles.assign(article_id=name) for name in "abc"], ignore_index=True)
    html = write_report(study, [], tmp_path / "report.html").read_text("utf-8")
    assert html.count("<article ") == 2
    assert "The first 2 of 3 articles" in html


def test_a_figure_without_alt_text_is_an_error(study, figures, tmp_path):
    (figures / "tone.txt").unlink()
    with pytest.raises(ValueError, match=r"has no alt text beside it \(tone.txt\)"):
        write_report(study, figures, tmp_path / "report.html")
