"""A tiny made-up data package: one row a table, from the columns' own examples, and what a test changes."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ttp_posture import publish
from ttp_posture.forms.text import as_text
from ttp_posture.package import tables

PACKAGE_TOML = """\
[package]
name = "small-package"
version = "0.1.0"
title = "The Quarrel over the Light, as data"
description = "Made up for tests."
date_released = "2026-01-02"
keywords = ["quarrel"]
contact = "nobody"

[[package.licences]]
name = "CC-BY-4.0"
title = "Creative Commons Attribution 4.0 International"
path = "https://creativecommons.org/licenses/by/4.0/"

[[package.contributors]]
title = "A. Keeper"
roles = ["creator"]

[article]
title = "The Quarrel over the Light"
container_title = "The Beacon"
publisher = "Harbour Press"
date_issued = "2019-05-03"
licence = "CC-BY-4.0"

[[article.authors]]
given = "A."
family = "Keeper"

[article.counts]
links = 1
footnotes = 1
images = 0
"""

_PASSAGE = {"superseded_by": None, "note": None}

# What differs from the examples, so that every link leads somewhere.
ROWS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "passages": [
        {"passage_id": "PSG-0020", "sentence": 3},
        {},
        {"passage_id": "PSG-0120", "kind": "note", "stream": "note"},
    ],
    "passage_parts": [{}],
    "places": [
        {"place_id": "khyber-pakhtunkhwa", "place_type": "admin1", "part_of_place_id": None, "name": "KP"},
        {},
        {"place_id": "kabul", "part_of_place_id": None, "latitude": None, "longitude": None},
    ],
    "place_identifiers": [{}],
    "actors": [
        {"actor_id": "authors", "name": "The authors", "actor_type": "author_team", "role": "narrator"},
        {"actor_id": "ttp", "name": "Harbour League", "actor_type": "nonstate_armed_group"},
        {"actor_id": "al-qaeda", "name": "Reef Front", "actor_type": "nonstate_armed_group"},
        {"actor_id": "umar-media", "name": "The Beacon", "actor_type": "media_outlet"},
        {},
    ],
    "actor_names": [{}],
    "actor_identifiers": [{}],
    "sources": [
        {},
        {"source_id": "SRC-0076", "source_type": "author_interview", "position": None, "anchor_text": None},
    ],
    "source_actors": [{}],
    "footnotes": [{}],
    "events": [{}, {"event_id": "EVT-0002", "label": "The long truce", "part_of_event_id": None}],
    "event_actors": [{}],
    "claims": [
        {"claim_id": "CLM-0035", "centrality": "thesis", "parent_claim_id": None, "author_stance": None},
        {"claim_id": "CLM-0001"},
        {"claim_id": "CLM-0002", "centrality": "support", "author_stance": None},
        {"claim_id": "CLM-0003", "status": "withdrawn", "note": None},
    ],
    "claim_holders": [
        {"holder_source_id": None, "certainty_cue": None},
        {
            "position": 2,
            "holder_actor_id": "ttp",
            "holder_source_id": None,
            "attribution_type": "believes",
            "certainty": "probable",
        },
        {"claim_id": "CLM-0002", "holder_source_id": None, "certainty_cue": None},
        {"claim_id": "CLM-0003", "holder_source_id": None, "certainty_cue": None, "status": "withdrawn"},
        {"claim_id": "CLM-0035", "holder_source_id": None, "certainty_cue": None},
    ],
    "claim_actors": [{}, {"actor_id": "al-qaeda", "role": "target"}],
    "claim_events": [{}],
    "claim_evidence": [
        {"footnote_id": None},
        {
            "position": 2,
            "evidence_type": "author_interview",
            "bears_on": "attribution",
            "citation_form": "footnote",
            "source_id": None,
        },
        {"claim_id": "CLM-0002", "evidence_type": "inference", "source_id": None, "footnote_id": None},
        {
            "claim_id": "CLM-0003",
            "evidence_type": "inference",
            "source_id": None,
            "footnote_id": None,
            "status": "withdrawn",
        },
        {"claim_id": "CLM-0035", "evidence_type": "none_stated", "source_id": None, "footnote_id": None},
    ],
    "claim_relations": [{}],
    "actor_relations": [{}],
}


def row(table: str, values: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a row: the columns' examples, no note or successor, and these values."""
    about = tables()[table]
    return {
        column.name: as_text(values[column.name])
        if column.name in values
        else ""
        if column.name in {"note", "superseded_by"}
        else as_text(column.example)
        for column in about.columns
        if not column.is_derived
    }


def cells(table: str) -> list[list[str]]:
    """Header and rows of a table's file in the small package."""
    rows = [row(table, values) for values in ROWS[table]]
    return [list(rows[0]), *(list(values.values()) for values in rows)]


def write_cells(path: Path, lines: Sequence[Sequence[str]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def write_package(folder: Path) -> Path:
    """Write the small package, unbuilt, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.toml").write_text(PACKAGE_TOML, encoding="utf-8", newline="\n")
    for table in ROWS:
        write_cells(folder / f"{table}.csv", cells(table))
    return folder


@cache
def _built_files() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        publish.build(write_package(Path(folder)))
        return contents(Path(folder))


def write_built_package(folder: Path) -> Path:
    """Write the small package, built, into a folder."""
    for name, data in _built_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def edit_cell(path: Path, line: int, column: str, value: str) -> None:
    """Put a value into a cell; the header is line 1."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    lines[line - 1][lines[0].index(column)] = value
    write_cells(path, lines)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
