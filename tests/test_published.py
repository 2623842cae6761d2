"""The published tables before every judge: ours, and those from outside that know no code of ours."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pytest

import ttp_posture as tp
from ttp_posture import anchors
from ttp_posture.forms import jsonschema as row_schemas
from ttp_posture.forms import pandera, sql
from ttp_posture.loading import EXPANDED
from ttp_posture.package import derived_tables, tables

ROOT = Path(__file__).parents[1]
TABLES = tables() | derived_tables()


def frame(name: str, backend: Any) -> Any:
    flat = {flat: table for table, flat in EXPANDED.items()}
    return tp.load(flat.get(name, name), backend=backend, expand=name in flat, retired=name not in flat)


@pytest.mark.parametrize("name", TABLES)
def test_pydantic_and_both_panderas_accept(name: str) -> None:
    table = TABLES[name]
    assert tp.records(name) if name not in {"changes", *EXPANDED.values()} else True
    pandera.pandas_schema(table).validate(frame(name, "pandas"), lazy=True)
    pandera.polars_frame_schema(table).validate(frame(name, "polars"), lazy=True)
    for row in frame(name, "arrow").to_pylist():
        table.model.model_validate(row)


@pytest.mark.parametrize("name", TABLES)
def test_json_schema_accepts(name: str) -> None:
    validator = jsonschema.Draft202012Validator(row_schemas.schema(TABLES[name]))
    for row in frame(name, "arrow").to_pylist():
        plain = json.loads(json.dumps(row, default=str))
        assert not list(validator.iter_errors(plain)), plain


def test_stock_frictionless_accepts() -> None:
    """With no code of ours: its own command, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "dataset/datapackage.json", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["valid"]
    assert report["stats"]["tasks"] == 2 * len(TABLES)
    rows = {task["name"]: task["stats"].get("rows") for task in report["tasks"]}
    assert rows["claims"] == len(frame("claims", "arrow"))


def test_official_profile_accepts() -> None:
    profile = json.loads((ROOT / "tests/profiles/datapackage-2.0.json").read_text(encoding="utf-8"))
    descriptor = json.loads((ROOT / "dataset/datapackage.json").read_text(encoding="utf-8"))
    jsonschema.validate(descriptor, profile, cls=jsonschema.validators.validator_for(profile))


def csv_rows(name: str) -> Iterator[tuple[Any, ...]]:
    """The published CSV's cells as a database takes them, read by another tool."""
    types = {
        "string": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "date": "DATE",
    }
    columns = {column.name: types[column.data_type] for column in TABLES[name].columns}
    relation = duckdb.read_csv(str(tp.path(name)), header=True, columns=columns)  # type: ignore[arg-type]
    yield from relation.fetchall()


def test_sqlite_takes_every_table_with_its_keys_enforced() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA foreign_keys = ON")
    for name, table in tables().items():
        database.execute(sql.ddl(table, "sqlite"))
        rows = [dict(zip(table.column_names, row, strict=True)) for row in csv_rows(name)]
        plain = [
            [value.isoformat() if hasattr(value, "isoformat") else value for value in row.values()]
            for row in sql.parents_first(table, rows)
        ]
        marks = ", ".join("?" * len(table.columns))
        database.executemany(f"INSERT INTO {sql.quoted(name)} VALUES ({marks})", plain)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM claims").fetchone()[0] == len(frame("claims", "arrow"))
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE claim_actors SET actor_id = 'nobody'")


def test_duckdb_takes_every_table_with_its_keys_enforced() -> None:
    database = tp.connect()
    for name in tables():
        (count,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone() or (None,)
        assert count == len(frame(name, "arrow"))
    with pytest.raises(duckdb.ConstraintException):
        database.execute("UPDATE claim_actors SET actor_id = 'nobody'")


def test_no_published_hash_covers_fewer_words_than_allowed() -> None:
    """A hash of a few words could be reversed with a list of words."""
    for name in ("passages", "passage_parts"):
        assert min(row["window_count"] for row in frame(name, "arrow").to_pylist()) >= anchors.MINIMUM_TOKENS
    for row in frame("passages", "arrow").to_pylist():
        assert len(row["shingles"].split()) == row["window_count"] // anchors.MINIMUM_TOKENS


def test_every_hash_column_is_known_here() -> None:
    """A hash column added later must be thought of above."""
    hashed = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.pattern and "0-9a-f" in column.pattern
    }
    assert hashed == {
        ("passages", "sha256"),
        ("passages", "sha256_first"),
        ("passages", "sha256_last"),
        ("passages", "shingles"),
        ("passage_parts", "sha256"),
    }
