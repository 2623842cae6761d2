"""A table as a CREATE TABLE statement, and its rows in an order in which they can be inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from typing import Any, Literal, TypeVar

from ttp_posture.package import Column, DataType, Link, Table

Dialect = Literal["sqlite", "duckdb"]
Record = TypeVar("Record", bound=Mapping[str, Any])

_TYPES: dict[Dialect, dict[DataType, str]] = {
    "sqlite": {
        "string": "TEXT",
        "integer": "INTEGER",
        "number": "REAL",
        "boolean": "INTEGER",
        "date": "TEXT",
    },
    "duckdb": {
        "string": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "date": "DATE",
    },
}


def ddl(table: Table, dialect: Dialect = "sqlite") -> str:
    """The statement that creates the table with all its constraints, every name quoted.

    Types, NOT NULL, primary key, unique columns, foreign keys, and checks of codes, bounds and lengths.
    DuckDB checks patterns as well; stock SQLite has no regular expressions. SQLite has neither dates nor
    booleans: there they are text such as ``2022-05-01`` and 0 or 1, and the table is strict, which takes
    SQLite 3.37.

    >>> from ttp_posture.package import tables
    >>> print(ddl(tables()["claim_actors"]).splitlines()[1])
      "claim_id" TEXT NOT NULL,
    """
    lines = [
        *(_column(column, dialect) for column in table.columns),
        f"PRIMARY KEY ({_names(table.primary_key)})",
        *(_foreign_key(link) for link in table.links),
    ]
    body = ",\n  ".join(lines)
    strict = " STRICT" if dialect == "sqlite" else ""
    return f"CREATE TABLE {quoted(table.name)} (\n  {body}\n){strict};\n"


def quoted(name: str) -> str:
    """The name of a table or column as SQL takes it, reserved word or not.

    >>> quoted("table")
    '"table"'
    """
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | float) -> str:
    """The value as an SQL literal.

    >>> literal("it's"), literal(4)
    ("'it''s'", '4')
    """
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def parents_first(table: Table, rows: Iterable[Record]) -> list[Record]:
    """The rows so ordered that one to which others of the same table refer stands before them.

    Databases check foreign keys row by row, so rows are to be inserted in this order.

    Raises
    ------
    graphlib.CycleError
        Rows refer to one another in a circle.
    """
    rows = list(rows)
    sorter: TopologicalSorter[tuple[Any, ...]] = TopologicalSorter()
    for row in rows:
        parents = (_cells(row, link.columns) for link in table.links if link.table == table.name)
        sorter.add(_cells(row, table.primary_key), *parents)
    place = {key: number for number, key in enumerate(sorter.static_order())}
    return sorted(rows, key=lambda row: place[_cells(row, table.primary_key)])


def _cells(row: Mapping[str, Any], names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def _column(column: Column, dialect: Dialect) -> str:
    words = [quoted(column.name), _TYPES[dialect][column.data_type]]
    words += ["NOT NULL"] * column.is_required
    words += ["UNIQUE"] * column.is_unique
    words += [f"CHECK ({check})" for check in _checks(column, dialect)]
    return " ".join(words)


def _checks(column: Column, dialect: Dialect) -> Iterator[str]:
    name = quoted(column.name)
    if column.values is not None:
        yield f"{name} IN ({', '.join(literal(value) for value in column.values)})"
    if column.minimum is not None:
        yield f"{name} >= {literal(column.minimum)}"
    if column.maximum is not None:
        yield f"{name} <= {literal(column.maximum)}"
    if column.max_length is not None:
        yield f"length({name}) <= {column.max_length}"
    if dialect == "duckdb":
        if column.pattern:
            yield f"regexp_full_match({name}, {literal(column.pattern)})"
    elif column.data_type == "boolean":
        yield f"{name} IN (0, 1)"
    elif column.data_type == "date":
        yield f"{name} IS date({name})"


def _foreign_key(link: Link) -> str:
    target = f"{quoted(link.table)} ({_names(link.target_columns)})"
    return f"FOREIGN KEY ({_names(link.columns)}) REFERENCES {target}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))
