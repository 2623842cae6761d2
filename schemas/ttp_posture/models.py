"""The tables: one row model each, in the words of a codebook.

A model's docstring says what one row is; its class line gives the table's name, its key and how it comes
to be. Columns stand in the order in which the files print them.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from ttp_posture import columns
from ttp_posture import vocabularies as v
from ttp_posture.columns import (
    ActorId,
    ClaimId,
    Code,
    Count,
    CountryCode,
    DatedPrecision,
    DateEdtf,
    DateEnd,
    DateStart,
    EventId,
    Flag,
    FootnoteId,
    Joined,
    Label,
    Latitude,
    Longitude,
    Name,
    Note,
    PassageId,
    PlaceId,
    RelationId,
    RowStatus,
    Sha256,
    Shingles,
    ShortSha256,
    SourceId,
    TermCode,
    Text,
    Url,
    Version,
    Whole,
    column,
    successor,
)


class Row(BaseModel):
    """What every row model has: its columns and no others, all of them present, unchangeable."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table_name: ClassVar[str] = ""
    primary_key: ClassVar[tuple[str, ...]] = ()
    composite_links: ClassVar[dict[tuple[str, ...], str]] = {}
    is_generated: ClassVar[bool] = False

    @classmethod
    def __init_subclass__(
        cls,
        *,
        name: str,
        key: tuple[str, ...],
        links: dict[tuple[str, ...], str] | None = None,
        is_generated: bool = False,
        **kwargs: Any,
    ) -> None:
        """Take the table's name, key, composite links and provenance from the class line."""
        super().__init_subclass__(**kwargs)
        cls.table_name, cls.primary_key = name, key
        cls.composite_links, cls.is_generated = links or {}, is_generated


# --- codes -----------------------------------------------------------------------------------------


class VocabularyTerm(Row, name="vocabularies", key=("vocabulary", "term"), is_generated=True):
    """One term of one vocabulary: a code, what it means, and when to use its neighbour instead."""

    vocabulary: Name = column(
        "Name of the vocabulary; the same as the column that uses it, or close to it.", example="certainty"
    )
    term: TermCode = column("The code, as it stands in the tables.", example="probable")
    position: Count | None = column(
        "Rank from low to high in an ordered vocabulary; empty in others.", example=3
    )
    broader: TermCode | None = column(
        "A family the term belongs to; for a cue word, the certainty it gives.", example="probable"
    )
    definition: Text | None = column(
        "What the term means; empty only for a fork's own terms that it has not defined.",
        example="A cue of likelihood or appearance in the clause.",
        outside_term="http://www.w3.org/2004/02/skos/core#definition",
    )
    when_not_to_use: Text | None = column(
        "Where the term does not apply, with the neighbouring term that does.",
        example="Not for a cue of possibility beside it: possible.",
        outside_term="http://www.w3.org/2004/02/skos/core#scopeNote",
    )
    example: Text | None = column(
        "An example made up for this codebook.",
        example="The League seems ready to return.",
        outside_term="http://www.w3.org/2004/02/skos/core#example",
    )
    is_open: Flag = column("Whether a fork may add terms to this vocabulary.", example=False)


class TermMapping(
    Row,
    name="term_mappings",
    key=("vocabulary", "term", "scheme", "position"),
    links={("vocabulary", "term"): "vocabularies"},
    is_generated=True,
):
    """One counterpart of one of our terms in another dataset's codes, or the statement that it has none."""

    vocabulary: Name = column("Our vocabulary.", example="event_type")
    term: TermCode = column("Our term.", example="ceasefire")
    scheme: v.MappingScheme = column("Whose code it is compared with.", example="cameo")
    position: Count = column("Counts the counterparts of the term in that scheme, from 1.", example=1)
    relation: v.MappingRelation = column(
        "How ours stands to theirs; read from ours to theirs.", example="exact_match"
    )
    code: Code | None = column("Their code; empty if and only if relation is no_match.", example="0871")


# --- the text --------------------------------------------------------------------------------------


