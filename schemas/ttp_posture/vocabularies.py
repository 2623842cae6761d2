"""Every code of the tables, spelt once: its meaning, when not to use it, and a made-up example.

The examples speak of an invented quarrel: the Harbour League, an armed group; the Island Council, a
government; the Reef Front, the League's rival; the Mainland, a neighbour; the Beacon, the League's paper.

The terms build on UCDP, ACLED, GTD, CAMEO and PLOVER for events, FactBank for certainty, the Argument
Interchange Format for relations between claims; `mappings` holds the counterparts code by code.
"""

from __future__ import annotations

from ttp_posture.vocabulary import Grades, Words, vocabulary

# One term a line: code, definition, when not to use it, example, broader term.
# fmt: off

# --- rows ------------------------------------------------------------------------------------------


@vocabulary()
class Status(Words):
    """Whether a row still stands. Rows are retired, never deleted."""

    ACTIVE = "active", "The row stands.", "Not for a row another row has replaced: superseded.", "A claim as first coded, never corrected since."
    SUPERSEDED = "superseded", "Another row, named in superseded_by, has taken its place.", "Not where nothing took its place: withdrawn.", "One claim split into two; the first of the two is its successor."
    WITHDRAWN = "withdrawn", "The row was a mistake and has no successor.", "Not where a better row exists: superseded.", "An actor that a second reading showed to be a place."


@vocabulary()
class ChangeKind(Words):
    """What happened to a row between two releases."""

    ADDED = "added", "The row is new.", "Not for a row that was retired earlier and stands again: restored.", "A claim the first coding had missed."
    CORRECTED = "corrected", "A value was wrong and now reads otherwise.", "Not where only the wording of a text changed: reworded.", "A ceasefire moved from 2019 to 2020."
    REWORDED = "reworded", "A text of ours reads differently and means the same.", "Not where the meaning changed too: corrected.", "A summary made shorter."
    SUPERSEDED = "superseded", "The row gave way to another.", "Not where no row took its place: withdrawn.", "Two records of one meeting became one."
    WITHDRAWN = "withdrawn", "The row was retired without a successor.", "Not where a successor exists: superseded.", "A relation the text turned out not to state."
    RESTORED = "restored", "A retired row stands again.", "Not for a row never published before: added.", "A claim withdrawn by mistake."


# --- the text --------------------------------------------------------------------------------------


@vocabulary()
class PassageKind(Words):
    """What a passage is, and so whether it must carry a claim. Ask in the order given."""

    HEADING = "heading", "A title or the heading of a section.", "Not for an opening sentence set in capitals: claim.", "The Quarrel over the Light"
    BYLINE = "byline", "Names of the authors, the date, and page furniture beside them.", "Not for a sentence on an author's post: bio.", "By A. Keeper, 3 May"
    BIO = "bio", "A sentence that presents an author.", "Not for the bare name: byline.", "A. Keeper teaches at the harbour school."
    NOTICE = "notice", "A statement on rights or republication.", "Not for a note with a number: note.", "All rights with the publisher."
    NOTE = "note", "A numbered note; it is coded in footnotes.", "Not for a caption under a picture: claim.", "1. Talk with a keeper, May."
    OCR_NOISE = "ocr_noise", "Characters a machine misread in a picture; they are no part of the article's text.", "Not for a caption, however short: claim.", "l1|| //~ rn"
    ROADMAP = "roadmap", "A sentence that only says what the text will do.", "Not where the announcement asserts what will be shown: claim.", "The next section turns to the harbour."
    QUESTION = "question", "A question that asks for an explanation and asserts nothing beyond its presupposition.", "Not for a rhetorical question, which carries one uncommitted claim: claim.", "Why did the League come back?"
    CLAIM = "claim", "A sentence that asserts something; it carries one claim or more.", "Not for a sentence that only points ahead: roadmap.", "The League rejected the offer."


@vocabulary()
class Stream(Words):
    """The part of the layout a passage belongs to; another copy may print the parts in another order."""

    TITLE = "title", "The title of the article.", "Not for the title of a section: heading.", "The Quarrel over the Light"
    BYLINE = "byline", "Authors, date, and who the authors are.", "Not for the publisher's terms: notice.", "By A. Keeper"
    NOTICE = "notice", "The publisher's terms.", "Not for the authors' own lines: byline.", "Reprinting allowed."
    HEADING = "heading", "The heading of a section.", "Not for the article's own title: title.", "The Harbour"
    BODY = "body", "Running text.", "Not for words set under a picture: caption.", "The League returned in spring."
    CAPTION = "caption", "The words under a picture.", "Not for characters inside the picture: noise.", "Picture 1: the harbour."
    NOTE = "note", "The numbered notes.", "Not for the sentence that calls a note: body.", "1. Talk with a keeper."
    NOISE = "noise", "Misread characters from inside a picture.", "Not for the words under it: caption.", "l1|| //~"


# --- actors and places -----------------------------------------------------------------------------


@vocabulary(is_open=True)
class ActorType(Words):
    """What an actor is. Ask in the order given and stop at the first that fits."""

    PERSON = "person", "A natural person.", "Not for an office whoever holds it: use the body the office belongs to.", "The League's founder, by name."
    AUTHOR_TEAM = "author_team", "The people who wrote the coded text, as one holder of its claims.", "Not for one of them alone: person.", "A. Keeper and B. Pilot, as we."
    UNNAMED_INFORMANTS = "unnamed_informants", "People quoted or relied on without a name.", "Not for members acting rather than telling: rank_and_file.", "League members who spoke to the authors."
    DELEGATION = "delegation", "A party sent to talk for somebody else.", "Not for a standing assembly of elders: traditional_body.", "The League's envoys to the Mainland."
    LEADERSHIP = "leadership", "The leading circle of a group or state, not named one by one.", "Not for ordinary members: rank_and_file.", "The League's captains."
    RANK_AND_FILE = "rank_and_file", "Ordinary members or fighters of a group, not named.", "Not for the leading circle: leadership.", "Deckhands of the League."
    ARMED_NETWORK = "armed_network", "A faction or network inside a larger armed group.", "Not for a group that stands alone: nonstate_armed_group.", "The Lantern Circle within the League."
    NONSTATE_ARMED_GROUP = "nonstate_armed_group", "An organised armed group that is not an organ of a state; also a movement that came to rule, where it is spoken of as a movement.", "Not for the cabinet such a movement forms: government.", "The Harbour League."
    STATE = "state", "A country as an actor among countries.", "Not where the cabinet or its officials act: government.", "The Mainland."
    GOVERNMENT = "government", "The executive of a state, lawful or in fact, and its officials.", "Not for its army: state_military.", "The Island Council."
    STATE_MILITARY = "state_military", "A state's armed or security forces, or their command.", "Not for its secret service: intelligence_agency.", "The Island Guard."
    INTELLIGENCE_AGENCY = "intelligence_agency", "A state's secret service, or several of them.", "Not for uniformed forces: state_military.", "The Mainland's listening office."
    LEGISLATURE = "legislature", "A parliament or its members together.", "Not for the cabinet: government.", "The island's assembly."
    IGO = "igo", "A body of governments.", "Not for an alliance that fights: military_alliance.", "The Union of Coasts."
    MILITARY_ALLIANCE = "military_alliance", "States that fight or stand to fight together.", "Not for a body that only deliberates: igo.", "The Straits Pact."
    TRADITIONAL_BODY = "traditional_body", "An assembly or party of tribal or religious elders.", "Not for envoys without such standing: delegation.", "The circle of boat elders."
    MEDIA_OUTLET = "media_outlet", "A publisher of news or propaganda.", "Not for the person who speaks for a group: person.", "The Beacon."
    ETHNIC_COMMUNITY = "ethnic_community", "A people or a part of it; it is never coded as perpetrator.", "Not for a country's inhabitants at large: population.", "The reef fishers' people."
    POPULATION = "population", "Inhabitants, a society, a profession or civilians in general. Never a perpetrator.", "Not for a people named by descent: ethnic_community.", "The islanders."
    COLLECTIVE = "collective", "A class of actors with no common organ, spoken of as one.", "Not for a body with organs: igo or the body's own type.", "The world's seafaring states."
    UNIDENTIFIED = "unidentified", "Somebody the text leaves open on purpose or does not name, who perceives or acts.", "Not for people known to the authors and left unnamed: unnamed_informants.", "Whoever cut the cable."


