"""The published coding: complete, and true to the rules of the codebook wherever a program can tell."""

import re
import tomllib
from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import ttp_posture as tp
from ttp_posture.vocabularies import CertaintyCue

ROOT = Path(__file__).parents[1]
Row = dict[str, Any]


@cache
def rows(table: str) -> list[Row]:
    """The active rows of a published table; what hangs on a retired row is retired with it."""
    return tp.load(table, backend="arrow").to_pylist()


def by(table: str, column: str) -> dict[Any, Row]:
    return {row[column]: row for row in rows(table)}


def grouped(table: str, column: str) -> dict[Any, list[Row]]:
    groups = defaultdict(list)
    for row in rows(table):
        groups[row[column]].append(row)
    return groups


COUNTS = tomllib.loads((ROOT / "dataset/package.toml").read_text(encoding="utf-8"))["article"]["counts"]
NEEDS_NO_REASON = {"heading", "byline", "bio", "notice", "note", "claim"}


# --- completeness ----------------------------------------------------------------------------------


def test_the_passages_cover_the_article_without_gap() -> None:
    """Every word belongs to exactly one passage, in reading order."""
    spans = sorted(
        (part["token_start"], part["token_start"] + part["token_count"], part["passage_id"])
        for part in rows("passage_parts")
    )
    assert spans[0][0] == 0
    assert all(left[1] == right[0] for left, right in pairwise(spans))
    assert {span[2] for span in spans} == set(by("passages", "passage_id"))


def test_every_sentence_that_asserts_has_a_claim_and_no_other_passage_has() -> None:
    coded = {claim["passage_id"] for claim in rows("claims")}
    assert coded == {row["passage_id"] for row in rows("passages") if row["kind"] == "claim"}


def test_every_sentence_left_uncoded_says_why() -> None:
    exceptions = [row for row in rows("passages") if row["kind"] not in NEEDS_NO_REASON]
    assert exceptions
    assert [row["passage_id"] for row in exceptions if not row["note"]] == []


@pytest.mark.parametrize(
    ("source_type", "count"), [("in_text_link", COUNTS["links"]), ("image", COUNTS["images"]), ("article", 1)]
)
def test_sources_are_all_there_in_order(source_type: str, count: int) -> None:
    found = [row for row in rows("sources") if row["source_type"] == source_type]
    assert len(found) == count
    if source_type != "article":
        assert [row["position"] for row in found] == list(range(1, count + 1))
        assert [row["passage_id"] for row in found] == sorted(row["passage_id"] for row in found)


def test_footnotes_are_all_there() -> None:
    assert [row["number"] for row in rows("footnotes")] == list(range(1, COUNTS["footnotes"] + 1))
    kinds = {row["passage_id"]: row["kind"] for row in rows("passages")}
    assert {kinds[row["note_passage_id"]] for row in rows("footnotes")} == {"note"}
    assert sum(kind == "note" for kind in kinds.values()) == COUNTS["footnotes"]


def test_every_link_tells_its_anchor_and_that_its_target_is_lost() -> None:
    links = [row for row in rows("sources") if row["source_type"] == "in_text_link"]
    assert all(row["anchor_text"] and row["url"] is None for row in links)
    assert {row["url_status"] for row in links} == {"target_lost"}
    assert not [row for row in rows("sources") if row["anchor_text"] and row not in links]


def test_every_source_is_used() -> None:
    used = {row["source_id"] for row in rows("claim_evidence")}
    used |= {row["source_id"] for row in rows("footnotes")}
    used |= {row["holder_source_id"] for row in rows("claim_holders")}
    idle = [row for row in rows("sources") if row["source_id"] not in used]
    assert [row["source_type"] for row in idle] == ["article"]


def test_every_link_is_evidence_or_a_holder_in_its_own_sentence() -> None:
    passage_of = {row["claim_id"]: row["passage_id"] for row in rows("claims")}
    cited = defaultdict(set)
    for row in rows("claim_evidence"):
        if row["citation_form"] == "hyperlink":
            cited[row["source_id"]].add(passage_of[row["claim_id"]])
    for source in rows("sources"):
        if source["source_type"] == "in_text_link":
            assert cited[source["source_id"]] == {source["passage_id"]}, source["source_id"]


def test_every_actor_and_place_is_used() -> None:
    actors = {
        row[column]
        for table, column in [
            ("claim_actors", "actor_id"),
            ("event_actors", "actor_id"),
            ("source_actors", "actor_id"),
            ("claim_holders", "holder_actor_id"),
            ("actor_relations", "actor_id"),
            ("actor_relations", "related_actor_id"),
        ]
        for row in rows(table)
    }
    assert set(by("actors", "actor_id")) - actors == set()
    places = {row["place_id"] for table in ("events", "footnotes") for row in rows(table)}
    places |= {row["part_of_place_id"] for row in rows("places")}
    assert set(by("places", "place_id")) - places == set()


