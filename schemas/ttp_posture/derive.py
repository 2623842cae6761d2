"""The columns computed from others: the days a date covers, how sure and how well evidenced a claim is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ttp_posture import edtf
from ttp_posture.errors import Problem
from ttp_posture.vocabularies import BearsOn, Certainty, EvidenceScope, EvidenceType, Status, Strength

Row = dict[str, Any]

_DOCUMENTED = {EvidenceType.AUTHOR_INTERVIEW, EvidenceType.OFFICIAL_DOCUMENT, EvidenceType.GROUP_MEDIA}
_LINKED = {EvidenceType.UNKNOWN_LINKED, EvidenceType.IMAGE}
_ARGUED = {EvidenceType.UNNAMED_REPORTS, EvidenceType.INFERENCE}
_RANK: dict[str, int] = {level.value: rank for rank, level in enumerate(Certainty)}


def add_dates(row: Row) -> None:
    """Fill date_start, date_end and date_precision from date_edtf; `edtf.EdtfError` if it is no date."""
    text = row["date_edtf"]
    row["date_start"], row["date_end"] = edtf.bounds(text) if text else (None, None)
    row["date_precision"] = edtf.precision(text) if text else None


def add_to_claims(tables: Mapping[str, list[Row]]) -> list[Problem]:
    """Fill certainty and both strengths of every claim; give the claims without a holder or evidence row.

    Only active rows count. A claim that is itself retired, and its rows with it, is judged by all its rows.
    """
    holders, evidence = by_claim(tables["claim_holders"]), by_claim(tables["claim_evidence"])
    cited = {row["footnote_id"]: row["source_id"] for row in tables["footnotes"]}
    problems = [
        Problem(
            file="claim_holders.csv",
            key=f"{row['claim_id']}/{row['position']}/{row['holder_number']}",
            column="holder_actor_id, holder_source_id",
            message="are both filled or both empty; expected exactly one holder",
        )
        for row in tables["claim_holders"]
        if (row["holder_actor_id"] is None) == (row["holder_source_id"] is None)
    ]
    for claim in tables["claims"]:
        key = claim["claim_id"]
        chain, grounds = counting(claim, holders[key]), counting(claim, evidence[key])
        problems += [
            Problem(
                file="claims.csv", key=key, message=f"has no active row in {table}; expected at least one"
            )
            for table, rows in (("claim_holders.csv", chain), ("claim_evidence.csv", grounds))
            if not rows
        ]
        if chain:
            claim["certainty"] = deciding_holder(chain)["certainty"]
        for column, bears_on in (
            ("evidential_strength", BearsOn.CONTENT),
            ("attribution_strength", BearsOn.ATTRIBUTION),
        ):
            claim[column] = strength([row for row in grounds if row["bears_on"] == bears_on], cited)
    return problems


def by_claim(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """The rows of a link table by the claim they belong to, in their order."""
    grouped = defaultdict(list)
    for row in rows:
        grouped[row["claim_id"]].append(row)
    return grouped


def counting(claim: Row, rows: list[Row]) -> list[Row]:
    """Those of a claim's rows that count."""
    is_active = claim["status"] == Status.ACTIVE
    return [row for row in rows if row["status"] == Status.ACTIVE or not is_active]


def last_holders(chain: list[Row]) -> list[Row]:
    """Those at the last position of a chain."""
    last = max(row["position"] for row in chain)
    return [row for row in chain if row["position"] == last]


def deciding_holder(chain: list[Row]) -> Row:
    """Of those at the last position the one who commits least: the claim is as certain as they are."""
    return min(last_holders(chain), key=lambda row: (_RANK[row["certainty"]], row["holder_number"]))


def strength(rows: Iterable[Row], cited: Mapping[str, str]) -> int:
    """Grade evidence rows: the best that holds for those in the claim's own clause or sentence.

    ``cited`` gives the source of each footnote, for a row that names the note alone.

    >>> row = {"evidence_type": "group_media", "scope": "clause", "source_id": None, "footnote_id": "F"}
    >>> cited = {"F": "SRC-0076"}
    >>> strength([row], cited), strength([row, row | {"source_id": "SRC-0001"}], cited)
    (3, 4)
    >>> strength([row | {"scope": "carried"}], cited)
    0
    """
    near = [row for row in rows if row["scope"] != EvidenceScope.CARRIED]
    types = {row["evidence_type"] for row in near}
    documents = [
        row["source_id"] or cited.get(row["footnote_id"])
        for row in near
        if row["evidence_type"] in _DOCUMENTED
    ]
    if documents:  # one that names no source may be any of the others
        return (Strength.CORROBORATED if len({*documents} - {None}) > 1 else Strength.DOCUMENTED).value
    if types & _LINKED:
        return Strength.LINKED.value
    return (Strength.ARGUED if types & _ARGUED else Strength.NONE).value