@vocabulary(is_open=True)
class ActorRole(Words):
    """The one part an actor plays in the article's account as a whole. Ask in the order given."""

    NARRATOR = "narrator", "Writes the article.", "Not for a body the article merely quotes: bystander.", "A. Keeper."
    INFORMANT = "informant", "Tells the authors something, unnamed.", "Not for a member who acts in the account: the part of the group.", "League members interviewed on the quay."
    NEGOTIATING_PARTY = "negotiating_party", "One of the sides that bargain, with its organs, persons and members.", "Not for whoever carries messages between them: facilitator.", "The League; the Council."
    FACILITATOR = "facilitator", "Hosts, relays or mediates between the sides, with its organs, persons and members.", "Not for a side itself: negotiating_party.", "The Mainland's chancellor."
    CHALLENGER = "challenger", "Fights the facilitator or rivals a side, with its members.", "Not for a group allied to them: ally.", "The Reef Front."
    ALLY = "ally", "Armed or political friend of a side or of the facilitator, with its members.", "Not for a state with wider interests: outside_power.", "The Old Fleet."
    OUTSIDE_POWER = "outside_power", "A state, alliance or body of states beyond the bargaining.", "Not for the state whose government bargains: negotiating_party.", "The Union of Coasts."
    AFFECTED_COMMUNITY = "affected_community", "People whose suffering, opinion or support is at stake.", "Not for organised members of a side: the part of that side.", "The islanders."
    BYSTANDER = "bystander", "None of the above: named, and without a part of its own.", "Not for a perceiver who sways the bargaining: the part that fits.", "A ferry company."


@vocabulary()
class ActorNameType(Words):
    """What kind of spelling a name is."""

    FULL = "full", "A name in full.", "Not for a name cut down: short; nor for initials: abbreviation.", "Harbour League"
    SHORT = "short", "A shortened name or a surname.", "Not for initials: abbreviation.", "the League"
    ABBREVIATION = "abbreviation", "Initials.", "Not for a part of the name: short.", "HL"
    VARIANT = "variant", "Another spelling of a full or short name; also one that looks like a slip.", "Not for a phrase that tells what the actor is: descriptive.", "Harbor League"
    DESCRIPTIVE = "descriptive", "A phrase that tells what the actor is instead of naming it.", "Not for a proper name: full or short.", "the group's deckhands"


@vocabulary(is_open=True)
class ActorRelation(Words):
    """How one actor stands to another. Read: actor, relation, related actor."""

    PART_OF = "part_of", "Is an organ, segment or faction of it.", "Not for one person in a group: member_of.", "The captains, of the League."
    MEMBER_OF = "member_of", "Is a person belonging to it.", "Not for its head: leads.", "A deckhand, of the League."
    LEADS = "leads", "Is its head.", "Not for the second in rank: deputy_leader_of.", "The founder, the League."
    DEPUTY_LEADER_OF = "deputy_leader_of", "Is second in rank.", "Not for a minister's deputy: holds_position_in.", "The mate, the League."
    COMMANDS_IN = "commands_in", "Holds a military command in it.", "Not for the one at the top: leads.", "A captain, in the League."
    SPOKESPERSON_OF = "spokesperson_of", "Speaks for it by office.", "Not for an outlet: publishes_for.", "The herald, for the League."
    HOLDS_POSITION_IN = "holds_position_in", "Holds an office in it.", "Not for a rank in an armed group: commands_in.", "A minister, in the Council."
    NEGOTIATES_FOR = "negotiates_for", "Sits at the table for it.", "Not for a go-between: mediates_for.", "The envoy, for the League."
    PUBLISHES_FOR = "publishes_for", "Is its outlet.", "Not for a person who speaks: spokesperson_of.", "The Beacon, for the League."
    GOVERNS = "governs", "Rules it or fills its government.", "Not for heading a group: leads.", "The League, the harbour board."
    SUCCEEDS = "succeeds", "Took its place.", "Not for a part that broke away: splintered_from.", "The second captain, the first."
    SPLINTERED_FROM = "splintered_from", "Broke away from it or was filled by those who did.", "Not for taking its place: succeeds.", "The Reef Front, from the League."
    PLEDGED_ALLEGIANCE_TO = "pledged_allegiance_to", "Swore loyalty to it.", "Not for friendship between equals: allied_with.", "The League, to the Old Fleet."
    ALLIED_WITH = "allied_with", "Stands beside it as a friend, with deep or lasting ties.", "Not for help given one way: supports.", "The League, with the Old Fleet."
    SUPPORTS = "supports", "Gives it help or backing.", "Not for ties both ways: allied_with.", "The Mainland, the League."
    HOSTS = "hosts", "Shelters it or has it on its soil.", "Not for backing without shelter: supports.", "The Mainland, the League's captains."
    MEDIATES_FOR = "mediates_for", "Carries messages or brokers for it.", "Not for sitting at the table for it: negotiates_for.", "The Mainland, for the Council."
    NEGOTIATES_WITH = "negotiates_with", "Bargains with it.", "Not for doing so on another's behalf: negotiates_for.", "The League, with the Council."
    RIVAL_OF = "rival_of", "Fights or competes with it.", "Not for a formal listing of it as unlawful: designates.", "The Reef Front, of the League."
    DESIGNATES = "designates", "Has listed or banned it.", "Not for fighting it: rival_of.", "The Council, the League."
    AT_ODDS_WITH = "at_odds_with", "Is hostile to it or distrusts it, short of fighting it.", "Not where they fight: rival_of.", "The deckhands, the Mainland."


@vocabulary(is_open=True)
class PlaceType(Words):
    """What kind of place it is."""

    COUNTRY = "country", "A sovereign state's territory.", "Not for its government, which is an actor: actors.", "The Island"
    ADMIN1 = "admin1", "A first-order division: province, territory.", "Not for a district: admin2.", "North Province"
    ADMIN2 = "admin2", "A second-order division: district.", "Not for the province above it: admin1.", "Reef District"
    CITY = "city", "A town or city.", "Not for a camp: camp.", "Harbour Town"
    CAMP = "camp", "A military or refugee camp.", "Not for a town around it: city.", "Camp Gull"
    REGION = "region", "An area that no administration draws.", "Not for a province: admin1.", "The coasts"
    BOUNDARY = "boundary", "A border line.", "Not for the land beside it: region.", "The Reef Line"


