"""The build: what it writes, that it is the same every time, and what it refuses."""

from __future__ import annotations

import csv
import importlib.util
import json
import random
import re
import tomllib
import unicodedata
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.small_package import PACKAGE_TOML, cells, contents, edit_cell, row, write_cells, write_package

from ttp_posture import csvfile, derive, publish
from ttp_posture.errors import DataFileError, OutputError, PackageError
from ttp_posture.forms import arrow
from ttp_posture.forms.text import as_text
from ttp_posture.package import derived_tables, tables
from ttp_posture.vocabulary import VOCABULARIES

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_package(tmp_path / "package")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def refusal(folder: Path) -> DataFileError:
    before = contents(folder)
    with pytest.raises(DataFileError) as caught:
        publish.build(folder)
    assert contents(folder) == before
    return caught.value


# --- what is written -------------------------------------------------------------------------------


def test_every_table_has_csv_and_parquet_beside_descriptor_and_codebook(folder: Path) -> None:
    changed = publish.build(folder)
    names = [*tables(), *derived_tables()]
    generated = {f"{name}.csv" for name in names} | {f"parquet/{name}.parquet" for name in names}
    assert contents(folder).keys() == generated | {"datapackage.json", "README.md", "package.toml"}
    assert {"README.md", "claims.csv", "parquet/claims.parquet"} <= set(changed)
    assert changed == sorted(changed)


def test_second_build_changes_nothing(folder: Path) -> None:
    publish.build(folder)
    assert publish.build(folder) == []
    assert publish.build(folder, check=True) == []


def test_check_tells_and_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    assert "claims.csv" in publish.build(folder, check=True)
    assert contents(folder) == before


def test_files_are_normalised(folder: Path) -> None:
    publish.build(folder)
    expected = contents(folder)
    for name in tables():
        path = folder / f"{name}.csv"
        header, *lines = csv.reader(path.read_text(encoding="utf-8").splitlines())
        order = list(range(len(header)))
        random.Random(7).shuffle(order)
        random.Random(8).shuffle(lines)
        shuffled = [[line[number] for number in order] for line in [header, *lines]]
        text = "\r\n".join(",".join(f'"{cell}"' for cell in line) for line in shuffled) + "\r\n"
        path.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).encode())
    publish.build(folder)
    assert contents(folder) == expected


def test_numbers_in_keys_sort_as_numbers(folder: Path) -> None:
    lines = cells("actor_identifiers")
    position = lines[0].index("position")
    many = [[*lines[1][:position], str(number), *lines[1][position + 1 :]] for number in (10, 9, 1)]
    write_cells(folder / "actor_identifiers.csv", [lines[0], *many])
    publish.build(folder)
    assert [line["position"] for line in rows_of(folder / "actor_identifiers.csv")] == ["1", "9", "10"]


