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
from ttp_posture.package import Link, Table
from ttp_posture.vocabularies import Status

Key = tuple[csvfile.Value, ...]


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
    problems.sort(key=lambda problem: (problem.file, problem.line or 0))
    # What refers to a table whose keys are in doubt is looked at when they are not.
    doubtful = {
        problem.file
        for problem in problems
        if problem.column is None
        or set(problem.column.split(", ")) & set(tables[problem.file.removesuffix(".csv")].primary_key)
    }
    sound = {name: of_table for name, of_table in records.items() if f"{name}.csv" not in doubtful}
    problems += _broken_links(tables, records, sound)
    problems += _wrongly_retired(tables, records, sound)
    if problems:
        raise DataFileError(problems)
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


def _links(
    tables: Mapping[str, Table], records: Mapping[str, list[Record]]
) -> Iterator[tuple[Table, Record, Link, Key]]:
    """Every link that is filled, with the key it leads to."""
    for name, of_table in records.items():
        for link in tables[name].links:
            for record in of_table:
                key = tuple(record.values.get(column) for column in link.columns)
                if None not in key:
                    yield tables[name], record, link, key


def _broken_links(
    tables: Mapping[str, Table], records: Mapping[str, list[Record]], sound: Mapping[str, list[Record]]
) -> Iterator[Problem]:
    """Find keys that are in no row of the table they are to be found in: one problem a key."""
    known = {
        (table, columns): {tuple(record.values.get(name) for name in columns) for record in of_table}
        for table, of_table in sound.items()
        for columns in {
            link.target_columns
            for any_table in tables.values()
            for link in any_table.links
            if link.table == table
        }
    }
    broken: dict[tuple[str, Key], list[tuple[Table, Record, Link]]] = {}
    for table, record, link, key in _links(tables, records):
        if link.table in sound and key not in known[link.table, link.target_columns]:
            broken.setdefault((link.table, key), []).append((table, record, link))
    for (target, key), rows in broken.items():
        table, record, link = rows[0]
        message = (
            f"{'/'.join(map(as_text, key))!r} is in no row of {target}.csv; "
            f"expected {', '.join(link.target_columns)} of one of its rows"
        )
        if len(rows) > 1:
            files = {other.name for other, *_ in rows}
            message += f" ({len(rows)} rows of {len(files)} file(s) refer to it, of which this is the first)"
        yield _problem(table, record, ", ".join(link.columns), message)


def _wrongly_retired(
    tables: Mapping[str, Table], records: Mapping[str, list[Record]], sound: Mapping[str, list[Record]]
) -> Iterator[Problem]:
    """Find rows that stand on a retired one, and rows whose status and successor contradict each other."""
    retired = {
        (name, tuple(record.values.get(column) for column in tables[name].primary_key)): record
        for name, of_table in sound.items()
        for record in of_table
        if record.values.get("status") in {Status.SUPERSEDED, Status.WITHDRAWN}
    }
    for table, record, link, key in _links(tables, records):
        target = retired.get((link.table, key))
        if target and link.columns != ("superseded_by",) and record.values.get("status") == Status.ACTIVE:
            shown = "/".join(map(as_text, key))
            message = (
                f"{shown!r} of {link.table}.csv is {target.values['status']}; "
                "retire this row too, or let it refer to an active one"
            )
            yield _problem(table, record, ", ".join(link.columns), message)
    for name, of_table in sound.items():
        if "superseded_by" not in tables[name].column_names:
            continue
        for record in of_table:
            status, successor = record.values.get("status"), record.values.get("superseded_by")
            if (status == Status.SUPERSEDED) != (successor is not None):
                found = f"is {as_text(successor)}" if successor else "is empty"
                message = f"{found} and status is {status}; expected a successor only where it is superseded"
                yield _problem(tables[name], record, "superseded_by", message)
            elif successor is not None and as_text(successor) == record.key(tables[name]):
                yield _problem(
                    tables[name], record, "superseded_by", "is the row itself; expected another row"
                )


def _problem(table: Table, record: Record, column: str, message: str) -> Problem:
    return Problem(
        file=f"{table.name}.csv", line=record.line, key=record.key(table), column=column, message=message
    )
