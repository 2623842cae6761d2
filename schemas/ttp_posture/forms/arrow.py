"""A table as an Arrow schema; the Parquet files carry it, descriptions and all."""

from __future__ import annotations

import pyarrow as pa

from ttp_posture.forms.text import as_text
from ttp_posture.package import Column, DataType, Table

_TYPES: dict[DataType, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of the table, its columns in order, required ones not nullable.

    Each field's metadata hold ``description`` and ``example`` and, where they apply, ``vocabulary``,
    ``references`` (``table.column``), ``primary_key`` and ``outside_term``. The schema's hold ``table``,
    ``title``, ``description`` and ``primary_key`` (names separated by spaces).

    >>> from ttp_posture.package import tables
    >>> field = schema(tables()["claim_actors"]).field("role")
    >>> field.type, field.nullable, field.metadata[b"vocabulary"]
    (DataType(string), False, b'claim_actor_role')
    """
    return pa.schema(
        [_field(table, column) for column in table.columns],
        metadata={
            "table": table.name,
            "title": table.title,
            "description": table.description,
            "primary_key": " ".join(table.primary_key),
        },
    )


def _field(table: Table, column: Column) -> pa.Field:
    metadata = {
        "description": column.description,
        "example": as_text(column.example),
        "vocabulary": column.vocabulary.name if column.vocabulary else None,
        "references": table.references(column.name),
        "primary_key": "true" if column.name in table.primary_key else None,
        "outside_term": column.outside_term,
    }
    return pa.field(
        column.name,
        _TYPES[column.data_type],
        nullable=not column.is_required,
        metadata={key: value for key, value in metadata.items() if value},
    )