@vocabulary()
class PlaceStatus(Words):
    """Whether the place exists under that status at the article's date."""

    CURRENT = "current", "It exists as such.", "Not for an abolished unit: former.", "North Province"
    FORMER = "former", "It was abolished or merged before the article appeared.", "Not for a unit merely renamed in passing: current.", "The old Keeper's Territory"


@vocabulary(is_open=True)
class IdentifierScheme(Words):
    """Whose identifier it is."""

    WIKIDATA = "wikidata", "Wikidata item.", "Not for a Wikipedia title: leave it out.", "Q1"
    UN_SC = "un_sc", "Permanent reference number on the United Nations Security Council consolidated list.", "Not for the list's internal data id: opensanctions.", "XXe.001"
    OPENSANCTIONS = "opensanctions", "OpenSanctions id of a source record.", "Not for the merged NK ids, which change: leave them out.", "unsc-1"
    OFAC = "ofac", "Number on the United States Treasury's list.", "Not for the European list: eu_fsf.", "1"
    EU_FSF = "eu_fsf", "Reference on the European Union's financial sanctions list.", "Not for the British list: uk_hmt.", "EU.1.1"
    UK_HMT = "uk_hmt", "Group id on the United Kingdom Treasury's list.", "Not for the Union's list: eu_fsf.", "2"
    AU_DFAT = "au_dfat", "Reference on Australia's consolidated list.", "Not for Switzerland's: ch_seco.", "3"
    CH_SECO = "ch_seco", "Identifier on Switzerland's sanctions list.", "Not for Australia's: au_dfat.", "4"
    UCDP_ACTOR = "ucdp_actor", "Actor id of the Uppsala Conflict Data Program.", "Not for a pair of actors: ucdp_dyad.", "5"
    UCDP_DYAD = "ucdp_dyad", "Dyad id of the Uppsala Conflict Data Program; the subject is one of the pair.", "Not for a single actor: ucdp_actor.", "6"
    GTD_GNAME = "gtd_gname", "Perpetrator group name in the Global Terrorism Database.", "Not for ACLED's wording: acled_actor.", "Harbour League (HL)"
    ACLED_ACTOR = "acled_actor", "Actor name in the Armed Conflict Location and Event Data.", "Not for the Global Terrorism Database's wording: gtd_gname.", "HL: Harbour League"
    CAMEO = "cameo", "Actor code of the CAMEO dictionaries.", "Not for a CAMEO event code: term_mappings.", "ISLREB"
    EPR = "epr", "Group id in the Ethnic Power Relations data.", "Not for a religious group without one: leave out.", "7"
    GW = "gw", "Gleditsch and Ward state number.", "Not for the Correlates of War number: cow.", "8"
    COW = "cow", "Correlates of War state number.", "Not for the Gleditsch and Ward number: gw.", "9"
    ISO3166_1_ALPHA3 = "iso3166_1_alpha3", "Country code of three letters.", "Not for provinces: iso3166_2.", "ISL"
    ISO3166_1_NUMERIC = "iso3166_1_numeric", "Country code of three digits.", "Not for the letters: iso3166_1_alpha3.", "998"
    ISO3166_2 = "iso3166_2", "Code of a province or territory.", "Not for a country: iso3166_1_alpha3.", "XX-NP"
    GEONAMES = "geonames", "GeoNames id.", "Not for Who's On First: wof.", "10"
    WOF = "wof", "Who's On First id.", "Not for GeoNames: geonames.", "11"
    HASC = "hasc", "Hierarchical administrative subdivision code.", "Not for the ISO code: iso3166_2.", "XX.NP"


@vocabulary()
class MatchStatus(Words):
    """How sure it is that the identifier names our subject."""

    EXACT = "exact", "The identifier was seen and names the same thing.", "Not where identity needs an argument: probable.", "The list prints the League's own name and founding."
    PROBABLE = "probable", "Identity is argued in the note and not shown.", "Not where nothing yet speaks for it: candidate.", "An alias in the press matches."
    BROAD = "broad", "The identifier names something wider that contains our subject.", "Not for the same thing: exact.", "The whole fleet, for its northern wing."
    CANDIDATE = "candidate", "It may be the same and needs checking.", "Not where the note argues it: probable.", "Two records share a name."
    NONE_EXISTS = "none_exists", "The scheme was searched and has no record of it.", "Not where nobody searched: unverified.", "The list holds persons only."
    UNVERIFIED = "unverified", "No identifier was seen; none is given.", "Not where a search came out empty: none_exists.", "Left for a later reconciliation."


# --- sources ---------------------------------------------------------------------------------------


@vocabulary(is_open=True)
class SourceType(Words):
    """What kind of thing the text rests on."""

    IN_TEXT_LINK = "in_text_link", "A hyperlink in the running text, known by its number and anchor words.", "Not for the document that a sentence also names: report, group_media or author_interview beside it.", "The word fire, underlined."
    AUTHOR_INTERVIEW = "author_interview", "What somebody told the authors.", "Not for an interview another outlet published: report.", "Talks on the quay, May."
    GROUP_MEDIA = "group_media", "Something an armed group released.", "Not for a picture printed in the article: image.", "A leaflet of the League."
    REPORT = "report", "A report or account by somebody else that the text speaks of.", "Not for the link that may lead to it: in_text_link.", "The Union's survey of reefs."
    IMAGE = "image", "A picture printed in the article.", "Not for the release it was taken from: group_media.", "Picture 2."
    ARTICLE = "article", "The coded article itself.", "Not for anything it cites: the types above.", "The Quarrel over the Light."


@vocabulary()
class UrlStatus(Words):
    """Why there is or is not an address."""

    STATED = "stated", "The address is given.", "Not for a link whose target did not survive: target_lost.", "A working address in a note."
    TARGET_LOST = "target_lost", "The text links to it, and the copy coded had lost the target.", "Not where no address was ever printed: not_printed.", "A link emptied when the page was saved."
    NOT_PRINTED = "not_printed", "The text gives no address.", "Not for a link: target_lost.", "A talk in a note."


@vocabulary()
class Access(Words):
    """Whether a reader can consult the source."""

    PUBLISHED = "published", "It was published; whether it is still available was not checked.", "Not for notes of the authors' own: unpublished.", "A survey by the Union."
    UNPUBLISHED = "unpublished", "Only the authors hold it.", "Not for a printed interview: published.", "Talks on the quay."
    UNKNOWN = "unknown", "It cannot be told, the target being lost or the place of publication not named.", "Not where the text says that it was released: published.", "A link with no target."


@vocabulary()
class SourceActorRole(Words):
    """What an actor did for a source."""

    INFORMANT = "informant", "Told what it holds.", "Not for who asked: interviewer.", "A deckhand, of the talks."
    INTERVIEWER = "interviewer", "Asked.", "Not for who answered: informant.", "A. Keeper, of the talks."
    ISSUER = "issuer", "Released or published it.", "Not for who wrote it: author.", "The Beacon, of the leaflet."
    AUTHOR = "author", "Wrote or spoke it.", "Not for who released it: issuer.", "The founder, of the leaflet."
    DEPICTED = "depicted", "Is shown in it.", "Not for whom it merely mentions: leave out.", "The mate, in picture 2."


