"""What can go wrong for a user, each with a message that says where, what was expected and what to do.

::

    TtpPostureError
    ├── UnknownTableError     no table of that name
    ├── UnknownVersionError   no release of that number
    ├── UnknownRowError       no row with that key
    ├── OptionError           an argument is none of the choices
    ├── MissingBackendError   a library that was asked for is not installed
    ├── DataFileError         a data file is missing, damaged or holds what its table does not allow
    ├── PackageError          package.toml is missing or does not say what it must
    └── OutputError           a file cannot be written
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

SHOWN = 20
"""How many problems of one file or package a message lists."""


class TtpPostureError(Exception):
    """Whatever this package refuses to do; its message is meant for the user."""


class UnknownTableError(TtpPostureError, LookupError):
    """There is no table of that name."""


class UnknownVersionError(TtpPostureError, LookupError):
    """There is no release of that number here."""


class UnknownRowError(TtpPostureError, LookupError):
    """The table has no row with that key."""


class OptionError(TtpPostureError, ValueError):
    """An argument is none of the choices there are."""


class MissingBackendError(TtpPostureError, ImportError):
    """A library that was asked for is not installed."""

    @classmethod
    def of(cls, asked: str, error: ImportError) -> MissingBackendError:
        """Say that what was asked for needs the library whose import failed."""
        if not isinstance(error, ModuleNotFoundError) or not error.name:
            return cls(f"{asked} cannot be had: its library is there but does not import ({error})")
        library = error.name.partition(".")[0]
        return cls(f"{asked} needs {library}, which is not installed; install it: pip install {library}")


class PackageError(TtpPostureError):
    """A folder is no data package: its package.toml is missing or lacks something."""


class OutputError(TtpPostureError):
    """A file cannot be written; nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in a data file, with its place.

    ``key`` is the row's primary key joined by slashes; ``line`` counts from 1, the header being line 1.
    """

    file: str
    message: str
    line: int | None = None
    key: str | None = None
    column: str | None = None

    def __str__(self) -> str:
        """``claims.csv:12: row CLM-0003, column polarity: …``."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        about = [f"row {self.key}"] if self.key else []
        about += [f"column {self.column}"] if self.column else []
        return ": ".join(part for part in (place, ", ".join(about), self.message) if part)


class DataFileError(TtpPostureError):
    """A data file is missing, damaged, or holds what its table does not allow.

    ``problems`` has every problem found, the message the first twenty.
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take all problems found."""
        self.problems = tuple(problems)
        total = len(self.problems)
        lines = [str(problem) for problem in self.problems[:SHOWN]]
        if total > 1:
            hidden = f", the first {SHOWN} shown" if total > SHOWN else ""
            lines.insert(0, f"{total} problems in the data files{hidden}:")
        super().__init__("\n".join(lines))


def one_of(choices: Sequence[object], given: object = None) -> str:
    """Word what was expected, the closest choice first.

    >>> one_of(["pandas", "polars"], "panda")
    'one of pandas, polars (did you mean pandas?)'
    """
    words = [str(choice) for choice in choices]
    close = get_close_matches(str(given), words, n=1) if given is not None else []
    return f"one of {', '.join(words)}" + (f" (did you mean {close[0]}?)" if close else "")
