"""Everything the tables say on one claim: who says it, how sure, on what evidence, where, and to what end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ttp_posture.derive import by_claim, counting
from ttp_posture.errors import UnknownRowError
from ttp_posture.expand import holder_of
from ttp_posture.loading import TableName, load, version_at_hand

Row = dict[str, Any]

WIDTH = 100

# How each relation reads from the claim traced, and how from the other end.
_PHRASES = {
    "supports": ("supports", "supported by"),
    "attacks": ("attacks", "attacked by"),
    "qualifies": ("qualifies", "qualified by"),
    "restates": ("restates", "restated by"),
    "exemplifies": ("exemplifies", "exemplified by"),
    "contrasts_with": ("contrasts with", "contrasts with"),
    "elaborates": ("elaborates", "elaborated by"),
    "cause_in": ("is the cause in", "has as cause"),
    "effect_in": ("is the effect in", "has as effect"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One claim with all that hangs on it; ``print`` lays it out for reading.

    Each row is a dictionary of its table's columns. Rows of link tables have the row they lead to beside
    their own columns, under the name given here.
    """

    claim: Row
    passage: Row
    holders: tuple[Row, ...]  # claim_holders, with ``name``
    evidence: tuple[Row, ...]  # claim_evidence, with ``source`` and ``footnote``
    parents: tuple[Row, ...]  # claims, from the one it argues for up to the thesis
    relations: tuple[Row, ...]  # claim_relations from it and to it, with ``claim`` and ``target``
    actors: tuple[Row, ...]  # claim_actors, with ``actor``
    events: tuple[Row, ...]  # claim_events, with ``event``
    meanings: Mapping[tuple[str, str], str]  # (vocabulary, term) → definition

    def __str__(self) -> str:
        """The trace as plain text, lines of at most 100 characters."""
        sections = {
            "Who says it": self._holders(),
            "Coded as": self._codes(),
            "Evidence": self._evidence(),
            "Where": self._place(),
            "Argues for": (_claim(parent) for parent in self.parents),
            "Related claims": self._relations(),
            "Actors": (f"{row['actor']['name']} ({row['role']})" for row in self.actors),
            "Events": self._events(),
            "Note": filter(None, [self.claim["note"]]),
        }
        lines = list(_wrapped(f"{self.claim['claim_id']}  {self.claim['claim_text']}", "", 10))
        lines += [f"This claim is {self._fate()}."] if self.claim["status"] != "active" else []
        for title, entries in sections.items():
            body = [line for entry in entries for line in _wrapped(entry, "  ", 4)]
            lines += ["", title, *body] if body else []
        return "\n".join(lines)

    def _fate(self) -> str:
        successor = self.claim["superseded_by"]
        return f"superseded by {successor}" if successor else str(self.claim["status"])

    def _holders(self) -> Iterator[str]:
        for row in self.holders:
            cue = f", by the cue {row['certainty_cue']}" if row["certainty_cue"] else ""
            note = f" – {row['note']}" if row["note"] else ""
            words = f"{row['name']}: {row['attribution_type']} it, {row['certainty']}{cue}{note}"
            yield f"{'> ' * (row['position'] - 1)}{words}"
        stance = self.claim["author_stance"]
        if stance:
            yield f"The authors' own stance: {self._meaning('author_stance', stance)}"

    def _codes(self) -> Iterator[str]:
        for column, vocabulary in (
            ("certainty", "certainty"),
            ("polarity", "polarity"),
            ("claim_type", "claim_type"),
            ("clause_status", "clause_status"),
            ("temporality", "temporality"),
            ("centrality", "centrality"),
            ("evidential_strength", "strength"),
            ("attribution_strength", "strength"),
        ):
            yield f"{column}: {self._meaning(vocabulary, str(self.claim[column]))}"

    def _evidence(self) -> Iterator[str]:
        for row in self.evidence:
            pointer = f"; {row['citation_form']}, {row['scope']}" if row["scope"] else ""
            yield f"{row['position']}. {row['evidence_type']}, bears on {row['bears_on']}{pointer}"
            if source := row["source"]:
                anchor = f" “{source['anchor_text']}”" if source["anchor_text"] else ""
                yield f"   {source['source_id']}{anchor}: {source['description']}"
            if footnote := row["footnote"]:
                yield f"   {footnote['footnote_id']}, note {footnote['number']}: {footnote['citation']}"
            if row["note"]:
                yield f"   {row['note']}"

    def _place(self) -> Iterator[str]:
        at = self.passage
        yield (
            f"{at['passage_id']}: section {at['section']} ({at['section_label']}), "
            f"paragraph {at['paragraph']}, sentence {at['sentence']} of the {at['stream']}"
        )

    def _relations(self) -> Iterator[str]:
        for row in self.relations:
            note = f" – {row['note']}" if row["note"] else ""
            outward, inward = _PHRASES[row["relation"]]
            if row["claim_id"] == self.claim["claim_id"]:
                yield f"{outward} {_claim(row['target'])}{note}"
            else:
                yield f"{inward} {_claim(row['claim'])}{note}"

    def _events(self) -> Iterator[str]:
        for row in self.events:
            event = row["event"]
            date = f", {event['date_edtf']}" if event["date_edtf"] else ", undated"
            yield f"{event['event_id']} {event['label']}{date} ({row['role']})"

    def _meaning(self, vocabulary: str, term: str) -> str:
        definition = self.meanings.get((vocabulary, term))
        return f"{term} – {definition}" if definition else term


