"""What the tables hold, in whatever form a program wants it: rows as objects, schemas, a codebook frame."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ttp_posture import extension
from ttp_posture.errors import MissingBackendError, OptionError, one_of
from ttp_posture.forms import pydantic
from ttp_posture.forms.text import as_text
from ttp_posture.loading import EXPANDED, FlatName, TableName, checked, data_folder, load

if TYPE_CHECKING:
    import pandas as pd


Form = Literal["pydantic", "pandera", "pandera-polars", "arrow", "frictionless", "jsonschema", "sql"]

# Of each form the module that makes it and the function there.
_MAKERS: dict[Form, tuple[str, str]] = {
    "pydantic": ("pydantic", "model"),
    "pandera": ("pandera", "pandas_schema"),
    "pandera-polars": ("pandera", "polars_frame_schema"),
    "arrow": ("arrow", "schema"),
    "frictionless": ("frictionless", "table_schema"),
    "jsonschema": ("jsonschema", "schema"),
    "sql": ("sql", "ddl"),
}


def records(table: TableName, retired: bool = False) -> list[Any]:
    """The rows of a published table as Pydantic objects, one attribute a column, codes as enumerations.

    Parameters
    ----------
    table:
        A name of `ttp_posture.tables`.
    retired:
        Also give rows that were superseded or withdrawn.

    Raises
    ------
    UnknownTableError, DataFileError
        As `ttp_posture.load`.

    Examples
    --------
    >>> records("claims")[0].certainty.definition[-1]
    '.'
    """
    content = load(table, backend="arrow", retired=retired)
    model = pydantic.model(extension.tables_of(data_folder())[table])
    return [model.model_validate(row) for row in content.to_pylist()]


def schema(table: TableName | FlatName, form: Form, package: str | Path | None = None) -> Any:
    """The definition of a table in one of its forms.

    Parameters
    ----------
    table:
        A name of `ttp_posture.tables`, or ``"claims_expanded"``.
    form:
        ``"pydantic"``: a model class; ``"pandera"`` and ``"pandera-polars"``: a schema for a frame of pandas
        or Polars; ``"arrow"``: a ``pyarrow.Schema``; ``"frictionless"``: a Table Schema as a dictionary;
        ``"jsonschema"``: a JSON Schema of one row as a dictionary; ``"sql"``: a CREATE TABLE statement
        for SQLite.
    package:
        Folder of a package whose own terms in open vocabularies are to be allowed; the published one if
        left out.

    Raises
    ------
    UnknownTableError
        There is no such table.
    OptionError
        There is no such form.
    MissingBackendError
        The library of that form is not installed.
    PackageError
        The folder is no data package.
    DataFileError
        The package's vocabularies.csv cannot be read, or adds to a closed vocabulary.

    Examples
    --------
    >>> schema("claims", "frictionless")["primaryKey"]
    ['claim_id']
    """
    name = checked(table, *EXPANDED.values())
    if form not in _MAKERS:
        raise OptionError(f"there is no form {form!r}; expected {one_of(list(_MAKERS), form)}")
    definition = extension.tables_of(Path(package) if package else data_folder())[name]
    try:
        module, function = _MAKERS[form]
        return getattr(import_module(f"ttp_posture.forms.{module}"), function)(definition)
    except ImportError as error:
        raise MissingBackendError.of(f"form {form!r}", error) from None


def describe(table: TableName | FlatName) -> pd.DataFrame:
    """The codebook of a table as a data frame.

    Returns
    -------
    One row per column of the table, in order: ``column``, ``type``, ``is_key`` (part of the primary key),
    ``is_required``, ``is_derived`` (computed by the build), ``vocabulary`` (the name to look up in the table
    ``vocabularies``), ``references`` (``table.column``), ``description`` and ``example`` as it reads in a CSV
    file; text, but for the three booleans.

    Raises
    ------
    UnknownTableError
        There is no such table.

    Examples
    --------
    >>> describe("claim_actors")["column"].tolist()
    ['claim_id', 'actor_id', 'role', 'note', 'status']
    """
    import pandas as pd

    name = checked(table, *EXPANDED.values())
    definition = extension.tables_of(data_folder())[name]
    return pd.DataFrame(
        {
            "column": column.name,
            "type": column.data_type,
            "is_key": column.name in definition.primary_key,
            "is_required": column.is_required,
            "is_derived": column.is_derived,
            "vocabulary": column.vocabulary.name if column.vocabulary else None,
            "references": definition.references(column.name),
            "description": column.description,
            "example": as_text(column.example),
        }
        for column in definition.columns
    )
