"""What each form of a table does, beside refusing bad rows, for which see test_engines_agree."""

from __future__ import annotations

import datetime as dt
import io
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from graphlib import CycleError
from typing import Any

import duckdb
import jsonschema
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pandera.errors import SchemaError, SchemaErrors
from pydantic import ValidationError
from tests.bad_rows import BadCell, Record, another, bad_cells, bad_row, duplicates, valid_row
from tests.test_definitions import ABOUT, COLUMNS, dishes
from tests.test_descriptor_profile import package_rows

from ttp_posture.forms import arrow, codebook, dtypes, frictionless, pandera, pydantic, sql
from ttp_posture.forms import jsonschema as json_form
from ttp_posture.models import Actor, Claim
from ttp_posture.package import Table, derived_tables, table_of, tables
from ttp_posture.vocabulary import VOCABULARIES, extended

ALL = tables() | derived_tables()
every_table = pytest.mark.parametrize("table", ALL.values(), ids=ALL)


def emptied(table: Table) -> Record:
    """A valid row with nothing in it that need not be."""
    return {column.name: column.example if column.is_required else None for column in table.columns}


# --- Arrow and data frames -------------------------------------------------------------------------


def test_arrow_gives_types_and_whether_a_cell_may_be_missing() -> None:
    schema = arrow.schema(dishes(*COLUMNS))
    assert [(field.name, str(field.type), field.nullable) for field in schema] == [
        ("dish_id", "string", False),
        ("label", "string", False),
        ("number", "int64", False),
        ("weight", "double", True),
        ("is_warm", "bool", False),
        ("cooked_on", "date32[day]", True),
        ("flavour", "string", False),
        ("heat", "int64", True),
        ("side_dish_id", "string", True),
        ("origin", "string", False),
    ]


def test_arrow_metadata_say_what_a_column_is() -> None:
    schema = arrow.schema(dishes(*COLUMNS))
    assert schema.metadata == {
        b"table": b"dishes",
        b"title": b"One dish",
        b"description": b"It is cooked.",
        b"primary_key": b"dish_id",
    }
    about = {field.name: field.metadata for field in schema}
    assert about["dish_id"] == {
        b"description": b"Identifier.",
        b"example": b"rice-pudding",
        b"primary_key": b"true",
    }
    assert about["is_warm"][b"example"] == b"true"
    assert about["cooked_on"][b"example"] == b"2022-05-01"
    assert about["flavour"][b"vocabulary"] == b"flavour"
    assert about["side_dish_id"][b"references"] == b"dishes.dish_id"
    assert about["origin"][b"outside_term"] == b"https://example.org/t"


@every_table
def test_a_parquet_file_keeps_the_schema_and_the_rows(table: Table) -> None:
    rows = [valid_row(table), emptied(table)]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=arrow.schema(table)), sink)
    read = pq.ParquetFile(sink).read()
    assert read.schema.equals(arrow.schema(table), check_metadata=True)
    assert read.to_pylist() == rows


@every_table
def test_frames_made_from_arrow_have_the_dtypes_and_pass(table: Table) -> None:
    row = valid_row(table)
    other = emptied(table) | {name: another(table[name]) for name in table.primary_key}
    other |= {column.name: another(column) for column in table.columns if column.is_unique}
    read = pa.Table.from_pylist([row, other], schema=arrow.schema(table))
    names = dtypes.pandas_dtypes(table)
    frame = read.to_pandas().astype(names)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == names
    pandera.pandas_schema(table).validate(frame)
    polars_frame = pl.from_arrow(read)
    assert isinstance(polars_frame, pl.DataFrame)
    assert polars_frame.schema == dtypes.polars_schema(table)
    pandera.polars_frame_schema(table).validate(polars_frame)


def test_text_has_the_text_type_of_each_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    table = tables()["claim_actors"]
    for version, name in (("2.2.3", "string"), ("3.0.0", "str"), ("10.1", "str")):
        monkeypatch.setattr(pd, "__version__", version)
        assert set(dtypes.pandas_dtypes(table).values()) == {name}


# --- Pandera ---------------------------------------------------------------------------------------


def dishes_in_pandas(table: Table, rows: list[Record]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(table.column_names)).astype(dtypes.pandas_dtypes(table))


