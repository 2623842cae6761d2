"""Make everything in a package that is generated: tidy CSV, Parquet, descriptor, codebook.

A package is a folder with package.toml and one CSV file a table. `build` is the only thing that writes into
it, and it writes all or nothing.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ttp_posture import about, csvfile, source
from ttp_posture.derive import Row
from ttp_posture.errors import OutputError
from ttp_posture.expand import claims_expanded
from ttp_posture.forms import arrow, codebook, frictionless
from ttp_posture.loading import data_folder
from ttp_posture.package import Table

RULES = Path(__file__).with_name("coding_rules.md")
"""The coding rules, which the codebook prints in full."""


def render(path: Path) -> dict[str, bytes]:
    """Compute every generated file of a package; nothing in it is written.

    Returns
    -------
    The bytes of each file by its path inside the package, with slashes.

    Raises
    ------
    PackageError
        The folder has no sound package.toml.
    DataFileError
        A CSV file is missing or holds what its table does not allow; it lists all problems found.
    """
    says = about.read(path)
    tables, rows = source.read(path)
    rows["claims_expanded"] = claims_expanded(rows)
    files = {f"{name}.csv": csvfile.write(rows[name], table) for name, table in tables.items()}
    for name, table in tables.items():
        file = f"parquet/{name}.parquet"
        files[file] = _kept(path / file, parquet_bytes(rows[name], table))
    files["datapackage.json"] = json_bytes(frictionless.descriptor(tables, says, files))
    rules = RULES.read_text(encoding="utf-8")
    files["README.md"] = codebook.markdown(tables, says, rules).encode("utf-8")
    return files


def parquet_bytes(rows: Iterable[Row], table: Table) -> bytes:
    """A table's Parquet file: typed, described, compressed, in one row group."""
    content = pa.Table.from_pylist(list(rows), schema=arrow.schema(table))
    sink = pa.BufferOutputStream()
    pq.write_table(content, sink, compression="zstd", row_group_size=max(len(content), 1))
    return bytes(sink.getvalue())


def json_bytes(content: Any) -> bytes:
    """A JSON file as the project writes it."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def build(path: Path, check: bool = False) -> list[str]:
    """Bring every generated file of a package up to date; all of them, or none if anything fails.

    Parameters
    ----------
    path:
        The package's folder.
    check:
        Write nothing; only tell what would change.

    Returns
    -------
    The paths inside the package of the files that changed or would change, sorted; Parquet files of tables
    that are no more are among them.

    Raises
    ------
    PackageError, DataFileError
        As `render`.
    OutputError
        A file cannot be written.
    """
    path = Path(path)
    files = render(path)
    changed = {name: data for name, data in files.items() if _bytes(path / name) != data}
    stale = {
        name
        for file in path.glob("parquet/*.parquet")
        if (name := file.relative_to(path).as_posix()) not in files
    }
    if not check:
        replace(path, changed, stale)
    return sorted(changed.keys() | stale)


def other_versions() -> str | None:
    """Say why Parquet files are compared by schema and cells; None where they are compared byte for byte.

    A Parquet file's bytes depend on the library that wrote it. The extra ``build`` names the one in use: in
    a checkout that of its pyproject.toml, elsewhere that of the installation.
    """
    pinned = [line for line in _pinned() if line.startswith("pyarrow==")]
    if f"pyarrow=={pa.__version__}" in pinned:
        return None
    return (
        f"pyarrow {pa.__version__} is not the version pinned in the extra 'build': Parquet files are "
        "compared by schema, metadata and cells, and those written now differ in bytes from the pinned one's"
    )


def _pinned() -> list[str]:
    """What the extra ``build`` pins, each as ``name==version``."""
    project = data_folder().parent / "pyproject.toml"
    if project.is_file():
        extras = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
        return [str(line) for line in extras["build"]]
    try:
        lines = metadata.requires("ttp-posture") or []
    except metadata.PackageNotFoundError:
        return []
    return [line.partition(";")[0].strip() for line in lines if "extra == 'build'" in line.replace('"', "'")]


def _kept(file: Path, data: bytes) -> bytes:
    """A Parquet file's new bytes, or those it has, if another pyarrow may have written the same table so."""
    old = _bytes(file)
    if old is None or old == data or other_versions() is None:
        return data
    try:
        before = pq.ParquetFile(pa.BufferReader(old)).read()
    except (pa.ArrowException, OSError):  # damaged
        return data
    after = pq.ParquetFile(pa.BufferReader(data)).read()
    return old if before.schema.equals(after.schema, check_metadata=True) and before.equals(after) else data


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def replace(folder: Path, files: Mapping[str, bytes], stale: Iterable[str] = ()) -> None:
    """Put files into a folder and take stale ones out; if one step fails, undo those before it.

    Raises
    ------
    OutputError
        A file cannot be written or removed.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".build-", dir=folder) as scratch:
            new, old = Path(scratch, "new"), Path(scratch, "old")
            _write(files, new)
            names = [*files, *stale]
            _write({name: (folder / name).read_bytes() for name in names if (folder / name).exists()}, old)
            touched = []
            try:
                for name in names:
                    touched.append(name)
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    if name in files:
                        (new / name).replace(folder / name)
                    else:
                        (folder / name).unlink()
            except BaseException as failure:
                lost = [name for name in touched if not _restored(old / name, folder / name)]
                if lost:
                    kept = shutil.copytree(old, tempfile.mkdtemp(prefix="ttp-posture-"), dirs_exist_ok=True)
                    raise OutputError(
                        f"{folder}: cannot be written ({failure}), nor could {', '.join(lost)} be put back; "
                        f"the files as they were are in {kept}: copy them over"
                    ) from None
                raise
    except OSError as error:
        raise OutputError(
            f"{error.filename or folder}: cannot be written ({error.strerror}); nothing was changed"
        ) from None


def _restored(old: Path, file: Path) -> bool:
    """Put a file back as it was, or take it away if it was not there; False where that fails."""
    try:
        if old.exists():
            shutil.copyfile(old, file)
        elif file.exists():
            file.unlink()
    except OSError:
        return False
    return True


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
