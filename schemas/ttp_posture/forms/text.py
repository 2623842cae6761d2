"""How a value reads in a CSV file: the one spelling that every form and every writer uses."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ttp_posture.package import MISSING


def as_text(value: Any) -> str:
    """The cell of a CSV file that holds this value.

    >>> as_text(True), as_text(dt.date(2022, 5, 1)), as_text(33.0), as_text(None)
    ('true', '2022-05-01', '33.0', '')
    """
    if value is None:
        return MISSING
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
