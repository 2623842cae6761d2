"""What a package adds to the open vocabularies: the terms and mappings of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ttp_posture import about, csvfile, package
from ttp_posture.csvfile import Record, Value
from ttp_posture.errors import DataFileError, Problem, one_of
from ttp_posture.mappings import TERM_MAPPINGS
from ttp_posture.models import DERIVED_TABLES, TABLES
from ttp_posture.package import Table, table_of
from ttp_posture.vocabulary import VOCABULARIES, extended

Rows = list[dict[str, Value]]


def read(folder: Path, problems: list[Problem]) -> tuple[list[Record], list[Record]]:
    """Read a package's own terms and the mappings of those, in the order of its files.

    A file that is not there adds nothing. A term of a vocabulary that is closed or unknown is a problem.
    """
    terms = [record for record in _records(folder, "vocabularies", problems) if not _is_ours(record)]
    known = {(record.values.get("vocabulary"), record.values.get("term")) for record in terms}
    terms.sort(key=lambda record: str(record.values.get("term")))
    table, written = package.tables()["term_mappings"], {_key(mapping) for mapping in mapping_rows([])}
    mappings = []
    for record in _records(folder, "term_mappings", problems):
        if (record.values.get("vocabulary"), record.values.get("term")) in known:
            mappings.append(record)
        elif _key(record.values) not in written:
            message = "is no term that this package adds; map own terms only, or delete the line"
            problems.append(
                Problem(
                    file="term_mappings.csv",
                    line=record.line,
                    key=record.key(table),
                    column="term",
                    message=message,
                )
            )
    mappings.sort(key=lambda record: _key(record.values))
    for record in terms:
        name = record.values.get("vocabulary")
        ours = VOCABULARIES.get(str(name))
        if ours is not None and ours.is_open:
            continue
        found = f"{name!r} is closed and has no such term" if ours else f"there is no vocabulary {name!r}"
        choices = [name for name, vocabulary in VOCABULARIES.items() if vocabulary.is_open]
        problems.append(
            Problem(
                file="vocabularies.csv",
                line=record.line,
                key=record.key(package.tables()["vocabularies"]),
                column="vocabulary",
                message=f"{found}; delete the line, or add the term to {one_of(choices, name)}",
            )
        )
    return terms, mappings


def _records(folder: Path, name: str, problems: list[Problem]) -> list[Record]:
    path = folder / f"{name}.csv"
    return (csvfile.read(path, package.tables()[name], problems) or []) if path.exists() else []


def _key(row: dict[str, Value]) -> tuple[str, ...]:
    return tuple(str(row.get(name)) for name in package.tables()["term_mappings"].primary_key)


def _is_ours(record: Record) -> bool:
    ours = VOCABULARIES.get(str(record.values.get("vocabulary")))
    return ours is not None and record.values.get("term") in {str(value) for value in ours.values}


def tables(terms: Iterable[Record]) -> dict[str, Table]:
    """The tables and derived tables, with a package's own terms among the codes of their columns."""
    added: dict[str, Rows] = {}
    for record in terms:
        if "term" in record.values:
            added.setdefault(str(record.values.get("vocabulary")), []).append(record.values)
    if not added:
        return package.tables() | package.derived_tables()
    vocabularies = VOCABULARIES | {
        name: extended(ours, added[name])
        for name, ours in VOCABULARIES.items()
        if ours.is_open and name in added
    }
    return {model.table_name: table_of(model, vocabularies) for model in (*TABLES, *DERIVED_TABLES)}


def tables_of(folder: Path) -> dict[str, Table]:
    """The tables and derived tables as the package in that folder uses them.

    Raises
    ------
    PackageError
        The folder is no data package.
    DataFileError
        Its vocabularies.csv cannot be read or adds to a closed vocabulary.
    """
    about.read(folder)
    problems: list[Problem] = []
    terms, _ = read(folder, problems)
    if problems:
        raise DataFileError(problems)
    return tables(terms)


def vocabulary_rows(own: Iterable[Record]) -> Rows:
    """The rows of vocabularies.csv: our terms in the order of the codebook, a package's own behind them."""
    rows: dict[str, Rows] = {
        name: [_as_row(term, "vocabularies") for term in vocabulary.terms]
        for name, vocabulary in VOCABULARIES.items()
    }
    for record in own:
        # Whether a vocabulary is open is for its definition to say.
        rows[str(record.values["vocabulary"])].append(record.values | {"is_open": True})
    return [row for of_one in rows.values() for row in of_one]


def mapping_rows(own: Iterable[Record]) -> Rows:
    """The rows of term_mappings.csv: ours in the order of the codebook, those of own terms behind them."""
    ours = [_as_row(mapping, "term_mappings") for mapping in TERM_MAPPINGS]
    return ours + [record.values for record in own]


def _as_row(entry: object, table: str) -> dict[str, Value]:
    return {name: getattr(entry, name) for name in package.tables()[table].column_names}
