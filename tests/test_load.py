"""Loading: the types of each backend, CSV and Parquet alike, what is imported, and what is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as arrow_csv
import pytest
from pandas.testing import assert_frame_equal
from tests.small_package import edit_cell, write_built_package

import ttp_posture as tp
from ttp_posture.errors import (
    DataFileError,
    MissingBackendError,
    OptionError,
    UnknownTableError,
    UnknownVersionError,
)
from ttp_posture.forms import arrow
from ttp_posture.forms.dtypes import pandas_dtypes, polars_schema
from ttp_posture.loading import Backend, TableName, data_folder
from ttp_posture.package import derived_tables, tables

ROOT = Path(__file__).resolve().parents[1]
BACKENDS = get_args(Backend)
LOAD = import_module("ttp_posture.loading")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_built_package(tmp_path_factory.mktemp("data") / "package")


@pytest.fixture
def small(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(LOAD, "data_folder", lambda: built)
    return built


@pytest.fixture
def copy(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test may damage."""
    folder = shutil.copytree(built, tmp_path / "copy")
    monkeypatch.setattr(LOAD, "data_folder", lambda: folder)
    return folder


def test_names_are_those_of_the_definitions() -> None:
    assert tp.tables() == list(get_args(TableName)) == list(tables())
    assert set(LOAD.EXPANDED.values()) == set(derived_tables())


# --- the same frame from CSV and from Parquet ------------------------------------------------------

DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}


def csv_with_pandas(path: Path, table: Any) -> pd.DataFrame:
    dtypes = pandas_dtypes(table)
    dates = [name for name, dtype in dtypes.items() if dtype.startswith("datetime")]
    frame = pd.read_csv(
        path,
        dtype={name: dtype for name, dtype in dtypes.items() if name not in dates},
        parse_dates=dates,
        keep_default_na=False,
        na_values=[""],
    )
    return frame.astype({name: dtypes[name] for name in dates})


def csv_with_polars(path: Path, table: Any) -> pl.DataFrame:
    return pl.read_csv(path, schema=polars_schema(table))


def csv_with_arrow(path: Path, table: Any) -> pa.Table:
    schema = arrow.schema(table)
    types = {field.name: field.type for field in schema}
    options = arrow_csv.ConvertOptions(column_types=types, strings_can_be_null=True, null_values=[""])
    return arrow_csv.read_csv(path, convert_options=options).cast(schema)


def csv_with_duckdb(path: Path, table: Any) -> duckdb.DuckDBPyRelation:
    columns = {column.name: DUCKDB_TYPES[column.data_type] for column in table.columns}
    return duckdb.read_csv(str(path), header=True, columns=columns)


@pytest.mark.parametrize("name", [*tables(), "claims_expanded"])
def test_csv_and_parquet_give_equal_frames(name: Any) -> None:
    table = (tables() | derived_tables())[name]
    path = data_folder() / f"{name}.csv"
    options = {"expand": True} if name == "claims_expanded" else {"retired": True}
    name = "claims" if name == "claims_expanded" else name
    in_pandas = tp.load(name, **options)
    assert in_pandas.dtypes.astype(str).to_dict() == pandas_dtypes(table)
    assert_frame_equal(in_pandas, csv_with_pandas(path, table))
    in_polars = tp.load(name, backend="polars", **options)
    assert in_polars.schema == polars_schema(table)
    assert in_polars.equals(csv_with_polars(path, table))
    in_arrow = tp.load(name, backend="arrow", **options)
    assert in_arrow.schema.equals(arrow.schema(table), check_metadata=True)
    assert in_arrow.equals(csv_with_arrow(path, table))
    in_duckdb = tp.load(name, backend="duckdb", **options)
    assert [str(kind) for kind in in_duckdb.types] == [DUCKDB_TYPES[each.data_type] for each in table.columns]
    assert in_duckdb.fetchall() == csv_with_duckdb(path, table).fetchall()


# --- rows ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("backend", BACKENDS)
def test_retired_rows_are_left_out_unless_asked_for(small: Path, backend: Any) -> None:
    assert len(tp.load("claims", backend=backend)) == 3
    assert len(tp.load("claims", backend=backend, retired=True)) == 4


@pytest.mark.parametrize("backend", BACKENDS)
def test_table_without_status_is_given_whole(small: Path, backend: Any) -> None:
    assert len(tp.load("term_mappings", backend=backend)) == len(tp.load("term_mappings", retired=True))


def test_index_counts_from_zero_without_gaps(small: Path) -> None:
    assert tp.load("claim_holders").index.tolist() == [0, 1, 2, 3]


def test_expanded(small: Path) -> None:
    flat = tp.load("claims", expand=True)
    assert flat.columns.tolist() == list(derived_tables()["claims_expanded"].column_names)
    assert flat["holder"].tolist() == ["Harbour League", "The authors", "The authors"]


def test_present_version_can_be_named(small: Path) -> None:
    assert len(tp.load("claims", version="0.1.0")) == 3


# --- where the files are ---------------------------------------------------------------------------


def test_path(small: Path) -> None:
    assert tp.path() == small
    assert tp.path("claims") == small / "claims.csv"
    assert tp.path("claims", "parquet") == small / "parquet" / "claims.parquet"
    assert tp.path("claims_expanded") == small / "claims_expanded.csv"