def dishes_in_polars(table: Table, rows: list[Record]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dtypes.polars_schema(table))


PANDERA: list[tuple[Callable[[Table], Any], Callable[[Table, list[Record]], Any]]] = [
    (pandera.pandas_schema, dishes_in_pandas),
    (pandera.polars_frame_schema, dishes_in_polars),
]
both_libraries = pytest.mark.parametrize(("schema", "frame"), PANDERA, ids=["pandas", "polars"])


@both_libraries
def test_pandera_takes_the_columns_of_the_table_in_order_and_no_others(schema: Any, frame: Any) -> None:
    table = dishes("label", "flavour")
    rows = [valid_row(table)]
    assert schema(table).validate(frame(table, rows)) is not None
    for other in (dishes("flavour", "label"), dishes("label"), dishes("label", "flavour", "heat")):
        with pytest.raises((SchemaError, SchemaErrors)):
            schema(table).validate(frame(other, [valid_row(other)]))


@both_libraries
def test_pandera_coerces_nothing(schema: Any, frame: Any) -> None:
    text = dishes("origin")
    number = replace(text, columns=(text.columns[0], replace(dishes("number")["number"], name="origin")))
    with pytest.raises(SchemaError):
        schema(number).validate(frame(text, [{"dish_id": "rice", "origin": "12"}]))


@both_libraries
def test_a_unique_column_may_be_empty_more_than_once(schema: Any, frame: Any) -> None:
    table = dishes("number")
    number = replace(table["number"], is_required=False)
    table = replace(table, columns=(table.columns[0], number))
    rows: list[Record] = [
        {"dish_id": "rice", "number": None},
        {"dish_id": "soup", "number": None},
        {"dish_id": "stew", "number": 1},
    ]
    schema(table).validate(frame(table, rows))
    with pytest.raises(SchemaError):
        schema(table).validate(frame(table, [*rows, {"dish_id": "cake", "number": 1}]))


@both_libraries
def test_a_key_of_several_columns_is_unique_as_a_whole(schema: Any, frame: Any) -> None:
    table = replace(dishes("flavour"), primary_key=("dish_id", "flavour"))
    rows: list[Record] = [{"dish_id": "rice", "flavour": "sweet"}, {"dish_id": "rice", "flavour": "sour"}]
    schema(table).validate(frame(table, rows))
    with pytest.raises(SchemaError):
        schema(table).validate(frame(table, [*rows, rows[0]]))


@both_libraries
def test_an_empty_table_passes(schema: Any, frame: Any) -> None:
    for table in ALL.values():
        schema(table).validate(frame(table, []))


def test_a_date_in_pandas_has_no_time_of_day() -> None:
    table = dishes("cooked_on")
    frame = dishes_in_pandas(table, [valid_row(table)])
    frame["cooked_on"] += pd.Timedelta(hours=12)
    with pytest.raises(SchemaError, match="whole_day"):
        pandera.pandas_schema(table).validate(frame)


# --- Table Schema and JSON Schema ------------------------------------------------------------------


def test_table_schema_says_all_there_is_to_say() -> None:
    schema = frictionless.table_schema(dishes(*COLUMNS))
    fields = {field["name"]: field for field in schema["fields"]}
    assert schema["missingValues"] == [""]
    assert schema["primaryKey"] == ["dish_id"]
    assert schema["uniqueKeys"] == [["number"]]
    assert schema["foreignKeys"] == [{"fields": ["side_dish_id"], "reference": {"fields": ["dish_id"]}}]
    assert fields["number"]["constraints"] == {"required": True, "unique": True, "minimum": 0}
    assert fields["weight"]["constraints"] == {"minimum": -90, "maximum": 90}
    assert fields["label"]["constraints"]["maxLength"] == 160
    assert fields["is_warm"]["trueValues"] == ["true"]
    assert fields["cooked_on"] == {
        "name": "cooked_on",
        "type": "date",
        "description": "A derived date.",
        "example": "2022-05-01",
    }
    assert fields["flavour"]["categories"] == fields["flavour"]["constraints"]["enum"] == ["sweet", "sour"]
    assert fields["flavour"]["categoriesOrdered"] is False
    assert fields["heat"]["categoriesOrdered"] is True
    assert fields["origin"]["rdfType"] == "https://example.org/t"


