"""Read a package from its CSV files: every row checked, every derived column computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ttp_posture import csvfile, derive, extension
from ttp_posture.csvfile import Record
from ttp_posture.derive import Row
from ttp_posture.edtf import EdtfError
from ttp_posture.errors import DataFileError, Problem
from ttp_posture.forms import pydantic
from ttp_posture.forms.text import as_text
from ttp_posture.package import Table


def read(folder: Path) -> tuple[dict[str, Table], dict[str, list[Row]]]:
    """Read every table of a package.

    Returns
    -------
    The tables as this package uses them, derived ones included, and the rows of all others by table: sorted
    by key, those of the generated vocabularies and term_mappings in the order of the codebook.

    Raises
    ------
    DataFileError
        A file is missing or holds what its table does not allow; it lists all problems found.
    """
    problems: list[Problem] = []
    terms, mappings = extension.read(folder, problems)
    tables = extension.tables(terms)
    records = {"vocabularies": terms, "term_mappings": mappings}
    for name, table in tables.items():
        if table.is_generated:
            continue
        file = folder / f"{name}.csv"
        # A package that was never released has no changes yet.
        is_new = name == "changes" and not file.exists()
        found = [] if is_new else csvfile.read(file, table, problems)
        if found is not None:
            records[name] = found
    for name, of_table in records.items():
        problems += _wrong_cells(tables[name], of_table)
        problems += _repeated(tables[name], of_table)
        problems += _broken_links(tables[name], records)
    if problems:
        raise DataFileError(sorted(problems, key=lambda problem: (problem.file, problem.line or 0)))
    rows = {
        name: sorted((record.values for record in of_table), key=_by_key(tables[name]))
        for name, of_table in records.items()
    }
    rows["vocabularies"] = extension.vocabulary_rows(terms)
    rows["term_mappings"] = extension.mapping_rows(mappings)
    problems = derive.add_to_claims(rows)
    if problems:
        raise DataFileError(problems)
    return tables, rows


def _by_key(table: Table) -> Callable[[Row], tuple[Any, ...]]:
    return lambda row: tuple(row[name] for name in table.primary_key)


def _wrong_cells(table: Table, records: list[Record]) -> Iterator[Problem]:
    """Hold each row against the table's model, and fill the days of its date."""
    model = pydantic.model(table)
    for record in records:
        wrong = {}
        if "date_edtf" in table.column_names:
            try:
                derive.add_dates(record.values)
            except EdtfError as error:
                wrong["date_edtf"] = str(error)
        try:
            model.model_validate(record.values)
        except ValidationError as error:
            for detail in error.errors():
                name = str(detail["loc"][0])
                # A cell that could not be read is not there, and was reported when it was read.
                if name in record.values and not table[name].is_derived:
                    wrong.setdefault(name, csvfile.misfit(table[name], record.values[name]))
        yield from (_problem(table, record, name, message) for name, message in wrong.items())


def _repeated(table: Table, records: list[Record]) -> Iterator[Problem]:
    """Find rows whose key, or value of a unique column, an earlier row has."""
    unique = [table.primary_key, *((column.name,) for column in table.columns if column.is_unique)]
    for names in unique:
        first: dict[tuple[Any, ...], int] = {}
        for record in records:
            values = tuple(record.values.get(name) for name in names)
            line = first.setdefault(values, record.line)
            if line != record.line and None not in values:
                shown = "/".join(map(as_text, values))
                yield _problem(
                    table,
                    record,
                    ", ".join(names),
                    f"{shown!r} stands in line {line} already; expected a value of its own for each row",
                )


def _broken_links(table: Table, records: Mapping[str, list[Record]]) -> Iterator[Problem]:
    """Find values that refer to no row; a table that could not be read is not asked."""
    for link in table.links:
        if link.table not in records:
            continue
        known = {
            tuple(target.values.get(name) for name in link.target_columns) for target in records[link.table]
        }
        for record in records[table.name]:
            values = tuple(record.values.get(name) for name in link.columns)
            if None not in values and values not in known:
                yield _problem(
                    table,
                    record,
                    ", ".join(link.columns),
                    f"{'/'.join(map(as_text, values))!r} is in no row of {link.table}.csv; "
                    f"expected a {', '.join(link.target_columns)} from there",
                )


def _problem(table: Table, record: Record, column: str, message: str) -> Problem:
    return Problem(
        file=f"{table.name}.csv", line=record.line, key=record.key(table), column=column, message=message
    )