def test_derived_columns_may_be_absent_empty_or_wrong(folder: Path) -> None:
    assert "certainty" not in (folder / "claims.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    publish.build(folder)
    expected = contents(folder)
    edit_cell(folder / "claims.csv", 2, "certainty", "certain beyond doubt")
    edit_cell(folder / "claims.csv", 3, "evidential_strength", "")
    edit_cell(folder / "events.csv", 2, "date_start", "some day")
    assert set(publish.build(folder)) == {"claims.csv", "events.csv"}
    assert contents(folder) == expected


def test_dates_are_derived(folder: Path) -> None:
    edit_cell(folder / "events.csv", 2, "date_edtf", "2021-39/..")
    edit_cell(folder / "events.csv", 3, "date_edtf", "")
    publish.build(folder)
    first, second = rows_of(folder / "events.csv")
    names = ("date_start", "date_end", "date_precision")
    assert [first[name] for name in names] == ["2021-09-01", "", "6"]
    assert [second[name] for name in names] == ["", "", ""]


def test_claims_are_graded_by_their_active_rows(folder: Path) -> None:
    publish.build(folder)
    names = ("claim_id", "certainty", "evidential_strength", "attribution_strength")
    assert [tuple(line[name] for name in names) for line in rows_of(folder / "claims.csv")] == [
        ("CLM-0001", "probable", "2", "3"),
        ("CLM-0002", "certain", "1", "0"),
        ("CLM-0003", "certain", "1", "0"),  # withdrawn with its rows, which then count
        ("CLM-0035", "certain", "0", "0"),
    ]
    edit_cell(folder / "claim_holders.csv", 3, "status", "withdrawn")
    edit_cell(folder / "claim_evidence.csv", 3, "status", "withdrawn")
    publish.build(folder)
    first = rows_of(folder / "claims.csv")[0]
    assert (first["certainty"], first["attribution_strength"]) == ("certain", "0")


def test_joint_holders_are_as_certain_as_the_least_certain(folder: Path) -> None:
    joint = row(
        "claim_holders",
        {
            "position": 2,
            "holder_number": 2,
            "holder_actor_id": "al-qaeda",
            "holder_source_id": None,
            "attribution_type": "states",
            "certainty": "possible",
            "certainty_cue": "may",
        },
    )
    write_cells(folder / "claim_holders.csv", [*cells("claim_holders"), list(joint.values())])
    publish.build(folder)
    assert rows_of(folder / "claims.csv")[0]["certainty"] == "possible"
    flat = rows_of(folder / "claims_expanded.csv")[0]
    assert flat["holder"] == "Harbour League; Reef Front"
    assert flat["holder_chain"] == (
        "The authors states (certain) > Harbour League believes (probable); Reef Front states (possible)"
    )
    assert (flat["attribution_type"], flat["certainty_cue"]) == ("states", "may")


def grounds(kind: str, source: str | None = None, note: str | None = None, scope: str = "clause") -> Any:
    return {"evidence_type": kind, "source_id": source, "footnote_id": note, "scope": scope}


@pytest.mark.parametrize(
    ("rows", "strength"),
    [
        ([], 0),
        ([grounds("none_stated")], 0),
        ([grounds("historical_background")], 0),
        ([grounds("inference")], 1),
        ([grounds("unnamed_reports"), grounds("unnamed_reports")], 1),
        ([grounds("unknown_linked", "SRC-0001"), grounds("unknown_linked", "SRC-0002")], 2),
        ([grounds("image", "SRC-0001"), grounds("inference")], 2),
        ([grounds("author_interview", "SRC-0001"), grounds("image", "SRC-0002")], 3),
        ([grounds("author_interview", "SRC-0001", scope="sentence")], 3),
        ([grounds("author_interview", "SRC-0001"), grounds("official_document", "SRC-0001")], 3),
        ([grounds("author_interview", "SRC-0001"), grounds("author_interview", None, "FTN-0001")], 3),
        ([grounds("author_interview", "SRC-0002"), grounds("group_media", None, "FTN-0001")], 4),
        ([grounds("group_media", "SRC-0001"), grounds("official_document", "SRC-0002")], 4),
        ([grounds("group_media", "SRC-0001"), grounds("group_media", "SRC-0002", scope="carried")], 3),
        ([grounds("group_media", "SRC-0001", scope="carried")], 0),
    ],
)
def test_strength(rows: list[dict[str, Any]], strength: int) -> None:
    assert derive.strength(rows, {"FTN-0001": "SRC-0001"}) == strength


def test_expanded_claims(folder: Path) -> None:
    publish.build(folder)
    flat = rows_of(folder / "claims_expanded.csv")
    assert [line["claim_id"] for line in flat] == ["CLM-0001", "CLM-0002", "CLM-0035"]
    expected = {
        "section_label": "Front matter",
        "holder": "Harbour League",
        "holder_chain": "The authors states (certain) > Harbour League believes (probable)",
        "attribution_type": "believes",
        "certainty_cue": "likely",
        "evidence": "unknown_linked; author_interview",
        "actors": "Reef Front (target); Harbour League (agent)",
        "events": "Temporary ceasefire (reports)",
    }
    assert expected.items() <= flat[0].items()
    assert (flat[1]["actors"], flat[1]["events"]) == ("", "")


def test_source_as_holder_is_called_by_its_description(folder: Path) -> None:
    edit_cell(folder / "claim_holders.csv", 3, "holder_actor_id", "")
    edit_cell(folder / "claim_holders.csv", 3, "holder_source_id", "SRC-0001")
    publish.build(folder)
    assert rows_of(folder / "claims_expanded.csv")[0]["holder"] == "Cited for the wish to lay down arms"


def test_parquet_is_typed_described_and_in_one_piece(folder: Path) -> None:
    publish.build(folder)
    for name, table in (tables() | derived_tables()).items():
        file = pq.ParquetFile(folder / "parquet" / f"{name}.parquet")
        assert file.schema_arrow.equals(arrow.schema(table), check_metadata=True)
        assert file.num_row_groups <= 1
        if file.metadata.num_rows:
            assert file.metadata.row_group(0).column(0).compression == "ZSTD"


def test_descriptor_names_the_files_with_their_hashes(folder: Path) -> None:
    publish.build(folder)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["name"] == "small-package"
    paths = {resource["path"] for resource in descriptor["resources"]}
    assert {"claims.csv", "claims_expanded.csv", "parquet/claims.parquet"} <= paths


def test_coding_rules_are_in_the_codebook(folder: Path) -> None:
    publish.build(folder)
    assert "## Coding rules" in (folder / "README.md").read_text(encoding="utf-8")


def test_parquet_of_a_table_that_is_no_more_is_removed(folder: Path) -> None:
    publish.build(folder)
    stale = folder / "parquet" / "pirates.parquet"
    stale.write_bytes(b"old")
    assert publish.build(folder, check=True) == ["parquet/pirates.parquet"]
    assert stale.exists()
    assert publish.build(folder) == ["parquet/pirates.parquet"]
    assert not stale.exists()


def rewritten(file: Path) -> bytes:
    """The same table in other bytes, as another version of the library writes it."""
    pq.write_table(pq.ParquetFile(file).read(), file, compression="gzip")
    return file.read_bytes()


def pin(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(publish, "_pinned", lambda: ["hatchling==1.0", f"pyarrow=={version}"])


def test_parquet_by_another_pyarrow_is_compared_by_content(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(monkeypatch, "0.0.1")
    publish.build(folder)
    other = rewritten(folder / "parquet" / "claims.parquet")
    publish.build(folder)  # the descriptor's hash
    assert publish.build(folder, check=True) == []
    assert (folder / "parquet" / "claims.parquet").read_bytes() == other
    assert "compared by schema" in str(publish.other_versions())
    edit_cell(folder / "claims.csv", 2, "note", "Rule A1: a doubt.")
    assert "parquet/claims.parquet" in publish.build(folder, check=True)


def test_parquet_by_the_pinned_pyarrow_is_compared_by_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(monkeypatch, pa.__version__)
    publish.build(folder)
    rewritten(folder / "parquet" / "claims.parquet")
    assert publish.other_versions() is None
    assert publish.build(folder) == ["parquet/claims.parquet"]


def test_pins_are_those_of_the_checkout_or_of_the_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert publish._pinned() == project["optional-dependencies"]["build"]
    monkeypatch.setattr(publish, "data_folder", lambda: tmp_path / "dataset")
    lines = ["pandas>=2", "pyarrow==1.2.3; extra == 'build'", 'polars>=1; extra == "polars"']
    monkeypatch.setattr(metadata, "requires", lambda name: lines)
    assert publish._pinned() == ["pyarrow==1.2.3"]


def test_damaged_parquet_is_written_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, "0.0.1")
    publish.build(folder)
    (folder / "parquet" / "claims.parquet").write_bytes(b"PAR1 broken PAR1")
    assert publish.build(folder) == ["parquet/claims.parquet"]


# --- vocabularies ----------------------------------------------------------------------------------


def add_term(folder: Path, vocabulary: str, term: str) -> None:
    publish.build(folder)
    values = {"vocabulary": vocabulary, "term": term, "is_open": True, "definition": "Made up here."}
    empty = {"position": None, "broader": None, "when_not_to_use": None, "example": None}
    with (folder / "vocabularies.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(row("vocabularies", empty | values).values())


def test_vocabularies_are_those_of_the_definitions(folder: Path) -> None:
    publish.build(folder)
    written = [(line["vocabulary"], line["term"]) for line in rows_of(folder / "vocabularies.csv")]
    assert written == [
        (name, str(value)) for name, vocabulary in VOCABULARIES.items() for value in vocabulary.values
    ]


def test_own_term_of_an_open_vocabulary_is_kept_and_allowed(folder: Path) -> None:
    add_term(folder, "certainty_cue", "methinks")
    edit_cell(folder / "claim_holders.csv", 3, "certainty_cue", "methinks")
    publish.build(folder)
    written = [line["term"] for line in rows_of(folder / "vocabularies.csv")]
    cues = [str(value) for value in VOCABULARIES["certainty_cue"].values]
    start = written.index(cues[0])
    assert written[start : start + len(cues) + 1] == [*cues, "methinks"]
    assert rows_of(folder / "claims_expanded.csv")[0]["certainty_cue"] == "methinks"
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    for name in ("claim_holders", "claims_expanded"):
        (fields,) = [each["schema"]["fields"] for each in resources if each["name"] == name]
        (cue,) = [field for field in fields if field["name"] == "certainty_cue"]
        assert "methinks" in cue["constraints"]["enum"]
    assert publish.build(folder) == []


def test_own_term_keeps_its_mappings(folder: Path) -> None:
    add_term(folder, "event_type", "parley")
    values = {"term": "parley", "code": "046"}
    with (folder / "term_mappings.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(row("term_mappings", values).values())
    publish.build(folder)
    last = rows_of(folder / "term_mappings.csv")[-1]
    assert (last["term"], last["code"]) == ("parley", "046")


def test_term_that_is_not_in_the_vocabulary_is_refused(folder: Path) -> None:
    edit_cell(folder / "claim_holders.csv", 3, "certainty_cue", "methinks")
    assert "'methinks' is not allowed" in str(refusal(folder))


@pytest.mark.parametrize(
    ("vocabulary", "message"),
    [
        (
            "certainty",
            "'certainty' is closed and has no such term; delete the line, or add the term to one of",
        ),
        ("event_typ", "there is no vocabulary 'event_typ'; .* (did you mean event_type?)"),
    ],
)
def test_term_cannot_be_added_to_a_closed_or_unknown_vocabulary(
    folder: Path, vocabulary: str, message: str
) -> None:
    add_term(folder, vocabulary, "methinks")
    error = refusal(folder)
    assert re.search(message.replace("(", r"\(").replace("?)", r"\?\)"), str(error))
    assert error.problems[0].key == f"{vocabulary}/methinks"


# --- what is refused -------------------------------------------------------------------------------


def test_missing_file_is_named(folder: Path) -> None:
    (folder / "events.csv").unlink()
    assert str(refusal(folder)).startswith("events.csv: cannot be read (No such file or directory)")


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "the header lacks 'event_id', 'actor_id', 'role', 'note', 'status'; expected event_id,"),
        (b"event_id,actor_id\n", 1, "the header lacks 'role', 'note', 'status'"),
        (b"event_id,actor_id,role,note,status,age\n", 1, "the header has unknown 'age'; expected event_id,"),
        (b"event_id,actor_id,role,note,status,role\n", 1, "the header repeats 'role'"),
        (b"event_id;actor_id;role;note;status\n", 1, "has unknown 'event_id;actor_id;role;note;status'"),
        (b"event_id,actor_id,role,note,status\nEVT-0001,ttp\n", 2, "has 2 cells; expected 5 cells"),
        (b"event_id,actor_id,role,note,status\n\nEVT-0001,ttp,participant,,active\n", 2, "line is empty"),
        (b'event_id,actor_id,role,note,status\nEVT-0001,ttp,"a"b,,active\n', 2, "no well-formed CSV"),
        (b'event_id,actor_id,role,note,status\nEVT-0001,"ttp\n', 2, "no well-formed CSV"),
        (b"event_id,actor_id,role,note,status\nEVT-0001,ttp,caf\xe9,,active\n", 2, "0xe9 is not UTF-8"),
        (b"e\x00vent_id,actor_id,role,note,status\n", 1, "has unknown 'e\\x00vent_id'"),
    ],
)
def test_damaged_file_is_placed(folder: Path, data: bytes, line: int, message: str) -> None:
    (folder / "event_actors.csv").write_bytes(data)
    error = refusal(folder)
    (problem,) = error.problems
    assert (problem.file, problem.line) == ("event_actors.csv", line)
    assert message in str(error)


@pytest.mark.parametrize(
    ("table", "line", "column", "value", "expected"),
    [
        ("passages", 2, "section", "1.0", "a whole number in digits, such as 5, at least 0"),
        ("passages", 2, "section", "٣", "a whole number in digits"),
        ("passages", 2, "section", "-1", "at least 0"),
        ("passages", 2, "section", "1000000000000000", "a whole number"),
        ("passages", 2, "section", "", "is empty; expected a whole number"),
        ("places", 3, "latitude", "north", "a number, such as 33.0, at least -90, at most 90"),
        ("places", 3, "latitude", "nan", "a number"),
        ("places", 3, "latitude", "91.5", "at most 90"),
        ("actors", 2, "is_named", "True", "true or false"),
        ("actors", 2, "is_named", "1", "true or false"),
        ("claims", 2, "polarity", "positiv", "one of positive, negative, unknown (did you mean positive?)"),
        ("claims", 2, "status", " active", "one of active"),
        ("events", 2, "where_precision", "9", "one of 1, 2"),
        ("events", 2, "date_edtf", "2021-02-30", "is no day of the calendar"),
        ("events", 2, "date_edtf", "May 2021", "is not in the EDTF profile"),
        ("claims", 2, "claim_text", "=1+1", "text of at most 2000 characters in one line, without"),
        ("claims", 2, "claim_text", "two\nlines", "text of at most 2000 characters"),
        ("claims", 2, "claim_text", "x" * 2001, "text of at most 2000 characters"),
        ("actors", 2, "country_code", "PK", "such as 'PAK'"),
        (
            "claims",
            2,
            "passage_id",
            "PSG-9999",
            "is in no row of passages.csv; expected passage_id of one of its rows",
        ),
        ("claims", 2, "parent_claim_id", "CLM-9999", "is in no row of claims.csv"),
        ("events", 3, "event_id", "EVT-0001", "stands in line 2 already"),
    ],
)
def test_bad_cell_is_placed(  # noqa: PLR0917
    folder: Path, table: str, line: int, column: str, value: str, expected: str
) -> None:
    path = folder / f"{table}.csv"
    edit_cell(path, line, column, value)
    key = next(iter(rows_of(path)[line - 2].values()))
    error = refusal(folder)
    problem = next(each for each in error.problems if each.file == path.name and each.column == column)
    assert problem.key == key
    assert problem.line == line + value.count("\n")
    assert expected in problem.message
    assert str(problem).startswith(f"{path.name}:{problem.line}: row {key}, column {column}: ")


def test_date_cells_are_strict() -> None:
    column = next(column for column in tables()["events"].columns if column.data_type == "date")
    assert csvfile.read_cell("2022-05-01", column)
    for cell in ("2022-5-1", "2022-02-30", "01/05/2022", "2022-05-01T00:00"):
        with pytest.raises(ValueError, match=re.escape(cell) + "|day is out of range"):
            csvfile.read_cell(cell, column)


def test_unique_column(folder: Path) -> None:
    lines = [*cells("footnotes"), list(row("footnotes", {"footnote_id": "FTN-0002"}).values())]
    write_cells(folder / "footnotes.csv", lines)
    assert "column number: '1' stands in line 2 already" in str(refusal(folder))


@pytest.mark.parametrize("table", ["claim_holders", "claim_evidence"])
def test_claim_without_holder_or_evidence(folder: Path, table: str) -> None:
    write_cells(folder / f"{table}.csv", [line for line in cells(table) if line[0] != "CLM-0002"])
    error = refusal(folder)
    assert str(error) == f"claims.csv: row CLM-0002: has no active row in {table}.csv; expected at least one"


def test_all_problems_are_collected_and_twenty_shown(folder: Path) -> None:
    lines = cells("claim_actors")
    bad = [[f"CLM-{number}", *lines[1][1:]] for number in range(9000, 9030)]
    write_cells(folder / "claim_actors.csv", [lines[0], *bad])
    (folder / "events.csv").write_bytes(b"\xff")
    error = refusal(folder)
    assert len(error.problems) == 31
    shown = str(error).splitlines()
    assert shown[0] == "31 problems in the data files, the first 20 shown:"
    assert len(shown) == 21


def test_rows_that_refer_to_one_missing_row_are_one_problem(folder: Path) -> None:
    lines = [line for line in cells("actors") if line[0] != "ttp"]
    write_cells(folder / "actors.csv", lines)
    (problem,) = refusal(folder).problems
    assert problem.message.startswith(
        "'ttp' is in no row of actors.csv; expected actor_id of one of its rows ("
    )
    assert "file(s) refer to it" in problem.message


def test_row_that_refers_to_a_retired_one(folder: Path) -> None:
    edit_cell(folder / "actors.csv", 4, "status", "withdrawn")
    messages = {(problem.file, problem.column): problem.message for problem in refusal(folder).problems}
    assert messages["claim_actors.csv", "actor_id"] == (
        "'al-qaeda' of actors.csv is withdrawn; retire this row too, or let it refer to an active one"
    )


@pytest.mark.parametrize(
    ("status", "successor", "message"),
    [
        ("superseded", "", "is empty and status is superseded; expected a successor"),
        ("active", "CLM-0001", "is CLM-0001 and status is active; expected a successor only"),
        ("withdrawn", "CLM-0001", "is CLM-0001 and status is withdrawn"),
        ("superseded", "CLM-0003", "is the row itself; expected another row"),
    ],
)
def test_status_and_successor_that_contradict_each_other(
    folder: Path, status: str, successor: str, message: str
) -> None:
    edit_cell(folder / "claims.csv", 5, "status", status)
    edit_cell(folder / "claims.csv", 5, "superseded_by", successor)
    (problem,) = refusal(folder).problems
    assert (problem.key, problem.column) == ("CLM-0003", "superseded_by")
    assert message in problem.message


def test_unreadable_table_is_no_reason_to_blame_links_to_it(folder: Path) -> None:
    (folder / "passages.csv").unlink()
    assert [problem.file for problem in refusal(folder).problems] == ["passages.csv"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read (No such file or directory); expected a data package"),
        ("[package", "is no TOML file"),
        ("[package]\n", "package.name: is missing; add it; package.version: is missing"),
        (PACKAGE_TOML.replace('publisher = "Harbour Press"', ""), "article.publisher: is missing; add it"),
        (PACKAGE_TOML.replace("given", "first_name"), "article.authors[1].given: is missing"),
        (PACKAGE_TOML.replace("given", "first_name"), "article.authors[1].first_name: is not known here"),
        (PACKAGE_TOML.replace('"0.1.0"', '"one"'), "package.version: 'one' will not do"),
        (PACKAGE_TOML.replace('"0.1.0"', "1.0"), "package.version: 1.0 will not do"),
        (PACKAGE_TOML.replace("2026-01-02", "2.1.2026"), "package.date_released: '2.1.2026' will not do"),
        (PACKAGE_TOML.replace("2026-01-02", "2026-02-30"), "'2026-02-30' is no day of the calendar"),
        (PACKAGE_TOML.replace('["quarrel"]', '"quarrel"'), "package.keywords: 'quarrel' will not do"),
        (PACKAGE_TOML.replace("contact", "contacts"), "package.contacts: is not known here"),
    ],
)
def test_package_toml(folder: Path, text: str | None, message: str) -> None:
    path = folder / "package.toml"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(PackageError, match=re.escape(message)):
        publish.build(folder)


