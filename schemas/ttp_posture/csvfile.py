"""CSV files as the package keeps them: read strictly, written in one form only.

UTF-8 without a byte-order mark, Unicode NFC, commas, as few quotes as possible, one line a record, LF at its
end; missing is the empty cell. A byte-order mark, CRLF and other compositions of a character are read and
put right by the next build; all else that departs from the form is refused.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ttp_posture.columns import TEXT
from ttp_posture.errors import DataFileError, Problem, one_of
from ttp_posture.forms.text import as_text
from ttp_posture.package import MISSING, Column, DataType, Table

Value = str | int | float | bool | date | None
"""What a cell holds, once it is read by its type."""

LEXICAL: Mapping[DataType, tuple[str, str]] = {
    "string": (r"(?s:.*)", "text"),
    "integer": (r"-?(?:0|[1-9][0-9]{0,14})", "a whole number in digits, such as 5"),
    "number": (r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]+)?(?:e-[0-9]{2,3})?", "a number, such as 33.0"),
    "boolean": (r"true|false", "true or false"),
    "date": (r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", "a date, such as 2022-05-01"),
}
"""How a cell of each type may read, as a pattern for the whole cell, and the same in words."""

_PATTERNS = {data_type: re.compile(pattern) for data_type, (pattern, _) in LEXICAL.items()}


@dataclass(slots=True)
class Record:
    """One row of a file with the line it ends on. What could not be read is missing from ``values``."""

    line: int
    values: dict[str, Value]

    def key(self, table: Table) -> str:
        """Its primary key as messages print it."""
        return "/".join(as_text(self.values.get(name)) for name in table.primary_key)


def read(path: Path, table: Table, problems: list[Problem]) -> list[Record] | None:
    """Read a table's file, each cell by its column's type; whatever is wrong is added to ``problems``.

    Rows with the wrong number of cells are left out. Derived columns are not read: they may be absent, and
    come back as None, since the build computes them. None for a file that is refused as a whole: it is
    missing, not UTF-8, no CSV, or has another header.
    """
    try:
        return _read(path, table, problems)
    except DataFileError as error:
        problems += error.problems
        return None


def _read(path: Path, table: Table, problems: list[Problem]) -> list[Record]:
    rows = _rows(path)
    _, header = next(rows, (1, []))
    _check_header(path.name, header, table)
    columns = [table[name] for name in header]
    derived: dict[str, Value] = {column.name: None for column in table.columns if column.is_derived}
    records = []
    for line, cells in rows:
        if len(cells) != len(header):
            found = f"has {len(cells)} cells" if cells else "is empty"
            message = f"the line {found}; expected {len(header)} cells: check its commas and quotes"
            problems.append(Problem(file=path.name, line=line, message=message))
            continue
        record, bad = Record(line, dict(derived)), []
        for column, cell in zip(columns, cells, strict=True):
            if column.is_derived:
                continue
            try:
                record.values[column.name] = read_cell(cell, column)
            except ValueError:
                bad.append((column, cell))
        key = record.key(table)
        problems += [
            Problem(file=path.name, line=line, key=key, column=column.name, message=misfit(column, cell))
            for column, cell in bad
        ]
        records.append(record)
    return records


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give each line of cells with its number; DataFileError where that cannot be done."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot be read ({error.strerror}); expected a CSV file of that name in the package folder"
        raise DataFileError([Problem(file=path.name, message=message)]) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise DataFileError([Problem(file=path.name, line=line, message=message)]) from None
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text), newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        message = f"is no well-formed CSV here ({error}); check the quotes of this line"
        raise DataFileError([Problem(file=path.name, line=reader.line_num, message=message)]) from None


def _check_header(file: str, header: list[str], table: Table) -> None:
    """Refuse a header with a name missing, unknown or twice; derived columns may be absent."""
    needed = [column.name for column in table.columns if not column.is_derived]
    wrong = {
        "lacks": [name for name in needed if name not in header],
        "has unknown": [name for name in header if name not in table.column_names],
        "repeats": [name for number, name in enumerate(header) if name in header[:number]],
    }
    found = "; ".join(f"{what} {', '.join(map(repr, names))}" for what, names in wrong.items() if names)
    if found:
        message = f"the header {found}; expected {','.join(table.column_names)}"
        raise DataFileError([Problem(file=file, line=1, message=message)])


def read_cell(cell: str, column: Column) -> Value:
    """Read one cell by its column's type; ValueError if it does not read as that type.

    >>> from ttp_posture.package import tables
    >>> read_cell("12", tables()["passages"]["section"])
    12
    """
    if cell == MISSING:
        return None
    if not _PATTERNS[column.data_type].fullmatch(cell):
        raise ValueError(cell)
    if column.data_type == "integer":
        return int(cell)
    if column.data_type == "number":
        return float(cell)
    if column.data_type == "boolean":
        return cell == "true"
    if column.data_type == "date":
        return date.fromisoformat(cell)
    return cell


def write(rows: Iterable[Mapping[str, Any]], table: Table) -> bytes:
    """Give the bytes of a table's file, the rows in the order given."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows([as_text(row[name]) for name in table.column_names] for row in rows)
    return text.getvalue().encode("utf-8")


def misfit(column: Column, value: object) -> str:
    """Say that a value is not what its column holds, and what it holds.

    >>> from ttp_posture.package import tables
    >>> misfit(tables()["claims"]["polarity"], "negativ")
    "'negativ' is not allowed; expected one of positive, negative, unknown (did you mean negative?)"
    """
    if value is None or value == MISSING:
        return f"is empty; expected {_expected(column)}"
    shown = str(value) if len(str(value)) <= _LONGEST_SHOWN else f"{str(value)[:_LONGEST_SHOWN]}…"
    return f"{shown!r} is not allowed; expected {_expected(column, value)}"


_LONGEST_SHOWN = 80
_PLAIN_TEXT = " in one line, without spaces at its ends and not beginning with = + - or @"


def _expected(column: Column, value: object = None) -> str:
    if column.values is not None:
        return one_of(column.values, value)
    if column.data_type != "string":
        bounds = [
            f"{word} {bound:g}"
            for word, bound in (("at least", column.minimum), ("at most", column.maximum))
            if bound is not None
        ]
        return ", ".join([LEXICAL[column.data_type][1], *bounds])
    length = f" of at most {column.max_length} characters" if column.max_length else ""
    shape = _PLAIN_TEXT if column.pattern == TEXT else f" that matches {column.pattern}"
    return f"text{length}{shape}, such as {column.example!r}"
