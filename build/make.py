"""Write everything in this repository that is generated, from the definitions and dataset/*.csv.

    python build/make.py [--check]

`--check` writes nothing, lists the files that would change and exits 1 if there are any.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "schemas"), str(ROOT / "build")]

import readme  # noqa: E402 - the script beside this one

from ttp_posture import about, extension, publish  # noqa: E402
from ttp_posture.citation import cff  # noqa: E402
from ttp_posture.errors import PackageError, TtpPostureError  # noqa: E402
from ttp_posture.forms import frictionless, jsonschema  # noqa: E402
from ttp_posture.package import derived_tables, tables  # noqa: E402

COPIED = {
    "dataset/LICENSE": "LICENSE-DATA",
    "dataset/NOTICE": "NOTICE",
    "dataset/DATASHEET.md": "DATASHEET.md",
    "dataset/CHANGELOG.md": "CHANGELOG.md",
}
"""What a downloader of dataset/ alone must have, and where it is written by hand."""

SCHEMAS = "schemas/json"


def given(name: str) -> bytes:
    """A file of the root that is written by hand."""
    try:
        return (ROOT / name).read_bytes()
    except OSError as error:
        raise PackageError(f"{name}: cannot be read ({error.strerror}); expected it in the root") from None


def other_files() -> dict[str, bytes]:
    """Every generated file outside the data package's own build, by its path from the root."""
    terms, _ = extension.read(ROOT / "dataset", [])
    if terms:
        names = ", ".join(record.key(tables()["vocabularies"]) for record in terms)
        raise PackageError(
            f"dataset/vocabularies.csv: has terms that the definitions lack: {names}; "
            "define them, or delete the file and run this again"
        )
    files = {}
    for target, origin in COPIED.items():
        files[target] = given(origin)
    citation = cff(about.read(ROOT / "dataset")).encode()
    files["CITATION.cff"] = files["dataset/CITATION.cff"] = citation
    for name, table in (tables() | derived_tables()).items():
        table_schema, row_schema = frictionless.table_schema(table), jsonschema.schema(table)
        files[f"{SCHEMAS}/{name}.table-schema.json"] = publish.json_bytes(table_schema)
        files[f"{SCHEMAS}/{name}.row-schema.json"] = publish.json_bytes(row_schema)
    return files


def make(check: bool) -> list[str]:
    """Bring all files up to date, or only tell which are not; the paths from the root."""
    files = other_files()
    changed = {
        name: data
        for name, data in files.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != data
    }
    stale = {
        name
        for file in (ROOT / SCHEMAS).glob("*-schema.json")
        if (name := file.relative_to(ROOT).as_posix()) not in files
    }
    built = publish.build(ROOT / "dataset", check)
    if not check:
        publish.replace(ROOT, changed, stale)
    return sorted([*changed, *stale, *(f"dataset/{name}" for name in built), *examples(check)])


def examples(check: bool) -> list[str]:
    """Bring what the README's examples print up to date with the tables, once these are."""
    page = given("README.md").decode("utf-8")
    shown = readme.render(page)
    if shown == page:
        return []
    if not check:
        publish.replace(ROOT, {"README.md": shown.encode()})
    return ["README.md"]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would change")
    check = parser.parse_args().check
    try:
        changed = make(check)
    except (TtpPostureError, readme.ExampleError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    for name in changed:
        print(name)
    note = publish.other_versions()
    if note:
        print(f"note: {note}", file=sys.stderr)
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
