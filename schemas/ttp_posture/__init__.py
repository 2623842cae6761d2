"""One scholarly article on the Tehrik-e-Taliban Pakistan, broken down into linked tables.

    >>> import ttp_posture as tp
    >>> claims = tp.load("claims")
    >>> tp.trace("CLM-0001").claim["passage_id"]
    'PSG-0009'

Each name below is imported when it is first used: importing the package imports no data frame library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ttp_posture.citation import cite
    from ttp_posture.database import connect
    from ttp_posture.loading import load, path, tables
    from ttp_posture.network import graph
    from ttp_posture.schemas import describe, records, schema
    from ttp_posture.tracing import trace

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

# No module has the name of a function: importing the one would hide the other.
_MODULES = {
    "cite": "citation",
    "connect": "database",
    "describe": "schemas",
    "graph": "network",
    "load": "loading",
    "path": "loading",
    "records": "schemas",
    "schema": "schemas",
    "tables": "loading",
    "trace": "tracing",
}


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
        return str(import_module("ttp_posture.loading").version_at_hand())
