"""Dates in a small profile of EDTF (the Extended Date/Time Format), with the days that each covers.

The profile: a year, month or day (`2021`, `2021-11`, `2021-11-07`), some day of a month (`2021-11-XX`),
a third of a year (`2021-37` early, `2021-38` mid, `2021-39` late), each with an optional qualifier
(`?` uncertain, `~` approximate, `%` both); an interval `a/b` of two of these, one end of which may be
open (`..`) or unknown (empty); and `[a..b]`, one day somewhere between two of these.
"""

import re
from calendar import monthrange
from datetime import date

__all__ = ["PATTERN", "EdtfError", "bounds", "precision"]

_DATE = r"[0-9]{4}(?:-3[789]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?)?[?~%]?"

PATTERN = rf"(?:{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE}|\[{_DATE}\.\.{_DATE}\])"
"""The shape of every text in the profile; it cannot tell impossible days or reversed intervals."""

_PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}|XX))?)?[?~%]?")
_SHAPE = re.compile(PATTERN)
_EARLY = 37  # the first of the three quadrimesters, each four months long

_LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))  # (days at most, precision)
_LEAST_PRECISE = 6


class EdtfError(ValueError):
    """A text that is no date of the profile; the message says what is wrong and what was expected."""


def bounds(text: str) -> tuple[date | None, date | None]:
    """Give the first and the last day that `text` covers; None is an open or unknown side.

    >>> bounds("2021-39")
    (datetime.date(2021, 9, 1), datetime.date(2021, 12, 31))
    >>> bounds("2018/..")
    (datetime.date(2018, 1, 1), None)

    Raises:
        EdtfError: `text` is outside the profile, names an impossible day, or runs backwards.
    """
    if not _SHAPE.fullmatch(text):
        raise EdtfError(_misfit(text))
    if text.startswith("["):
        first, last = text[1:-1].split("..")
    elif "/" in text:
        first, last = text.split("/")
    else:
        first = last = text
    start = None if first in {"", ".."} else _days(first)[0]
    end = None if last in {"", ".."} else _days(last)[1]
    if start and end and start > end:
        raise EdtfError(
            f"{text!r} runs backwards: it starts on {start} and ends on {end}; expected a/b, a first"
        )
    return start, end


def precision(text: str) -> int:
    """Grade how closely `text` fixes a date, by the days it covers.

    1 is one day, 2 is 2 to 6 days, 3 is 7 days, 4 is 8 to 31 days, 5 is 32 to 366 days,
    6 is longer, open or unknown at one end.

    >>> [precision(text) for text in ("2021-11-07", "2021-11", "2021", "2021-11/..")]
    [1, 4, 5, 6]

    Raises:
        EdtfError: as `bounds`.
    """
    start, end = bounds(text)
    if start is None or end is None:
        return _LEAST_PRECISE
    days = (end - start).days + 1
    return next((grade for most, grade in _LONGEST if days <= most), _LEAST_PRECISE)


def _days(text: str) -> tuple[date, date]:
    """Give the first and last day of one date that already has the right shape."""
    match = _PARTS.fullmatch(text)
    assert match is not None
    year, month, day = int(match[1]), int(match[2] or 0), match[3]
    if not year:
        raise EdtfError(f"{text!r} names the year 0000; expected a year from 0001 to 9999")
    if day and day != "XX":
        longest = monthrange(year, month)[1]
        if int(day) > longest:
            raise EdtfError(f"{text!r} is no day of the calendar; expected a day up to {longest}")
        return (date(year, month, int(day)),) * 2
    if not month:
        first, last = 1, 12
    elif month >= _EARLY:
        first = (month - _EARLY) * 4 + 1
        last = first + 3
    else:
        first = last = month
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _misfit(text: str) -> str:
    """Say what a text outside the profile looks like and what was expected instead."""
    if text in {"", "/", "../..", "../", "/..", ".."}:
        return f"{text!r} names no date; expected at least one, such as '2021-11' or '2021-11/..'"
    if not text.isascii():
        return f"{text!r} holds characters other than ASCII; expected digits 0-9, such as '2021-11-07'"
    if text != text.strip():
        return f"{text!r} has white space around it; expected {text.strip()!r}"
    return (
        f"{text!r} is not in the EDTF profile; expected a date such as '2021', '2021-11', '2021-11-07', "
        "'2021-11-XX' or '2021-39', with '?', '~' or '%' after it, an interval 'a/b' or a set '[a..b]'"
    )
