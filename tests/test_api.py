"""The names of the package, rows and schemas, the database, citations."""

from __future__ import annotations

import csv
import json
import sys
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pandas as pd
import pyarrow as pa
import pytest
from pandera.errors import SchemaError, SchemaErrors
from pydantic import BaseModel, ValidationError
from tests.small_package import PACKAGE_TOML, edit_cell, row, write_built_package

import ttp_posture as tp
from ttp_posture import about, publish
from ttp_posture.citation import cff
from ttp_posture.errors import (
    DataFileError,
    MissingBackendError,
    OptionError,
    PackageError,
    TtpPostureError,
)
from ttp_posture.forms.text import as_text
from ttp_posture.package import derived_tables, tables


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_built_package(tmp_path / "package")
    monkeypatch.setattr(import_module("ttp_posture.loading"), "data_folder", lambda: folder)
    monkeypatch.setattr(import_module("ttp_posture.citation"), "data_folder", lambda: folder)
    return folder


@pytest.fixture
def fork(small: Path) -> Path:
    """The small package with a cue of its own."""
    term = {"vocabulary": "certainty_cue", "term": "methinks", "is_open": True, "position": None}
    empty = {"broader": None, "definition": None, "when_not_to_use": None, "example": None}
    with (small / "vocabularies.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(row("vocabularies", term | empty).values())
    return small


# --- names -----------------------------------------------------------------------------------------


def test_names() -> None:
    assert dir(tp) == tp.__all__ == sorted(tp.__all__)
    for name in tp.__all__:
        assert getattr(tp, name)
    with pytest.raises(AttributeError, match="has no attribute 'lod'"):
        tp.lod  # noqa: B018


def test_no_module_has_the_name_of_a_function() -> None:
    """Importing the module would put it in the function's place."""
    folder = Path(str(tp.__file__)).parent
    assert {path.stem for path in folder.iterdir()} & set(tp.__all__) == set()


def test_version_is_that_of_the_data_where_nothing_is_installed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", none)
    assert tp.__version__ == "0.1.0"


def test_version_is_that_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: "1.2.3.post1")
    assert tp.__version__ == "1.2.3.post1"


# --- rows and schemas ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(tables()))
def test_records_are_the_rows(small: Path, name: Any) -> None:
    rows = tp.records(name, retired=True)
    with (small / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    assert [
        {key: as_text(value) for key, value in each.model_dump(mode="python").items()} for each in rows
    ] == [*expected]


def test_records_leave_out_retired_rows(small: Path) -> None:
    assert len(tp.records("claims")) == 3
    assert len(tp.records("claims", retired=True)) == 4


@pytest.mark.parametrize("name", list(tables()))
def test_describe(name: Any) -> None:
    frame = tp.describe(name)
    assert frame["column"].tolist() == list(tables()[name].column_names)
    assert list(frame.columns) == [
        "column",
        "type",
        "is_key",
        "is_required",
        "is_derived",
        "vocabulary",
        "references",
        "description",
        "example",
    ]
    assert frame["is_required"].dtype == bool
    assert frame["description"].str.endswith(".").all()


def test_described_links_and_codes() -> None:
    frame = tp.describe("claim_actors").set_index("column")
    assert frame.loc["actor_id", "references"] == "actors.actor_id"
    assert frame.loc["role", "vocabulary"] == "claim_actor_role"
    assert pd.isna(frame.loc["role", "references"])
    composite = tp.describe("term_mappings").set_index("column")["references"]
    assert composite["term"] == "vocabularies.term"
    metadata = tp.schema("term_mappings", "arrow").field("vocabulary").metadata
    assert metadata[b"references"] == b"vocabularies.vocabulary"


def test_schema_in_every_form(small: Path) -> None:
    assert issubclass(tp.schema("claims", "pydantic"), BaseModel)
    frame = tp.load("claims", retired=True)
    assert tp.schema("claims", "pandera").validate(frame).equals(frame)
    in_polars = tp.load("claims", backend="polars", retired=True)
    assert tp.schema("claims", "pandera-polars").validate(in_polars).equals(in_polars)
    assert isinstance(tp.schema("claims", "arrow"), pa.Schema)
    assert tp.schema("claims", "frictionless")["primaryKey"] == ["claim_id"]
    jsonschema.Draft202012Validator.check_schema(tp.schema("claims", "jsonschema"))
    assert tp.schema("claims", "sql").startswith('CREATE TABLE "claims"')


def test_schema_of_a_package_allows_its_own_terms(fork: Path) -> None:
    values = tables()["claim_holders"].model.model_validate(
        {
            "claim_id": "CLM-0001",
            "position": 1,
            "holder_number": 1,
            "holder_actor_id": "authors",
            "holder_source_id": None,
            "attribution_type": "states",
            "certainty": "certain",
            "certainty_cue": None,
            "note": None,
            "status": "active",
        }
    )
    new = values.model_dump(mode="json") | {"certainty_cue": "methinks"}
    with pytest.raises(ValidationError):
        tp.schema("claim_holders", "pydantic").model_validate(new)
    assert tp.schema("claim_holders", "pydantic", package=fork).model_validate(new)
    frame = tp.load("claim_holders").assign(certainty_cue="methinks")
    with pytest.raises((SchemaError, SchemaErrors)):
        tp.schema("claim_holders", "pandera").validate(frame)
    assert len(tp.schema("claim_holders", "pandera", package=str(fork)).validate(frame)) == len(frame)


def test_schema_of_a_package_that_adds_to_a_closed_vocabulary(fork: Path) -> None:
    text = (fork / "vocabularies.csv").read_text(encoding="utf-8")
    (fork / "vocabularies.csv").write_text(
        text.replace("certainty_cue,methinks", "certainty,methinks"), encoding="utf-8"
    )
    with pytest.raises(DataFileError, match="'certainty' is closed"):
        tp.schema("claims", "pydantic", package=fork)


def test_unknown_form() -> None:
    with pytest.raises(OptionError, match=r"no form 'pandas'; .*did you mean pandera\?"):
        tp.schema("claims", "pandas")  # type: ignore[arg-type]


def test_form_whose_library_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingBackendError, match=r"needs polars, .*pip install polars"):
        tp.schema("claims", "pandera-polars")


