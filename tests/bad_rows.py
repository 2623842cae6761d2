"""Rows that break one constraint each, made from the definitions: one per (table, column, constraint)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ttp_posture.package import Column, Table

Record = dict[str, Any]


@dataclass(frozen=True)
class BadCell:
    """A value that stands in an otherwise valid row, and the rule that it breaks."""

    table: str
    column: Column
    constraint: str
    value: Any

    @property
    def kind(self) -> str:
        """What sort of column it is, as far as readers of files treat sorts differently."""
        return "code" if self.column.vocabulary else self.column.data_type


def valid_row(table: Table) -> Record:
    return {column.name: column.example for column in table.columns}


def bad_row(table: Table, cell: BadCell) -> Record:
    return valid_row(table) | {cell.column.name: cell.value}


def _too_long(column: Column) -> str:
    assert column.max_length
    return str(column.example).ljust(column.max_length + 1, str(column.example)[-1])


def _against_pattern(column: Column) -> str:
    value = "=1+1"
    assert column.pattern
    assert not re.fullmatch(column.pattern, value)
    return value


# What breaks each constraint that `Column` can carry; None where the column does not carry it.
BREAKERS: dict[str, Callable[[Column], Any]] = {
    "data_type": lambda column: 5 if column.data_type == "string" else "one",
    "is_required": lambda _: None,
    "pattern": _against_pattern,
    "minimum": lambda column: type(column.example)((column.minimum or 0) - 1),
    "maximum": lambda column: type(column.example)((column.maximum or 0) + 1),
    "max_length": _too_long,
    "vocabulary": lambda column: "no_such_code" if column.data_type == "string" else 99,
}


def carries(column: Column, constraint: str) -> bool:
    return getattr(column, constraint) not in (None, False)


def bad_cells(table: Table) -> Iterator[BadCell]:
    """One for each constraint of each column."""
    for column in table.columns:
        for constraint, breaker in BREAKERS.items():
            if carries(column, constraint):
                yield BadCell(table.name, column, constraint, breaker(column))


# Texts and numbers that some readers take for something else: by name, the types of column and the value.
ODDITIES: dict[str, tuple[tuple[str, ...], Any]] = {
    "arabic_indic_digit": (("integer", "number"), "١"),
    "spaces_around": (("integer", "number"), " 12 "),
    "decimal_point": (("integer",), 1.0),
    "nan": (("integer", "number"), float("nan")),
    "infinity": (("integer", "number"), float("inf")),
    "capital": (("boolean",), "True"),
    "one_for_true": (("boolean",), "1"),
    "bare_digits": (("date",), "20220501"),
    "time_of_day": (("date",), "2022-05-01T12:00:00"),
}


def odd_cells(table: Table) -> Iterator[BadCell]:
    for column in table.columns:
        for name, (data_types, value) in ODDITIES.items():
            if column.data_type in data_types:
                yield BadCell(table.name, column, name, value)
        if column.data_type == "string":
            yield BadCell(table.name, column, "trailing_newline", f"{column.example}\n")


def duplicates(table: Table) -> Iterator[tuple[str, list[Record]]]:
    """Two rows with one key; and two rows that differ in all but a unique column."""
    row = valid_row(table)
    yield "primary_key", [row, dict(row)]
    for column in table.columns:
        if column.is_unique:
            other = row | {name: another(table[name]) for name in table.primary_key}
            yield column.name, [row, other]


def another(column: Column) -> Any:
    """A valid value beside the column's example."""
    if column.values:
        return next(value for value in column.values if value != column.example)
    if column.data_type == "integer":
        return column.example + 1
    return f"{column.example[:-1]}{'3' if column.example.endswith('2') else '2'}"
