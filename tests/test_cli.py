"""The command line: what goes to which stream, and with which exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from tests.small_package import edit_cell, write_built_package

from ttp_posture import publish
from ttp_posture.cli import main

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_built_package(tmp_path / "package")
    for module in ("loading", "citation"):
        monkeypatch.setattr(import_module(f"ttp_posture.{module}"), "data_folder", lambda: folder)
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_build(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit_cell(small / "actors.csv", 2, "note", "Rule A1: a doubt.")
    code, out, err = run(capsys, "build", str(small), "--check")
    assert (code, out) == (1, "datapackage.json\nparquet/actors.parquet\n")
    assert "2 file(s) out of date\n" in err
    assert run(capsys, "build", str(small))[:2] == (0, out)
    code, out, err = run(capsys, "build", str(small), "--check")
    assert (code, out) == (0, "")
    assert "all files are up to date\n" in err
    assert "not the codebook's rules between columns" in err


def test_build_says_how_parquet_is_compared(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "other_versions", lambda: "pyarrow differs")
    assert "note: pyarrow differs\n" in run(capsys, "build", str(small))[2]


def test_tables(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "tables")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "table,rows,one row is"
    assert len(lines) == 23
    assert lines[-1].startswith("changes,0,")


def test_show(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("show", "claims", "--columns", "claim_id,certainty")
    assert run(capsys, *arguments, "--rows", "2") == (
        0,
        "claim_id,certainty\nCLM-0001,probable\nCLM-0002,certain\n",
        "2 of 3 rows; see --rows\n",
    )
    assert run(capsys, *arguments, "--retired")[1].count("\n") == 5
    assert run(capsys, *arguments, "--where", "certainty=certain", "--where", "centrality=thesis")[1:] == (
        "claim_id,certainty\nCLM-0035,certain\n",
        "",
    )
    assert run(capsys, "show", "claims", "--expand", "--rows", "0", "--columns", "holder")[1] == (
        "holder\nHarbour League\nThe authors\nThe authors\n"
    )


def test_show_in_a_terminal(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    code, out, err = run(capsys, "show", "claims")
    assert code == 0
    assert "CLM-0035" in out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(map(len, plain.splitlines())) <= 80
    assert err == "4 of 16 columns; see --columns\n"


def test_path(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "path")[1] == f"{small}\n"
    assert run(capsys, "path", "claims")[1] == f"{small / 'claims.csv'}\n"
    parquet = small / "parquet" / "claims.parquet"
    assert run(capsys, "path", "claims", "--format", "parquet")[1] == f"{parquet}\n"


def test_trace_and_cite(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "trace", "CLM-0001")[1].startswith("CLM-0001  The group")
    assert run(capsys, "cite")[1].startswith("A. Keeper (2026).")
    assert run(capsys, "cite", "--style", "ris")[1].startswith("TY  - DATA\n")


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--version")
    assert code == 0
    assert out.startswith("ttp-posture ")
    for arguments in ((), ("--help",)):
        code, out, _ = run(capsys, *arguments)
        assert code == 0
        assert out.startswith("Usage: ttp-posture ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "claim"], "error: there is no table 'claim'; "),
        (["show", "claims", "--columns", "certainity"], "error: table claims has no column 'certainity'; "),
        (["show", "claims", "--where", "colour=red"], "error: table claims has no column 'colour'; "),
        (["show", "claims", "--rows", "-1"], "error: Invalid value for '--rows'"),
        (["show", "claims", "--rows", "few"], "error: Invalid value for '--rows'"),
        (["show"], "error: Missing argument"),
        (["show", "claims", "--colour"], "error: No such option: --colour"),
        (["sing"], "error: No such command 'sing'"),
        (["path", "claims", "--format", "xls"], "error: there is no format 'xls'; "),
        (["trace", "CLM-9999"], "error: there is no claim 'CLM-9999'"),
        (["cite", "--style", "apa"], "error: there is no style 'apa'; "),
        (["build", "no-such-folder"], f"error: no-such-folder{os.sep}package.toml: cannot be read"),
    ],
)
def test_mistakes_are_told_in_one_line(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_problems_of_a_package_are_listed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit_cell(small / "claims.csv", 2, "polarity", "positiv")
    edit_cell(small / "actors.csv", 3, "is_named", "yes")
    code, out, err = run(capsys, "build", str(small))
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert lines[0] == "error: 2 problems in the data files:"
    assert lines[1].startswith("actors.csv:3: row authors, column is_named: 'yes' is not allowed")


def test_mistake_of_the_program_is_owned(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "build", lambda path, check: 1 / 0)
    code, _, err = run(capsys, "build", str(small))
    assert code == 2
    assert "ZeroDivisionError" in err
    assert err.splitlines()[-1].startswith("error: this is a mistake in the program, not yours")


def start(*arguments: str, **options: int) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "schemas")}
    command = [sys.executable, "-m", "ttp_posture", *arguments]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, **options)


def test_runs_as_a_module() -> None:
    process = start("path", stdout=subprocess.PIPE)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert out.decode().strip() == str(ROOT / "dataset")


@pytest.mark.skipif(os.name != "posix", reason="no pipes of this kind")
def test_reader_that_stops_early_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = start("cite", stdout=writer)
    os.close(writer)
    _, err = process.communicate()
    assert (process.returncode, err) == (1, b"")