# --- the database ----------------------------------------------------------------------------------


def test_database_has_every_table_with_its_rows(small: Path) -> None:
    database = tp.connect()
    for name in tp.tables():
        count = database.sql(f'select count(*) from "{name}"').fetchall()
        assert count == [(len(tp.load(name, retired=True)),)]
    flat = database.sql("select * from claims_expanded")
    assert flat.columns == list(derived_tables()["claims_expanded"].column_names)
    assert len(flat) == 3


REFUSED = {
    "insert into claims select * from claims": "Duplicate key",
    "delete from passages where passage_id = 'PSG-0021'": "foreign key",
    "insert into claim_actors values ('CLM-9999', 'ttp', 'agent', null, 'active')": "foreign key",
    "insert into claim_actors values ('CLM-0001', 'ttp', 'captain', null, 'active')": "CHECK",
    "insert into claim_actors values ('CLM-0001', 'ttp', null, null, 'active')": "NOT NULL",
}


def test_database_declares_its_keys_and_codes(small: Path) -> None:
    database = tp.connect()
    for statement, message in REFUSED.items():
        with pytest.raises(duckdb.ConstraintException, match=message):
            database.execute(statement)


def test_database_needs_rows_that_refer_to_one_another_in_order(small: Path) -> None:
    edit_cell(small / "claims.csv", 2, "parent_claim_id", "CLM-0002")
    publish.build(small)
    assert len(tp.connect().sql("select * from claims")) == 4
    edit_cell(small / "claims.csv", 3, "parent_claim_id", "CLM-0001")
    publish.build(small)
    with pytest.raises(DataFileError, match=r"claims\.parquet: holds rows that its table does not allow"):
        tp.connect()


def test_database_without_duckdb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingBackendError, match="connect needs duckdb"):
        tp.connect()


def test_database_without_a_file(small: Path) -> None:
    (small / "parquet" / "events.parquet").unlink()
    with pytest.raises(DataFileError, match=r"events\.parquet: is missing"):
        tp.connect()


# --- citations -------------------------------------------------------------------------------------


def test_text(small: Path) -> None:
    assert tp.cite() == (
        "A. Keeper (2026). The Quarrel over the Light, as data (version 0.1.0) [Data set]. CC-BY-4.0.\n"
        "Coded from: Keeper, A. (2019). The Quarrel over the Light. The Beacon. Harbour Press."
    )


def test_bibtex_escapes_what_tex_would_read(small: Path) -> None:
    toml = PACKAGE_TOML.replace("Harbour Press", "Harbour & Sons_100% {x}")
    (small / "package.toml").write_text(toml, encoding="utf-8")
    text = tp.cite("bibtex")
    assert r"publisher = {Harbour \& Sons\_100\% \{x\}}" in text
    assert text.startswith("@misc{small-package-0.1.0,\n  author = {{A. Keeper}},\n")
    assert "@article{keeper-2019,\n  author = {Keeper, A.},\n  title = {{The Quarrel over the Light}}" in text


def test_csl_json(small: Path) -> None:
    dataset, article = json.loads(tp.cite("csl-json"))
    assert dataset["author"] == [{"literal": "A. Keeper"}]
    assert dataset["issued"] == {"date-parts": [[2026, 1, 2]]}
    assert article["author"] == [{"family": "Keeper", "given": "A."}]


def test_ris(small: Path) -> None:
    assert tp.cite("ris").splitlines()[-8:] == [
        "TY  - JOUR",
        "AU  - Keeper, A.",
        "TI  - The Quarrel over the Light",
        "JO  - The Beacon",
        "PB  - Harbour Press",
        "PY  - 2019",
        "DA  - 2019/05/03",
        "ER  - ",
    ]


def test_published_citation_names_the_article() -> None:
    for style in ("text", "bibtex", "csl-json", "ris"):
        assert "Jadoon" in tp.cite(style)  # type: ignore[arg-type]
        assert "ttp-posture contributors" in tp.cite(style)  # type: ignore[arg-type]


def test_unknown_style() -> None:
    with pytest.raises(OptionError, match="no style 'apa'; expected one of text, bibtex, csl-json, ris"):
        tp.cite("apa")  # type: ignore[arg-type]


def test_citation_without_package_toml(small: Path) -> None:
    (small / "package.toml").unlink()
    with pytest.raises(PackageError, match="cannot be read"):
        tp.cite()


def test_citation_file(small: Path) -> None:
    lines = dict(line.split(": ", 1) for line in cff(about.read(small)).splitlines())
    values = {name: json.loads(value) for name, value in lines.items()}
    assert values["cff-version"] == "1.2.0"
    assert (values["type"], values["version"], values["date-released"]) == ("dataset", "0.1.0", "2026-01-02")
    assert values["license"] == ["CC-BY-4.0"]
    assert values["authors"] == [{"name": "A. Keeper"}]
    assert values["references"][0]["authors"] == [{"family-names": "Keeper", "given-names": "A."}]


# --- errors ----------------------------------------------------------------------------------------


def test_every_error_has_one_root() -> None:
    errors = import_module("ttp_posture.errors")
    classes = [
        each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)
    ]
    assert len(classes) == 9
    assert all(issubclass(each, TtpPostureError) for each in classes)
    for each in classes:
        assert each.__name__ in str(errors.__doc__)