# --- events ----------------------------------------------------------------------------------------


@vocabulary(is_open=True)
class EventType(Words):
    """What kind of act or process an event is. The most specific that fits wins."""

    ARMED_ATTACK = "armed_attack", "An attack by armed people, also where the means are not stated.", "Not where attackers meant to die: suicide_attack.", "League gunmen fire on a guard post.", "violence"
    SUICIDE_ATTACK = "suicide_attack", "An attack in which an attacker means to die, with whatever else was used.", "Not for a device left behind: bombing.", "A fireship is steered into the mole.", "violence"
    BOMBING = "bombing", "An explosive device planted, driven or thrown by somebody who means to live.", "Not for bombs from the air: airstrike.", "A mine under the pier.", "violence"
    AIRSTRIKE = "airstrike", "An attack from the air at no person named.", "Not at a named person: targeted_killing.", "Planes bomb the reef.", "violence"
    TARGETED_KILLING = "targeted_killing", "A named person killed on purpose, by any weapon.", "Not where the dead are not named: the weapon's type.", "The founder is shot at his door.", "violence"
    SHELLING = "shelling", "Artillery, rocket or mortar fire.", "Not from aircraft: airstrike.", "Guns fire over the bay.", "violence"
    MILITARY_OPERATION = "military_operation", "A campaign of a state's forces, taken as one.", "Not for one attack: armed_attack.", "The Guard's summer sweep.", "violence"
    VIOLENCE_AGGREGATE = "violence_aggregate", "Acts of violence not told apart, or a rise or fall in them.", "Not for one countable act: its own type.", "Raids along the coast.", "violence"
    TAKEOVER = "takeover", "Capture of a town, a territory or the government.", "Not for troops leaving: withdrawal.", "The League takes Harbour Town.", "control"
    WITHDRAWAL = "withdrawal", "Forces leave a territory.", "Not for an end of talks: talks_suspension.", "The Pact sails home.", "control"
    BORDER_MEASURE = "border_measure", "Fencing, sealing, closing or drawing a border.", "Not for a change of provinces at home: legal_change.", "A boom across the strait.", "control"
    SHELTER = "shelter", "An actor is given refuge or kept on somebody's soil.", "Not for help without refuge: material_support.", "The Mainland houses the captains.", "control"
    TALKS = "talks", "Sides bargain over something, through any channel.", "Not where nothing is bargained over: meeting.", "The League and the Council on the fishing tax.", "negotiation"
    MEDIATION = "mediation", "A third party relays, hosts or brokers.", "Not for the bargaining itself: talks.", "The Mainland carries the Council's terms.", "negotiation"
    MEETING = "meeting", "A visit or gathering with no bargaining of its own.", "Not where terms are discussed: talks.", "Envoys call on the chancellor.", "negotiation"
    OFFER_TALKS = "offer_talks", "An offer to meet, talk or mediate, made.", "Not for offering terms: offer_concession.", "The Council asks for a parley.", "negotiation"
    OFFER_CONCESSION = "offer_concession", "Pardon, release or other easing offered, not yet given.", "Not once given: concession.", "A pardon for who lays down arms.", "negotiation"
    CONCESSION = "concession", "Something asked for is granted.", "Not for the freeing of prisoners that follows from it: prisoner_release.", "The tax is dropped.", "negotiation"
    PRISONER_RELEASE = "prisoner_release", "Detained people leave custody.", "Not for a release promised: offer_concession.", "Twelve deckhands walk free.", "negotiation"
    DEMAND = "demand", "Something is demanded of another: release, change, terms.", "Not for an offer: offer_concession.", "Give back the old territory.", "negotiation"
    REFUSAL = "refusal", "A demand, offer or compromise is turned down.", "Not for breaking talks off: talks_suspension.", "The League says no to disarming.", "negotiation"
    ACCEPTANCE = "acceptance", "An offer or recommendation is taken up, short of a settlement.", "Not for a settlement: agreement.", "The League agrees to talk.", "negotiation"
    CEASEFIRE = "ceasefire", "A truce declared and in force.", "Not for one offered: offer_concession.", "Guns fall silent for a month.", "negotiation"
    AGREEMENT = "agreement", "A settlement or text concluded.", "Not for a truce alone: ceasefire.", "The Treaty of the Quay.", "negotiation"
    TALKS_SUSPENSION = "talks_suspension", "A side or go-between breaks off.", "Not for talks that fail of themselves: talks, with a note.", "The envoys leave.", "negotiation"
    LEGAL_CHANGE = "legal_change", "A law, a constitution or the map of provinces is changed.", "Not for leave given to a policy: authorization.", "The old territory joins North Province.", "institution"
    AUTHORIZATION = "authorization", "Leave is sought from or given by a state body.", "Not for a new law: legal_change.", "The Council asks the assembly's leave to parley.", "institution"
    DESIGNATION = "designation", "A group or person is banned or listed.", "Not for calling it names: statement_hostile.", "The League is outlawed.", "institution"
    GROUP_FORMATION = "group_formation", "An organisation or a state comes to be.", "Not for a part breaking off: internal_split.", "The League is founded.", "institution"
    INTERNAL_SPLIT = "internal_split", "A group splits, loses members to another, or fights within.", "Not for a change at the top: leadership_change.", "Deckhands go over to the Front.", "institution"
    LEADERSHIP_CHANGE = "leadership_change", "A leader comes in or goes.", "Not for a leader killed on purpose: targeted_killing.", "The mate takes the helm.", "institution"
    ORGANISATIONAL_CHANGE = "organisational_change", "A group grows weaker or stronger, or changes its aims or bearing, as a process.", "Not for a split: internal_split.", "The League gathers strength again.", "institution"
    DOMESTIC_CRISIS = "domestic_crisis", "Political, social or economic trouble within a state.", "Not for armed violence: violence_aggregate.", "Bread riots and an empty treasury.", "institution"
    RELATIONS_IMPROVED = "relations_improved", "Ties open or grow closer, with visas and trade.", "Not for arms and shelter: material_support.", "The Mainland issues passes to fishers.", "institution"
    RELATIONS_WORSENED = "relations_worsened", "Ties cool or come under strain.", "Not for words alone: statement_hostile.", "Envoys are no longer received.", "institution"
    MATERIAL_SUPPORT = "material_support", "People, arms, money or other help are given or taken over.", "Not for refuge: shelter.", "The Mainland's powder reaches the League.", "institution"
    STATEMENT = "statement", "Something said in public, dated and attributed.", "Not for praise or blame: statement_support, statement_hostile.", "The herald says that talks began.", "communication"
    STATEMENT_SUPPORT = "statement_support", "Praise, thanks, a promise of help, a pledge.", "Not for help given: material_support.", "The League salutes the Old Fleet.", "communication"
    STATEMENT_HOSTILE = "statement_hostile", "Condemns, accuses, warns, threatens.", "Not for a demand: demand.", "The League calls the Front a plot.", "communication"
    STATEMENT_DENIAL = "statement_denial", "Denies an act or knowledge of it.", "Not for turning down a demand: refusal.", "Nobody here knew of it.", "communication"
    MESSAGING_CAMPAIGN = "messaging_campaign", "Communication carried on over time to shape opinion.", "Not for one release: publication.", "A year of leaflets.", "communication"
    PUBLICATION = "publication", "A report, interview, video or picture is released.", "Not for what it says: statement and its kin.", "The Beacon prints a portrait.", "communication"


