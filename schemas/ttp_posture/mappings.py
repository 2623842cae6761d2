"""How our terms stand to the codes of other datasets.

Event codes and labels follow the PLOVER manual (draft 0.8, 2021), the CAMEO manual 1.1b3 and the published
category lists of ACLED and GTD; only codes and labels are given, no text of theirs. UCDP's type of violence
depends on the sides and stands on the event itself, so it is a related match here.
"""

from __future__ import annotations

from dataclasses import dataclass

from ttp_posture.vocabularies import MappingRelation, MappingScheme

_RELATIONS = {
    "=": MappingRelation.EXACT_MATCH,
    "~": MappingRelation.CLOSE_MATCH,
    "<": MappingRelation.BROAD_MATCH,
    ">": MappingRelation.NARROW_MATCH,
    "&": MappingRelation.RELATED_MATCH,
    "-": MappingRelation.NO_MATCH,
}

# Term, then for PLOVER, CAMEO, ACLED, GTD and UCDP: a sign and the codes it applies to, "; " between signs.
_EVENT_TYPES = """
armed_attack         | = ASSAULT/firearms            | ~ 190, 193       | > Armed clash, Attack                             | ~ 2    | & 1, 2, 3
suicide_attack       | = ASSAULT/suicide-attack      | = 1831           | ~ Suicide bomb                                    | ~ 2, 3 | & 1, 2, 3
bombing              | = ASSAULT/explosives          | = 183, 1832, 1833 | = Remote explosive/landmine/IED                  | = 3    | & 1, 2, 3
airstrike            | > ASSAULT/aerial, ASSAULT/drone | = 195          | = Air/drone strike                                | -      | & 1, 3
targeted_killing     | = ASSAULT/targeted            | = 186; ~ 185     | -                                                 | ~ 1    | & 1, 2, 3
shelling             | ~ ASSAULT/heavy-weapons       | = 194            | = Shelling/artillery/missile attack               | ~ 3    | & 1, 2, 3
military_operation   | ~ ASSAULT                     | ~ 190            | -                                                 | -      | & 1
violence_aggregate   | -                             | -                | -                                                 | -      | -
takeover             | ~ COERCE/seize                | ~ 192            | > Non-state actor overtakes territory, Non-violent transfer of territory | - | -
withdrawal           | = RETREAT/withdraw            | ~ 087, 0874      | < Change to group/activity                        | -      | -
border_measure       | ~ COERCE/restrict             | ~ 191            | < Change to group/activity                        | -      | -
shelter              | -                             | -                | -                                                 | -      | -
talks                | = CONSULT                     | = 046            | < Agreement                                       | -      | -
mediation            | = CONSULT/third-party         | = 045            | < Agreement                                       | -      | -
meeting              | = CONSULT/visit               | = 040, 042, 043, 044 | ~ Other                                       | -      | -
offer_talks          | = AGREE                       | = 036, 038, 039  | -                                                 | -      | -
offer_concession     | = CONCEDE                     | ~ 0351, 0353, 0356 | -                                               | -      | -
concession           | ~ CONCEDE                     | -                | -                                                 | -      | -
prisoner_release     | = RETREAT/release             | = 0841           | ~ Agreement                                       | -      | -
demand               | > REQUEST/yield, REQUEST/change, REQUEST/meet | = 1053, 106; < 104 | -                               | -      | -
refusal              | > REJECT/yield, REJECT/change, REJECT/meet | = 12   | -                                              | -      | -
acceptance           | ~ AGREE                       | -                | -                                                 | -      | -
ceasefire            | = RETREAT/ceasefire           | = 0871           | < Agreement                                       | -      | -
agreement            | = SUPPORT                     | = 057            | = Agreement                                       | -      | -
talks_suspension     | = SANCTION/withdraw           | = 164, 165       | -                                                 | -      | -
legal_change         | -                             | -                | -                                                 | -      | -
authorization        | ~ REQUEST, SUPPORT            | ~ 020, 050       | -                                                 | -      | -
designation          | ~ COERCE/restrict, SANCTION/discontinue | ~ 163, 172 | -                                             | -      | -
group_formation      | -                             | -                | < Change to group/activity                        | -      | -
internal_split       | -                             | -                | < Change to group/activity                        | -      | -
leadership_change    | -                             | -                | < Change to group/activity                        | -      | -
organisational_change | -                            | -                | < Change to group/activity                        | -      | -
domestic_crisis      | -                             | -                | -                                                 | -      | -
relations_improved   | > SUPPORT, COOPERATE          | ~ 050, 061       | -                                                 | -      | -
relations_worsened   | -                             | -                | -                                                 | -      | -
material_support     | -                             | -                | -                                                 | -      | -
statement            | -                             | = 010            | -                                                 | -      | -
statement_support    | = SUPPORT                     | = 051, 053       | -                                                 | -      | -
statement_hostile    | > ACCUSE/disapprove, ACCUSE/allege, THREATEN | = 111, 112; > 13 | -                                  | -      | -
statement_denial     | -                             | ~ 016            | -                                                 | -      | -
messaging_campaign   | -                             | -                | -                                                 | -      | -
publication          | -                             | ~ 010, 017       | -                                                 | -      | -
"""