def test_checkout_has_its_data_two_folders_up() -> None:
    assert data_folder() == ROOT / "dataset"


def test_installed_package_has_its_data_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LOAD, "__file__", str(tmp_path / "site-packages" / "ttp_posture" / "load.py"))
    inside = tmp_path / "site-packages" / "ttp_posture" / "dataset"
    assert data_folder() == inside
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "another"\n', encoding="utf-8")
    assert data_folder() == inside


def test_edited_csv_shows_in_a_checkout_in_spite_of_a_stale_copy(built: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    dataset = shutil.copytree(built, tmp_path / "dataset")
    shutil.copytree(built, tmp_path / "schemas" / "ttp_posture" / "dataset")
    edit_cell(dataset / "claims.csv", 2, "claim_text", "The quarrel went on.")
    program = (
        "import ttp_posture as tp; from ttp_posture.cli import main;"
        "assert main(['build', str(tp.path())]) == 0;"
        "print(tp.path('claims')); print(tp.load('claims')['claim_text'][0])"
    )
    run = in_new_process(program, tmp_path / "schemas")
    assert run.stdout.splitlines()[-2:] == [str(dataset / "claims.csv"), "The quarrel went on."]


# --- what is imported ------------------------------------------------------------------------------


def in_new_process(program: str, on_path: Path = ROOT / "schemas") -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(on_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run


def loaded_modules(program: str) -> set[str]:
    return set(in_new_process(f"{program}; import sys; print(*sys.modules)").stdout.split())


HEAVY = {"pandas", "pyarrow", "pandera", "ibis", "duckdb", "pydantic", "polars", "typer", "networkx", "rich"}


def test_importing_the_package_imports_no_library() -> None:
    assert not loaded_modules("import ttp_posture") & HEAVY


@pytest.mark.parametrize(
    ("backend", "allowed"),
    [
        ("pandas", {"pandas", "pyarrow"}),
        ("polars", {"polars"}),
        ("arrow", {"pyarrow"}),
        ("duckdb", {"duckdb"}),
    ],
)
def test_loading_imports_one_library_and_no_definitions(built: Path, backend: str, allowed: set[str]) -> None:
    modules = loaded_modules(
        "from ttp_posture import load; import sys, pathlib;"
        f"sys.modules['ttp_posture.loading'].data_folder = lambda: pathlib.Path({str(built)!r});"
        f"assert len(load('claims', backend={backend!r})) == 3"
    )
    assert modules & HEAVY == allowed
    assert {name for name in modules if name.startswith("ttp_posture")} == {
        "ttp_posture",
        "ttp_posture.errors",
        "ttp_posture.loading",
    }
    assert "pyarrow.dataset" not in modules


# --- what is refused -------------------------------------------------------------------------------


def test_unknown_table(small: Path) -> None:
    for ask in (tp.load, tp.path, tp.describe, tp.records):
        with pytest.raises(UnknownTableError, match=r"no table 'claim'; .*did you mean claims\?"):
            ask("claim")  # type: ignore[arg-type]


def test_unknown_backend(small: Path) -> None:
    with pytest.raises(OptionError, match=r"no backend 'panda'; .*did you mean pandas\?"):
        tp.load("claims", backend="panda")  # type: ignore[call-overload]


@pytest.mark.parametrize("backend", BACKENDS)
def test_backend_that_is_not_installed(small: Path, monkeypatch: pytest.MonkeyPatch, backend: Any) -> None:
    module = {"arrow": "pyarrow.parquet"}.get(backend, backend)
    library = module.partition(".")[0]
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        MissingBackendError, match=f"backend '{backend}' needs {library}, .*pip install {library}"
    ):
        tp.load("claims", backend=backend)


def test_unknown_version(small: Path) -> None:
    with pytest.raises(UnknownVersionError, match=r"'9\.9\.9' is not at hand; expected 0\.1\.0"):
        tp.load("claims", version="9.9.9")


def test_only_claims_have_a_flat_form(small: Path) -> None:
    with pytest.raises(UnknownTableError, match="'events' has no flat form; expected one of claims"):
        tp.load("events", expand=True)


def test_flat_form_has_no_retired_rows(small: Path) -> None:
    with pytest.raises(OptionError, match="active claims only"):
        tp.load("claims", expand=True, retired=True)


def test_unknown_format(small: Path) -> None:
    with pytest.raises(OptionError, match="no format 'xls'; expected one of csv, parquet"):
        tp.path("claims", "xls")  # type: ignore[arg-type]


@pytest.mark.parametrize("backend", BACKENDS)
def test_missing_file(copy: Path, backend: Any) -> None:
    (copy / "parquet" / "claims.parquet").unlink()
    with pytest.raises(DataFileError, match=r"claims\.parquet: is missing"):
        tp.load("claims", backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("content", [b"", b"no Parquet", b"PAR1" + b"\x00" * 50 + b"PAR1"])
def test_damaged_file(copy: Path, backend: Any, content: bytes) -> None:
    (copy / "parquet" / "claims.parquet").write_bytes(content)
    with pytest.raises(DataFileError, match=r"parquet/claims\.parquet: is no Parquet file that can be read"):
        tp.load("claims", backend=backend)
