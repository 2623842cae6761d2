"""The published tables as data frames, read straight from Parquet.

Nothing is validated or guessed: the types are those that the Parquet file declares. Only the standard
library and the library asked for are imported, so loading costs little more than importing that.
"""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, overload

from ttp_posture.errors import (
    DataFileError,
    MissingBackendError,
    OptionError,
    PackageError,
    Problem,
    UnknownTableError,
    UnknownVersionError,
    one_of,
)

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

TableName = Literal[
    "vocabularies",
    "term_mappings",
    "passages",
    "passage_parts",
    "places",
    "place_identifiers",
    "actors",
    "actor_names",
    "actor_identifiers",
    "sources",
    "source_actors",
    "footnotes",
    "events",
    "event_actors",
    "claims",
    "claim_holders",
    "claim_actors",
    "claim_events",
    "claim_evidence",
    "claim_relations",
    "actor_relations",
    "changes",
]
FlatName = Literal["claims_expanded"]
Backend = Literal["pandas", "polars", "arrow", "duckdb"]
Format = Literal["csv", "parquet"]

EXPANDED: dict[str, FlatName] = {"claims": "claims_expanded"}
"""The flat form of a table, where it has one."""


def tables() -> list[TableName]:
    """The names of the published tables; each stands behind those it refers to.

    >>> tables()[:3]
    ['vocabularies', 'term_mappings', 'passages']
    """
    return list(get_args(TableName))


if TYPE_CHECKING:

    @overload
    def load(
        table: TableName,
        *,
        backend: Literal["pandas"] = "pandas",
        expand: bool = False,
        retired: bool = False,
        version: str | None = None,
    ) -> pd.DataFrame: ...
    @overload
    def load(
        table: TableName,
        *,
        backend: Literal["polars"],
        expand: bool = False,
        retired: bool = False,
        version: str | None = None,
    ) -> pl.DataFrame: ...
    @overload
    def load(
        table: TableName,
        *,
        backend: Literal["arrow"],
        expand: bool = False,
        retired: bool = False,
        version: str | None = None,
    ) -> pa.Table: ...
    @overload
    def load(
        table: TableName,
        *,
        backend: Literal["duckdb"],
        expand: bool = False,
        retired: bool = False,
        version: str | None = None,
    ) -> duckdb.DuckDBPyRelation: ...


def load(
    table: TableName,
    *,
    backend: Backend = "pandas",
    expand: bool = False,
    retired: bool = False,
    version: str | None = None,
) -> Any:
    """Load a published table.

    Parameters
    ----------
    table:
        Its name, one of `tables`.
    backend:
        What to give: ``"pandas"``, ``"polars"`` or ``"arrow"`` for a table of that library, ``"duckdb"`` for
        a relation that is read when it is used.
    expand:
        For ``"claims"``: the flat table with one row per active claim and its holders, evidence, place in the
        article, actors and events beside it.
    retired:
        Also give rows that were superseded or withdrawn.
    version:
        The release to load; the one at hand by default.

    Returns
    -------
    The rows in the order of their key. `describe` lists the columns. Types, whether or not cells are missing:

    ============  ==================================  ===========  =============  ===========
    Column        pandas                              Polars       Arrow          DuckDB
    ============  ==================================  ===========  =============  ===========
    text, codes   ``str`` (``string`` with pandas 2)  ``String``   ``string``     ``VARCHAR``
    whole number  ``Int64``                           ``Int64``    ``int64``      ``BIGINT``
    number        ``float64``                         ``Float64``  ``double``     ``DOUBLE``
    yes or no     ``boolean``                         ``Boolean``  ``bool``       ``BOOLEAN``
    date          ``datetime64[s]``                   ``Date``     ``date32``     ``DATE``
    ============  ==================================  ===========  =============  ===========

    Raises
    ------
    UnknownTableError
        There is no such table, or it has no flat form.
    UnknownVersionError
        The release is not at hand.
    OptionError
        There is no such backend, or retired rows of the flat form are asked for.
    MissingBackendError
        The library is not installed.
    DataFileError
        The Parquet file is missing or damaged.

    Examples
    --------
    >>> claims = load("claims")
    >>> claims.index.name, str(claims["evidential_strength"].dtype)
    (None, 'Int64')
    """
    name = checked(table)
    if backend not in _READERS:
        raise OptionError(f"there is no backend {backend!r}; expected {one_of(list(_READERS), backend)}")
    if version is not None and version != (current := version_at_hand()):
        raise UnknownVersionError(
            f"release {version!r} is not at hand; expected {current}, the only one here"
        )
    if expand:
        if table not in EXPANDED:
            raise UnknownTableError(f"{table!r} has no flat form; expected {one_of(list(EXPANDED))}")
        if retired:
            raise OptionError("the flat form holds active claims only; leave out either expand or retired")
        name = EXPANDED[table]
    file = path(name, "parquet")
    try:
        return _READERS[backend](import_module(_MODULES[backend]), file, retired)
    except ImportError as error:
        raise MissingBackendError.of(f"backend {backend!r}", error) from None
    except Exception as error:  # each library has errors of its own for a damaged file
        message = f"is no Parquet file that can be read ({_first_line(error)}); build or install it again"
        raise DataFileError([Problem(file=f"parquet/{file.name}", message=message)]) from error