def trace(claim_id: str) -> Trace:
    """Follow one claim through the tables.

    Parameters
    ----------
    claim_id:
        Such as ``"CLM-0001"``. A retired claim is traced too, and says so.

    Returns
    -------
    A `Trace`: print it, or use its rows.

    Raises
    ------
    UnknownRowError
        There is no claim of that id.
    DataFileError
        As `ttp_posture.load`.

    Examples
    --------
    >>> trace("CLM-0001").claim["claim_id"]
    'CLM-0001'
    """
    claims = _by_key("claims")
    if claim_id not in claims:
        raise UnknownRowError(
            f"there is no claim {claim_id!r} in release {version_at_hand()}; "
            f"expected an id from {min(claims, default='CLM-0001')} to {max(claims, default='CLM-0001')}"
        )
    claim = claims[claim_id]
    actors, sources, events = _by_key("actors"), _by_key("sources"), _by_key("events")
    footnotes = _by_key("footnotes")
    names = {key: row["name"] for key, row in actors.items()} | {
        key: row["description"].rstrip(".") for key, row in sources.items()
    }

    def of_claim(table: TableName) -> Iterable[Row]:
        return counting(claim, by_claim(_rows(table))[claim_id])

    return Trace(
        claim=claim,
        passage=_by_key("passages")[claim["passage_id"]],
        holders=tuple(row | {"name": names[holder_of(row)]} for row in of_claim("claim_holders")),
        evidence=tuple(
            row | {"source": sources.get(row["source_id"]), "footnote": footnotes.get(row["footnote_id"])}
            for row in of_claim("claim_evidence")
        ),
        parents=tuple(_parents(claim, claims)),
        relations=tuple(
            row | {"claim": claims[row["claim_id"]], "target": claims[row["target_claim_id"]]}
            for row in _rows("claim_relations")
            if claim_id in (row["claim_id"], row["target_claim_id"]) and counting(claim, [row])
        ),
        actors=tuple(row | {"actor": actors[row["actor_id"]]} for row in of_claim("claim_actors")),
        events=tuple(row | {"event": events[row["event_id"]]} for row in of_claim("claim_events")),
        meanings={(row["vocabulary"], row["term"]): row["definition"] for row in _rows("vocabularies")},
    )


def _rows(table: TableName) -> list[Row]:
    rows: list[Row] = load(table, backend="arrow", retired=True).to_pylist()
    return rows


def _by_key(table: TableName) -> dict[str, Row]:
    """The rows of a table by their id, which is its first column."""
    return {str(next(iter(row.values()))): row for row in _rows(table)}


def _parents(claim: Row, claims: Mapping[str, Row]) -> Iterator[Row]:
    seen = {claim["claim_id"]}
    while (parent := claim["parent_claim_id"]) and parent not in seen:
        seen.add(parent)
        claim = claims[parent]
        yield claim


def _claim(row: Row) -> str:
    status = "" if row["status"] == "active" else f", {row['status']}"
    return f"{row['claim_id']} ({row['centrality']}{status}): {row['claim_text']}"


def _wrapped(text: str, indent: str, hanging: int) -> list[str]:
    margin = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(
        text.strip(),
        WIDTH,
        initial_indent=indent + margin,
        subsequent_indent=indent + margin + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