def test_every_actor_has_a_name_as_printed() -> None:
    assert set(by("actors", "actor_id")) == {row["actor_id"] for row in rows("actor_names")}


def test_every_event_is_told_by_a_claim_and_points_at_a_coded_passage() -> None:
    told = {row["event_id"] for row in rows("claim_events")}
    assert set(by("events", "event_id")) - told == set()
    kinds = {row["passage_id"]: row["kind"] for row in rows("passages")}
    assert {kinds[row["passage_id"]] for row in rows("events")} == {"claim"}


def test_no_number_is_left_out() -> None:
    """Retired rows keep theirs."""
    for table, key in (("claims", "claim_id"), ("events", "event_id"), ("sources", "source_id")):
        every = tp.load(table, backend="arrow", retired=True).to_pylist()
        assert [int(row[key][4:]) for row in every] == list(range(1, len(every) + 1)), table


# --- holders and certainty -------------------------------------------------------------------------


def test_every_chain_starts_with_the_authors_and_has_no_gap() -> None:
    chains = grouped("claim_holders", "claim_id")
    assert set(chains) == set(by("claims", "claim_id"))
    for claim_id, chain in chains.items():
        assert [row["holder_actor_id"] for row in chain if row["position"] == 1] == ["authors"], claim_id
        positions = sorted({row["position"] for row in chain})
        assert positions == list(range(1, len(positions) + 1)), claim_id
        for position in positions:
            numbers = [row["holder_number"] for row in chain if row["position"] == position]
            assert numbers == list(range(1, len(numbers) + 1)), claim_id


def test_a_holder_is_an_actor_or_a_source() -> None:
    for row in rows("claim_holders"):
        assert (row["holder_actor_id"] is None) != (row["holder_source_id"] is None), row["claim_id"]


def test_the_authors_have_a_stance_on_others_propositions_only() -> None:
    chains = grouped("claim_holders", "claim_id")
    for claim in rows("claims"):
        is_others = len({row["position"] for row in chains[claim["claim_id"]]}) > 1
        assert is_others == (claim["author_stance"] is not None), claim["claim_id"]
        assert is_others == (claim["clause_status"] == "embedded"), claim["claim_id"]


def test_the_cue_decides_certainty() -> None:
    gives: dict[str | None, str | None] = {cue.value: cue.broader for cue in CertaintyCue}
    for row in rows("claim_holders"):
        assert row["certainty"] == gives.get(row["certainty_cue"], "certain"), row["claim_id"]


def test_every_cue_is_used() -> None:
    """The list is closed over this article: it holds no cue the coding did not need, save opposites."""
    used = {row["certainty_cue"] for row in rows("claim_holders")}
    assert {cue.value for cue in CertaintyCue} - used <= {"suggest", "indicate", "condition", "purpose"}


# --- evidence --------------------------------------------------------------------------------------


def test_every_claim_has_evidence_or_says_that_none_is_stated() -> None:
    evidence = grouped("claim_evidence", "claim_id")
    assert set(evidence) == set(by("claims", "claim_id"))
    for claim_id, of_claim in evidence.items():
        assert [row["position"] for row in of_claim] == list(range(1, len(of_claim) + 1)), claim_id
        if "none_stated" in {row["evidence_type"] for row in of_claim}:
            assert len(of_claim) == 1, claim_id


def test_evidence_rows_agree_with_the_sources_they_name() -> None:
    sources = by("sources", "source_id")
    footnotes = by("footnotes", "footnote_id")
    fitting = {
        "in_text_link": {"unknown_linked"},
        "image": {"image"},
        "author_interview": {"author_interview"},
        "group_media": {"group_media"},
        "report": {"official_document"},
    }
    for row in rows("claim_evidence"):
        key = (row["claim_id"], row["position"])
        assert (row["scope"] is None) == (row["citation_form"] == "none"), key
        assert (row["footnote_id"] is not None) == (row["citation_form"] == "footnote"), key
        has_no_source = {"unnamed_reports", "historical_background", "inference", "none_stated"}
        assert (row["source_id"] is None) == (row["evidence_type"] in has_no_source), key
        if row["source_id"]:
            source_type = sources[row["source_id"]]["source_type"]
            assert row["evidence_type"] in fitting[source_type], key
            assert (source_type == "in_text_link") == (row["citation_form"] == "hyperlink"), key
        if row["footnote_id"]:
            assert footnotes[row["footnote_id"]]["source_id"] == row["source_id"], key