# Term, then PLOVER sector, CAMEO role, ACLED interaction code, STIX identity_class, FollowTheMoney schema.
_ACTOR_TYPES = """
person               | -     | -       | -       | = individual   | = Person
author_team          | -     | -       | -       | < group        | -
unnamed_informants   | -     | -       | -       | < class        | -
delegation           | -     | -       | -       | < group        | -
leadership           | -     | -       | -       | < group        | -
rank_and_file        | -     | -       | -       | < class        | -
armed_network        | < REB | < REB   | < 2     | < group        | < Organization
nonstate_armed_group | ~ REB | > REB, INS, SEP | > 2, 3 | < organization | < Organization
state                | -     | -       | -       | < organization | < PublicBody
government           | = GOV | = GOV   | < 1     | < organization | < PublicBody
state_military       | = MIL | = MIL   | > 1, 8  | < organization | < PublicBody
intelligence_agency  | = SPY | = SPY   | < 1     | < organization | < PublicBody
legislature          | = LEG | = LEG   | -       | < organization | < PublicBody
igo                  | -     | = IGO   | < 8     | < organization | < PublicBody
military_alliance    | -     | < IGO   | < 8     | < organization | < PublicBody
traditional_body     | -     | -       | ~ 4, 7  | < group        | < Organization
media_outlet         | = JRN | = MED   | -       | < organization | < Organization
ethnic_community     | -     | < CVL   | < 7     | < class        | -
population           | -     | < CVL   | < 7     | < class        | -
collective           | -     | -       | -       | < class        | -
unidentified         | ~ UNK | ~ UAF   | ~ 3, 8  | = unknown      | < LegalEntity
"""

_CERTAINTY = """
uncommitted | = U
possible    | = PS
probable    | = PR
certain     | = CT
"""

_CLAIM_RELATIONS = """
supports       | < RA
attacks        | < CA
qualifies      | -
restates       | -
exemplifies    | ~ RA
contrasts_with | -
elaborates     | -
cause_in       | -
effect_in      | -
"""

_DATE_PRECISION = """
1 | = 1
2 | = 2
3 | = 3
4 | = 4
5 | = 5
6 | -
"""

_WHERE_PRECISION = """
1 | = 1
2 | = 2
3 | = 3
4 | = 4
5 | -
6 | -
"""


@dataclass(frozen=True, slots=True)
class TermMapping:
    """One counterpart of a term. ``code`` is None where the scheme has none."""

    vocabulary: str
    term: str
    scheme: str
    position: int
    relation: str
    code: str | None


def _read(vocabulary: str, table: str, *schemes: MappingScheme) -> list[TermMapping]:
    rows = []
    for line in table.strip().splitlines():
        term, *cells = (cell.strip() for cell in line.split("|"))
        for scheme, cell in zip(schemes, cells, strict=True):
            pairs = [
                (_RELATIONS[part[0]], code.strip() or None)
                for part in cell.split("; ")
                for code in part[1:].split(", ")
            ]
            rows += [
                TermMapping(vocabulary, term, scheme.value, position, relation.value, code)
                for position, (relation, code) in enumerate(pairs, start=1)
            ]
    return rows


_EVENT_SCHEMES = (
    MappingScheme.PLOVER,
    MappingScheme.CAMEO,
    MappingScheme.ACLED,
    MappingScheme.GTD,
    MappingScheme.UCDP,
)
_ACTOR_SCHEMES = (
    MappingScheme.PLOVER,
    MappingScheme.CAMEO,
    MappingScheme.ACLED,
    MappingScheme.STIX,
    MappingScheme.FOLLOWTHEMONEY,
)

TERM_MAPPINGS: tuple[TermMapping, ...] = (
    *_read("event_type", _EVENT_TYPES, *_EVENT_SCHEMES),
    *_read("actor_type", _ACTOR_TYPES, *_ACTOR_SCHEMES),
    *_read("certainty", _CERTAINTY, MappingScheme.FACTBANK),
    *_read("claim_relation", _CLAIM_RELATIONS, MappingScheme.AIF),
    *_read("date_precision", _DATE_PRECISION, MappingScheme.UCDP),
    *_read("where_precision", _WHERE_PRECISION, MappingScheme.UCDP),
)
"""Every mapping, term by term in the order of the vocabularies."""