@vocabulary()
class Granularity(Words):
    """How many acts one event row stands for. Only single rows compare with UCDP, ACLED or GTD."""

    SINGLE = "single", "One act in one place and time.", "Not for acts reported together: cluster.", "One raid."
    CLUSTER = "cluster", "Several acts reported as one, in one period.", "Not for acts without number: aggregate.", "Three raids in a week."
    PROCESS = "process", "Something that goes on over time.", "Not for a set of separate acts: aggregate.", "Talks from May to August."
    AGGREGATE = "aggregate", "An unnumbered set of acts, or a trend in them.", "Not for a course of one thing: process.", "Raids along the coast."


@vocabulary()
class EventStatus(Words):
    """Whether it took place, as the article has it."""

    OCCURRED = "occurred", "It took place and is over, or was done; an offer made is done.", "Not for what still goes on: ongoing.", "The raid took place."
    ONGOING = "ongoing", "It goes on at the article's date.", "Not for a thing done: occurred.", "Talks drag on."
    PLANNED = "planned", "It is planned or announced.", "Not for a mere possibility: hypothetical.", "A fence is to be built."
    HYPOTHETICAL = "hypothetical", "It is only imagined; normally a claim and no event.", "Not for what is announced: planned.", "Should the Council bomb the reef."
    NEGATED = "negated", "The article says that it did not take place.", "Not for what is not mentioned: leave out.", "No pardon was given."


@vocabulary()
class DateKind(Words):
    """How the dated window is filled."""

    POINT = "point", "On one day or a few, somewhere in the window.", "Not for what lasted: span.", "A raid in May."
    SPAN = "span", "It lasted through the window.", "Not for an act inside it: point.", "Talks from May to August."


@vocabulary()
class DateBasis(Words):
    """Where the date comes from."""

    STATED = "stated", "The article prints the date.", "Not for a date reckoned from another: relative.", "In May 2019."
    RELATIVE = "relative", "Reckoned from the publication date or another dated thing.", "Not for bounds the account implies: context.", "Last October."
    CONTEXT = "context", "The bounds follow from what the account says around it.", "Not for a phrase such as last year: relative.", "Soon after the takeover."
    NONE = "none", "Nothing allows a date; the date stays empty.", "Not where any bound can be had: context.", "Recently."


@vocabulary(is_ordered=True)
class DatePrecision(Grades):
    """How long the dated window is, derived from date_edtf; 1 to 5 as UCDP's date_prec."""

    DAY = 1, "One day.", "Not for two days or more: 2.", "2019-05-03"
    DAYS = 2, "Two to six days.", "Not for seven days: 3.", "2019-05-03/2019-05-05"
    WEEK = 3, "Seven days.", "Not for eight: 4.", "2019-05-01/2019-05-07"
    MONTH = 4, "Eight to thirty-one days.", "Not for two months: 5.", "2019-05"
    YEAR = 5, "More than thirty-one days and at most a year.", "Not for an open end: 6.", "2019"
    LONGER = 6, "More than a year, or open or unknown at one end.", "Not for a year: 5.", "2018/.."


@vocabulary()
class PlaceBasis(Words):
    """Where the place comes from."""

    STATED = "stated", "The article names the place of this event.", "Not where only neighbouring sentences name it: context.", "In Harbour Town."
    CONTEXT = "context", "Neighbouring sentences leave no doubt.", "Not where a guess is needed: none.", "The same meeting, its town named before."
    NONE = "none", "No place is given; the place stays empty.", "Not where the account names one: stated or context.", "Talks, somewhere."


@vocabulary(is_ordered=True)
class WherePrecision(Grades):
    """How narrow the place is; 1 to 4 as UCDP's where_prec, 5 and 6 our own."""

    SITE = 1, "The exact site or town.", "Not for its surroundings: 2.", "Harbour Town"
    NEAR = 2, "Within about 25 kilometres of a known site.", "Not for a district: 3.", "Off Harbour Town"
    ADMIN2 = 3, "A district.", "Not for a province: 4.", "Reef District"
    ADMIN1 = 4, "A province or territory.", "Not for a country: 5.", "North Province"
    COUNTRY = 5, "A country.", "Not for no place at all: 6.", "The Island"
    UNSPECIFIED = 6, "No place, or one that spans countries.", "Not for a place inside one country: 5.", "The strait"


@vocabulary()
class DeathsQualifier(Words):
    """How the article words the toll."""

    EXACT = "exact", "A number and no more.", "Not for over or more than: more_than.", "Four died."
    AT_LEAST = "at_least", "The number or more; also one named victim and no toll.", "Not for a number surely exceeded: more_than.", "At least four died."
    MORE_THAN = "more_than", "Surely above the number; low and best are the next whole number.", "Not for the number itself or more: at_least.", "Over forty died."
    ABOUT = "about", "Near the number.", "Not for a bound: at_least, more_than.", "Some forty died."


@vocabulary()
class DeathsScope(Words):
    """Whose deaths are counted."""

    ALL = "all", "All the dead.", "Not where the count leaves the attackers out: attackers_excluded.", "Four people died."
    CIVILIANS = "civilians", "Civilians only.", "Not for all the dead: all.", "Forty civilians died."
    ATTACKERS_EXCLUDED = "attackers_excluded", "All but the attackers.", "Not for civilians only: civilians.", "Four guards died beside the attackers."


@vocabulary()
class Responsibility(Words):
    """Whether anybody claimed an act of violence, was blamed for it or denied it, as the article has it."""

    CLAIMED = "claimed", "Those who did it said so.", "Not where others name them: attributed.", "The League said it was theirs."
    ATTRIBUTED = "attributed", "Somebody, the authors included, names who did it.", "Not where the doers say so: claimed.", "The raid is laid to the League."
    UNCLAIMED = "unclaimed", "The article says that nobody claimed it; no perpetrator is coded.", "Not where the article is silent: leave empty.", "A killing nobody claimed."
    DENIED = "denied", "The accused deny it.", "Not where nobody is accused: unclaimed.", "The League says it was not theirs."


@vocabulary(is_open=True)
class Means(Words):
    """The weapon, where stated."""

    FIREARMS = "firearms", "Guns carried by hand.", "Not for rockets: heavy_weapons.", "Rifles"
    EXPLOSIVES = "explosives", "A device planted or driven.", "Not carried by somebody who means to die: suicide_bombers.", "A mine"
    SUICIDE_BOMBERS = "suicide_bombers", "Attackers who mean to die.", "Not for a planted device: explosives.", "A fireship"
    AIRCRAFT = "aircraft", "From the air, with or without a crew, not told which.", "Not where a drone is named: drone.", "Planes"
    DRONE = "drone", "An unmanned aircraft, named as such.", "Not where the craft is left open: aircraft.", "A kite bomb"
    HEAVY_WEAPONS = "heavy_weapons", "Artillery, rockets, mortars.", "Not for rifles: firearms.", "Deck guns"


