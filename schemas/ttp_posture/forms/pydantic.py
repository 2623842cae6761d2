"""A table as a Pydantic model of one of its rows."""

from __future__ import annotations

from copy import copy
from typing import Any, get_args

from pydantic import create_model

from ttp_posture.models import Row
from ttp_posture.package import Table


def model(table: Table) -> type[Row]:
    """The model of one row.

    It is the table's own, unless a fork has added terms to a vocabulary: then a subclass of it whose coded
    columns take those terms too.

    >>> from ttp_posture.package import tables
    >>> model(tables()["claims"]).__name__
    'Claim'
    """
    changed: dict[str, Any] = {}
    for column in table.columns:
        field = table.model.model_fields[column.name]
        codes = column.vocabulary.codes if column.vocabulary else None
        if codes and codes not in (field.annotation, *get_args(field.annotation)):
            annotation: Any = codes if column.is_required else codes | None
            field = copy(field)
            field.annotation = annotation
            changed[column.name] = (annotation, field)
    if not changed:
        return table.model
    return create_model(
        table.model.__name__,
        __base__=table.model,
        __doc__=table.model.__doc__,
        __cls_kwargs__={
            "name": table.name,
            "key": table.primary_key,
            "links": table.model.composite_links,
            "is_generated": table.is_generated,
        },
        **changed,
    )
