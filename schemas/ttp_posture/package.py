"""The set of tables as plain facts: columns, keys and links, read from the models.

Everything that applies the definitions - Pandera, Arrow, Frictionless, JSON Schema, SQL, the codebook, the
build - starts from `Table`, so that a column added to a model is added everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic.fields import FieldInfo

from ttp_posture.models import DERIVED_TABLES, TABLES, Row
from ttp_posture.vocabulary import VOCABULARIES, Vocabulary, snake_case

DataType = Literal["string", "integer", "number", "boolean", "date"]

MISSING = ""
"""How a missing value reads in a CSV file; nothing else does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of one table, as every form needs it.

    ``pattern`` is anchored at both ends and keeps to what Python, RE2, Rust and ECMAScript read alike.
    """

    name: str
    data_type: DataType
    is_required: bool
    description: str
    example: Any
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    vocabulary: Vocabulary | None = None
    references: tuple[str, str] | None = None
    is_unique: bool = False
    is_derived: bool = False
    outside_term: str | None = None

    @property
    def values(self) -> tuple[str | int, ...] | None:
        """The codes it may hold, or None where it is not coded."""
        return self.vocabulary.values if self.vocabulary else None


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: these columns hold a key of that table."""

    columns: tuple[str, ...]
    table: str
    target_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, its key, its links, and the model it was read from."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    links: tuple[Link, ...]
    is_generated: bool
    model: type[Row] = field(repr=False, compare=False)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The header."""
        return tuple(column.name for column in self.columns)

    def references(self, name: str) -> str | None:
        """Where a column's values are to be found, as ``table.column``; None if it is no part of a link."""
        for link in self.links:
            if name in link.columns:
                return f"{link.table}.{link.target_columns[link.columns.index(name)]}"
        return None

    def __getitem__(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def table_of(model: type[Row], vocabularies: Mapping[str, Vocabulary] = VOCABULARIES) -> Table:
    """Read a table off its model.

    Parameters
    ----------
    model:
        A subclass of `Row`; any whose columns are text, whole numbers, numbers, booleans, dates or codes.
    vocabularies:
        The vocabularies by name. A fork's own, where it has added terms to open ones.
    """
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    columns = tuple(
        _column(name, about, schema["properties"][name], definitions, vocabularies)
        for name, about in model.model_fields.items()
    )
    single = tuple(
        Link((column.name,), column.references[0], (column.references[1],))
        for column in columns
        if column.references
    )
    composite = tuple(Link(names, table, names) for names, table in model.composite_links.items())
    title, _, rest = " ".join((model.__doc__ or "").split()).partition(". ")
    return Table(
        name=model.table_name,
        title=title.rstrip("."),
        description=rest,
        columns=columns,
        primary_key=model.primary_key,
        links=single + composite,
        is_generated=model.is_generated,
        model=model,
    )


def _column(
    name: str,
    about: FieldInfo,
    schema: dict[str, Any],
    definitions: dict[str, Any],
    vocabularies: Mapping[str, Vocabulary],
) -> Column:
    choices = schema.get("anyOf", [schema])
    (value,) = (choice for choice in choices if choice.get("type") != "null")
    vocabulary = None
    if "$ref" in value:
        value = definitions[value["$ref"].rpartition("/")[2]]
    if "enum" in value or "const" in value:
        vocabulary = vocabularies[snake_case(value["title"])]
    extra = schema.get("column", {})
    table, _, target = extra.get("references", "").partition(".")
    return Column(
        name=name,
        data_type="date" if value.get("format") == "date" else value["type"],
        is_required=len(choices) == 1,
        # Not from the JSON Schema, which drops a description that equals the vocabulary's.
        description=about.description or "",
        example=(about.examples or [None])[0],
        pattern=value.get("pattern"),
        minimum=value.get("minimum"),
        maximum=value.get("maximum"),
        max_length=value.get("maxLength"),
        vocabulary=vocabulary,
        references=(table, target) if target else None,
        is_unique=extra.get("is_unique", False),
        is_derived=extra.get("is_derived", False),
        outside_term=extra.get("outside_term"),
    )


@cache
def tables() -> dict[str, Table]:
    """The published tables by name; each stands behind those it refers to, save for itself.

    >>> list(tables())[:3]
    ['vocabularies', 'term_mappings', 'passages']
    """
    return {model.table_name: table_of(model) for model in TABLES}


@cache
def derived_tables() -> dict[str, Table]:
    """The flat tables computed from the others, by name."""
    return {model.table_name: table_of(model) for model in DERIVED_TABLES}