def test_a_note_is_evidence_for_every_claim_of_its_sentence_and_otherwise_only_carried() -> None:
    passage_of = {row["claim_id"]: row["passage_id"] for row in rows("claims")}
    for note in rows("footnotes"):
        citing = [row for row in rows("claim_evidence") if row["footnote_id"] == note["footnote_id"]]
        near = {row["claim_id"] for row in citing if row["scope"] == "sentence"}
        assert near == {claim for claim, passage in passage_of.items() if passage == note["passage_id"]}
        assert {row["scope"] for row in citing if row["claim_id"] not in near} <= {"carried"}


def test_only_what_an_inner_holder_utters_has_evidence_of_attribution() -> None:
    chains = grouped("claim_holders", "claim_id")
    for row in rows("claim_evidence"):
        if row["bears_on"] == "attribution":
            last = max(chains[row["claim_id"]], key=lambda holder: holder["position"])
            assert last["position"] > 1, row["claim_id"]
            assert last["attribution_type"] != "reports", row["claim_id"]


# --- the argument ----------------------------------------------------------------------------------


def test_parents_follow_centrality() -> None:
    claims = by("claims", "claim_id")
    allowed = {"main_reason": {"thesis"}, "support": {"main_reason", "support"}}
    for claim in claims.values():
        parent = claims.get(claim["parent_claim_id"])
        found = {parent["centrality"]} if parent else set()
        assert found <= allowed.get(claim["centrality"], set()), claim["claim_id"]
        assert bool(parent) == (claim["centrality"] in allowed), claim["claim_id"]


def test_every_support_reaches_a_thesis_through_a_main_reason() -> None:
    claims = by("claims", "claim_id")
    for claim in claims.values():
        steps, at = [claim["centrality"]], claim
        while at["parent_claim_id"]:
            at = claims[at["parent_claim_id"]]
            steps.append(at["centrality"])
            assert len(steps) < 20, claim["claim_id"]
        if claim["centrality"] == "support":
            assert steps[-2:] == ["main_reason", "thesis"], claim["claim_id"]


def test_the_argument_can_be_read_from_the_relations_alone() -> None:
    """Each main reason and support bears on something, if only by restating what does."""
    moves = {"supports", "exemplifies", "restates", "cause_in"}
    moved = {row["claim_id"] for row in rows("claim_relations") if row["relation"] in moves}
    idle = [
        claim["claim_id"]
        for claim in rows("claims")
        if claim["centrality"] in {"main_reason", "support"} and claim["claim_id"] not in moved
    ]
    assert idle == []


def test_every_conclusion_is_tied_to_other_claims() -> None:
    tied = {row[end] for row in rows("claim_relations") for end in ("claim_id", "target_claim_id")}
    conclusions = {row["claim_id"] for row in rows("claims") if row["centrality"] == "conclusion"}
    assert conclusions - tied == set()


def test_support_runs_in_no_circle() -> None:
    onward = defaultdict(list)
    for row in rows("claim_relations"):
        if row["relation"] in {"supports", "exemplifies"}:
            onward[row["claim_id"]].append(row["target_claim_id"])
    done: set[str] = set()

    def walk(claim_id: str, path: tuple[str, ...]) -> None:
        assert claim_id not in path, (*path, claim_id)
        if claim_id not in done:
            for target in onward[claim_id]:
                walk(target, (*path, claim_id))
            done.add(claim_id)

    for claim_id in list(onward):
        walk(claim_id, ())


def test_restatements_point_at_the_first_statement_and_copy_its_centrality() -> None:
    claims = by("claims", "claim_id")
    restates = {
        row["claim_id"]: row["target_claim_id"]
        for row in rows("claim_relations")
        if row["relation"] == "restates"
    }
    for claim_id, target in restates.items():
        assert target not in restates, claim_id
        assert target < claim_id
        assert claims[claim_id]["centrality"] == claims[target]["centrality"], claim_id


def test_causes_and_effects_point_at_causal_claims() -> None:
    claims = by("claims", "claim_id")
    for row in rows("claim_relations"):
        assert row["claim_id"] != row["target_claim_id"]
        if row["relation"] in {"cause_in", "effect_in"}:
            assert claims[row["target_claim_id"]]["claim_type"] == "causal", row


def test_sections_are_joined() -> None:
    """The argument crosses sections, as the article does."""
    passages, claims = by("passages", "passage_id"), by("claims", "claim_id")

    def section(claim_id: str) -> int:
        return int(passages[claims[claim_id]["passage_id"]]["section"])

    joined = {
        tuple(sorted((section(row["claim_id"]), section(row["target_claim_id"]))))
        for row in rows("claim_relations")
    }
    across = {pair for pair in joined if pair[0] != pair[1]}
    assert {number for pair in across for number in pair} == {1, 2, 3, 4, 5, 6, 7}


# --- the wording of claims -------------------------------------------------------------------------


def test_claim_texts_are_sentences_of_at_most_thirty_words() -> None:
    texts = [claim["claim_text"] for claim in rows("claims")]
    assert [text for text in texts if len(text.split()) > 30 or not re.fullmatch(r"[A-Z].*\.", text)] == []
    assert len(set(texts)) == len(texts)


