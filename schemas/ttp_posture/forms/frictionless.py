"""A table as a Table Schema, and the whole package as its descriptor: Data Package 2.0."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ttp_posture.forms.text import as_text
from ttp_posture.package import MISSING, Column, Link, Table, derived_tables

_PROFILES = "https://datapackage.org/profiles/2.0"


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema 2.0 of the table.

    A coded column gives its codes twice: as ``categories``, which say whether they are ordered, and as the
    constraint ``enum``, because frictionless enforces only that one.

    >>> from ttp_posture.package import tables
    >>> table_schema(tables()["claim_actors"])["primaryKey"]
    ['claim_id', 'actor_id', 'role']
    """
    return _present(
        {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(column) for column in table.columns],
            "missingValues": [MISSING],
            "primaryKey": list(table.primary_key),
            "uniqueKeys": [[column.name] for column in table.columns if column.is_unique],
            "foreignKeys": [_foreign_key(table, link) for link in table.links],
        }
    )


def resource(table: Table, path: str, content: bytes) -> dict[str, Any]:
    """The descriptor of one table's CSV file, with its schema, size and hash.

    Parameters
    ----------
    table:
        The table. One that is computed from the others gets the custom property ``"derived": true``.
    path:
        Where the file is, from the descriptor.
    content:
        What is in it.
    """
    return _file(table, path, content) | {
        "name": table.name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": table_schema(table),
    }


def parquet_resource(table: Table, path: str, content: bytes) -> dict[str, Any]:
    """The descriptor of the same table's Parquet file, which carries its own schema.

    Its format is not called ``parquet``, because frictionless then reads it as a table: it needs pyarrow,
    ignores the hash and refuses any ``bytes``. As a plain file it is checked by its hash.
    """
    return _file(table, path, content) | {
        "name": f"{table.name}-parquet",
        "format": "apache-parquet",
        "mediatype": "application/vnd.apache.parquet",
    }


def descriptor(
    tables: Mapping[str, Table], about: Mapping[str, Any], files: Mapping[str, bytes]
) -> dict[str, Any]:
    """The descriptor of the package: what is true of it as a whole, and a resource for each file.

    Parameters
    ----------
    tables:
        The tables by name, the derived ones included, in the order of the resources.
    about:
        The content of ``package.toml``. What it says of the package under names of its own, such as
        ``contact``, is carried over; the article it codes becomes the custom property ``article``.
    files:
        The content of each file by its path: ``<table>.csv`` for every table, and
        ``parquet/<table>.parquet`` for those that have one.

    Raises
    ------
    KeyError
        A table has no CSV file, or ``about`` lacks an entry that every package has.
    """
    package, article = dict(about["package"]), about["article"]
    parquet = {name: f"parquet/{name}.parquet" for name in tables}
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "created": f"{package.pop('date_released')}T00:00:00Z",
        "licenses": package.pop("licences"),
        **package,
        "sources": [{"title": citation(article), "version": article["date_issued"]}],
        "article": article,
        "resources": [
            *(resource(table, f"{name}.csv", files[f"{name}.csv"]) for name, table in tables.items()),
            *(
                parquet_resource(table, parquet[name], files[parquet[name]])
                for name, table in tables.items()
                if parquet[name] in files
            ),
        ],
    }


def citation(article: Mapping[str, Any]) -> str:
    """The article in one line: authors, year, title, where it appeared.

    >>> citation({"authors": [{"given": "A.", "family": "Keeper"}], "title": "The Quarrel over the Light",
    ...           "container_title": "The Beacon", "publisher": "Harbour Press", "date_issued": "2019-05-03"})
    'Keeper, A. (2019). The Quarrel over the Light. The Beacon. Harbour Press'
    """
    authors = "; ".join(f"{author['family']}, {author['given']}" for author in article["authors"])
    year = article["date_issued"][:4]
    return f"{authors} ({year}). {article['title']}. {article['container_title']}. {article['publisher']}"


def _file(table: Table, path: str, content: bytes) -> dict[str, Any]:
    about = {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "path": path,
        "title": table.title,
        "description": table.description or None,
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "derived": table.name in derived_tables() or None,
    }
    return _present(about)


def _field(column: Column) -> dict[str, Any]:
    is_flag = column.data_type == "boolean"
    codes = list(column.values) if column.values is not None else None
    return _present(
        {
            "name": column.name,
            "type": column.data_type,
            "description": column.description,
            "example": as_text(column.example),
            "rdfType": column.outside_term,
            "trueValues": [as_text(True)] if is_flag else None,
            "falseValues": [as_text(False)] if is_flag else None,
            "categories": codes,
            "categoriesOrdered": column.vocabulary.is_ordered if column.vocabulary else None,
            "constraints": _present(
                {
                    "required": column.is_required or None,
                    "unique": column.is_unique or None,
                    "pattern": column.pattern,
                    "enum": codes,
                    "minimum": column.minimum,
                    "maximum": column.maximum,
                    "maxLength": column.max_length,
                }
            ),
        }
    )


def _present(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value not in (None, [], {})}


def _foreign_key(table: Table, link: Link) -> dict[str, Any]:
    # A reference without a resource is one to the table itself.
    target = {} if link.table == table.name else {"resource": link.table}
    return {"fields": list(link.columns), "reference": target | {"fields": list(link.target_columns)}}
