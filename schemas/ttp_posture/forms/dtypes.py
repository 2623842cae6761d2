"""The column types of the data frames that `ttp_posture.load` returns.

One type per kind of column, whether or not cells may be missing, so that code written for one table works
on the next:

============  ==========================================  ===========
Column        pandas                                      Polars
============  ==========================================  ===========
text, codes   ``str`` (``string`` before pandas 3)        ``String``
whole number  ``Int64``                                   ``Int64``
number        ``float64``                                 ``Float64``
yes or no     ``boolean``                                 ``Boolean``
date          ``datetime64[s]``                           ``Date``
============  ==========================================  ===========
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttp_posture.package import DataType, Table

if TYPE_CHECKING:
    import polars as pl


def pandas_dtypes(table: Table) -> dict[str, str]:
    """The pandas dtype of each column, by name, in order; good for ``astype``.

    Missing values are ``NaN`` in text and numbers, ``NA`` in whole numbers and booleans, ``NaT`` in dates.
    Under pandas 2 text is ``string``, whose missing value is ``NA``: its ``str`` means plain objects.

    >>> from ttp_posture.package import tables
    >>> dtypes = pandas_dtypes(tables()["places"])
    >>> dtypes["latitude"], pandas_dtypes(tables()["events"])["deaths_low"]
    ('float64', 'Int64')
    """
    import pandas as pd

    names: dict[DataType, str] = {
        "string": "str" if int(pd.__version__.partition(".")[0]) >= 3 else "string",
        "integer": "Int64",
        "number": "float64",
        "boolean": "boolean",
        "date": "datetime64[s]",
    }
    return {column.name: names[column.data_type] for column in table.columns}


def polars_schema(table: Table) -> pl.Schema:
    """The Polars type of each column, by name, in order.

    Raises
    ------
    ImportError
        Polars is not installed; it comes with the extra ``polars``.
    """
    import polars as pl

    types: dict[DataType, type[pl.DataType]] = {
        "string": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
    }
    return pl.Schema({column.name: types[column.data_type] for column in table.columns})
