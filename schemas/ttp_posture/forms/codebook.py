"""The tables and vocabularies as a codebook for people: the README of the data package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ttp_posture.forms.frictionless import citation
from ttp_posture.forms.text import as_text
from ttp_posture.package import Column, Table, derived_tables
from ttp_posture.vocabulary import VOCABULARIES, Vocabulary

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "date",
}

_LOADING = """\
## Files

Each table is a CSV file: UTF-8, commas, a header, one line a row. An empty cell is a missing value, and
nothing else is; yes or no reads `true` or `false`, a date `2022-05-01`. The same tables stand in `parquet/`,
with types and descriptions inside, and `datapackage.json` describes every file for software.

In Python:

```python
import pandas as pd

claims = pd.read_parquet("parquet/claims.parquet")
```

In R:

```r
claims <- readr::read_csv("claims.csv", na = "")
```

In R, `arrow::read_parquet("parquet/claims.parquet")` gives the types as well. A spreadsheet must import
a CSV file with all columns as text (Data, From Text/CSV): opened by a double click, `2021-10` turns into
a day and `004` into 4. SQLite's `.import`
makes an empty cell an empty text and no NULL.

Rows are retired, never deleted: for the present state keep those whose `status` is `active`.

Dates stand in `date_edtf` at the article's own precision, as EDTF (ISO 8601-2): `2022`, `2022-05` and
`2022-05-07`; `2021-37`, `2021-38` and `2021-39` for early, mid and late 2021; `2018/..` from 2018 on;
`/2022-08` up to August 2022 from an unknown beginning; `[2021-08..2021-12]` for one moment between the
two. For sorting and filtering there are `date_start`, `date_end` and `date_precision`.

The examples below are single cells, not parts of one row."""


def markdown(tables: Mapping[str, Table], about: Mapping[str, Any], rules: str) -> str:
    """The codebook in Markdown, with a diagram of the tables in Mermaid.

    Parameters
    ----------
    tables:
        The tables by name, the derived ones included, in the order of their sections.
    about:
        The content of ``package.toml``.
    rules:
        The coding rules in Markdown, printed at the end under a heading of their own. Their headings are
        moved down so that the highest is of level 3.
    """
    return (
        "\n\n".join(
            part.strip()
            for part in (
                *_opening(tables, about),
                *_diagram(tables),
                "## Tables",
                *(part for table in tables.values() for part in _table(table)),
                "## Vocabularies",
                *(part for vocabulary in _vocabularies(tables) for part in _vocabulary(vocabulary, tables)),
                "## Coding rules",
                _moved_down(rules),
            )
        )
        + "\n"
    )


def _opening(tables: Mapping[str, Table], about: Mapping[str, Any]) -> Iterator[str]:
    package = about["package"]
    yield f"# {package['title']}"
    yield f"Codebook of the data package `{package['name']}`, version {package['version']}."
    yield package["description"]
    yield f"The article: {citation(about['article'])}."
    licences = ", ".join(licence.get("title", licence["name"]) for licence in package["licences"])
    yield f"Licence of the tables: {licences}."
    if "contact" in package:
        yield f"Corrections and questions: {package['contact']}."
    yield _LOADING
    yield _as_table(
        ("Table", "One row is"),
        [(_to(table.name), f"{table.title[:1].lower()}{table.title[1:]}") for table in tables.values()],
    )


def _diagram(tables: Mapping[str, Table]) -> Iterator[str]:
    yield "## How the tables hang together"
    yield "A line with a fork joins many rows to one; a circle at its other end: the link may be empty."
    yield "Links from a retired row to its successor are left out."
    lines = ["```mermaid", "erDiagram"]
    for table in tables.values():
        for link in table.links:
            if link.columns == ("superseded_by",):
                continue
            is_required = all(table[name].is_required for name in link.columns)
            is_key = set(link.columns) == set(table.primary_key)
            one, many = "||" if is_required else "|o", "o|" if is_key else "o{"
            lines.append(f'    {link.table} {one}--{many} {table.name} : "{" ".join(link.columns)}"')
    yield "\n".join([*lines, "```"])


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}"
    yield f"{table.title}. {table.description}".strip()
    if table.name in derived_tables():
        yield "Computed from the other tables at every build."
    elif table.is_generated:
        yield "Written from the definitions at every build."
    yield f"Key: {', '.join(f'`{name}`' for name in table.primary_key)}."
    yield _as_table(
        ("Column", "Type", "Required", "Holds", "Example"),
        [
            (
                f"`{column.name}`",
                _type(column),
                "yes" if column.is_required else "",
                _holds(column),
                f"`{as_text(column.example)}`",
            )
            for column in table.columns
        ],
    )
    for link in table.links:
        if len(link.columns) > 1:
            names = ", ".join(f"`{name}`" for name in link.columns)
            yield f"{names} together are a key of {_to(link.table)}."


def _type(column: Column) -> str:
    if column.vocabulary:
        return f"code: {_to(column.vocabulary.name)}"
    return _TYPES[column.data_type]


def _holds(column: Column) -> str:
    return " ".join(
        filter(
            None,
            (
                column.description,
                f"Refers to {_to(column.references[0])}." if column.references else "",
                "No value stands twice." if column.is_unique else "",
                _bounds(column),
                "Derived: computed at every build." if column.is_derived else "",
            ),
        )
    )


def _bounds(column: Column) -> str:
    if column.minimum is None or column.maximum is None:
        return ""
    return f"From {column.minimum:g} to {column.maximum:g}."


def _vocabularies(tables: Mapping[str, Table]) -> Iterable[Vocabulary]:
    """Every vocabulary in the order of the codebook, as the tables have it: with a fork's own terms."""
    used = {
        column.vocabulary.name: column.vocabulary
        for table in tables.values()
        for column in table.columns
        if column.vocabulary
    }
    return (VOCABULARIES | used).values()


def _vocabulary(vocabulary: Vocabulary, tables: Mapping[str, Table]) -> Iterator[str]:
    yield f"### {vocabulary.name}"
    kind = "Open: a fork may add terms." if vocabulary.is_open else "Closed."
    order = " Ordered from low to high." if vocabulary.is_ordered else ""
    yield f"{vocabulary.description} {kind}{order}"
    users: dict[str, list[str]] = {}
    for table in tables.values():
        for column in table.columns:
            if column.vocabulary and column.vocabulary.name == vocabulary.name:
                users.setdefault(column.name, []).append(_to(table.name))
    if users:
        yield "Used as " + "; ".join(f"`{name}` in {', '.join(where)}" for name, where in users.items()) + "."
    terms = vocabulary.terms
    has_broader = any(term.broader for term in terms)
    yield _as_table(
        ("Term", *(["Under"] * has_broader), "Means", "When not to use it", "Example"),
        [
            (
                f"`{term.term}`",
                *([f"`{term.broader}`" if term.broader else ""] * has_broader),
                term.definition,
                term.when_not_to_use,
                term.example,
            )
            for term in terms
        ],
    )


def _to(heading: str) -> str:
    """A link to the section of that heading."""
    return f"[{heading}](#{heading})"


def _as_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(_escaped, line))} |" for line in lines)


def _escaped(cell: str) -> str:
    return cell.replace("|", r"\|")


def _moved_down(rules: str) -> str:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", rules, flags=re.MULTILINE)]
    more = "#" * max(0, 3 - min(levels, default=3))
    return re.sub(r"^(?=#+ )", more, rules, flags=re.MULTILINE)
