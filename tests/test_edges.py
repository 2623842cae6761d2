"""The edges of build, trace and graph: retired links, joint holders, spellings, interruptions."""

import csv
import re
import unicodedata
from importlib import import_module
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.small_package import (
    cells,
    contents,
    edit_cell,
    row,
    write_built_package,
    write_cells,
    write_package,
)

import ttp_posture as tp
from ttp_posture import csvfile, publish
from ttp_posture.errors import DataFileError
from ttp_posture.package import tables


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_built_package(tmp_path / "package")
    monkeypatch.setattr(import_module("ttp_posture.loading"), "data_folder", lambda: folder)
    return folder


@pytest.mark.parametrize("table", ["claim_actors", "claim_events", "claim_relations"])
def test_retired_link_rows_of_an_active_claim_are_left_out(small: Path, table: str) -> None:
    edit_cell(small / f"{table}.csv", 2, "status", "withdrawn")
    publish.build(small)
    attribute = {"claim_actors": "actors", "claim_events": "events", "claim_relations": "relations"}[table]
    assert "withdrawn" not in {row["status"] for row in getattr(tp.trace("CLM-0001"), attribute)}
    flat = tp.load("claims", expand=True, backend="arrow").to_pylist()[0]
    if table != "claim_relations":
        assert "withdrawn" not in str(flat[attribute])
        assert (flat["events"] is None) == (table == "claim_events")
        assert ("target" in str(flat["actors"])) == (table != "claim_actors")


def test_source_as_holder_is_called_by_its_description_in_the_trace(small: Path) -> None:
    edit_cell(small / "claim_holders.csv", 3, "holder_actor_id", "")
    edit_cell(small / "claim_holders.csv", 3, "holder_source_id", "SRC-0001")
    publish.build(small)
    assert tp.trace("CLM-0001").holders[1]["name"] == "Cited for the wish to lay down arms"


@pytest.mark.parametrize(("first", "second"), [("possible", "probable"), ("probable", "possible")])
def test_the_least_certain_of_joint_holders_decides_wherever_they_stand(
    tmp_path: Path, first: str, second: str
) -> None:
    folder = write_package(tmp_path / "package")
    edit_cell(folder / "claim_holders.csv", 3, "certainty", first)
    joint = row(
        "claim_holders",
        {
            "position": 2,
            "holder_number": 2,
            "holder_actor_id": "al-qaeda",
            "holder_source_id": None,
            "attribution_type": "states",
            "certainty": second,
            "certainty_cue": "may",
        },
    )
    write_cells(folder / "claim_holders.csv", [*cells("claim_holders"), list(joint.values())])
    edit_cell(folder / "claim_holders.csv", 3, "certainty", first)
    publish.build(folder)
    with (folder / "claims_expanded.csv").open(encoding="utf-8", newline="") as file:
        flat = next(csv.DictReader(file))
    assert (flat["certainty"], flat["certainty_cue"]) == (
        "possible",
        "likely" if first == "possible" else "may",
    )


def test_text_is_composed(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package")
    edit_cell(folder / "actors.csv", 2, "note", unicodedata.normalize("NFD", "Café"))
    publish.build(folder)
    assert "Café".encode() in (folder / "actors.csv").read_bytes()


@pytest.mark.parametrize("cell", ["007", "-01", "+1", "1_0"])
def test_numbers_have_one_spelling(cell: str) -> None:
    with pytest.raises(ValueError, match=re.escape(cell)):
        csvfile.read_cell(cell, tables()["passages"]["section"])


def test_problems_come_by_file_and_line(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package")
    edit_cell(folder / "claims.csv", 2, "polarity", "no")
    edit_cell(folder / "actors.csv", 3, "is_named", "no")
    edit_cell(folder / "actors.csv", 2, "actor_type", "no")
    with pytest.raises(DataFileError) as caught:
        publish.build(folder)
    places = [(each.file, each.line) for each in caught.value.problems]
    assert places == sorted(places)


def test_an_interrupted_build_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_built_package(tmp_path / "package")
    edit_cell(folder / "claims.csv", 2, "note", "Rule A1: a doubt.")
    before, real = contents(folder), Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "datapackage.json":
            monkeypatch.setattr(Path, "replace", real)
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        publish.build(folder)
    assert contents(folder) == before


def test_graph_leaves_out_retired_actors(small: Path) -> None:
    with (small / "actors.csv").open("a", encoding="utf-8", newline="") as file:
        line = row("actors", {"actor_id": "zebra", "name": "Zebra", "status": "withdrawn"}).values()
        csv.writer(file, lineterminator="\n").writerow(line)
    publish.build(small)
    assert "zebra" not in tp.graph()
    assert "zebra" in tp.graph(retired=True)


def test_parquet_by_another_pyarrow_with_other_descriptions_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_pinned", lambda: ["pyarrow==0.0.1"])
    folder = write_built_package(tmp_path / "package")
    file = folder / "parquet/claims.parquet"
    content = pq.ParquetFile(file).read()
    pq.write_table(content.replace_schema_metadata({"title": "another"}), file)
    assert "parquet/claims.parquet" in publish.build(folder, check=True)