@vocabulary(is_ordered=True)
class Clarity(Grades):
    """How clearly the article reports it, after UCDP's event_clarity."""

    CLEAR = 1, "Reported as an event of its own that can be told from others.", "Not where it is summed up or implied: 2.", "The raid of 3 May."
    SUMMARISED = 2, "Summed up with others or implied.", "Not for an act of its own: 1.", "A spring of raids."


@vocabulary(is_open=True)
class PublicationKind(Words):
    """What was released, for events of type publication."""

    REPORT = "report", "A report by a body.", "Not for a talk in print: interview.", "A survey"
    INTERVIEW = "interview", "A talk in print or on air.", "Not for a release by a group: media_release.", "A talk with the mate"
    MEDIA_RELEASE = "media_release", "A statement, video or picture put out by a group's outlet.", "Not for an independent report: report.", "A leaflet"


@vocabulary(is_ordered=True)
class UcdpTypeOfViolence(Grades):
    """UCDP's type of violence, which depends on the sides."""

    STATE_BASED = 1, "A government fights a group or another government.", "Not where no government fights: 2.", "The Guard and the League"
    NON_STATE = 2, "Groups fight each other.", "Not where civilians are the target: 3.", "The League and the Front"
    ONE_SIDED = 3, "A government or group kills civilians on purpose.", "Not for civilians killed in a fight: 1 or 2.", "A market is burnt"


@vocabulary(is_open=True)
class EventActorRole(Words):
    """What an actor did in an event, or what was done to it."""

    ACTOR = "actor", "Does the act, other than violence.", "Not for violence: perpetrator.", "The Council, which offers."
    PERPETRATOR = "perpetrator", "Does the violence. Never a community or population.", "Not for an act without violence: actor.", "The League, which raids."
    PARTICIPANT = "participant", "Takes part with others as their equal.", "Not for the one to whom it is done: recipient.", "Each side of a parley."
    RECIPIENT = "recipient", "Is spoken to, given to, taken from.", "Not for who is hurt: victim.", "The League, to which the offer is made."
    TARGET = "target", "Is attacked or aimed at, hurt or not.", "Not for who is named as dead or hurt: victim.", "The guard post's crew."
    VICTIM = "victim", "Is killed or hurt.", "Not for who is only aimed at: target.", "The founder, shot."
    MEDIATOR = "mediator", "Goes between.", "Not for a host without a part in it: host.", "The Mainland."
    HOST = "host", "Gives the place.", "Not for who goes between: mediator.", "Harbour Town's mayor."
    CLAIMANT = "claimant", "Claims the act as its own.", "Not for who blames another: reporter.", "The League."
    REPORTER = "reporter", "Reports or alleges it.", "Not for who did it: actor.", "The Union."


# --- claims ----------------------------------------------------------------------------------------


@vocabulary()
class ClauseStatus(Words):
    """How the proposition stands in its sentence. It lets a reader choose the grain."""

    ASSERTED = "asserted", "A finite clause of the authors, also a relative clause that adds.", "Not for what somebody is said to say or think: embedded.", "The League returned."
    EMBEDDED = "embedded", "What somebody says, thinks, demands or promises.", "Not for the authors' own main clause: asserted.", "The mate said that the League would return."
    PRESUPPOSED = "presupposed", "A noun phrase, a restrictive clause or a phrase such as despite and following that states a fact of its own.", "Not for a title or office: apposed.", "Despite its defeat, the League spoke up."
    APPOSED = "apposed", "A title, office, membership or label set beside a name, at its first mention.", "Not for a fact in a noun phrase: presupposed.", "The mate, the League's second man, came."


@vocabulary()
class ClaimType(Words):
    """What kind of proposition it is. Ask in the order given and stop at the first yes."""

    PRESCRIPTIVE = "prescriptive", "Says what somebody should do: a recommendation, a demand, a condition.", "Not for one's own undertaking: commissive.", "Give back the territory."
    COMMISSIVE = "commissive", "Binds the speaker: an offer, a promise, a threat.", "Not for what others should do: prescriptive.", "We shall keep the light."
    DEFINITIONAL = "definitional", "Classifies or labels something.", "Not for praise or blame: evaluative.", "The League is an armed guild."
    CAUSAL = "causal", "Says that one thing brought about, drove, allowed, prevented or explains another.", "Not for mere sequence: descriptive.", "The tax drove the revolt."
    EVALUATIVE = "evaluative", "Judges worth, success, strength, importance, prospects.", "Not for a class: definitional.", "The offer was bold."
    MENTAL_STATE = "mental_state", "Gives somebody a wish, intention, feeling or attitude whose content is not itself true or false.", "Not for a belief with a content that can be true: the type of that content.", "The deckhands distrust the Council."
    RELATIONAL = "relational", "Tells a standing relation, membership, office or capability.", "Not for a single act: descriptive.", "The mate is second to the founder."
    DESCRIPTIVE = "descriptive", "Reports an act, event or state that could be observed.", "Not for a standing tie: relational.", "The League raided the pier."


@vocabulary(is_ordered=True)
class Certainty(Words):
    """How far a holder commits to the proposition, by the cue list in certainty_cue; after FactBank."""

    UNCOMMITTED = "uncommitted", "The form commits to nothing: question, condition, purpose, demand, offer, promise.", "Not because somebody else said it: code that person's own commitment.", "Will the League return?"
    POSSIBLE = "possible", "A cue of possibility in the clause.", "Not for a cue of likelihood: probable.", "The League may return."
    PROBABLE = "probable", "A cue of likelihood or appearance in the clause.", "Not for a cue of possibility beside it: possible.", "The League seems ready to return."
    CERTAIN = "certain", "No cue, or one that affirms.", "Not for a hedge in the same clause: probable, possible.", "The League returned."


@vocabulary(is_open=True)
class CertaintyCue(Words):
    """The closed list of words and forms that decide certainty; its broader term is the certainty it gives.

    A fork on another text adds the cues of that text.
    """

    LIKELY = "likely", "likely, with its own clause.", "Not with a negative before it: unlikely.", "It is likely to rain.", "probable"
    UNLIKELY = "unlikely", "unlikely; the polarity is negative.", "Not for a refusal: no cue.", "It is unlikely to rain.", "probable"
    SEEM = "seem", "seem, seems, seemed, seemingly.", "Not for look at something: no cue.", "It seems to rain.", "probable"
    APPEAR = "appear", "appear, appears.", "Not for coming into view: no cue.", "It appears to rain.", "probable"
    SUGGEST = "suggest", "suggest of reports or facts, not of a person proposing.", "Not for a proposal: attribution_type recommends.", "Reports suggest that it rained.", "probable"
    INDICATE = "indicate", "indicates, of facts.", "Not of a person or body, who thereby speaks: attribution_type states.", "Puddles indicate that it rained.", "probable"
    INDICATIVE = "indicative", "is indicative of, serves as an indicator of.", "Not of a person pointing: no cue.", "Puddles are indicative of rain.", "probable"
    MAY = "may", "may or might.", "Not for leave given: no cue.", "It may rain.", "possible"
    COULD = "could", "could of what might be.", "Not for being able to: no cue.", "It could rain.", "possible"
    POSSIBLE = "possible", "possible, possibly, potential, potentially.", "Not for as much as possible: no cue.", "Possible rain.", "possible"
    PERHAPS = "perhaps", "perhaps, maybe.", "Not as a politeness: no cue.", "Perhaps it rained.", "possible"
    RISK = "risk", "risk, risks, of an outcome.", "Not for a risk somebody took: no cue.", "Going out risks getting wet.", "possible"
    QUESTION = "question", "The clause is a question.", "Not for whether after know: no cue.", "Will it rain?", "uncommitted"
    CONDITION = "condition", "The clause is an if-clause.", "Not for what follows from it, which has its own cue or none.", "If it rains.", "uncommitted"
    PURPOSE = "purpose", "The clause gives a purpose or hope.", "Not for a result reached: no cue.", "In the hope of rain.", "uncommitted"
    DEMAND = "demand", "The clause is demanded or recommended.", "Not for an offer: offer.", "Stay at home.", "uncommitted"
    OFFER = "offer", "The clause is offered, promised or threatened.", "Not for what another is told to do: demand.", "We shall stay.", "uncommitted"
    NO_DOUBT = "no_doubt", "A cue that affirms: clearly, certainly, evident, apparent, confirmed, demonstrate, show.", "Not for apparently: appear.", "It clearly rained.", "certain"


