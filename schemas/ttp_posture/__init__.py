"""One scholarly article on the Tehrik-e-Taliban Pakistan, broken down into linked tables.

    >>> import ttp_posture as tp
    >>> claims = tp.load("claims")
    >>> print(tp.trace("CLM-0001"))  # doctest: +SKIP

Each name below is imported when it is first used: importing the package imports no data frame library.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ttp_posture.cite import cite
    from ttp_posture.database import connect
    from ttp_posture.load import load, path, tables
    from ttp_posture.network import graph
    from ttp_posture.schemas import describe, records, schema
    from ttp_posture.trace import trace

    __version__: str

__all__ = [
    "__version__",
    "cite",
    "connect",
    "describe",
    "graph",
    "load",
    "path",
    "records",
    "schema",
    "tables",
    "trace",
]

_MODULES = {
    "cite": "cite",
    "connect": "database",
    "describe": "schemas",
    "graph": "network",
    "load": "load",
    "path": "load",
    "records": "schemas",
    "schema": "schemas",
    "tables": "load",
    "trace": "trace",
}


class _Package(ModuleType):
    """This package, in which the name of a function above never means the module of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        # Importing a module puts it into its package under its name.
        if name not in _MODULES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    if name in _MODULES:
        return getattr(import_module(f"ttp_posture.{_MODULES[name]}"), name)
    if name == "__version__":
        return _version()
    raise AttributeError(f"module 'ttp_posture' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__


def _version() -> str:
    metadata = import_module("importlib.metadata")
    try:
        return str(metadata.version("ttp-posture"))
    except metadata.PackageNotFoundError:  # a checkout that is on the path and not installed
        return str(import_module("ttp_posture.load").version_at_hand())
