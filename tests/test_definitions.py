"""The definitions: a column reaches every form, names follow one grammar, codes and links hold together."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import duckdb
import pytest
from pydantic import create_model
from tests.bad_rows import valid_row

from ttp_posture import columns as c
from ttp_posture.columns import column
from ttp_posture.forms import arrow, codebook, dtypes, frictionless, jsonschema, pandera, pydantic, sql
from ttp_posture.mappings import TERM_MAPPINGS
from ttp_posture.models import Row
from ttp_posture.package import Table, derived_tables, table_of, tables
from ttp_posture.vocabulary import VOCABULARIES, Grades, Term, Vocabulary, Words

ALL = tables() | derived_tables()
EVERY_COLUMN = [(table, each) for table in ALL.values() for each in table.columns]
TERMS = [term for vocabulary in VOCABULARIES.values() for term in vocabulary.terms]


# --- a column reaches every form -------------------------------------------------------------------


class Flavour(Words):
    """How it tastes."""

    SWEET = "sweet", "Like honey.", "Not for lemons: sour.", "Honey"
    SOUR = "sour", "Like lemons.", "Not for honey: sweet.", "Lemon"


class Heat(Grades):
    """How hot it is."""

    MILD = 1, "Hardly.", "Not for pepper: 2.", "Rice"
    HOT = 2, "Very.", "Not for rice: 1.", "Pepper"


KITCHEN = {
    "flavour": Vocabulary("flavour", "How it tastes.", Flavour, is_open=True, is_ordered=False),
    "heat": Vocabulary("heat", "How hot it is.", Heat, is_open=False, is_ordered=True),
}


class Dish(Row, name="dishes", key=("dish_id",)):
    """One dish. It is cooked."""

    dish_id: c.PlaceId = column("Identifier.", example="rice-pudding")


COLUMNS: dict[str, tuple[Any, Any]] = {
    "label": (c.Label, column("A text with a pattern and a length.", example="Pudding")),
    "number": (c.Whole, column("A whole number with a lower bound.", example=3, is_unique=True)),
    "weight": (c.Latitude | None, column("A number with two bounds.", example=1.5)),
    "is_warm": (c.Flag, column("Yes or no.", example=True)),
    "cooked_on": (c.Date | None, column("A derived date.", example=dt.date(2022, 5, 1), is_derived=True)),
    "flavour": (Flavour, column("A code.", example="sweet")),
    "heat": (Heat | None, column("A grade.", example=1)),
    "side_dish_id": (
        c.PlaceId | None,
        column("A link.", example="rice-pudding", references="dishes.dish_id"),
    ),
    "origin": (c.Url, column("A term.", example="https://example.org", outside_term="https://example.org/t")),
}

ABOUT = {
    "package": {
        "name": "kitchen",
        "title": "The kitchen",
        "version": "1.0.0",
        "description": "Dishes.",
        "date_released": "2022-05-01",
        "licences": [{"name": "CC0-1.0"}],
        "contributors": [{"title": "A cook"}],
    },
    "article": {
        "title": "Cooking",
        "authors": [{"given": "A.", "family": "Cook"}],
        "container_title": "The Spoon",
        "publisher": "Pan Press",
        "date_issued": "2019-05-03",
        "licence": "CC0-1.0",
    },
}


def in_sqlite(table: Table) -> list[str]:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(sql.ddl(table, "sqlite"))
        found = connection.execute(f"SELECT name FROM pragma_table_info('{table.name}')").fetchall()
    connection.close()
    return [name for (name,) in found]


def in_duckdb(table: Table) -> list[str]:
    with duckdb.connect() as connection:
        connection.execute(sql.ddl(table, "duckdb"))
        return [name for name, *_ in connection.execute(f"DESCRIBE {table.name}").fetchall()]


def in_codebook(table: Table) -> list[str]:
    text = codebook.markdown({table.name: table}, ABOUT, "# Rules")
    (section,) = re.findall(rf"^### {table.name}$(.*?)^##", text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


def in_descriptor(table: Table) -> list[str]:
    descriptor = frictionless.descriptor({table.name: table}, ABOUT, {f"{table.name}.csv": b""})
    return [field["name"] for field in descriptor["resources"][0]["schema"]["fields"]]


FORMS: dict[str, Callable[[Table], Iterable[str]]] = {
    "arrow": lambda table: arrow.schema(table).names,
    "pandas": dtypes.pandas_dtypes,
    "polars": dtypes.polars_schema,
    "pandera_pandas": lambda table: pandera.pandas_schema(table).columns,
    "pandera_polars": lambda table: pandera.polars_frame_schema(table).columns,
    "descriptor": in_descriptor,
    "jsonschema": lambda table: jsonschema.schema(table)["properties"],
    "pydantic": lambda table: pydantic.model(table).model_fields,
    "sqlite": in_sqlite,
    "duckdb": in_duckdb,
    "codebook": in_codebook,
}


def dishes(*names: str) -> Table:
    """A made-up table that has these of the columns beside its key."""
    chosen: dict[str, Any] = {name: COLUMNS[name] for name in names}
    options = {"name": "dishes", "key": ("dish_id",)}
    model = create_model("Dish", __base__=Dish, __doc__=Dish.__doc__, __cls_kwargs__=options, **chosen)
    return table_of(model, KITCHEN)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_added_to_a_model_appears_in_every_form(form: str, name: str) -> None:
    assert list(FORMS[form](dishes())) == ["dish_id"]
    assert list(FORMS[form](dishes(name))) == ["dish_id", name]


def test_the_made_up_columns_cover_all_there_is_to_say_of_one() -> None:
    table = dishes(*COLUMNS)
    for fact in type(table.columns[0]).__dataclass_fields__:
        assert any(getattr(each, fact) not in (None, False) for each in table.columns), fact
    assert {each.data_type for each in table.columns} == {"string", "integer", "number", "boolean", "date"}


def test_every_fact_of_a_column_is_read_from_its_model() -> None:
    table = dishes(*COLUMNS)
    label, number, weight = table["label"], table["number"], table["weight"]
    assert (label.data_type, label.is_required, label.max_length) == ("string", True, 160)
    assert label.pattern
    assert label.description == "A text with a pattern and a length."
    assert (number.minimum, number.maximum, number.is_unique) == (0, None, True)
    assert (weight.data_type, weight.is_required, weight.minimum, weight.maximum) == (
        "number",
        False,
        -90,
        90,
    )
    assert (table["cooked_on"].data_type, table["cooked_on"].is_derived) == ("date", True)
    assert (table["flavour"].values, table["heat"].values) == (("sweet", "sour"), (1, 2))
    assert table["side_dish_id"].references == ("dishes", "dish_id")
    assert table["origin"].outside_term == "https://example.org/t"
    assert (table.title, table.description) == ("One dish", "It is cooked.")
    with pytest.raises(KeyError):
        table["no_such_column"]


# --- names -----------------------------------------------------------------------------------------

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


@pytest.mark.parametrize("name", {*ALL, *VOCABULARIES, *(each.name for _, each in EVERY_COLUMN)})
def test_names_are_short_and_in_snake_case(name: str) -> None:
    assert SNAKE_CASE.fullmatch(name)
    assert len(name) <= 32


def test_tables_are_named_in_the_plural() -> None:
    without_plural = {"claim_evidence", "claims_expanded"}
    assert {name for name in ALL if not name.endswith("s")} == without_plural


def test_booleans_are_named_as_statements() -> None:
    assert {each.name for _, each in EVERY_COLUMN if each.data_type == "boolean"} == {
        each.name for _, each in EVERY_COLUMN if each.name.startswith("is_")
    }


def test_links_are_named_for_the_identifier_they_hold() -> None:
    for table, each in EVERY_COLUMN:
        if each.references and each.name != "superseded_by":
            assert each.name.endswith(each.references[1]), f"{table.name}.{each.name}"
    for table in tables().values():
        for each in table.columns:
            if each.name.endswith("_id"):
                assert each.references or (each.name,) == table.primary_key, f"{table.name}.{each.name}"


def test_no_names_differ_by_case_alone() -> None:
    lists = [list(ALL), list(VOCABULARIES)]
    lists += [list(table.column_names) for table in ALL.values()]
    lists += [[str(value) for value in vocabulary.values] for vocabulary in VOCABULARIES.values()]
    for names in lists:
        assert len({name.casefold() for name in names}) == len(names)


# --- vocabularies ----------------------------------------------------------------------------------


def test_every_vocabulary_is_used() -> None:
    in_columns = {each.vocabulary.name for _, each in EVERY_COLUMN if each.vocabulary}
    in_mappings = {mapping.vocabulary for mapping in TERM_MAPPINGS}
    assert set(VOCABULARIES) == in_columns | in_mappings


def test_terms_are_spelt_as_codes() -> None:
    for vocabulary in VOCABULARIES.values():
        for value in vocabulary.values:
            assert isinstance(value, int) or SNAKE_CASE.fullmatch(value), f"{vocabulary.name}.{value}"


def test_no_two_terms_share_a_sentence() -> None:
    sentences = Counter(
        sentence
        for term in TERMS
        for text in (term.definition, term.when_not_to_use)
        for sentence in re.split(r"(?<=\.)\s+", text)
    )
    assert {sentence for sentence, count in sentences.items() if count > 1} == set()


# What to do instead, where the neighbour is no code: leave it out, code no cue, or the type of another thing.
INSTRUCTION = re.compile(
    r"\bleave\b|: no cue|: (?:the|that|its own) (?:part|type)|: the types above|'s type|: an event of type "
    r"|: use the |: one of the two|\bits own cue\b"
)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.vocabulary}.{term.term}")
def test_when_not_to_use_a_term_names_what_to_use(term: Term) -> None:
    neighbours = {str(value) for value in VOCABULARIES[term.vocabulary].values} - {term.term}
    elsewhere = set(ALL) | set(VOCABULARIES) | {each.name for _, each in EVERY_COLUMN}
    instead = term.when_not_to_use.partition(":")[2]
    named = set(re.findall(r"\w+", instead))
    assert named & (neighbours | elsewhere) or INSTRUCTION.search(term.when_not_to_use)


def test_broader_terms_of_cues_are_certainties() -> None:
    cues = {term.broader for term in VOCABULARIES["certainty_cue"].terms}
    assert cues <= set(VOCABULARIES["certainty"].values)


# --- mappings --------------------------------------------------------------------------------------


def test_every_mapped_term_exists_and_is_mapped_once() -> None:
    keys = [(each.vocabulary, each.term, each.scheme, each.position) for each in TERM_MAPPINGS]
    assert len(set(keys)) == len(keys)
    known = {(term.vocabulary, term.term) for term in TERMS}
    assert {(each.vocabulary, each.term) for each in TERM_MAPPINGS} <= known
    for each in TERM_MAPPINGS:
        assert (each.code is None) == (each.relation == "no_match"), each


@pytest.mark.parametrize("scheme", ["plover", "cameo", "acled", "gtd", "ucdp"])
def test_every_event_type_says_how_it_stands_to_each_event_dataset(scheme: str) -> None:
    mapped = {each.term for each in TERM_MAPPINGS if (each.vocabulary, each.scheme) == ("event_type", scheme)}
    assert mapped == set(VOCABULARIES["event_type"].values)


def test_terms_of_a_mapped_vocabulary_are_all_mapped() -> None:
    by_list: dict[tuple[str, str], set[str]] = {}
    for each in TERM_MAPPINGS:
        by_list.setdefault((each.vocabulary, each.scheme), set()).add(each.term)
    for (vocabulary, _), terms in by_list.items():
        assert terms == {str(value) for value in VOCABULARIES[vocabulary].values}


# --- columns, keys and links -----------------------------------------------------------------------


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_the_examples_of_a_table_make_a_valid_row(table: Table) -> None:
    table.model.model_validate(valid_row(table))


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_every_column_says_what_it_is(table: Table) -> None:
    assert table.title
    for each in table.columns:
        assert each.description.endswith("."), each.name
        assert each.example is not None, each.name
        assert not each.outside_term or each.outside_term.startswith("http"), each.name
        if each.pattern:
            assert each.pattern.startswith("^"), each.name
            assert each.pattern.endswith("$"), each.name
            # Unicode digits and letters would be taken by some engines and not by others.
            assert not re.search(r"\\[dws]", each.pattern), each.name
        if each.data_type == "string":
            assert each.pattern or each.vocabulary, f"{each.name} takes any text"
        if each.data_type == "number":
            bounds = (each.minimum, each.maximum)
            assert None not in bounds, f"{each.name}: without bounds, nan and infinity pass"


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_keys_are_never_empty(table: Table) -> None:
    assert table.primary_key
    assert all(table[name].is_required for name in table.primary_key)


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_links_point_at_the_key_of_the_same_or_an_earlier_table(table: Table) -> None:
    earlier = list(ALL)[: list(ALL).index(table.name)]
    for link in table.links:
        assert link.table in {*earlier, table.name}
        target = ALL[link.table]
        assert link.target_columns == target.primary_key
        for name, target_name in zip(link.columns, link.target_columns, strict=True):
            ours, theirs = table[name], target[target_name]
            assert (ours.data_type, ours.pattern, ours.max_length) == (
                theirs.data_type,
                theirs.pattern,
                theirs.max_length,
            )
        if len(link.columns) > 1:
            assert all(table[name].is_required for name in link.columns)


def test_rows_with_an_identifier_can_be_superseded_and_link_rows_cannot() -> None:
    for table in tables().values():
        if table.is_generated or table.name == "changes":
            continue
        has_own_id = len(table.primary_key) == 1
        assert "status" in table.column_names
        assert ("superseded_by" in table.column_names) == has_own_id, table.name


def test_ordered_vocabularies_of_numbers_count_up() -> None:
    for vocabulary in VOCABULARIES.values():
        if issubclass(vocabulary.codes, Grades):
            assert vocabulary.is_ordered
            assert all(int(low) < int(high) for low, high in pairwise(vocabulary.values))