def test_a_link_to_another_table_names_it() -> None:
    schema = frictionless.table_schema(tables()["term_mappings"])
    names = ["vocabulary", "term"]
    assert schema["foreignKeys"] == [
        {"fields": names, "reference": {"resource": "vocabularies", "fields": names}}
    ]


def test_json_schema_takes_a_whole_row_and_nothing_else() -> None:
    table = tables()["footnotes"]
    validator = jsonschema.Draft202012Validator(json_form.schema(table))
    row = valid_row(table) | {"date_start": "2022-05-01", "date_end": "2022-05-31"}
    assert validator.is_valid(row)
    assert validator.is_valid(row | {"note": None})
    assert not validator.is_valid(row | {"remark": "None."})
    assert not validator.is_valid({name: value for name, value in row.items() if name != "note"})
    assert not validator.is_valid(row | {"date_start": "1 May 2022"})


# --- Pydantic, for forks ---------------------------------------------------------------------------


def forked(model: type[Any], **added: list[str]) -> Table:
    ours = {
        name: extended(VOCABULARIES[name], [{"term": term} for term in terms])
        for name, terms in added.items()
    }
    return table_of(model, VOCABULARIES | ours)


def test_the_model_of_a_table_is_its_own() -> None:
    assert pydantic.model(tables()["actors"]) is Actor
    assert pydantic.model(forked(Claim, actor_type=["guild"])) is Claim


def test_a_fork_s_terms_are_taken_and_all_else_is_as_it_was() -> None:
    table = forked(Actor, actor_type=["guild"])
    model, row = pydantic.model(table), valid_row(table)
    assert issubclass(model, Actor)
    assert model.model_validate(row | {"actor_type": "guild"}).model_dump()["actor_type"] == "guild"
    assert model.model_validate(row).model_dump() == Actor.model_validate(row).model_dump()
    with pytest.raises(ValidationError):
        Actor.model_validate(row | {"actor_type": "guild"})
    for wrong in (
        {"actor_type": "gild"},
        {"role": "guild"},
        {"country_code": "Pakistan"},
        {"remark": "None."},
    ):
        with pytest.raises(ValidationError):
            model.model_validate(row | wrong)
    # Read back, it is the same table: name, key, links, and every fact of every column.
    vocabularies = {
        column.vocabulary.name: column.vocabulary for column in table.columns if column.vocabulary
    }
    assert table_of(model, vocabularies) == table


def test_a_fork_s_terms_are_taken_in_columns_that_may_be_empty() -> None:
    table = forked(tables()["events"].model, means=["poison"])
    model, row = pydantic.model(table), valid_row(table)
    for value in ("poison", "firearms", None):
        assert model.model_validate(row | {"means": value}).model_dump()["means"] == value


def test_a_fork_s_terms_reach_every_form() -> None:
    table = forked(Actor, actor_type=["guild"])
    row = valid_row(table) | {"actor_type": "guild"}
    pandera.pandas_schema(table).validate(dishes_in_pandas(table, [row]))
    pandera.polars_frame_schema(table).validate(dishes_in_polars(table, [row]))
    assert jsonschema.Draft202012Validator(json_form.schema(table)).is_valid(row)
    (field,) = (f for f in frictionless.table_schema(table)["fields"] if f["name"] == "actor_type")
    assert field["constraints"]["enum"][-1] == field["categories"][-1] == "guild"
    assert "'guild'" in sql.ddl(table)
    assert "| `guild` |" in codebook.markdown({"actors": table}, ABOUT, "")


# --- SQL -------------------------------------------------------------------------------------------


def inserted(connection: Any, table: Table, rows: Iterable[Record]) -> None:
    marks = ", ".join("?" * len(table.columns))
    for row in rows:
        values = [
            value.isoformat() if isinstance(value, dt.date) else value
            for value in (row[name] for name in table.column_names)
        ]
        connection.execute(f"INSERT INTO {sql.quoted(table.name)} VALUES ({marks})", values)


def sqlite_connection() -> Any:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    return closing(connection)


ENGINES: dict[Any, tuple[Callable[[], Any], type[Exception]]] = {
    "sqlite": (sqlite_connection, sqlite3.Error),
    "duckdb": (duckdb.connect, duckdb.Error),
}
every_engine = pytest.mark.parametrize("dialect", ENGINES)

