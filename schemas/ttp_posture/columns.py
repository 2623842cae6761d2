"""Column types, each once: whatever means the same thing has the same type in every table.

A table's model names a type and adds what the column is for::

    claim_id: ClaimId = column("Which claim is evidenced.", example="CLM-0001", references="claims.claim_id")

Everything a form needs - type, pattern, bounds, vocabulary, key, link, description, example, outside term -
is read back from the model by `ttp_posture.package`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import Field, Strict, StringConstraints

from ttp_posture import edtf
from ttp_posture.vocabularies import DatePrecision, Status

# Plain text: one line, no white space at the ends, no first character that a spreadsheet takes for a formula.
TEXT = r"^[^\x00- =+@\-](?:[^\x00-\x1f]*[^\x00- ])?$"
_SLUG = r"^[a-z](?:[a-z0-9]|-[a-z0-9])*$"


def _numbered(prefix: str) -> str:
    return rf"^{prefix}-[0-9]{{4}}$"


Text = Annotated[str, StringConstraints(pattern=TEXT, max_length=2000)]
Label = Annotated[str, StringConstraints(pattern=TEXT, max_length=160)]
Whole = Annotated[int, Strict(), Field(ge=0)]
Count = Annotated[int, Strict(), Field(ge=1)]
Flag = Annotated[bool, Strict()]
Date = Annotated[dt.date, Strict()]
Latitude = Annotated[float, Strict(), Field(ge=-90, le=90)]
Longitude = Annotated[float, Strict(), Field(ge=-180, le=180)]

Edtf = Annotated[str, StringConstraints(pattern=f"^(?:{edtf.PATTERN})$", max_length=40)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\x00- ]+$", max_length=2000)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=32)]
Code = Annotated[str, StringConstraints(pattern=TEXT, max_length=80)]

TermCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[_:-][a-z0-9]+)*$", max_length=80)]

ActorId = Annotated[str, StringConstraints(pattern=_SLUG, max_length=60)]
PlaceId = Annotated[str, StringConstraints(pattern=_SLUG, max_length=60)]
ClaimId = Annotated[str, StringConstraints(pattern=_numbered("CLM"))]
EventId = Annotated[str, StringConstraints(pattern=_numbered("EVT"))]
SourceId = Annotated[str, StringConstraints(pattern=_numbered("SRC"))]
FootnoteId = Annotated[str, StringConstraints(pattern=_numbered("FTN"))]
PassageId = Annotated[str, StringConstraints(pattern=_numbered("PSG"))]
RelationId = Annotated[str, StringConstraints(pattern=_numbered("REL"))]

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ShortSha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Shingles = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}(?: [0-9a-f]{16})*$")]
Joined = Annotated[str, StringConstraints(pattern=TEXT, max_length=4000)]


def column(
    description: str,
    *,
    example: Any,
    references: str | None = None,
    is_unique: bool = False,
    is_derived: bool = False,
    outside_term: str | None = None,
) -> Any:
    """A column of a table, to stand behind its type.

    Parameters
    ----------
    description:
        What the column holds, for a political scientist; with the rule to decide by where one is needed.
    example:
        A value, as it reads in Python.
    references:
        ``"table.column"`` it must be found in.
    is_unique:
        No value stands twice.
    is_derived:
        The build computes it; whatever is typed there is overwritten.
    outside_term:
        Address of the term that says the same in a public vocabulary.
    """
    extra = {
        "references": references,
        "is_unique": is_unique,
        "is_derived": is_derived,
        "outside_term": outside_term,
    }
    return Field(
        description=description,
        examples=[example],
        json_schema_extra={"column": {key: value for key, value in extra.items() if value}},
    )


def successor(references: str, example: str) -> Any:
    """The column that names the row which took this one's place."""
    return column(
        "The row of this table that has taken this one's place: filled if and only if status is superseded.",
        example=example,
        references=references,
    )


# Columns that several tables share, whole.

Note = Annotated[
    Text | None,
    column(
        "Why the row is coded as it is, wherever the coder was in doubt, with the coding rule that decided.",
        example="Rule H3: the attribution does not reach into this sentence.",
    ),
]
RowStatus = Annotated[
    Status,
    column("Whether the row still stands; rows are retired, never deleted.", example="active"),
]
DateEdtf = Annotated[
    Edtf | None,
    column(
        "When, as EDTF at the article's own precision: a year, month or day; 37, 38 and 39 in the month's "
        "place for early, mid and late in the year; a/b for a period; [a..b] for one moment between two; .. "
        "for an open and nothing for an unknown end. Empty where the article gives no date.",
        example="2022-05",
        outside_term="http://id.loc.gov/datatypes/edtf",
    ),
]
DateStart = Annotated[
    Date | None,
    column(
        "First possible day of date_edtf; empty where there is no date or no known beginning.",
        example=dt.date(2022, 5, 1),
        is_derived=True,
        outside_term="https://schema.org/startDate",
    ),
]
DateEnd = Annotated[
    Date | None,
    column(
        "Last possible day of date_edtf; empty where there is no date or no known end.",
        example=dt.date(2022, 5, 31),
        is_derived=True,
        outside_term="https://schema.org/endDate",
    ),
]
DatedPrecision = Annotated[
    DatePrecision | None,
    column("How long the dated window is; empty where there is no date.", example=4, is_derived=True),
]