class Passage(Row, name="passages", key=("passage_id",)):
    """One sentence, heading, caption, note or byline of the article, by its place and its hash.

    No word of the article is given. A reader with any copy of it can find each passage again by the hashes.
    """

    passage_id: PassageId = column("Identifier; passages are numbered in reading order.", example="PSG-0021")
    section: Whole = column(
        "Number of the section, headings of every level starting a new one; 0 is what stands above the text.",
        example=3,
    )
    section_label: Label = column(
        "A name of ours for the section; not its printed heading.", example="Front matter"
    )
    paragraph: Count = column("Number of the paragraph in its section.", example=2)
    sentence: Count = column("Number of the sentence in its paragraph.", example=4)
    stream: v.Stream = column(
        "Which part of the layout it belongs to: running text, caption, note and so on.", example="body"
    )
    kind: v.PassageKind = column(
        "What the passage is. Every passage of kind claim has at least one row in claims, no other kind "
        "has any.",
        example="claim",
    )
    token_start: Whole = column(
        "Where it begins, in words of the normalised article counted from 0.", example=412
    )
    token_count: Count = column("How many words it has, all its parts together.", example=31)
    window_start: Whole = column(
        "Where the words that sha256 covers begin: the passage's own, or with neighbours if it is short.",
        example=412,
    )
    window_count: Count = column("How many words sha256 covers; never fewer than 12.", example=31)
    sha256: Sha256 = column(
        "SHA-256 of those words, joined by single spaces.",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )
    sha256_first: ShortSha256 = column(
        "The same of their first 12 words, the first 32 digits.", example="9f86d081884c7d659a2feaa0c55ad015"
    )
    sha256_last: ShortSha256 = column(
        "The same of their last 12 words, the first 32 digits.", example="a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )
    shingles: Shingles = column(
        "The same of each full run of 12 words in them, end to end, the first 16 digits each, separated by "
        "spaces.",
        example="9f86d081884c7d65 9a2feaa0c55ad015",
    )
    note: Note
    status: RowStatus
    superseded_by: PassageId | None = successor("passages.passage_id", "PSG-0022")


class PassagePart(Row, name="passage_parts", key=("passage_id", "position")):
    """One unbroken stretch of a passage. A sentence that a page or a caption splits has several."""

    passage_id: PassageId = column("The passage.", example="PSG-0021", references="passages.passage_id")
    position: Count = column("Order of the stretch in the sentence, from 1.", example=1)
    token_start: Whole = column("Where it begins, in words of the normalised article from 0.", example=412)
    token_count: Count = column("How many words it has.", example=19)
    window_start: Whole = column("Where the words that sha256 covers begin.", example=412)
    window_count: Count = column("How many words sha256 covers; never fewer than 12.", example=19)
    sha256: Sha256 = column(
        "SHA-256 of those words, joined by single spaces.",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )
    status: RowStatus


# --- places and actors -----------------------------------------------------------------------------


class Place(Row, name="places", key=("place_id",)):
    """A place the article names, or the one a place it names lies in."""

    place_id: PlaceId = column("Identifier.", example="north-waziristan")
    name: Label = column(
        "Usual English name.", example="North Waziristan", outside_term="https://schema.org/name"
    )
    name_in_source: Label | None = column(
        "The name as the article prints it, where that differs.", example="N. Waziristan"
    )
    place_type: v.PlaceType = column("What kind of place it is.", example="admin2")
    place_status: v.PlaceStatus = column("Whether it still exists as such.", example="current")
    country_code: CountryCode | None = column(
        "ISO 3166-1 country code of three letters; empty where it lies in several.", example="PAK"
    )
    part_of_place_id: PlaceId | None = column(
        "The place it lies in, as the article has it or as the name implies.",
        example="khyber-pakhtunkhwa",
        references="places.place_id",
    )
    latitude: Latitude | None = column(
        "Degrees north, WGS 84; only for a site or district, and only where a source was seen.", example=33.0
    )
    longitude: Longitude | None = column(
        "Degrees east, WGS 84; only for a site or district, and only where a source was seen.", example=70.0
    )
    passage_id: PassageId | None = column(
        "Where the article first names it; empty for a place added to hold another.",
        example="PSG-0021",
        references="passages.passage_id",
    )
    note: Note
    status: RowStatus
    superseded_by: PlaceId | None = successor("places.place_id", "north-waziristan")


class Actor(Row, name="actors", key=("actor_id",)):
    """Somebody the article names or plainly refers to, who acts, speaks, thinks, suffers or is spoken of.

    Use the narrowest body the words name: state, government, military, officials; movement, leadership,
    rank and file. Never infer one.
    """

    actor_id: ActorId = column("Identifier.", example="noor-wali-mehsud")
    name: Label = column(
        "The name used in these tables.", example="Noor Wali Mehsud", outside_term="https://schema.org/name"
    )
    actor_type: v.ActorType = column("What it is.", example="person")
    role: v.ActorRole = column(
        "The one part it plays in the article's account as a whole.", example="negotiating_party"
    )
    is_named: Flag = column(
        "Whether the article uses a proper name for it; false for one it only describes.", example=True
    )
    country_code: CountryCode | None = column(
        "ISO 3166-1 code of the state it belongs to, if the article ties it to one; empty for a person, "
        "whose nationality is not coded.",
        example="PAK",
    )
    description: Text = column(
        "Who it is in the article's account, in our words.", example="Heads the group at the time of writing."
    )
    passage_id: PassageId = column(
        "Where the article first refers to it.", example="PSG-0021", references="passages.passage_id"
    )
    note: Note
    status: RowStatus
    superseded_by: ActorId | None = successor("actors.actor_id", "noor-wali-mehsud")


class ActorName(Row, name="actor_names", key=("actor_id", "name")):
    """One spelling or phrase the article uses for an actor, with the first passage that has it."""

    actor_id: ActorId = column("The actor.", example="noor-wali-mehsud", references="actors.actor_id")
    name: Label = column("The spelling or phrase, as printed.", example="Mufti Noor Wali Mehsud")
    name_type: v.ActorNameType = column("What kind of name it is.", example="full")
    passage_id: PassageId = column(
        "The first passage with it.", example="PSG-0021", references="passages.passage_id"
    )
    note: Note
    status: RowStatus


class ActorIdentifier(Row, name="actor_identifiers", key=("actor_id", "position")):
    """One identifier of an actor in an outside scheme, or the statement that none exists or was seen."""

    actor_id: ActorId = column("The actor.", example="al-qaeda", references="actors.actor_id")
    position: Count = column("Counts the actor's rows, from 1.", example=1)
    scheme: v.IdentifierScheme = column("Whose identifier it is.", example="un_sc")
    value: Code | None = column(
        "The identifier; empty if and only if match_status is none_exists or unverified.", example="QDe.004"
    )
    label_in_scheme: Label | None = column(
        "The name under which the scheme has it, where seen.", example="El Kaide"
    )
    match_status: v.MatchStatus = column("How sure the match is.", example="exact")
    date_edtf: DateEdtf = column(
        "When the identifier applies, where the scheme dates it.", example="2018/2022"
    )
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatedPrecision
    seen_in: Label | None = column("Where it was seen.", example="UN consolidated list, generated 2024-09-26")
    note: Note
    status: RowStatus


class PlaceIdentifier(Row, name="place_identifiers", key=("place_id", "position")):
    """One identifier of a place in an outside scheme, or the statement that none exists or was seen."""

    place_id: PlaceId = column("The place.", example="north-waziristan", references="places.place_id")
    position: Count = column("Counts the place's rows, from 1.", example=1)
    scheme: v.IdentifierScheme = column("Whose identifier it is.", example="geonames")
    value: Code | None = column(
        "The identifier; empty if and only if match_status is none_exists or unverified.", example="1168875"
    )
    label_in_scheme: Label | None = column(
        "The name under which the scheme has it, where seen.", example="North Waziristan District"
    )
    match_status: v.MatchStatus = column("How sure the match is.", example="exact")
    seen_in: Label | None = column("Where it was seen.", example="GeoNames admin2 list, 2020-06-25")
    note: Note
    status: RowStatus


class ActorRelation(Row, name="actor_relations", key=("relation_id",)):
    """One relation between two actors that the article states. Read: actor, relation, related actor."""

    relation_id: RelationId = column("Identifier.", example="REL-0001")
    actor_id: ActorId = column(
        "Who stands in the relation.", example="noor-wali-mehsud", references="actors.actor_id"
    )
    relation: v.ActorRelation = column("How it stands.", example="leads")
    related_actor_id: ActorId = column("To whom.", example="ttp", references="actors.actor_id")
    date_edtf: DateEdtf = column("When it held, as far as the article says.", example="2021-08/..")
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatedPrecision
    passage_id: PassageId = column(
        "Where the article states it.", example="PSG-0021", references="passages.passage_id"
    )
    claim_id: ClaimId | None = column(
        "The claim that asserts it; empty for an office or membership repeated after its first mention.",
        example="CLM-0035",
        references="claims.claim_id",
    )
    note: Note
    status: RowStatus
    superseded_by: RelationId | None = successor("actor_relations.relation_id", "REL-0002")


# --- sources ---------------------------------------------------------------------------------------


class Source(Row, name="sources", key=("source_id",)):
    """Something the article rests on: each in-text link, talk, release, report and picture, and itself."""

    source_id: SourceId = column(
        "Identifier; the links come first, in the article's order.", example="SRC-0001"
    )
    source_type: v.SourceType = column("What kind of source it is.", example="in_text_link")
    position: Count | None = column(
        "Number of the link or image in the article's order; empty for other types.", example=1
    )
    anchor_text: Label | None = column("The words that carry the link, as printed.", example="reports")
    passage_id: PassageId | None = column(
        "The passage that links, mentions or captions it; empty for the article itself.",
        example="PSG-0021",
        references="passages.passage_id",
    )
    description: Text = column(
        "What it is and what it is cited for, in our words.", example="Cited for the wish to lay down arms."
    )
    issuer: Label | None = column(
        "Who issued it, as the article names them; empty where it does not.", example="Umar Media"
    )
    date_edtf: DateEdtf = column(
        "When it was issued or gathered, as the article dates it.", example="2022-05"
    )
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatedPrecision
    url: Url | None = column(
        "Its address; filled if and only if url_status is stated.", example="https://example.org/a"
    )
    url_status: v.UrlStatus = column("Why there is or is not an address.", example="target_lost")
    access: v.Access = column("Whether a reader can consult it.", example="unknown")
    note: Note
    status: RowStatus
    superseded_by: SourceId | None = successor("sources.source_id", "SRC-0002")


class Footnote(Row, name="footnotes", key=("footnote_id",)):
    """One numbered note of the article."""

    footnote_id: FootnoteId = column("Identifier.", example="FTN-0001")
    number: Count = column("Its printed number.", example=1, is_unique=True)
    passage_id: PassageId = column(
        "The sentence that calls it.", example="PSG-0021", references="passages.passage_id"
    )
    note_passage_id: PassageId = column(
        "The note itself.", example="PSG-0120", references="passages.passage_id"
    )
    source_id: SourceId = column(
        "What it cites; notes worded alike cite one source.",
        example="SRC-0076",
        references="sources.source_id",
    )
    citation: Text = column(
        "What it cites, in our words.", example="Talks of one author with members, May 2022."
    )
    place_id: PlaceId | None = column("The place it names.", example="kabul", references="places.place_id")
    date_edtf: DateEdtf = column(
        "The date it gives; it dates the source, never the event.", example="2022-05"
    )
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatedPrecision
    note: Note
    status: RowStatus
    superseded_by: FootnoteId | None = successor("footnotes.footnote_id", "FTN-0002")


class SourceActor(Row, name="source_actors", key=("source_id", "actor_id", "role")):
    """One actor's part in a source."""

    source_id: SourceId = column("The source.", example="SRC-0076", references="sources.source_id")
    actor_id: ActorId = column("The actor.", example="umar-media", references="actors.actor_id")
    role: v.SourceActorRole = column("What it did for the source.", example="issuer")
    note: Note
    status: RowStatus


# --- events ----------------------------------------------------------------------------------------


class Event(Row, name="events", key=("event_id",)):
    """A dated or datable happening or process: one act type, one acting side, one time window, one place.

    Two sentences on the same act are two passages and one event. What the world knows besides stays out.
    """

    event_id: EventId = column(
        "Identifier; numbered in the order of first mention, events added later behind them.",
        example="EVT-0001",
    )
    label: Label = column("A short name of ours.", example="Temporary ceasefire")
    event_type: v.EventType = column(
        "What kind of act or process it is; the most specific wins.", example="ceasefire"
    )
    granularity: v.Granularity = column("How many acts the row stands for.", example="single")
    event_status: v.EventStatus = column("Whether it took place, as the article has it.", example="occurred")
    summary: Text = column(
        "What happened, in our words, at the article's precision.", example="Both sides agree on a truce."
    )
    date_edtf: DateEdtf
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatedPrecision
    date_kind: v.DateKind | None = column(
        "How the window is filled; empty if and only if there is no date.", example="point"
    )
    date_basis: v.DateBasis = column(
        "Where the date comes from; none if and only if there is no date.", example="stated"
    )
    place_id: PlaceId | None = column(
        "Where; no place that the article does not give.", example="kabul", references="places.place_id"
    )
    place_basis: v.PlaceBasis = column(
        "Where the place comes from; none if and only if there is no place.", example="stated"
    )
    where_precision: v.WherePrecision = column("How narrow the place is.", example=5)
    deaths_low: Whole | None = column(
        "Lowest number of deaths the article allows; empty is not zero.", example=41, outside_term=None
    )
    deaths_best: Whole | None = column(
        "Best number of deaths; empty where the article gives none.", example=41
    )
    deaths_high: Whole | None = column(
        "Highest number of deaths the article allows; empty where it sets no bound.", example=50
    )
    deaths_qualifier: v.DeathsQualifier | None = column(
        "How the article words the toll.", example="more_than"
    )
    deaths_scope: v.DeathsScope | None = column("Whose deaths are counted.", example="civilians")
    responsibility: v.Responsibility | None = column(
        "Whether anybody claimed an act of violence, was blamed for it or denied it; empty for other events.",
        example="unclaimed",
    )
    means: v.Means | None = column("The weapon, where stated.", example="suicide_bombers")
    clarity: v.Clarity = column("How clearly it is reported.", example=1)
    is_cross_border: Flag | None = column(
        "Whether it crossed a state border; empty where the article does not say.", example=True
    )
    publication_kind: v.PublicationKind | None = column(
        "What was released; filled if and only if event_type is publication.", example="media_release"
    )
    ucdp_type_of_violence: v.UcdpTypeOfViolence | None = column(
        "UCDP's type, for violence whose sides are both known.", example=1
    )
    part_of_event_id: EventId | None = column(
        "The larger event it belongs to.", example="EVT-0002", references="events.event_id"
    )
    passage_id: PassageId = column(
        "Where the article first reports it.", example="PSG-0021", references="passages.passage_id"
    )
    note: Note
    status: RowStatus
    superseded_by: EventId | None = successor("events.event_id", "EVT-0002")


class EventActor(Row, name="event_actors", key=("event_id", "actor_id", "role")):
    """One actor's part in an event."""

    event_id: EventId = column("The event.", example="EVT-0001", references="events.event_id")
    actor_id: ActorId = column("The actor.", example="ttp", references="actors.actor_id")
    role: v.EventActorRole = column("What it did or underwent.", example="participant")
    note: Note
    status: RowStatus


# --- claims ----------------------------------------------------------------------------------------


class Claim(Row, name="claims", key=("claim_id",)):
    """One atomic proposition: one predicate, one holder chain, one polarity.

    Who holds it stands in claim_holders, on what it rests in claim_evidence, what it does for other claims
    in claim_relations. That a claim is here says that the article puts it forward or reports it, and
    nothing on whether it is true.
    """

    claim_id: ClaimId = column(
        "Identifier; numbered in the order of the text, claims added later behind them.", example="CLM-0001"
    )
    passage_id: PassageId = column(
        "The sentence it is in.", example="PSG-0021", references="passages.passage_id"
    )
    claim_text: Text = column(
        "The proposition in a fresh, neutral sentence of ours, with its negation and hedge and without its "
        "holder; at most 30 words.",
        example="The group and the state paused their fighting.",
        outside_term="https://schema.org/text",
    )
    clause_status: v.ClauseStatus = column("How it stands in its sentence.", example="asserted")
    claim_type: v.ClaimType = column("What kind of proposition it is.", example="descriptive")
    certainty: v.Certainty = column(
        "How far the last holder of the chain commits to it.", example="certain", is_derived=True
    )
    polarity: v.Polarity = column("Whether its own main predicate is negated.", example="positive")
    author_stance: v.AuthorStance | None = column(
        "How the authors stand to it; empty if and only if they are its last holder.",
        example="reports_neutrally",
    )
    temporality: v.Temporality = column(
        "When it holds, from the last holder's time of speaking.", example="past"
    )
    centrality: v.Centrality = column(
        "Its place in the argument; a restatement has its original's.", example="support"
    )
    parent_claim_id: ClaimId | None = column(
        "The claim it argues for: for a main reason a thesis, for a support a main reason or another "
        "support; empty for the rest.",
        example="CLM-0035",
        references="claims.claim_id",
    )
    evidential_strength: v.Strength = column(
        "How well its content is evidenced: the best of its evidence rows that bear on content and stand in "
        "its own clause or sentence.",
        example=2,
        is_derived=True,
    )
    attribution_strength: v.Strength = column(
        "The same over the rows that bear on attribution.", example=0, is_derived=True
    )
    note: Note
    status: RowStatus
    superseded_by: ClaimId | None = successor("claims.claim_id", "CLM-0002")


class ClaimHolder(Row, name="claim_holders", key=("claim_id", "position", "holder_number")):
    """One link in the chain of those who hold a claim, from the authors inwards.

    Position 1 is always the authors. The last position is whose proposition it is.
    """

    claim_id: ClaimId = column("The claim.", example="CLM-0001", references="claims.claim_id")
    position: Count = column("Place in the chain: 1 outermost, without gaps.", example=1)
    holder_number: Count = column("Counts those who share a place in the chain, from 1.", example=1)
    holder_actor_id: ActorId | None = column(
        "The holder, if an actor; exactly one of this and holder_source_id is filled.",
        example="authors",
        references="actors.actor_id",
    )
    holder_source_id: SourceId | None = column(
        "The holder, if a source speaks of which no author is told.",
        example="SRC-0048",
        references="sources.source_id",
    )
    attribution_type: v.AttributionType = column("What the holder does with what follows.", example="states")
    certainty: v.Certainty = column(
        "How far this holder commits to what follows in the chain.", example="certain"
    )
    certainty_cue: v.CertaintyCue | None = column(
        "The word or form that decides certainty; empty where there is none, and certainty then is certain.",
        example="likely",
    )
    note: Note
    status: RowStatus


class ClaimActor(Row, name="claim_actors", key=("claim_id", "actor_id", "role")):
    """One actor's part in a claim's proposition. Who holds the claim stands in claim_holders."""

    claim_id: ClaimId = column("The claim.", example="CLM-0001", references="claims.claim_id")
    actor_id: ActorId = column("The actor.", example="ttp", references="actors.actor_id")
    role: v.ClaimActorRole = column("Its part.", example="agent")
    note: Note
    status: RowStatus


class ClaimEvent(Row, name="claim_events", key=("claim_id", "event_id", "role")):
    """One event a claim bears on."""

    claim_id: ClaimId = column("The claim.", example="CLM-0001", references="claims.claim_id")
    event_id: EventId = column("The event.", example="EVT-0001", references="events.event_id")
    role: v.ClaimEventRole = column("How it bears on it.", example="reports")
    note: Note
    status: RowStatus


class ClaimEvidence(Row, name="claim_evidence", key=("claim_id", "position")):
    """One piece of evidence for a claim, or the statement that the article offers none."""

    claim_id: ClaimId = column("The claim.", example="CLM-0001", references="claims.claim_id")
    position: Count = column("Counts the claim's rows, from 1.", example=1)
    evidence_type: v.EvidenceType = column("On what it rests.", example="unknown_linked")
    bears_on: v.BearsOn = column(
        "Whether it speaks for what is said or for its having been said.", example="content"
    )
    citation_form: v.CitationForm = column("How the article points at it.", example="hyperlink")
    scope: v.EvidenceScope | None = column(
        "How near the pointer stands; empty if and only if citation_form is none.", example="clause"
    )
    source_id: SourceId | None = column(
        "The source; empty for unnamed reports, background, inference and nothing.",
        example="SRC-0001",
        references="sources.source_id",
    )
    footnote_id: FootnoteId | None = column(
        "The note that points at it.", example="FTN-0001", references="footnotes.footnote_id"
    )
    note: Note
    status: RowStatus


class ClaimRelation(Row, name="claim_relations", key=("claim_id", "relation", "target_claim_id")):
    """One relation between two claims.

    The article's argument can be read from this table alone.
    """

    claim_id: ClaimId = column(
        "The premise, instance or restatement.", example="CLM-0002", references="claims.claim_id"
    )
    relation: v.ClaimRelation = column("What it does for the target.", example="supports")
    target_claim_id: ClaimId = column("The target.", example="CLM-0001", references="claims.claim_id")
    note: Note
    status: RowStatus


# --- versions --------------------------------------------------------------------------------------


class Change(Row, name="changes", key=("version", "position")):
    """One change of one row since version 1.0.0, with its reason."""

    version: Version = columns.column("The release that brought it.", example="1.1.0")
    position: Count = columns.column("Counts the release's changes, from 1.", example=1)
    table: Name = columns.column("The table.", example="claims")
    key: Code = columns.column("Values of the row's primary key, joined by a slash.", example="CLM-0001")
    kind: v.ChangeKind = columns.column("What happened.", example="corrected")
    column: Name | None = columns.column(
        "The column; empty where the whole row is meant.", example="polarity"
    )
    old: Text | None = columns.column("The value before; empty for none.", example="positive")
    new: Text | None = columns.column("The value after; empty for none.", example="negative")
    reason: Text = columns.column(
        "Why: the words or the rule that decide.", example="Rule P1: failed to is a negation."
    )


TABLES: tuple[type[Row], ...] = (
    VocabularyTerm,
    TermMapping,
    Passage,
    PassagePart,
    Place,
    PlaceIdentifier,
    Actor,
    ActorName,
    ActorIdentifier,
    Source,
    SourceActor,
    Footnote,
    Event,
    EventActor,
    Claim,
    ClaimHolder,
    ClaimActor,
    ClaimEvent,
    ClaimEvidence,
    ClaimRelation,
    ActorRelation,
    Change,
)
"""Every table, so ordered that a table stands behind those it refers to."""


class ExpandedClaim(Row, name="claims_expanded", key=("claim_id",), is_generated=True):
    """One claim with everything most readers want beside it, in one flat row.

    Derived from the other tables; corrections belong there.
    """

    claim_id: ClaimId = column("Identifier.", example="CLM-0001", references="claims.claim_id")
    passage_id: PassageId = column(
        "The sentence it is in.", example="PSG-0021", references="passages.passage_id"
    )
    section: Whole = column("Number of its section.", example=3)
    section_label: Label = column("Our name for the section.", example="Front matter")
    paragraph: Count = column("Number of the paragraph in its section.", example=2)
    sentence: Count = column("Number of the sentence in its paragraph.", example=4)
    stream: v.Stream = column("Which part of the layout.", example="body")
    claim_text: Text = column("The proposition, in our words.", example="The sides paused their fighting.")
    holder: Joined = column("Whose proposition it is: the last of the chain, by name.", example="Arif Alvi")
    holder_chain: Joined = column(
        "The chain from the authors inwards: name, what they do, how surely; separated by >.",
        example="Sayed and Jadoon states (certain) > Arif Alvi offers (uncommitted)",
    )
    attribution_type: v.AttributionType = column("What the last holder does with it.", example="states")
    certainty: v.Certainty = column("How far the last holder commits to it.", example="certain")
    certainty_cue: v.CertaintyCue | None = column("The word or form that decides it.", example="likely")
    author_stance: v.AuthorStance | None = column("How the authors stand to it.", example="endorses")
    polarity: v.Polarity = column("Whether its main predicate is negated.", example="positive")
    claim_type: v.ClaimType = column("What kind of proposition it is.", example="descriptive")
    clause_status: v.ClauseStatus = column("How it stands in its sentence.", example="asserted")
    temporality: v.Temporality = column("When it holds.", example="past")
    centrality: v.Centrality = column("Its place in the argument.", example="support")
    parent_claim_id: ClaimId | None = column("The claim it argues for.", example="CLM-0035")
    evidential_strength: v.Strength = column("How well its content is evidenced.", example=2)
    attribution_strength: v.Strength = column("How well its having been said is evidenced.", example=0)
    evidence: Joined = column(
        "Its evidence types, separated by semicolons.", example="unknown_linked; inference"
    )
    actors: Joined | None = column(
        "The actors in it and their parts.", example="TTP (agent); Pakistan (target)"
    )
    events: Joined | None = column("The events it bears on and how.", example="Temporary ceasefire (reports)")
    note: Note


DERIVED_TABLES: tuple[type[Row], ...] = (ExpandedClaim,)
"""Flat tables published beside the others and computed from them."""