# What a database takes though it breaks a rule: (engine, constraint) -> why.
TAKEN_BY_SQL = {
    ("sqlite", "pattern"): "Stock SQLite has no regular expressions.",
}


@every_engine
def test_all_tables_with_their_links_go_into_a_database(dialect: Any) -> None:
    connect, _ = ENGINES[dialect]
    rows = package_rows()
    with connect() as connection:
        for table in ALL.values():
            connection.execute(sql.ddl(table, dialect))
            row = emptied(table) | {name: rows[table.name][0][name] for name in _linked(table)}
            inserted(connection, table, [row])
            ((count,),) = connection.execute(f"SELECT count(*) FROM {sql.quoted(table.name)}").fetchall()
            assert count == 1


def _linked(table: Table) -> Iterator[str]:
    """The columns that refer to other tables."""
    for link in table.links:
        if link.table != table.name:
            yield from link.columns


@every_engine
@pytest.mark.parametrize("table", ["claim_actors", "term_mappings", "changes"])
def test_a_database_refuses_what_refers_to_nothing(dialect: Any, table: str) -> None:
    connect, error = ENGINES[dialect]
    with connect() as connection:
        for each in ALL.values():
            connection.execute(sql.ddl(each, dialect))
        if table == "changes":  # refers to tables by name only
            inserted(connection, ALL[table], [valid_row(ALL[table])])
        else:
            with pytest.raises(error):
                inserted(connection, ALL[table], [valid_row(ALL[table])])


@every_engine
def test_a_database_refuses_bad_cells(dialect: Any) -> None:
    connect, error = ENGINES[dialect]
    taken: set[tuple[str, str]] = set()
    with connect() as connection:
        for table in ALL.values():
            connection.execute(sql.ddl(replace(table, links=()), dialect))
            for cell in bad_cells(table):
                if not _can_be_cast(cell) and is_taken(connection, error, table, [bad_row(table, cell)]):
                    taken.add((dialect, cell.constraint))
    assert taken == {what for what in TAKEN_BY_SQL if what[0] == dialect}


def _can_be_cast(cell: BadCell) -> bool:
    """A database makes the text 5 of the number 5."""
    return cell.constraint == "data_type" and cell.column.data_type == "string"


@every_engine
def test_a_database_refuses_duplicates(dialect: Any) -> None:
    connect, error = ENGINES[dialect]
    with connect() as connection:
        for table in ALL.values():
            connection.execute(sql.ddl(replace(table, links=()), dialect))
            for column, rows in duplicates(table):
                assert is_taken(connection, error, table, rows[:1]), table.name
                assert not is_taken(connection, error, table, rows), column


def is_taken(connection: Any, error: type[Exception], table: Table, rows: list[Record]) -> bool:
    """Whether the database takes the rows; it is empty again afterwards."""
    connection.execute("BEGIN")
    try:
        inserted(connection, table, rows)
    except error:
        return False
    finally:
        connection.execute("ROLLBACK")
    return True


def family() -> list[Record]:
    table = tables()["places"]
    lone = emptied(table) | {"passage_id": None}
    parents = {"camp": "town", "town": "land", "land": None, "old-camp": "town"}
    successors = {"old-camp": "camp"}
    return [
        lone | {"place_id": name, "part_of_place_id": parents[name], "superseded_by": successors.get(name)}
        for name in ("old-camp", "camp", "town", "land")
    ]


def test_parents_stand_before_those_that_refer_to_them() -> None:
    table = tables()["places"]
    rows = sql.parents_first(table, family())
    assert [row["place_id"] for row in rows] == ["land", "town", "camp", "old-camp"]
    assert sorted(row["place_id"] for row in rows) == sorted(row["place_id"] for row in family())


def test_rows_that_refer_to_none_of_their_table_keep_their_order() -> None:
    table = tables()["claim_actors"]
    rows = [valid_row(table) | {"actor_id": actor} for actor in ("z", "a", "m")]
    assert sql.parents_first(table, rows) == rows
    places = tables()["places"]
    stray = valid_row(places) | {"part_of_place_id": "not-there", "superseded_by": None}
    assert sql.parents_first(places, [stray]) == [stray]


