"""What a vocabulary is: an enumeration whose members carry their own codebook entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, StrEnum
from typing import Any, TypeVar, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Words(StrEnum):
    """A vocabulary of words. A member is its code; the rest of its entry are attributes.

    A member is written as its code followed by up to four sentences and words::

        CODE = "code", "definition", "when not to use it", "example", "broader term"
    """

    definition: str
    when_not_to_use: str
    example: str
    broader: str | None

    def __new__(
        cls, code: str, definition: str, when_not_to_use: str, example: str, broader: str | None = None
    ) -> Words:
        """Make the member from its codebook entry."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition, member.when_not_to_use = definition, when_not_to_use
        member.example, member.broader = example, broader
        return member


class Grades(IntEnum):
    """A vocabulary of whole numbers whose order means something."""

    definition: str
    when_not_to_use: str
    example: str
    broader: str | None

    def __new__(cls, code: int, definition: str, when_not_to_use: str, example: str) -> Grades:
        """Make the member from its codebook entry."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.definition, member.when_not_to_use = definition, when_not_to_use
        member.example, member.broader = example, None
        return member

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take whole numbers only: left to itself, Pydantic would take 1.0, "1" and True for a 1."""
        return core_schema.no_info_before_validator_function(_whole, handler(source))


def _whole(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("expected a whole number")
    return value


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary, as the codebook prints it.

    ``position`` is the rank of an ordered vocabulary's term, from 1, and None elsewhere.
    """

    vocabulary: str
    term: str
    position: int | None
    broader: str | None
    definition: str
    when_not_to_use: str
    example: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named list of codes.

    ``is_open`` tells whether a fork may add terms; ``is_ordered`` whether the order of the terms means
    more than reading order.
    """

    name: str
    description: str
    codes: type[Words] | type[Grades]
    is_open: bool
    is_ordered: bool

    @property
    def members(self) -> tuple[Words | Grades, ...]:
        """The codes with their entries, in order."""
        return tuple(self.codes)

    @property
    def values(self) -> tuple[str | int, ...]:
        """The codes themselves, in order."""
        return tuple(code.value for code in self.members)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The entries of the codebook, in order."""
        return tuple(
            Term(
                vocabulary=self.name,
                term=str(code.value),
                position=rank if self.is_ordered else None,
                broader=code.broader,
                definition=code.definition,
                when_not_to_use=code.when_not_to_use,
                example=code.example,
                is_open=self.is_open,
            )
            for rank, code in enumerate(self.members, start=1)
        )


VOCABULARIES: dict[str, Vocabulary] = {}
"""Every vocabulary by name, in the order of the codebook."""


def snake_case(class_name: str) -> str:
    """The vocabulary name of an enumeration's class name.

    >>> snake_case("DatePrecision")
    'date_precision'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower()


Codes = TypeVar("Codes", bound=type[Enum])


def vocabulary(*, is_open: bool = False, is_ordered: bool = False) -> Callable[[Codes], Codes]:
    """Enter an enumeration of `Words` or `Grades` into the list of vocabularies.

    Its name is the class name in snake case, its description the docstring.
    """

    def enter(codes: Codes) -> Codes:
        name = snake_case(codes.__name__)
        description = " ".join((codes.__doc__ or "").split())
        VOCABULARIES[name] = Vocabulary(name, description, codes, is_open, is_ordered)  # type: ignore[arg-type]
        return codes

    return enter


def extended(ours: Vocabulary, entries: Iterable[Mapping[str, Any]]) -> Vocabulary:
    """An open vocabulary with a fork's own terms added behind ours.

    Each entry has ``term`` and may have ``definition``, ``when_not_to_use``, ``example`` and ``broader``.
    """
    members: dict[str, Any] = {
        code.name: (code.value, code.definition, code.when_not_to_use, code.example, code.broader)
        for code in ours.members
    }
    for number, entry in enumerate(entries, start=1):
        about = (entry.get(name) or "" for name in ("definition", "when_not_to_use", "example"))
        members[f"ADDED_{number}"] = (entry["term"], *about, entry.get("broader"))
    name, make = ours.codes.__name__, cast(Any, Words)  # called, an enumeration makes another
    return replace(ours, codes=make(name, members))