@vocabulary()
class Polarity(Words):
    """Whether the claim's own main predicate is negated."""

    POSITIVE = "positive", "Not negated; also unwilling, reluctant, refuses, lacks.", "Not for not, no, few, failed to, unlikely: negative.", "The League is unwilling to talk."
    NEGATIVE = "negative", "Negated by not, no, few, failed to, no longer, unlikely.", "Not for a negative attitude: positive.", "The League failed to return."
    UNKNOWN = "unknown", "A question leaves it open.", "Not for a negated question of fact: negative.", "Would the League return?"


@vocabulary()
class AuthorStance(Words):
    """How the authors stand to a proposition somebody else holds; empty where they hold it themselves."""

    ENDORSES = "endorses", "They take it as true, by a factive verb or as a premise of their own.", "Not for reporting without a sign: reports_neutrally.", "As the mate rightly noted."
    REPORTS_NEUTRALLY = "reports_neutrally", "They report it and give no sign.", "Not where they build on it: endorses.", "The mate said so."
    DISTANCES = "distances", "They mark it as only said, by claim to, frame as and the like.", "Not on quotation marks alone: reports_neutrally; not where they say the contrary: rejects.", "The League claims to have won."
    REJECTS = "rejects", "They say the contrary.", "Not for a mere mark of doubt: distances.", "The League claims to have won; it lost."


@vocabulary()
class Temporality(Words):
    """When the proposition holds, seen from the innermost holder's time of speaking."""

    PAST = "past", "Before the time of speaking.", "Not for what still holds: present.", "The League returned."
    PRESENT = "present", "At the time of speaking.", "Not for what always holds: timeless.", "The League holds the pier."
    FUTURE = "future", "After the time of speaking.", "Not for a wish held now: present.", "The League will return."
    TIMELESS = "timeless", "Holds as a rule.", "Not for a state of now: present.", "Parleys drag on."


@vocabulary()
class Centrality(Words):
    """The place of a claim in the argument."""

    THESIS = "thesis", "What the article announces that it will show.", "Not for a reason it numbers below: main_reason.", "The tax and the guilds brought the revolt."
    MAIN_REASON = "main_reason", "What the article numbers or announces as a factor, source or reason for a thesis.", "Not for what bears out such a reason: support.", "First, the tax had doubled."
    SUPPORT = "support", "Bears out a main reason or another support.", "Not for scene-setting: background.", "The rolls of that year show the doubling."
    CONCLUSION = "conclusion", "What the closing paragraph draws from the whole.", "Not for a thesis announced at the start: thesis.", "In all, the revolt will last."
    BACKGROUND = "background", "Sets the scene, presents persons, and bears out nothing.", "Not for what a reason rests on: support.", "The League was founded in a storm."


@vocabulary()
class AttributionType(Words):
    """What a holder does with what follows in the chain."""

    STATES = "states", "Puts it forward as its own position.", "Not for passing on what it witnessed or was told: reports.", "The mate says that trade is dead."
    REPORTS = "reports", "Tells it as witness or messenger.", "Not for its own view: states.", "A deckhand tells what was agreed."
    BELIEVES = "believes", "Thinks, perceives, expects or knows it.", "Not for saying it: states.", "The captains think that the Council is weak."
    DEMANDS = "demands", "Demands it of somebody or makes it a condition.", "Not for mere advice: recommends.", "The League demands the territory."
    OFFERS = "offers", "Offers it.", "Not for an undertaking without conditions: promises.", "The Council offers a pardon."
    PROMISES = "promises", "Undertakes it.", "Not for what may be declined: offers.", "The Mainland promises help."
    RECOMMENDS = "recommends", "Advises it.", "Not with force behind it: demands.", "The Mainland advises a parley."
    DENIES = "denies", "Says that it is not so.", "Not for turning down a demand: an event of type refusal.", "The Mainland denies that it knew."


@vocabulary(is_ordered=True)
class Strength(Grades):
    """How well something is evidenced, derived from the rows of claim_evidence."""

    NONE = 0, "Nothing is offered, or only background taken as known.", "Not where the claim is argued for: 1.", "No word on how they know."
    ARGUED = 1, "Unnamed reports, or inference from other claims.", "Not for a link: 2.", "Reports have it."
    LINKED = 2, "A link whose target is unknown, or a picture.", "Not for a document or talk that is named: 3.", "An underlined word."
    DOCUMENTED = 3, "One talk with the authors, official document or release of a group.", "Not for two of them: 4.", "A note on a talk."
    CORROBORATED = 4, "Two or more distinct such sources.", "Not for one source cited twice: 3.", "A talk and a leaflet."


@vocabulary()
class ClaimActorRole(Words):
    """What part an actor has in a proposition."""

    AGENT = "agent", "Acts.", "Not for who feels or thinks: experiencer.", "The League raided."
    TARGET = "target", "Is acted upon.", "Not for who gains: beneficiary.", "The pier was raided."
    BENEFICIARY = "beneficiary", "Gains or is meant to gain.", "Not for who suffers an effect: affected.", "It strengthened the League."
    CAUSE = "cause", "Its conduct or state brings the effect about.", "Not for a simple act: agent.", "The Council's weakness fed the revolt."
    AFFECTED = "affected", "Suffers or undergoes an effect.", "Not for whom the effect favours: beneficiary.", "The islanders paid."
    EXPERIENCER = "experiencer", "Feels, wishes, perceives.", "Not for who acts: agent.", "The deckhands distrust."
    TOPIC = "topic", "Is what it is about, in no other part.", "Not where any other part fits: that part.", "The League's past."


@vocabulary()
class ClaimEventRole(Words):
    """How a claim bears on an event."""

    REPORTS = "reports", "Says that the event took place, or describes it.", "Not where the claim is the content of the speech act: utterance.", "There was a raid."
    UTTERANCE = "utterance", "Is the content, the event being the saying.", "Not for a claim that the saying took place: reports.", "What the leaflet said."
    CAUSE = "cause", "Says that the event brought something about.", "Not for what followed only in time: context.", "The raid emptied the town."
    EFFECT = "effect", "Says what brought the event about.", "Not for its consequences: cause.", "The tax led to the raid."
    CONTEXT = "context", "Mentions the event as a time, setting or point of reference.", "Not where the event is what it tells: reports.", "After the raid, talks stopped."


