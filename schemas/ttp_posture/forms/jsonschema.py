"""A table as a JSON Schema of one of its rows."""

from __future__ import annotations

from typing import Any

from ttp_posture.forms.text import as_text
from ttp_posture.package import Column, Table

_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def schema(table: Table) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one row: an object with every column and no other member.

    A missing value is ``null``. A date is a text such as ``"2022-05-01"``, whose pattern holds even where a
    validator takes ``format`` for a mere remark. Keys and links are beyond what it can say.

    >>> from ttp_posture.package import tables
    >>> schema(tables()["events"])["properties"]["deaths_low"]["type"]
    ['integer', 'null']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": f"{table.title}. {table.description}".rstrip(),
        "type": "object",
        "properties": {column.name: _property(column) for column in table.columns},
        "required": list(table.column_names),
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    is_date = column.data_type == "date"
    kind = "string" if is_date else column.data_type
    null = [] if column.is_required else [None]
    keywords = {
        "description": column.description,
        "type": [kind, "null"] if null else kind,
        "enum": [*column.values, *null] if column.values is not None else None,
        "format": "date" if is_date else None,
        "pattern": _DATE if is_date else column.pattern,
        "maxLength": column.max_length,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "examples": [as_text(column.example) if is_date else column.example],
    }
    return {key: value for key, value in keywords.items() if value is not None}
