"""Dates: what each form covers, how precise it is, what is refused, and what another library says."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from ttp_posture.edtf import PATTERN, EdtfError, bounds, precision

COVERS = [
    ("2021", "2021-01-01", "2021-12-31", 5),
    ("2020", "2020-01-01", "2020-12-31", 5),  # 366 days
    ("0001", "0001-01-01", "0001-12-31", 5),
    ("9999", "9999-01-01", "9999-12-31", 5),
    ("2022-02", "2022-02-01", "2022-02-28", 4),
    ("2024-02", "2024-02-01", "2024-02-29", 4),
    ("2022-02-XX", "2022-02-01", "2022-02-28", 4),
    ("2022-08-07", "2022-08-07", "2022-08-07", 1),
    ("2024-02-29", "2024-02-29", "2024-02-29", 1),
    ("2021-37", "2021-01-01", "2021-04-30", 5),
    ("2021-38", "2021-05-01", "2021-08-31", 5),
    ("2021-39", "2021-09-01", "2021-12-31", 5),
    ("2021?", "2021-01-01", "2021-12-31", 5),
    ("2021-11~", "2021-11-01", "2021-11-30", 4),
    ("2021-11-07%", "2021-11-07", "2021-11-07", 1),
    ("2021-39?", "2021-09-01", "2021-12-31", 5),
    ("2022-05/2022-06", "2022-05-01", "2022-06-30", 5),
    ("2022-05-01/2022-05-01", "2022-05-01", "2022-05-01", 1),
    ("2022-05-01/2022-05-02", "2022-05-01", "2022-05-02", 2),
    ("2022-05-01/2022-05-06", "2022-05-01", "2022-05-06", 2),
    ("2022-05-01/2022-05-07", "2022-05-01", "2022-05-07", 3),
    ("2022-05-01/2022-05-08", "2022-05-01", "2022-05-08", 4),
    ("2022-05-01/2022-05-31", "2022-05-01", "2022-05-31", 4),
    ("2022-05-01/2022-06-01", "2022-05-01", "2022-06-01", 5),
    ("2022-05-01/2023-05-01", "2022-05-01", "2023-05-01", 5),  # 366 days
    ("2022-05-01/2023-05-02", "2022-05-01", "2023-05-02", 6),
    ("2012/2022", "2012-01-01", "2022-12-31", 6),
    ("2021?/2022-06~", "2021-01-01", "2022-06-30", 6),
    ("2021-37/2021-38", "2021-01-01", "2021-08-31", 5),
    ("2018/..", "2018-01-01", None, 6),
    ("2018/", "2018-01-01", None, 6),
    ("../2018", None, "2018-12-31", 6),
    ("/2018-03-04", None, "2018-03-04", 6),
    ("[2021-09..2021-12]", "2021-09-01", "2021-12-31", 5),
    ("[2021-09-01..2021-09-07]", "2021-09-01", "2021-09-07", 3),
]


@pytest.mark.parametrize(("text", "start", "end", "grade"), COVERS)
def test_covers(text: str, start: str | None, end: str | None, grade: int) -> None:
    assert bounds(text) == (start and date.fromisoformat(start), end and date.fromisoformat(end))
    assert precision(text) == grade
    assert re.fullmatch(PATTERN, text)


# Each refusal with a word of its message that says what is wrong.
IMPOSSIBLE = [
    ("2022-02-29", "up to 28"),
    ("2021-11-31", "up to 30"),
    ("0000", "0000"),
    ("0000/2021", "0000"),
    ("2022-06/2021-01", "backwards"),
    ("[2022..2021]", "backwards"),
    ("2022-05-02/2022-05-01", "backwards"),
    ("2021/2022-02-30", "up to 28"),
]
MISSHAPEN = [
    ("", "names no date"),
    ("/", "names no date"),
    ("..", "names no date"),
    ("../..", "names no date"),
    ("/..", "names no date"),
    ("../", "names no date"),
    ("2021-11-07\n", "white space"),
    (" 2021", "white space"),
    ("\u0662\u0660\u0662\u0661", "ASCII"),
    ("\uff12\uff10\uff12\uff11-11", "ASCII"),
    ("2021\u201311", "ASCII"),
    ("21", "profile"),
    ("02021", "profile"),
    ("-2021", "profile"),
    ("2021-1", "profile"),
    ("2021-00", "profile"),
    ("2021-13", "profile"),
    ("2021-24", "profile"),  # a season: not in the profile
    ("2021-36", "profile"),
    ("2021-40", "profile"),
    ("2021-37-01", "profile"),
    ("2021-37-XX", "profile"),
    ("2021-XX", "profile"),
    ("202X", "profile"),
    ("2021-11-00", "profile"),
    ("2021-11-32", "profile"),
    ("2021-11-xx", "profile"),
    ("2021-11-07T10:00:00", "profile"),
    ("2021/11/07", "profile"),
    ("7 November 2021", "profile"),
    ("20211107", "profile"),
    ("?2021", "profile"),
    ("2021??", "profile"),
    ("2021-11?-07", "profile"),
    ("2020/2021/2022", "profile"),
    ("[2021]", "profile"),
    ("[2021,2022]", "profile"),
    ("{2021..2022}", "profile"),
    ("[2021..]", "profile"),
    ("[..2021]", "profile"),
    ("[2012..2022]~", "profile"),
    ("2012..2022", "profile"),
]


@pytest.mark.parametrize(("text", "says"), IMPOSSIBLE + MISSHAPEN)
@pytest.mark.parametrize("function", [bounds, precision])
def test_refuses(function: Callable[[str], object], text: str, says: str) -> None:
    with pytest.raises(EdtfError, match=re.escape(says)) as refusal:
        function(text)
    message = str(refusal.value)
    assert message.split("'")[1] in repr(text)  # the message quotes the part that is wrong
    assert "expected" in message
    assert "\n" not in message


@pytest.mark.parametrize("text", [text for text, _ in MISSHAPEN])
def test_pattern_refuses(text: str) -> None:
    assert not re.fullmatch(PATTERN, text)


def test_pattern_is_fit_for_schemas() -> None:
    assert PATTERN.isascii()
    assert not re.search(r"\(\?[=!<]|\\[dwsbAZ]|[\^$]", PATTERN)


@given(st.text("0123456789-/.[]?~%X", max_size=24))
def test_nothing_but_edtf_errors(text: str) -> None:
    try:
        start, end = bounds(text)
    except EdtfError:
        return
    assert re.fullmatch(PATTERN, text)
    assert start or end
    assert not (start and end and start > end)


# --- against the library `edtf` ----------------------------------------------------------------------------

days = st.dates(date(1, 1, 2), date(9998, 12, 31))
few = settings(max_examples=40, deadline=None)  # `edtf` parses about 40 texts a second
plain = st.one_of(
    days.map(lambda day: f"{day.year:04}"),
    days.map(lambda day: f"{day.year:04}-{day.month:02}"),
    days.map(date.isoformat),
)
quadrimesters = st.builds("{:04}-{}".format, st.integers(1, 9998), st.integers(37, 39))
qualified = st.builds("{}{}".format, plain, st.sampled_from(["", "?", "~", "%"]))


def theirs(text: str) -> tuple[date, date]:
    parsed = parse_edtf(text)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return date(*first[:3]), date(*last[:3])


@few
@given(st.one_of(plain, qualified))
def test_dates_agree(text: str) -> None:
    assert bounds(text) == theirs(text)


@few
@given(days.map(lambda day: f"{day.year:04}-{day.month:02}-XX"))
def test_unspecified_days_agree(text: str) -> None:
    assert bounds(text) == theirs(text)


@few
@given(quadrimesters)
def test_quadrimesters_agree(text: str) -> None:
    assert bounds(text) == theirs(text)


@few
@given(plain, plain)
def test_closed_intervals_agree(first: str, last: str) -> None:
    start, end = theirs(first)[0], theirs(last)[1]
    text = f"{first}/{last}"
    if start > end:  # a difference: `edtf` accepts some intervals that run backwards
        with pytest.raises(EdtfError, match="backwards"):
            bounds(text)
    else:
        assert bounds(text) == (start, end) == theirs(text)


def test_known_differences() -> None:
    """Where `edtf` 5.0.2 says something else, we differ on purpose."""
    assert parse_edtf("2018/..").upper_strict() == float("inf")
    assert bounds("2018/..")[1] is None
    assert parse_edtf("2018/").upper_strict()[0] == 2028  # ten years, for an end nobody knows
    assert bounds("2018/")[1] is None
    assert str(parse_edtf("2022-06/2021-01"))
    with pytest.raises(EdtfError):
        bounds("2022-06/2021-01")


@given(days, st.integers(0, 800))
def test_precision_counts_days(start: date, more: int) -> None:
    try:
        end = start + timedelta(more)
    except OverflowError:
        return
    grade = precision(f"{start}/{end}")
    assert grade == 1 + sum(more + 1 > most for most in (1, 6, 7, 31, 366))
