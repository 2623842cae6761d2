"""The descriptor of the whole package, before judges from outside: frictionless and the official profile."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package, Report
from tests.bad_rows import Record, valid_row

from ttp_posture import csvfile
from ttp_posture.forms import arrow, frictionless
from ttp_posture.package import Table, derived_tables, tables

TABLES = tables() | derived_tables()
ABOUT = tomllib.loads((Path(__file__).parents[1] / "dataset" / "package.toml").read_text(encoding="utf-8"))
PROFILE = json.loads(
    (Path(__file__).parent / "profiles" / "datapackage-2.0.json").read_text(encoding="utf-8")
)


def package_rows() -> dict[str, list[Record]]:
    """A package of one row a table, made of the examples, each link turned to the row that is there."""
    rows = {name: [valid_row(table)] for name, table in TABLES.items()}
    for table in TABLES.values():
        (row,) = rows[table.name]
        for link in table.links:
            target = rows[link.table][0]
            row |= {
                name: target[there] for name, there in zip(link.columns, link.target_columns, strict=True)
            }
    return rows


def package_files(rows: dict[str, list[Record]]) -> dict[str, bytes]:
    files = {f"{name}.csv": csvfile.write(rows[name], table) for name, table in TABLES.items()}
    for name, table in TABLES.items():
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(rows[name], schema=arrow.schema(table)), sink)
        files[f"parquet/{name}.parquet"] = sink.getvalue().to_pybytes()
    return files


FILES = package_files(package_rows())
DESCRIPTOR = frictionless.descriptor(TABLES, ABOUT, FILES)


def judged(folder: Path, files: dict[str, bytes], descriptor: dict[str, Any]) -> Report:
    """What frictionless finds in a package of these files."""
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    report: Report = Package(str(folder / "datapackage.json")).validate()
    return report


def with_targets(*names: str) -> dict[str, Table]:
    """These tables and all that they refer to."""
    wanted = set(names)
    for table in reversed(TABLES.values()):
        if table.name in wanted:
            wanted |= {link.table for link in table.links}
    return {name: table for name, table in TABLES.items() if name in wanted}


def test_the_official_profile_accepts_the_descriptor() -> None:
    jsonschema.Draft7Validator(PROFILE).validate(DESCRIPTOR)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("resources"),
        lambda d: d["resources"][0].pop("path"),
        lambda d: d["resources"][0].update(type="file"),
        lambda d: d["resources"][0]["schema"]["fields"][0].update(type="text"),
        lambda d: d["licenses"].append({"title": "Neither name nor path"}),
    ],
)
def test_the_official_profile_is_no_formality(spoil: Callable[[dict[str, Any]], Any]) -> None:
    spoilt = json.loads(json.dumps(DESCRIPTOR))
    spoil(spoilt)
    assert not jsonschema.Draft7Validator(PROFILE).is_valid(spoilt)


def test_frictionless_accepts_the_package(tmp_path: Path) -> None:
    report = judged(tmp_path, FILES, DESCRIPTOR)
    assert report.valid, report.flatten(["name", "title", "message"])
    assert report.stats["tasks"] == 2 * len(TABLES)


@pytest.mark.parametrize("name", ["claims.csv", "claims_expanded.csv", "parquet/claims.parquet"])
def test_frictionless_finds_a_changed_file_by_its_hash(tmp_path: Path, name: str) -> None:
    changed = FILES | {name: FILES[name].replace(b"paused", b"raised")}
    report = judged(tmp_path, changed, frictionless.descriptor(with_targets("claims_expanded"), ABOUT, FILES))
    assert [tuple(note) for note in report.flatten(["type"])] == [("hash-count",)]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("claim_actors", "actor_id"),
        ("claims", "parent_claim_id"),  # to the table itself
        ("term_mappings", "term"),  # one of two columns that are a link together
        ("claims_expanded", "claim_id"),  # of a derived table
    ],
)
def test_frictionless_finds_a_broken_link(tmp_path: Path, table: str, column: str) -> None:
    rows = package_rows()
    rows[table][0][column] = "CLM-9999" if column.endswith("claim_id") else "nobody"
    files = package_files(rows)
    report = judged(tmp_path, files, frictionless.descriptor(with_targets(table), ABOUT, files))
    assert [tuple(note) for note in report.flatten(["type"])] == [("foreign-key",)]


def test_it_says_what_the_package_is() -> None:
    package = ABOUT["package"]
    for name in ("name", "title", "description", "version", "keywords", "contributors"):
        assert DESCRIPTOR[name] == package[name]
    assert DESCRIPTOR["created"] == f"{package['date_released']}T00:00:00Z"
    assert DESCRIPTOR["licenses"] == package["licences"]
    assert DESCRIPTOR["article"] == ABOUT["article"]
    (source,) = DESCRIPTOR["sources"]
    assert source["title"].startswith("Sayed, Abdul; Jadoon, Amira (2022). ")
    assert "licences" not in DESCRIPTOR
    assert "date_released" not in DESCRIPTOR


def test_what_a_fork_says_of_itself_is_carried_over() -> None:
    parent = {"name": "ttp-posture", "version": "1.0.0"}
    about = ABOUT | {"package": ABOUT["package"] | {"derivedFrom": parent}}
    assert frictionless.descriptor(TABLES, about, FILES)["derivedFrom"] == parent


def test_every_file_is_described_once() -> None:
    assert [resource["path"] for resource in DESCRIPTOR["resources"]] == list(FILES)
    names = [resource["name"] for resource in DESCRIPTOR["resources"]]
    assert len(set(names)) == len(names)
    for resource in DESCRIPTOR["resources"]:
        content = FILES[resource["path"]]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource.get("bytes", len(content)) == len(content)
        table = resource["name"].removesuffix("-parquet")
        assert resource.get("derived", False) == (table in derived_tables())


def test_files_that_are_not_there_are_not_described() -> None:
    files = {name: content for name, content in FILES.items() if name.endswith(".csv")}
    described = frictionless.descriptor(TABLES, ABOUT, files)["resources"]
    assert [resource["path"] for resource in described] == list(files)
    with pytest.raises(KeyError, match=r"actors\.csv"):
        frictionless.descriptor(TABLES, ABOUT, {k: v for k, v in files.items() if k != "actors.csv"})
