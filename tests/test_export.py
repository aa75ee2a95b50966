import matplotlib

matplotlib.use("Agg")

import sys

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from PIL import Image

from standpoints.charting.voice import chart_voice
from standpoints.export import export


@pytest.fixture
def data():
    return pd.DataFrame({"side": ["Norland", "=HYPERLINK(1)"], "mean": [0.25, -0.5]})


@pytest.fixture
def fig(data):
    fig, ax = plt.subplots(figsize=(2, 1))
    ax.plot(data["mean"], marker="o")
    ax.barh(0, 1, hatch="//")
    yield fig
    plt.close("all")


def test_export_writes_five_files_and_says_where(fig, data, tmp_path):
    paths = export(fig, data, "tone-by-side", alt="Norland sounds\n calmer.", folder=tmp_path / "new")
    assert [path.name for path in paths] == [f"tone-by-side.{kind}" for kind in ("png", "svg", "pdf", "csv", "txt")]
    assert all(path.stat().st_size for path in paths)
    assert paths[4].read_text("utf-8") == "Norland sounds calmer.\n"
    assert "Norland sounds calmer." in paths[1].read_text("utf-8")
    with Image.open(paths[0]) as png:
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert png.info["Description"] == "Norland sounds calmer."


def test_a_chart_with_nothing_to_draw_says_that_and_not_what_it_would_show(data, tmp_path):
    ax = chart_voice(data[:0])
    words = export(ax, data[:0], "x", alt="Bar chart: whose words.", folder=tmp_path)[4]
    assert words.read_text("utf-8") == "Nothing to draw: no statements.\n"


def test_the_csv_holds_what_is_drawn_and_runs_nothing(fig, data, tmp_path):
    before = data.copy(deep=True)
    export(fig, data.rename(columns={"side": "@side"}), "x", alt="x", folder=tmp_path)
    assert (tmp_path / "x.csv").read_bytes() == b"'@side,mean\nNorland,0.25\n'=HYPERLINK(1),-0.5\n"
    assert_frame_equal(data, before)


def test_a_second_export_gives_the_same_bytes(fig, data, tmp_path):
    first = [path.read_bytes() for path in export(fig, data, "x", alt="x", folder=tmp_path / "1")]
    again, ax = plt.subplots(figsize=(2, 1))  # a figure made anew, as in a second run of a notebook
    ax.plot(data["mean"], marker="o")
    ax.barh(0, 1, hatch="//")
    assert [path.read_bytes() for path in export(again, data, "x", alt="x", folder=tmp_path / "2")] == first
    assert [path.read_bytes() for path in export(fig, data, "x", alt="x", folder=tmp_path / "3")] == first


def test_no_date_is_written(fig, data, tmp_path):
    _, svg, pdf, *_ = export(fig, data, "x", alt="x", folder=tmp_path)
    assert b"<dc:date>" not in svg.read_bytes()
    assert b"CreationDate" not in pdf.read_bytes()


def test_axes_are_taken_for_their_figure(fig, data, tmp_path):
    assert len(export(fig.axes[0], data, "x", alt="x", folder=tmp_path)) == 5


def test_without_a_folder_it_is_figures_in_the_output(fig, data, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["standpoints.export"], "OUTPUT", tmp_path)  # the name is the function's too
    assert export(fig, data, "x", alt="x")[0] == tmp_path / "figures" / "x.png"


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "", ".hidden", "x.png", "-x", None])
def test_a_name_is_no_path(fig, data, tmp_path, name):
    with pytest.raises(ValueError, match="use letters, digits"):
        export(fig, data, name, alt="x", folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_alt_text_is_required(fig, data, tmp_path):
    with pytest.raises(ValueError, match="tone: alt is empty; say in a sentence"):
        export(fig, data, "tone", alt="  ", folder=tmp_path)


def test_the_function_is_what_the_package_offers():
    import standpoints as sp

    assert sp.export is export
    assert sp.export is export  # and still after its module was loaded, which has the same name