def test_output_that_cannot_be_written(folder: Path) -> None:
    (folder / "parquet").write_text("in the way", encoding="utf-8")
    before = contents(folder)
    with pytest.raises(OutputError, match=r"cannot be written .*; nothing was changed"):
        publish.build(folder)
    assert contents(folder) == before


@pytest.mark.parametrize("good", [0, 1, 9])
def test_build_that_fails_half_way_leaves_all_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    publish.build(folder)
    (folder / "parquet" / "pirates.parquet").write_bytes(b"old")
    for name in ("claims", "actors"):
        edit_cell(folder / f"{name}.csv", 2, "note", "Rule A1: a doubt.")
    (folder / "README.md").unlink()
    for file in (folder / "parquet").glob("c*.parquet"):
        file.write_bytes(b"damaged")
    before = contents(folder)
    real, done = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == good + 1:
            raise PermissionError(13, "Permission denied", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match=r"cannot be written \(Permission denied\)"):
        publish.build(folder)
    assert contents(folder) == before


# --- cells -----------------------------------------------------------------------------------------

TEXT = tables()["claims"]["claim_text"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(
    text=st.from_regex(re.compile(str(TEXT.pattern)), fullmatch=True).filter(lambda text: len(text) <= 2000)
)
def test_text_survives_the_file(folder: Path, text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    write_cells(folder / "claim_actors.csv", [["claim_id", "actor_id", "role", "note", "status"]])
    path, table = folder / "claim_actors.csv", tables()["claim_actors"]
    values = {"claim_id": "CLM-0001", "actor_id": "ttp", "role": "agent", "note": normal, "status": "active"}
    path.write_bytes(csvfile.write([values], table))
    problems: list[Any] = []
    records = csvfile.read(path, table, problems)
    assert problems == []
    assert records is not None
    assert [record.values for record in records] == [values]
    assert csvfile.write([record.values for record in records], table) == path.read_bytes()


@given(number=st.floats(-180, 180))
def test_number_survives_the_file(number: float) -> None:
    column = tables()["places"]["longitude"]
    assert csvfile.read_cell(as_text(number), column) == number


# --- this repository -------------------------------------------------------------------------------


def make_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", ROOT / "build" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_of_this_repository_are_up_to_date() -> None:
    assert make_script().make(check=True) == []


def test_make_takes_no_terms_that_the_definitions_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make = make_script()
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["make.py"])
    add_term(write_package(tmp_path / "dataset"), "certainty_cue", "methinks")
    assert make.main() == 2
    assert "certainty_cue/methinks; define them, or delete the file" in capsys.readouterr().err


def test_make_writes_what_check_misses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make = make_script()
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["make.py"])
    write_package(tmp_path / "dataset")
    assert make.main() == 2
    assert capsys.readouterr().err.startswith("error: LICENSE-DATA: cannot be read")
    for name in (*make.COPIED.values(), "README.md"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    stale = tmp_path / "schemas" / "json" / "pirates.row-schema.json"
    stale.parent.mkdir(parents=True)
    stale.write_text("{}", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["make.py", "--check"])
    assert make.main() == 1
    listed = capsys.readouterr().out.splitlines()
    assert {
        "CITATION.cff",
        "dataset/LICENSE",
        "dataset/claims.csv",
        "schemas/json/pirates.row-schema.json",
    } <= set(listed)
    monkeypatch.setattr("sys.argv", ["make.py"])
    assert make.main() == 0
    assert capsys.readouterr().out.splitlines() == listed
    assert not stale.exists()
    assert (tmp_path / "schemas" / "json" / "claims.table-schema.json").exists()
    assert (tmp_path / "dataset" / "NOTICE").read_text(encoding="utf-8") == "NOTICE\n"
    monkeypatch.setattr("sys.argv", ["make.py", "--check"])
    assert make.main() == 0
    assert capsys.readouterr().out == ""
