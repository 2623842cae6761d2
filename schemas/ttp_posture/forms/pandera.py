"""A table as a Pandera schema, for pandas and for Polars.

Nothing is coerced: a frame has the types of `ttp_posture.forms.dtypes` or is refused. Links between tables
are not checked; a schema sees one frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ttp_posture.forms.dtypes import pandas_dtypes, polars_schema
from ttp_posture.package import Column, Table

if TYPE_CHECKING:
    import pandera.pandas
    import pandera.polars


def pandas_schema(table: Table) -> pandera.pandas.DataFrameSchema:
    """The schema for a pandas frame with exactly the table's columns, in order.

    It checks type, missing values, pattern, length, bounds, codes and uniqueness. Text may stand in any
    pandas string type or in objects, dates in any resolution that has no time of day.
    """
    import pandera.pandas as pa

    dtypes = pandas_dtypes(table)

    def checks(column: Column) -> Iterator[pa.Check]:
        yield from _common_checks(column, pa.Check)
        if column.pattern:
            # Pandera's own str_matches lets a line break stand behind the match.
            pattern = column.pattern
            yield pa.Check(lambda cells: cells.str.fullmatch(pattern), name="pattern", error=pattern)
        if column.data_type == "date":
            yield pa.Check(lambda cells: cells == cells.dt.normalize(), name="whole_day")
        if column.is_unique:
            yield pa.Check(lambda cells: ~cells.duplicated(keep=False), name="is_unique")

    return pa.DataFrameSchema(
        {
            column.name: pa.Column(dtypes[column.name], list(checks(column)), **_about(column))
            for column in table.columns
        },
        unique_column_names=True,
        **_frame_options(table),
    )


def polars_frame_schema(table: Table) -> pandera.polars.DataFrameSchema:
    """The schema for a Polars frame with exactly the table's columns, in order.

    Give it a ``DataFrame``: of a ``LazyFrame`` Pandera looks at the types alone and lets bad cells pass.

    Raises
    ------
    ImportError
        Polars is not installed; it comes with the extra ``polars``.
    """
    import pandera.polars as pa
    import polars as pl

    types = polars_schema(table)

    def checks(column: Column) -> Iterator[pa.Check]:
        yield from _common_checks(column, pa.Check)
        if column.pattern:
            # Rust's `$` is the very end of the text, so this is a full match.
            yield pa.Check.str_matches(column.pattern, name="pattern")
        if column.is_unique:
            yield pa.Check(
                lambda data: data.lazyframe.select(pl.col(data.key).is_null() | pl.col(data.key).is_unique()),
                name="is_unique",
            )

    return pa.DataFrameSchema(
        {
            column.name: pa.Column(types[column.name], list(checks(column)), **_about(column))
            for column in table.columns
        },
        **_frame_options(table),
    )


def _common_checks(column: Column, check: Any) -> Iterator[Any]:
    if column.values is not None:
        yield check.isin(column.values)
    if column.max_length is not None:
        yield check.str_length(max_value=column.max_length)
    if column.minimum is not None:
        yield check.ge(column.minimum)
    if column.maximum is not None:
        yield check.le(column.maximum)


def _about(column: Column) -> dict[str, Any]:
    return {"nullable": not column.is_required, "description": column.description}


def _frame_options(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "strict": True,
        "ordered": True,
        "unique": list(table.primary_key),
    }
