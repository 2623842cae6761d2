"""The published tables as a DuckDB database with every key declared."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError
from typing import TYPE_CHECKING, Any

from ttp_posture import extension
from ttp_posture.errors import DataFileError, MissingBackendError, Problem
from ttp_posture.forms import sql
from ttp_posture.loading import EXPANDED, data_folder, load, path
from ttp_posture.package import Table, tables

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


def connect() -> duckdb.DuckDBPyConnection:
    """Open a database in memory with every published table.

    Returns
    -------
    A connection. Types, primary and foreign keys, codes and bounds are declared. All rows are there: for the
    present state take those whose ``status`` is ``active``. The view ``claims_expanded`` is the flat table
    of ``load("claims", expand=True)``.

    Raises
    ------
    MissingBackendError
        DuckDB is not installed.
    DataFileError
        A Parquet file is missing or damaged, or holds rows that its table does not allow.

    Examples
    --------
    >>> database = connect()
    >>> database.sql("select count(*) from claims where certainty = 'sure'").fetchall()
    [(0,)]
    """
    try:
        import duckdb
    except ImportError as error:
        raise MissingBackendError.of("connect", error) from None
    database = duckdb.connect()
    known = extension.tables_of(data_folder())
    for name in tables():
        table = known[name]
        database.execute(sql.ddl(table, "duckdb"))
        try:
            for rows in _generations(table):
                database.register("incoming", rows)
                database.execute(f"INSERT INTO {sql.quoted(name)} SELECT * FROM incoming")
        except (duckdb.Error, CycleError) as error:
            message = f"holds rows that its table does not allow ({error}); build it again"
            raise DataFileError([Problem(file=f"parquet/{name}.parquet", message=message)]) from error
    database.unregister("incoming")
    for flat in EXPANDED.values():
        file = sql.literal(str(path(flat, "parquet")))
        try:
            database.execute(f"CREATE VIEW {sql.quoted(flat)} AS SELECT * FROM read_parquet({file})")
        except duckdb.Error as error:
            message = f"is no Parquet file that can be read ({str(error).splitlines()[0]}); build it again"
            raise DataFileError([Problem(file=f"parquet/{flat}.parquet", message=message)]) from error
    return database


def _generations(table: Table) -> Iterator[pa.Table]:
    """A table's rows in parts, each after those it refers to: DuckDB looks for parents in earlier inserts."""
    rows = load(table.name, backend="arrow", retired=True)  # type: ignore[call-overload]
    own_links = [link for link in table.links if link.table == table.name]
    if not own_links:
        yield rows
        return
    part: list[dict[str, Any]] = []
    keys: set[Any] = set()
    for row in sql.parents_first(table, rows.to_pylist()):
        if any(tuple(row[name] for name in link.columns) in keys for link in own_links):
            yield type(rows).from_pylist(part, schema=rows.schema)
            part, keys = [], set()
        part.append(row)
        keys.add(tuple(row[name] for name in table.primary_key))
    yield type(rows).from_pylist(part, schema=rows.schema)
