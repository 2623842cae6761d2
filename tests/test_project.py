"""The project around the tables: style, the README, and what a user gets on a fresh machine."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
VERSION = tomllib.loads((ROOT / "dataset/package.toml").read_text(encoding="utf-8"))["package"]["version"]


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("command", [("check", "."), ("format", "--check", ".")], ids=["lint", "format"])
def test_ruff(command: tuple[str, ...]) -> None:
    run(sys.executable, "-m", "ruff", *command, "--no-cache")


def test_mypy() -> None:
    run(sys.executable, "-m", "mypy", "--cache-dir", os.devnull)


def test_one_version_everywhere() -> None:
    for name in ("CITATION.cff", "dataset/CITATION.cff"):
        assert f'\nversion: "{VERSION}"\n' in (ROOT / name).read_text(encoding="utf-8"), name
    assert re.search(rf"^## {re.escape(VERSION)} ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert VERSION in README


def test_the_readme_shows_what_its_examples_print() -> None:
    run(sys.executable, "build/readme.py", "README.md", PYTHONPATH=os.pathsep.join(sys.path))


def test_the_first_screen_answers_what_get_see_cite() -> None:
    opening = README[: README.index("## What is where")]
    places = [
        opening.index(word) for word in ("One scholarly article", "**Get it**", "**See it**", "**Cite it**")
    ]
    assert places == sorted(places)
    assert "not for screening or scoring persons" in opening.casefold()


def set_up_commands() -> list[str]:
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert block
    return block[1].strip().splitlines()


def test_two_commands_do_all_the_set_up() -> None:
    install, test = set_up_commands()
    assert install.startswith("pip install . && ")
    assert test == "pip install -e '.[test]' && pytest"


def clone(folder: Path) -> Path:
    """What is committed, without this checkout's litter."""
    run("git", "clone", "--quiet", ROOT, folder)
    return folder


def fresh_environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / ("Scripts" if os.name == "nt" else "bin")


@pytest.mark.slow
def test_the_readmes_first_command_in_a_fresh_environment(tmp_path: Path) -> None:
    copy, bin_folder = clone(tmp_path / "copy"), fresh_environment(tmp_path / "venv")
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    install, _ = set_up_commands()
    shown = run("bash", "-c", install, cwd=copy, PATH=path)
    assert "CLM-0001" in shown
    assert "Who says it" in shown
    run(bin_folder / "python", copy / "build/readme.py", copy / "README.md", cwd=tmp_path, PATH=path)
    site = Path(
        run(
            bin_folder / "python", "-c", "import ttp_posture; print(ttp_posture.__file__)", cwd=tmp_path
        ).strip()
    )
    assert site.is_relative_to(tmp_path / "venv")
    assert [entry.name for entry in site.parents[1].glob("*posture*") if entry.is_dir()].count(
        "ttp_posture"
    ) == 1
    with pytest.raises(
        AssertionError, match="needs polars, which is not installed; install it: pip install polars"
    ):
        run(
            bin_folder / "python",
            "-c",
            "import ttp_posture as tp; tp.load('claims', backend='polars')",
            cwd=tmp_path,
        )
    run(bin_folder / "pip", "install", "--quiet", ".[polars]", cwd=copy)
    program = (
        "import ttp_posture as tp; print(type(tp.load('claims', backend='polars')).__module__.split('.')[0])"
    )
    assert run(bin_folder / "python", "-c", program, cwd=tmp_path) == "polars\n"


@pytest.mark.slow
def test_an_editable_installation_reads_the_checkout(tmp_path: Path) -> None:
    copy, bin_folder = clone(tmp_path / "copy"), fresh_environment(tmp_path / "venv")
    run(bin_folder / "pip", "install", "--quiet", "-e", ".", cwd=copy)
    file = copy / "dataset/actors.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Abdul Sayed,person", "Abdul Sayed the First,person"), encoding="utf-8")
    run(bin_folder / "ttp-posture", "build", copy / "dataset", cwd=tmp_path)
    program = "import ttp_posture as tp; print(tp.load('actors')['name'].tolist())"
    assert "Abdul Sayed the First" in run(bin_folder / "python", "-c", program, cwd=tmp_path)


@pytest.mark.slow
def test_two_clones_build_the_same_bytes(tmp_path: Path) -> None:
    """The data package, the wheel and the sdist."""
    digests = []
    for name in ("one", "two"):
        copy = clone(tmp_path / name)
        shutil.rmtree(copy / "dataset/parquet")
        run(sys.executable, "build/make.py", cwd=copy)
        assert run("git", "status", "--porcelain", cwd=copy) == ""
        run(
            sys.executable,
            "-m",
            "build",
            "--no-isolation",
            "--outdir",
            tmp_path / f"{name}-dist",
            cwd=copy,
            SOURCE_DATE_EPOCH="1782864000",
        )
        made = sorted((tmp_path / f"{name}-dist").iterdir())
        assert [file.suffix for file in made] == [".whl", ".gz"] or [file.suffix for file in made] == [
            ".gz",
            ".whl",
        ]
        digests.append({file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in made})
    assert digests[0] == digests[1]