def path(table: str | None = None, format: Format = "csv") -> Path:  # noqa: A002
    """Where a table's file is, for software that reads files; without a table, the package's folder.

    Parameters
    ----------
    table:
        A name of `tables`, or ``"claims_expanded"``.
    format:
        ``"csv"`` or ``"parquet"``.

    Raises
    ------
    UnknownTableError
        There is no such table.
    OptionError
        There is no such format.
    DataFileError
        The file is missing.

    Examples
    --------
    >>> path("claims").name, path("claims", "parquet").name
    ('claims.csv', 'claims.parquet')
    """
    if table is None:
        return data_folder()
    if format not in get_args(Format):
        raise OptionError(f"there is no format {format!r}; expected {one_of(get_args(Format), format)}")
    name = f"{checked(table, *EXPANDED.values())}.{format}"
    file = data_folder() / (f"parquet/{name}" if format == "parquet" else name)
    if not file.is_file():
        message = "is missing; write it with `ttp-posture build FOLDER`, or install the package again"
        raise DataFileError([Problem(file=file.relative_to(data_folder()).as_posix(), message=message)])
    return file


def data_folder() -> Path:
    """The folder of the published data package.

    In a checkout it is the checkout's own, even where an installation has left a copy beside the code.
    """
    here = Path(__file__).parent
    root = here.parents[1]
    try:
        is_checkout = 'name = "ttp-posture"' in (root / "pyproject.toml").read_text(encoding="utf-8")
    except OSError:
        is_checkout = False
    return root / "dataset" if is_checkout else here / "dataset"


def version_at_hand() -> str:
    """The release whose tables are here, from their package.toml; `PackageError` if that gives none."""
    file = data_folder() / "package.toml"
    try:
        return str(tomllib.loads(file.read_text(encoding="utf-8"))["package"]["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackageError(f"{file}: gives no version ({error}); install the package again") from None


def checked(table: str, *others: str) -> str:
    """The name of a table, if it is one, or one of the others; `UnknownTableError` if not."""
    names = [*tables(), *others]
    if table not in names:
        raise UnknownTableError(f"there is no table {table!r}; expected {one_of(names, table)}")
    return table


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


# Reading. A file without the column status has no retired rows.


def _arrow(parquet: Any, file: Path, retired: bool) -> Any:
    # Not `read_table`, which imports pandas and the machinery for folders of files.
    with parquet.ParquetFile(file) as opened:
        content = opened.read()
    if retired or "status" not in content.column_names:
        return content
    import pyarrow.compute as pc

    # Not `equal`: to take a Python text as a value, Arrow imports pandas.
    return content.filter(pc.match_like(content["status"], "active"))


def _pandas(pandas: Any, file: Path, retired: bool) -> Any:
    import pyarrow as pa
    from pyarrow import parquet

    content = _arrow(parquet, file, retired)
    days = [number for number, field in enumerate(content.schema) if field.type == pa.date32()]
    for number in days:
        column = content.column(number).cast(pa.timestamp("s"))
        content = content.set_column(number, content.schema.names[number], column)
    types = {pa.int64(): pandas.Int64Dtype(), pa.bool_(): pandas.BooleanDtype()}
    if pandas.__version__.startswith("2."):
        types[pa.string()] = pandas.StringDtype()
    return content.to_pandas(types_mapper=types.get, ignore_metadata=True)


def _polars(polars: Any, file: Path, retired: bool) -> Any:
    content = polars.read_parquet(file, glob=False)
    if retired or "status" not in content.columns:
        return content
    return content.filter(polars.col("status") == "active")


def _duckdb(duckdb: Any, file: Path, retired: bool) -> Any:
    # On DuckDB's own connection, where a query can name the relation beside others.
    content = duckdb.read_parquet(str(file))
    if retired or "status" not in content.columns:
        return content
    return content.filter("status = 'active'")


_READERS = {"pandas": _pandas, "polars": _polars, "arrow": _arrow, "duckdb": _duckdb}
_MODULES = {"pandas": "pandas", "polars": "polars", "arrow": "pyarrow.parquet", "duckdb": "duckdb"}
