"""What a package says of itself as a whole: its package.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from ttp_posture.errors import PackageError

FILE = "package.toml"

_NEEDED = {
    "package": ("name", "version", "title", "description", "date_released", "licences", "contributors"),
    "article": ("title", "authors", "container_title", "publisher", "date_issued", "licence"),
}
_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


def read(folder: Path) -> dict[str, Any]:
    """Give what package.toml says, by section: ``package``, ``article`` and what else stands there.

    Raises
    ------
    PackageError
        There is no package.toml, it is no TOML, or it lacks an entry every package has.
    """
    path = folder / FILE
    try:
        about = tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise PackageError(
            f"{path}: cannot be read ({error.strerror}); expected a data package, "
            f"a folder with {FILE} and one CSV file a table"
        ) from None
    except ValueError as error:  # not UTF-8, or not TOML
        raise PackageError(f"{path}: is no TOML file in UTF-8 ({error})") from None
    missing = [
        f"{section}.{name}"
        for section, names in _NEEDED.items()
        for name in names
        if not (isinstance(about.get(section), dict) and about[section].get(name))
    ]
    if missing:
        raise PackageError(f"{path}: lacks {', '.join(missing)}; expected an entry for each")
    version = about["package"]["version"]
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise PackageError(f"{path}: package.version is {version!r}; expected three numbers such as '1.0.0'")
    return about
