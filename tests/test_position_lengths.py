"""Positions: a truce of a month or longer is a general one, a shorter one is limited, in whatever words."""

import pytest
from coded import stands

from standpoints.codebook import read_codebook


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    "text",
    [
        "would accept a 30-day truce",
        "would accept a thirty-day truce",
        "would accept a truce of thirty days",
        "would accept a ceasefire of 30 days",
        "would accept a truce for at least 30 days",
        "would accept a ceasefire lasting a month",
        "would accept a truce that lasts thirty days",
        "would accept a month-long truce",
        "would accept a two-month truce",
        "would accept a truce of six weeks",
        "would accept a temporary 30-day ceasefire",
        "would accept a full, unconditional 30-day ceasefire",
        "would accept a pause of a month",
        "would accept thirty days of quiet",
        "would agree to stop the fighting for thirty days",
        "would accept a thirty-day pause in the fighting",
        "would accept a truce one day",
        "would accept the truce after three days of talks",
        "would support the three-week-old truce",
    ],
)
def test_a_truce_of_a_month_or_of_no_named_length_is_a_general_one(book, text):
    assert stands(book, text) == [("full-ceasefire", True)]
    assert stands(book, text.replace("would", "would not")) == [("full-ceasefire", False)]


@pytest.mark.parametrize(
    "text",
    [
        "would accept a three-week truce",
        "would accept a truce of three weeks",
        "would accept a ceasefire lasting two weeks",
        "would accept a truce for a week",
        "would accept a one-week truce",
        "would accept a seven-day truce",
        "would accept a 10-day ceasefire",
        "would accept a truce of ten days",
        "would accept a truce of a few days",
        "would accept a 72-hour truce",
        "would accept an immediate 72-hour ceasefire",
        "would accept an immediate and complete ceasefire for ten days",
        "would accept three weeks of quiet",
        "would agree to stop the fighting for a week",
        "would accept a three-day pause in the fighting",
    ],
)
def test_a_shorter_truce_is_a_limited_one(book, text):
    assert stands(book, text) == [("limited-truce", True)]
    assert stands(book, text.replace("would", "would not")) == [("limited-truce", False)]


@pytest.mark.parametrize(
    "text",
    [
        "would accept a 30-day energy truce",
        "would accept a partial ceasefire of thirty days",
        "would accept a thirty-day ceasefire on energy facilities",
        "would accept a thirty-day pause in strikes on power plants",
        "would accept a truce for the month of Ramadan",
    ],
)
def test_a_truce_for_some_targets_or_a_feast_is_limited_however_long(book, text):
    assert stands(book, text) == [("limited-truce", True)]
