import base64
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from standpoints import report
from standpoints.report import write_report

TEXT = "Joss Tavian wants a truce. The officials refused."


@pytest.fixture
def study():
    statements = pd.DataFrame([
        {"statement_id": "a.q001", "start": 12, "end": 25, "text": "wants a truce", "actor": "Joss Tavian",
         "side": "Norland", "speaker": "Joss Tavian", "cue": "wants", "pieces": "[[12, 25]]"},
        {"statement_id": "a.q002", "start": 41, "end": 48, "text": "refused", "actor": np.nan,
         "side": np.nan, "speaker": "The <officials>", "cue": "refused", "pieces": "[[41, 48]]"},
    ]).assign(article_id="a", within=np.nan)  # fmt: skip
    codes = pd.DataFrame([{"article_id": "a", "statement_id": "a.q001", "issue": "truce", "stance": "full-truce",
                           "agree": True, "condition": np.nan}])  # fmt: skip
    articles = pd.DataFrame([{"article_id": "a", "title": "Truce?", "outlet": "The Post", "published": "2025-05-11",
                              "text": TEXT, "n_words": 8}])  # fmt: skip
    problems = pd.DataFrame([{"source_file": "b.txt", "article_id": np.nan, "where": "whole file", "what": "empty",
                              "consequence": "left out"}])  # fmt: skip
    return SimpleNamespace(articles=articles, sentences=pd.DataFrame({"text": ["x", "y"]}), statements=statements,
                           codes=codes, problems=problems)  # fmt: skip


@pytest.fixture
def figures(tmp_path):
    folder = tmp_path / "figures"
    folder.mkdir()
    for name in ("voice", "tone"):
        Image.new("1", (600, 2)).save(folder / f"{name}.png")
        (folder / f"{name}.txt").write_text(f'How "{name}" looks.\n', encoding="utf-8")
        (folder / f"{name}.csv").write_text("side,n\nNorland,1\n", encoding="utf-8")
    return folder


def test_the_report_holds_every_part(study, figures, tmp_path):
    html = write_report(study, figures, tmp_path / "new" / "report.html").read_text("utf-8")
    assert re.findall("<h2>(.*?)</h2>", html) == [
        "What was read", "Charts", "Where the sides stand", "Speakers not resolved",
        "The articles, with their statements marked",
    ]  # fmt: skip
    assert "1 article from 1 known outlet, 2 sentences, 2 statements, 1 of them with a resolved speaker." in html
    assert "not what the sides think" in html
    assert "<td>b.txt</td><td>–</td><td>whole file</td><td>empty</td><td>left out</td>" in html
    assert "<td>truce</td><td>agrees with full-truce (1)</td>" in html
    assert "<td>The &lt;officials&gt;</td><td>refused</td><td>refused</td><td>a.q002</td>" in html
    assert '<span title="a.q001"' in html


def test_charts_stand_in_the_file_with_alt_text_and_their_table(study, figures, tmp_path):
    html = write_report(study, figures, tmp_path / "report.html").read_text("utf-8")
    assert re.findall('<figure id="(.*?)">', html) == ["tone", "voice"]
    image = base64.b64encode((figures / "tone.png").read_bytes()).decode()
    assert f'<img style="width:2.00in" alt="How &quot;tone&quot; looks." src="data:image/png;base64,{image}">' in html
    assert "<figcaption>How &quot;tone&quot; looks.</figcaption>" in html
    assert "<td>Norland</td><td>1</td>" in html
    listed = write_report(study, [figures / "voice.png"], tmp_path / "one.html").read_text("utf-8")
    assert re.findall('<figure id="(.*?)">', listed) == ["voice"]


def test_the_report_asks_nothing_of_the_network(study, figures, tmp_path):
    html = write_report(study, figures, tmp_path / "report.html").read_text("utf-8")
    assert not re.findall(r"(?:src|href)=[\"'](?!data:)", html)
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
