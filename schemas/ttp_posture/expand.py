"""The one flat table most readers want: each active claim with all that hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from ttp_posture.derive import Row, by_claim, counting, deciding_holder, last_holders
from ttp_posture.package import derived_tables
from ttp_posture.vocabularies import Status


def claims_expanded(tables: Mapping[str, list[Row]]) -> list[Row]:
    """Compute the rows of claims_expanded from the finished tables, in the order of the claims."""
    columns = derived_tables()["claims_expanded"].column_names
    passages = {row["passage_id"]: row for row in tables["passages"]}
    actors = {row["actor_id"]: row["name"] for row in tables["actors"]}
    events = {row["event_id"]: row["label"] for row in tables["events"]}
    speakers = actors | {row["source_id"]: row["description"].rstrip(".") for row in tables["sources"]}
    linked = {
        name: by_claim(tables[name])
        for name in ("claim_holders", "claim_evidence", "claim_actors", "claim_events")
    }

    def rows_of(name: str, claim: Row) -> list[Row]:
        return counting(claim, linked[name][claim["claim_id"]])

    def flat(claim: Row) -> Row:
        chain = rows_of("claim_holders", claim)
        decides = deciding_holder(chain)
        row = {
            **passages[claim["passage_id"]],
            **claim,
            "holder": _joined(speakers[holder_of(row)] for row in last_holders(chain)),
            "holder_chain": chain_in_words(chain, speakers),
            "attribution_type": decides["attribution_type"],
            "certainty_cue": decides["certainty_cue"],
            "evidence": _joined(row["evidence_type"] for row in rows_of("claim_evidence", claim)),
            "actors": _joined(
                f"{actors[row['actor_id']]} ({row['role']})" for row in rows_of("claim_actors", claim)
            ),
            "events": _joined(
                f"{events[row['event_id']]} ({row['role']})" for row in rows_of("claim_events", claim)
            ),
        }
        return {name: row[name] for name in columns}

    return [flat(claim) for claim in tables["claims"] if claim["status"] == Status.ACTIVE]


def holder_of(row: Row) -> str:
    """The actor or the source that a row of claim_holders names."""
    return str(row["holder_actor_id"] or row["holder_source_id"])


def chain_in_words(chain: Iterable[Row], speakers: Mapping[str, str]) -> str:
    """A holder chain from the authors inwards: name, what they do, how surely.

    >>> says = {"attribution_type": "states", "certainty": "certain"}
    >>> chain_in_words([{"position": 1, "holder_actor_id": "authors", **says}], {"authors": "The authors"})
    'The authors states (certain)'
    """
    return " > ".join(
        "; ".join(
            f"{speakers[holder_of(row)]} {row['attribution_type']} ({row['certainty']})" for row in sharing
        )
        for _, sharing in groupby(chain, key=itemgetter("position"))
    )


def _joined(words: Iterable[str]) -> str | None:
    """The words without repetition, separated by semicolons; None if there are none."""
    return "; ".join(dict.fromkeys(words)) or None
