"""Every enforcer refuses the same bad rows: one made for each constraint of each column of each table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

import jsonschema
import pandas as pd
import polars as pl
import pytest
from frictionless import Report, Schema
from frictionless.resources import TableResource
from pandera.errors import SchemaErrors
from pydantic import ValidationError
from tests.bad_rows import (
    BadCell,
    Record,
    another,
    bad_cells,
    bad_row,
    carries,
    duplicates,
    odd_cells,
    valid_row,
)

from ttp_posture.forms import frictionless, pandera, pydantic
from ttp_posture.forms import jsonschema as json_form
from ttp_posture.forms.dtypes import pandas_dtypes, polars_schema
from ttp_posture.forms.text import as_text
from ttp_posture.package import Column, Table, derived_tables, tables

TABLES = tables() | derived_tables()

# What an enforcer takes though others do not: (enforcer, broken constraint, kind of column) -> why.
KNOWN = {
    **dict.fromkeys(
        (("jsonschema", "trailing_newline", "string"), ("frictionless", "trailing_newline", "string")),
        "Both search with Python's `$`, which also matches before a line break at the end; in JSON Schema's "
        "own regular expressions it does not.",
    ),
    **dict.fromkeys(
        (("jsonschema", "decimal_point", "integer"), ("jsonschema", "decimal_point", "code")),
        "To JSON Schema 1.0 is a whole number.",
    ),
    (
        "jsonschema",
        "nan",
        "number",
    ): "JSON has no such number; no comparison with it is true, so no bound is broken.",
    ("pandas", "nan", "number"): "It is how pandas writes a missing number.",
    **dict.fromkeys(
        itertools.product(("frictionless",), ("arabic_indic_digit", "spaces_around"), ("integer", "number")),
        "It reads numbers as Python does, in any script and with white space around.",
    ),
    ("frictionless", "arabic_indic_digit", "code"): "The same; the digit is one of the codes.",
}


def pydantic_accepts(table: Table, cells: Iterable[BadCell]) -> set[BadCell]:
    model = pydantic.model(table)
    return {cell for cell in cells if _passes(model.model_validate, bad_row(table, cell))}


def _passes(check: Callable[[Any], Any], row: Record) -> bool:
    try:
        check(row)
    except ValidationError:
        return False
    return True


def jsonschema_accepts(table: Table, cells: Iterable[BadCell]) -> set[BadCell]:
    return {cell for cell in cells if json_validator(table.name).is_valid(as_json(bad_row(table, cell)))}


@cache
def json_validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json_form.schema(TABLES[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def as_json(row: Record) -> Record:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}


def pandas_accepts(table: Table, cells: Iterable[BadCell]) -> set[BadCell]:
    return _frame_accepts(table, cells, pandas_frame, pandera.pandas_schema(table))


def polars_accepts(table: Table, cells: Iterable[BadCell]) -> set[BadCell]:
    return _frame_accepts(table, cells, polars_frame, pandera.polars_frame_schema(table))


def pandas_frame(table: Table, rows: list[Record], untyped: Iterable[str] = ()) -> pd.DataFrame:
    dtypes = pandas_dtypes(table) | dict.fromkeys(untyped, "object")
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in dtypes.items()}
    )


def polars_frame(table: Table, rows: list[Record], untyped: Iterable[str] = ()) -> pl.DataFrame:
    dtypes = dict(polars_schema(table)) | dict.fromkeys(untyped)
    return pl.DataFrame(
        [pl.Series(name, [row[name] for row in rows], dtype=dtype) for name, dtype in dtypes.items()]
    )


def _frame_accepts(
    table: Table, cells: Iterable[BadCell], frame: Callable[..., Any], schema: Any
) -> set[BadCell]:
    """One frame holds a row for each bad cell its types can hold; another, one row with every type wrong.

    Oddities that are of the wrong type are so in the same way.
    """
    cells = list(cells)
    mistyped = [cell for cell in cells if cell.constraint == "data_type"]
    typed = [cell for cell in cells if cell.value is None or type(cell.value) is type(cell.column.example)]
    rows = [bad_row(table, cell) for cell in typed]
    refused = {(case["column"], case["index"]) for case in failures(schema, frame(table, rows))}
    accepted = {cell for number, cell in enumerate(typed) if (cell.column.name, number) not in refused}
    row = valid_row(table) | {cell.column.name: cell.value for cell in mistyped}
    wrong = {case["column"] for case in failures(schema, frame(table, [row], table.column_names))}
    return accepted | {cell for cell in mistyped if cell.column.name not in wrong}


def failures(schema: Any, frame: Any) -> list[dict[str, Any]]:
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        return list(cases.to_dict("records") if isinstance(cases, pd.DataFrame) else cases.to_dicts())
    return []


def frictionless_accepts(table: Table, cells: Iterable[BadCell]) -> set[BadCell]:
    # Text is never of the wrong type in a CSV file.
    cells = [cell for cell in cells if (cell.constraint, cell.column.data_type) != ("data_type", "string")]
    report = frictionless_report(table, [bad_row(table, cell) for cell in cells])
    refused = {(note[0], note[1] - 2) for note in report.flatten(["fieldName", "rowNumber"]) if note[0]}
    return {cell for number, cell in enumerate(cells) if (cell.column.name, number) not in refused}


def frictionless_report(table: Table, rows: list[Record]) -> Report:
    lines = [list(table.column_names)]
    lines += [[as_text(row[name]) for name in table.column_names] for row in rows]
    # Links need the other tables; they are checked where there is a whole package.
    schema = Schema.from_descriptor(frictionless.table_schema(table) | {"foreignKeys": []})
    data = csv_text(lines).encode("utf-8")
    return TableResource(name=table.name, data=data, format="csv", encoding="utf-8", schema=schema).validate()


def csv_text(lines: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def test_every_constraint_of_every_column_has_a_bad_row() -> None:
    made = {(cell.table, cell.column.name, cell.constraint) for t in TABLES.values() for cell in bad_cells(t)}
    made |= {(t.name, what, "is_unique") for t in TABLES.values() for what, _ in duplicates(t)}
    about = {"name", "description", "example", "is_derived", "outside_term"}
    links = {"references"}  # between files, so not for these enforcers
    constraints = {field.name for field in fields(Column)} - about - links
    expected = {
        (table.name, column.name, constraint)
        for table in TABLES.values()
        for column in table.columns
        for constraint in constraints
        if carries(column, constraint)
    }
    assert made == expected | {(name, "primary_key", "is_unique") for name in TABLES}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_valid_rows_pass_everywhere(table: Table) -> None:
    row = valid_row(table)
    empty = row | {column.name: None for column in table.columns if not column.is_required}
    empty |= {name: another(table[name]) for name in table.primary_key}
    empty |= {column.name: another(column) for column in table.columns if column.is_unique}
    for each in (row, empty):
        pydantic.model(table).model_validate(each)
        json_validator(table.name).validate(as_json(each))
    both = [row, empty]
    assert failures(pandera.pandas_schema(table), pandas_frame(table, both)) == []
    assert failures(pandera.polars_frame_schema(table), polars_frame(table, both)) == []
    assert frictionless_report(table, both).valid


ENFORCERS = {
    "pydantic": pydantic_accepts,
    "jsonschema": jsonschema_accepts,
    "pandas": pandas_accepts,
    "polars": polars_accepts,
    "frictionless": frictionless_accepts,
}


@pytest.mark.parametrize("enforcer", ENFORCERS)
def test_bad_rows_pass_nowhere(enforcer: str) -> None:
    # Pandera takes long over each failure, so there a column that several tables share is tried once.
    tables = distinct_columns(TABLES.values()) if enforcer in {"pandas", "polars"} else TABLES.values()
    tried: Counter[tuple[str, str, str]] = Counter()
    accepted: dict[tuple[str, str, str], list[BadCell]] = {}
    for table in tables:
        cells = [*bad_cells(table), *odd_cells(table)]
        tried.update((enforcer, cell.constraint, cell.kind) for cell in cells)
        for cell in ENFORCERS[enforcer](without_keys(table), cells):
            accepted.setdefault((enforcer, cell.constraint, cell.kind), []).append(cell)
    assert {what: cells for what, cells in accepted.items() if what not in KNOWN} == {}
    # A difference that no longer differs, be it in one column, is to be struck off the list.
    known = {what: tried[what] for what in KNOWN if what[0] == enforcer}
    assert {what: len(cells) for what, cells in accepted.items()} == known


def distinct_columns(tables: Iterable[Table]) -> Iterator[Table]:
    """The tables, each without the columns that one before it defines alike."""
    seen: set[Column] = set()
    for table in tables:
        yield replace(table, columns=tuple(column for column in table.columns if column not in seen))
        seen.update(table.columns)


def without_keys(table: Table) -> Table:
    """The table without keys and unique columns: all its bad rows are made from one valid row."""
    columns = tuple(replace(column, is_unique=False) for column in table.columns)
    return replace(table, columns=columns, primary_key=())


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_duplicates_pass_no_enforcer_of_whole_tables(table: Table) -> None:
    for column, rows in duplicates(table):
        assert failures(pandera.pandas_schema(table), pandas_frame(table, rows)), column
        assert failures(pandera.polars_frame_schema(table), polars_frame(table, rows)), column
        assert not frictionless_report(table, rows).valid, column