def test_rows_with_one_key_are_all_kept() -> None:
    table = tables()["places"]
    assert len(sql.parents_first(table, [*family(), *family()])) == 2 * len(family())


def test_rows_that_refer_in_a_circle_are_refused() -> None:
    rows = family()
    rows[-1]["part_of_place_id"] = "camp"
    with pytest.raises(CycleError):
        sql.parents_first(tables()["places"], rows)


@every_engine
def test_a_database_takes_rows_with_parents_first(dialect: Any) -> None:
    connect, error = ENGINES[dialect]
    table = tables()["places"]
    table = replace(table, links=tuple(link for link in table.links if link.table == "places"))
    with connect() as connection:
        connection.execute(sql.ddl(table, dialect))
        with pytest.raises(error):
            inserted(connection, table, family())
    with connect() as connection:
        connection.execute(sql.ddl(table, dialect))
        inserted(connection, table, sql.parents_first(table, family()))


# --- the codebook ----------------------------------------------------------------------------------

CODEBOOK = codebook.markdown(ALL, ABOUT, "# Rules\n\n## Grain\n\nOne clause, one claim.\n")
HEADINGS = re.findall(r"^(#+) (.+)$", CODEBOOK, flags=re.MULTILINE)


def test_the_codebook_has_a_section_for_each_table_and_vocabulary() -> None:
    sections = [title for level, title in HEADINGS if level == "###"]
    assert sections == [*ALL, *VOCABULARIES, "Rules"]
    assert HEADINGS[-1] == ("####", "Grain")


def test_links_within_the_codebook_lead_somewhere() -> None:
    targets = {title for _, title in HEADINGS}
    links = set(re.findall(r"\]\(#([^)]+)\)", CODEBOOK))
    assert links
    assert links <= targets


def test_the_codebook_prints_every_column_and_term() -> None:
    for table in ALL.values():
        for column in table.columns:
            assert f"| `{column.name}` |" in CODEBOOK
            assert column.description in CODEBOOK
    for vocabulary in VOCABULARIES.values():
        assert vocabulary.description in CODEBOOK
        for term in vocabulary.terms:
            assert f"| `{term.term}` |" in CODEBOOK
            for text in (term.definition, term.when_not_to_use, term.example):
                assert text.replace("|", r"\|") in CODEBOOK


def test_the_rows_of_the_codebook_s_tables_have_as_many_cells_as_their_headers() -> None:
    for block in re.findall(r"(?:^\|.*\|\n)+", CODEBOOK, flags=re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1, block[:200]


def test_pipes_are_escaped() -> None:
    (column,) = dishes().columns
    table = replace(dishes(), columns=(replace(column, description="Rice | pudding.", example="a|b"),))
    text = codebook.markdown({"dishes": table}, ABOUT, "")
    assert r"| `dish_id` | text | yes | Rice \| pudding. | `a\|b` |" in text


def test_the_diagram_shows_every_link_but_those_to_successors() -> None:
    (diagram,) = re.findall(r"```mermaid\nerDiagram\n(.*?)```", CODEBOOK, flags=re.DOTALL)
    shown = re.findall(r'^    (\w+) (?:\|\||\|o)--o[{|] (\w+) : "([\w ]+)"$', diagram, flags=re.MULTILINE)
    assert len(shown) == len(diagram.splitlines())
    links = [(table.name, link) for table in ALL.values() for link in table.links]
    assert shown == [
        (link.table, name, " ".join(link.columns))
        for name, link in links
        if link.columns != ("superseded_by",)
    ]
    assert '    claims ||--o{ claim_actors : "claim_id"' in diagram
    assert '    claims |o--o{ claims : "parent_claim_id"' in diagram


def test_the_codebook_opens_with_what_the_package_is() -> None:
    opening = CODEBOOK.partition("## Files")[0]
    for part in ("# The kitchen", "version 1.0.0", "Dishes.", "Cook, A. (2019). Cooking.", "CC0-1.0"):
        assert part in opening
    assert "Corrections" not in opening
    contact = ABOUT | {"package": ABOUT["package"] | {"contact": "the cook"}}
    assert "Corrections and questions: the cook." in codebook.markdown(ALL, contact, "")