@vocabulary()
class ClaimRelation(Words):
    """How one claim bears on another. Read: claim, relation, target; from premise to conclusion."""

    SUPPORTS = "supports", "Is a reason to believe the target. Test: put therefore between them.", "Not for why the target came about: cause_in.", "The rolls doubled; therefore the tax was high."
    ATTACKS = "attacks", "Is a reason to disbelieve the target. Test: put but that is not so, because.", "Not for narrowing it: qualifies.", "The League raids still; it is not beaten."
    QUALIFIES = "qualifies", "Narrows, concedes or puts a condition on the target and leaves it standing.", "Not for a reason against it: attacks.", "The revolt spread, though not to the reef."
    RESTATES = "restates", "Says the target again; the target is the first full statement.", "Not for adding a reason: supports.", "As said, the tax was high."
    EXEMPLIFIES = "exemplifies", "Is an instance of the target.", "Not for a general reason: supports.", "The tithe is one such tax."
    CONTRASTS_WITH = "contrasts_with", "Is set against the target without denying it.", "Not for denying it: attacks.", "The captains speak softly, the deckhands loudly."
    ELABORATES = "elaborates", "Adds detail to the target and is no reason for it.", "Not for an instance: exemplifies.", "The pardon would have covered all deckhands."
    CAUSE_IN = "cause_in", "Is the cause named in the target, a causal claim.", "Not for a reason to believe it: supports.", "The tax doubled, in: the tax drove the revolt."
    EFFECT_IN = "effect_in", "Is the effect named in the target, a causal claim.", "Not for its cause: cause_in.", "There was a revolt, in: the tax drove the revolt."


# --- evidence --------------------------------------------------------------------------------------


@vocabulary()
class EvidenceType(Words):
    """On what a claim rests in the article. One row per source, its most specific known kind."""

    AUTHOR_INTERVIEW = "author_interview", "The authors' own talks with somebody.", "Not for a talk printed elsewhere: the type of that print.", "Talk on the quay."
    OFFICIAL_DOCUMENT = "official_document", "A document or statement of a government or body of governments, named as such.", "Not for a release of an armed group: group_media.", "The Union's survey."
    GROUP_MEDIA = "group_media", "Something an armed group released or stated in public, named as such.", "Not for a picture the article itself prints: image.", "The League's leaflet."
    UNKNOWN_LINKED = "unknown_linked", "A hyperlink whose target is not known.", "Not for a source the sentence names: its own type.", "An underlined word."
    IMAGE = "image", "A picture printed in the article, for what is visible.", "Not for who the persons are, which the authors say: none_stated.", "Picture 2."
    UNNAMED_REPORTS = "unnamed_reports", "Reports, accounts or sources, not named further.", "Not where a note names them: author_interview.", "According to reports."
    HISTORICAL_BACKGROUND = "historical_background", "Told as commonly known, of a time before the article's subject.", "Not for recent matters told without source: none_stated.", "The Reef Line was drawn a century ago."
    INFERENCE = "inference", "Argued from other claims of the article.", "Not for a bare assertion: none_stated.", "Hence the League will return."
    NONE_STATED = "none_stated", "Nothing is offered.", "Not where the claim follows from others: inference.", "A bare assertion."


@vocabulary()
class BearsOn(Words):
    """Whether the evidence is for what is said, or for its having been said."""

    CONTENT = "content", "For the proposition.", "Not where the source is the utterance itself: attribution.", "A survey of the reef, for the reef's state."
    ATTRIBUTION = "attribution", "For somebody's saying, thinking, demanding or offering it.", "Not for its being so: content.", "The leaflet, for the League's demand."


@vocabulary()
class CitationForm(Words):
    """How the article points at the evidence."""

    HYPERLINK = "hyperlink", "A link in the clause.", "Not for a number: footnote.", "An underlined word"
    FOOTNOTE = "footnote", "A numbered note.", "Not for a source named in the sentence: in_text.", "A small 3"
    IN_TEXT = "in_text", "The sentence names or mentions it.", "Not for a caption: caption.", "In a talk with us"
    CAPTION = "caption", "It is said under a picture.", "Not for running text: in_text.", "Picture 2"
    NONE = "none", "It points at nothing.", "Not where anything is named: in_text.", "A bare assertion"


@vocabulary()
class EvidenceScope(Words):
    """How near the pointer stands."""

    CLAUSE = "clause", "In the claim's own clause.", "Not at the end of a longer sentence: sentence.", "The link stands in the clause."
    SENTENCE = "sentence", "For the whole sentence, as a note at its end.", "Not in a neighbouring sentence: carried.", "The note ends the sentence."
    CARRIED = "carried", "In a neighbouring sentence; it never counts for strength.", "Not in the same sentence: sentence.", "The note ends the sentence before."


# --- mappings --------------------------------------------------------------------------------------


@vocabulary(is_open=True)
class MappingScheme(Words):
    """Whose code our term is matched with."""

    PLOVER = "plover", "PLOVER manual, draft 0.8: event, or event/mode.", "Not for the older list of codes: cameo.", "ASSAULT/firearms"
    CAMEO = "cameo", "CAMEO 1.1b3 event code, or role code for actor types.", "Not for PLOVER's events: plover.", "190"
    ACLED = "acled", "ACLED sub-event, or interaction code for actor types.", "Not for GTD's attack types: gtd.", "Armed clash"
    GTD = "gtd", "GTD attacktype1.", "Not for ACLED's sub-events: acled.", "2"
    UCDP = "ucdp", "UCDP type_of_violence, side or precision code.", "Not for actor ids: actor_identifiers.", "1"
    FACTBANK = "factbank", "FactBank certainty or polarity value.", "Not for its combined values: one of the two.", "CT"
    AIF = "aif", "Argument Interchange Format node.", "Not for FactBank's values: factbank.", "RA"
    STIX = "stix", "STIX 2.1 identity_class.", "Not for FollowTheMoney's schemata: followthemoney.", "organization"
    FOLLOWTHEMONEY = "followthemoney", "FollowTheMoney schema.", "Not for STIX's classes: stix.", "PublicBody"


@vocabulary()
class MappingRelation(Words):
    """How our term stands to theirs, after SKOS."""

    EXACT_MATCH = "exact_match", "They mean the same.", "Not where uses differ somewhat: close_match.", "Our raid, their raid."
    CLOSE_MATCH = "close_match", "They mean nearly the same.", "Not for one inside the other: broad_match, narrow_match.", "Our raid, their foray."
    BROAD_MATCH = "broad_match", "Theirs is broader than ours.", "Not where ours is broader: narrow_match.", "Our raid, their violence."
    NARROW_MATCH = "narrow_match", "Theirs is narrower than ours.", "Not where theirs is broader: broad_match.", "Our raid, their night raid."
    RELATED_MATCH = "related_match", "Theirs sorts by something else and may apply.", "Not for overlap in meaning: close_match.", "Our raid, their kind of war."
    NO_MATCH = "no_match", "The scheme has no counterpart.", "Not where nobody looked: leave the row out.", "Our law, their list of fights."
