"""The trace of a claim and the graph of actors."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest
from tests.small_package import edit_cell, write_built_package

import ttp_posture as tp
from ttp_posture import publish
from ttp_posture.errors import MissingBackendError, UnknownRowError
from ttp_posture.models import TABLES
from ttp_posture.vocabulary import VOCABULARIES

assert TABLES  # reading them enters the vocabularies


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_built_package(tmp_path / "package")
    monkeypatch.setattr(import_module("ttp_posture.loading"), "data_folder", lambda: folder)
    return folder


def meaning(vocabulary: str, term: str) -> str:
    (entry,) = [entry for entry in VOCABULARIES[vocabulary].terms if entry.term == term]
    return f"{term} – {entry.definition}"


EXPECTED = f"""\
CLM-0001  The group and the state paused their fighting.

Who says it
  The authors: states it, certain
  > Harbour League: believes it, probable, by the cue likely
  The authors' own stance: {meaning("author_stance", "reports_neutrally")}

Coded as
  certainty: {meaning("certainty", "probable")}
  polarity: {meaning("polarity", "positive")}
  claim_type: {meaning("claim_type", "descriptive")}
  clause_status: {meaning("clause_status", "asserted")}
  temporality: {meaning("temporality", "past")}
  centrality: {meaning("centrality", "support")}
  evidential_strength: {meaning("strength", "2")}
  attribution_strength: {meaning("strength", "3")}

Evidence
  1. unknown_linked, bears on content; hyperlink, clause
     SRC-0001 “reports”: Cited for the wish to lay down arms.
  2. author_interview, bears on attribution; footnote, clause
     FTN-0001, note 1: Talks of one author with members, May 2022.

Where
  PSG-0021: section 3 (Front matter), paragraph 2, sentence 4 of the body

Argues for
  CLM-0035 (thesis): The group and the state paused their fighting.

Related claims
  supported by CLM-0002 (support): The group and the state paused their fighting.

Actors
  Reef Front (target)
  Harbour League (agent)

Events
  EVT-0001 Temporary ceasefire, 2022-05 (reports)"""


def test_trace_reads_as_text(small: Path) -> None:
    assert str(tp.trace("CLM-0001")) == EXPECTED


def test_trace_from_the_other_end_of_a_relation(small: Path) -> None:
    text = str(tp.trace("CLM-0002"))
    assert "  supports CLM-0001 (support): The group and the state paused their fighting." in text
    assert "Actors" not in text
    assert "stance" not in text


def test_every_relation_has_a_phrase() -> None:
    assert set(import_module("ttp_posture.tracing")._PHRASES) == {*VOCABULARIES["claim_relation"].values}


def test_trace_gives_rows(small: Path) -> None:
    trace = tp.trace("CLM-0001")
    assert [row["name"] for row in trace.holders] == ["The authors", "Harbour League"]
    assert [row["claim_id"] for row in trace.parents] == ["CLM-0035"]
    assert trace.evidence[1]["footnote"]["number"] == 1
    assert trace.passage["passage_id"] == "PSG-0021"


def test_retired_claim_says_so(small: Path) -> None:
    assert "This claim is withdrawn." in str(tp.trace("CLM-0003")).splitlines()
    edit_cell(small / "claims.csv", 4, "status", "superseded")
    edit_cell(small / "claims.csv", 4, "superseded_by", "CLM-0002")
    publish.build(small)
    assert "This claim is superseded by CLM-0002." in str(tp.trace("CLM-0003")).splitlines()


def test_notes_are_shown_and_lines_wrapped(small: Path) -> None:
    for file in ("claims", "claim_holders", "claim_evidence", "claim_relations"):
        note = f"Rule of {file}: " + "a doubt that took long, " * 20 + "and ended"
        edit_cell(small / f"{file}.csv", 2, "note", note)
    publish.build(small)
    text = str(tp.trace("CLM-0001"))
    assert text.count("Rule of") == 4
    assert max(map(len, text.splitlines())) <= 100
    assert "\n\nNote\n  Rule of claims: a doubt" in text


def test_circle_of_parents_ends(small: Path) -> None:
    edit_cell(small / "claims.csv", 5, "parent_claim_id", "CLM-0001")
    publish.build(small)
    assert [row["claim_id"] for row in tp.trace("CLM-0001").parents] == ["CLM-0035"]


def test_unknown_claim(small: Path) -> None:
    with pytest.raises(UnknownRowError, match=r"no claim 'CLM-9999' in release 0\.1\.0; .* to CLM-0035"):
        tp.trace("CLM-9999")


def test_every_published_claim_can_be_traced() -> None:
    claims = tp.load("claims", retired=True)["claim_id"]
    for claim in claims[::40]:
        assert str(tp.trace(claim)).startswith(claim)


def test_graph(small: Path) -> None:
    graph = tp.graph()
    assert graph.nodes["ttp"]["name"] == "Harbour League"
    ((actor, related, relation, about),) = graph.edges(keys=True, data=True)
    assert (actor, related, relation) == ("noor-wali-mehsud", "ttp", "REL-0001")
    assert (about["relation"], about["date_edtf"]) == ("leads", "2021-08/..")


def test_graph_leaves_out_retired_relations(small: Path) -> None:
    edit_cell(small / "actor_relations.csv", 2, "status", "withdrawn")
    publish.build(small)
    assert tp.graph().number_of_edges() == 0
    assert tp.graph(retired=True).number_of_edges() == 1


def test_graph_without_networkx(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingBackendError, match=r"graph needs networkx, .*pip install networkx"):
        tp.graph()
