"""What a package says of itself as a whole: its package.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ttp_posture.errors import PackageError

FILE = "package.toml"

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _day(what: str) -> Any:
    return Field(description=what, pattern=r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$")


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Licence(_Section):
    """A licence of the tables, by its SPDX name."""

    name: Words
    title: Words | None = None
    path: Words | None = None


class Contributor(_Section):
    """Somebody who made the package, and as what."""

    title: Words
    roles: list[Words] = []
    path: Words | None = None
    organization: Words | None = None


class Package(_Section):
    """The data package."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    title: Words
    description: Words
    date_released: str = _day("The day of the release; no clock is read.")
    keywords: list[Words] = []
    contact: Words | None = None
    homepage: Words | None = None
    licences: Annotated[list[Licence], Field(min_length=1)]
    contributors: Annotated[list[Contributor], Field(min_length=1)]


class Author(_Section):
    """An author of the article."""

    given: Words
    family: Words


class Counts(_Section):
    """How many of each the article prints."""

    links: Annotated[int, Field(ge=0)]
    footnotes: Annotated[int, Field(ge=0)]
    images: Annotated[int, Field(ge=0)]


class Article(_Section):
    """The article that the tables code."""

    title: Words
    container_title: Words
    publisher: Words
    date_issued: str = _day("The day it appeared.")
    licence: Words
    url: Words | None = None
    doi: Words | None = None
    authors: Annotated[list[Author], Field(min_length=1)]
    counts: Counts | None = None


class About(_Section):
    """The whole of package.toml."""

    package: Package
    article: Article


def read(folder: Path) -> dict[str, Any]:
    """Give what package.toml says, by section: ``package`` and ``article``; what it leaves out is left out.

    Raises
    ------
    PackageError
        There is no package.toml, it is no TOML, or an entry is missing, unknown or of the wrong form.
    """
    path = folder / FILE
    try:
        says = tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise PackageError(
            f"{path}: cannot be read ({error.strerror}); expected a data package, "
            f"a folder with {FILE} and one CSV file a table"
        ) from None
    except ValueError as error:  # not UTF-8, or not TOML
        raise PackageError(f"{path}: is no TOML file in UTF-8 ({error})") from None
    try:
        about = About.model_validate(says)
        for day in (about.package.date_released, about.article.date_issued):
            dt.date.fromisoformat(day)
    except ValidationError as error:
        wrong = "; ".join(f"{_place(each['loc'])}: {_message(each)}" for each in error.errors())
        raise PackageError(f"{path}: {wrong}") from None
    except ValueError as error:
        raise PackageError(f"{path}: {day!r} is no day of the calendar ({error})") from None
    return about.model_dump(exclude_none=True, exclude_defaults=True)


def _place(steps: tuple[int | str, ...]) -> str:
    """Where in the file, such as ``article.authors[2].given``; entries of a list count from 1."""
    words = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps]
    return "".join(words).removeprefix(".")


def _message(error: Any) -> str:
    if error["type"] == "missing":
        return "is missing; add it"
    if error["type"] == "extra_forbidden":
        return "is not known here; correct or delete it"
    return f"{error['input']!r} will not do: {error['msg']}"