def test_a_long_sentence_with_one_claim_says_why() -> None:
    claims = grouped("claims", "passage_id")
    undefended = [
        row["passage_id"]
        for row in rows("passages")
        if row["token_count"] > 20
        and len(claims[row["passage_id"]]) == 1
        and not claims[row["passage_id"]][0]["note"]
    ]
    assert undefended == []


# --- events and identifiers ------------------------------------------------------------------------


def test_dates_and_their_codes_agree() -> None:
    for event in rows("events"):
        key = event["event_id"]
        assert (event["date_edtf"] is None) == (event["date_basis"] == "none"), key
        assert (event["date_edtf"] is None) == (event["date_kind"] is None), key
        assert (event["date_edtf"] is None) == (event["date_precision"] is None), key
        if event["date_basis"] == "none":
            assert event["note"] or event["granularity"] != "single", key


def test_places_and_their_codes_agree() -> None:
    precision = {"city": 1, "admin2": 3, "admin1": 4, "country": 5, "boundary": 6}
    places = by("places", "place_id")
    for event in rows("events"):
        key = event["event_id"]
        assert (event["place_id"] is None) == (event["place_basis"] == "none"), key
        expected = 6 if event["place_id"] is None else precision[places[event["place_id"]]["place_type"]]
        assert event["where_precision"] == expected, key
    assert all(place["latitude"] is None and place["longitude"] is None for place in places.values())


def test_deaths_are_in_order() -> None:
    for event in rows("events"):
        known = [
            event[name] for name in ("deaths_low", "deaths_best", "deaths_high") if event[name] is not None
        ]
        assert known == sorted(known), event["event_id"]
        assert bool(known) == (event["deaths_qualifier"] is not None), event["event_id"]
        assert bool(known) == (event["deaths_scope"] is not None), event["event_id"]


def test_violence_says_who_stands_for_it_and_nothing_else_does() -> None:
    actors, roles = by("actors", "actor_id"), grouped("event_actors", "event_id")
    for event in rows("events"):
        doers = [row["actor_id"] for row in roles[event["event_id"]] if row["role"] == "perpetrator"]
        types = {actors[actor]["actor_type"] for actor in doers}
        assert types & {"ethnic_community", "population"} == set(), event["event_id"]
        assert bool(doers) == (event["responsibility"] == "attributed"), event["event_id"]
        if event["responsibility"] == "unclaimed":
            assert not doers


def test_publications_say_what_kind() -> None:
    for event in rows("events"):
        assert (event["event_type"] == "publication") == (event["publication_kind"] is not None)


def test_parts_of_events_form_no_circle() -> None:
    parents = {row["event_id"]: row["part_of_event_id"] for row in rows("events")}
    for event in parents:
        at: str | None = event
        seen = set()
        while at:
            assert at not in seen
            seen.add(at)
            at = parents[at]


@pytest.mark.parametrize("table", ["actor_identifiers", "place_identifiers"])
def test_identifiers_are_given_only_where_seen(table: str) -> None:
    for row in rows(table):
        is_absent = row["match_status"] in {"none_exists", "unverified"}
        assert is_absent == (row["value"] is None), row
        assert is_absent or row["seen_in"], row
        assert row["match_status"] not in {"probable", "candidate"} or row["note"], row


def test_persons_have_no_country_and_unnamed_informants_no_traits() -> None:
    for actor in rows("actors"):
        if actor["actor_type"] == "person":
            assert actor["country_code"] is None
    informants = [row for row in rows("actors") if row["role"] == "informant"]
    assert {row["actor_type"] for row in informants} == {"unnamed_informants"}
    assert {row["is_named"] for row in informants} == {False}


def test_urls_are_given_only_where_stated() -> None:
    for row in rows("sources"):
        assert (row["url"] is not None) == (row["url_status"] == "stated")


def test_retired_rows_and_successors_agree() -> None:
    for table in tp.tables():
        frame = tp.load(table, backend="arrow", retired=True)
        if "superseded_by" in frame.column_names:
            for row in frame.to_pylist():
                assert (row["superseded_by"] is not None) == (row["status"] == "superseded")


def test_the_datasheet_gives_the_right_numbers() -> None:
    text = (ROOT / "DATASHEET.md").read_text(encoding="utf-8")
    kinds = [row["kind"] for row in rows("passages")]
    assert f"{len(kinds)} passages, of them {kinds.count('claim')} with claims" in text
    persons = [row for row in rows("actors") if row["actor_type"] == "person"]
    narrators = [row for row in persons if row["role"] == "narrator"]
    assert f"the two authors and {len(persons) - len(narrators)} public figures" in text
    assert len(narrators) == 2
