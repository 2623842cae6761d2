"""The tables beside the article, for whoever holds a copy; and that no wording of it is in the project."""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ttp_posture as tp
from ttp_posture import anchors
from ttp_posture.segment import segment
from ttp_posture.vocabularies import CertaintyCue
from ttp_posture.wording import ArticleIndex, normalise, shared_runs, strip_markup, tokenise

ROOT = Path(__file__).parents[1]

# What a cue looks like in the text. Forms (question, demand, ...) have no word of their own.
CUES = {
    "likely": r"\blikely\b",
    "unlikely": r"\bunlikely\b",
    "seem": r"\bseem(s|ed)?\b",
    "appear": r"\bappears?\b",
    "suggest": r"\bsuggest",
    "indicate": r"\bindicate",
    "indicative": r"\bindicat(ive|or)\b",
    "may": r"\bm(ay|ight)\b",
    "could": r"\bcould\b",
    "possible": r"\bpossibl[ey]\b|\bpotential",
    "perhaps": r"\bperhaps\b",
    "risk": r"\brisks?\b",
    "no_doubt": r"\bclearly\b|\bcertainly\b|\bevident\b|\bapparent\b|\bdemonstrated\b|\bshown?\b|points to",
}
FORMS = {"question", "condition", "purpose", "demand", "offer"}


def rows(table: str) -> list[dict[str, Any]]:
    return tp.load(table, backend="arrow").to_pylist()


@pytest.fixture(scope="module")
def words(article_text: str) -> dict[str, str]:
    """The words of each passage, as printed."""
    tokens = tokenise(article_text)
    found = defaultdict(list)
    for part in rows("passage_parts"):
        first = tokens[part["token_start"]]
        last = tokens[part["token_start"] + part["token_count"] - 1]
        found[part["passage_id"]].append(article_text[first.start : last.end + 4])
    return {
        passage: re.sub(r"\s+", " ", strip_markup(" ".join(parts))[0]).replace("’", "'").replace("*", "")
        for passage, parts in found.items()
    }


def test_every_passage_is_found_in_the_article(article_text: str) -> None:
    tokens = [token.text for token in tokenise(article_text)]
    assert anchors.verify(tokens, rows("passages"), rows("passage_parts")) == []


def test_the_passages_are_the_sentences_of_the_article(article_text: str) -> None:
    def place(row: Any) -> tuple[Any, ...]:
        return (row["section"], row["stream"], row["paragraph"], row["sentence"])

    sentences = [(s.section, str(s.stream), s.paragraph, s.sentence) for s in segment(article_text)]
    assert sentences == [place(row) for row in rows("passages")]


def test_the_links_stand_in_their_passages_in_order(article_text: str) -> None:
    printed = [
        anchor
        for anchor in re.findall(r"\[([^\]]+)\]\(#\)", article_text)
        if anchor not in {"Full Bio", "Follow"}
    ]
    links = [row for row in rows("sources") if row["source_type"] == "in_text_link"]
    assert printed == [row["anchor_text"] for row in links]


def test_anchors_and_names_stand_in_their_passages(words: dict[str, str]) -> None:
    def is_in(text: str, passage: str) -> bool:
        return " ".join(normalise(text)) in " ".join(normalise(words[passage]))

    links = [row for row in rows("sources") if row["anchor_text"]]
    assert [row["source_id"] for row in links if not is_in(row["anchor_text"], row["passage_id"])] == []
    assert [row["name"] for row in rows("actor_names") if not is_in(row["name"], row["passage_id"])] == []


def test_every_footnote_is_called_in_its_passage(article_text: str) -> None:
    body, _, notes = article_text.rpartition("\n---\n")
    assert re.findall(r"<sup>([0-9]+)</sup>", body) == [str(row["number"]) for row in rows("footnotes")]
    assert re.findall(r"<sup>([0-9]+)</sup>", notes) == [str(row["number"]) for row in rows("footnotes")]


def test_every_image_is_there(article_text: str) -> None:
    captions = re.findall(r"^\*?Image ([0-9]+):", article_text, re.MULTILINE)
    images = [row for row in rows("sources") if row["source_type"] == "image"]
    assert captions == [str(row["position"]) for row in images]


def test_every_cue_coded_is_in_the_sentence(words: dict[str, str]) -> None:
    assert set(CUES) | FORMS == {cue.value for cue in CertaintyCue}
    passage_of = {row["claim_id"]: row["passage_id"] for row in rows("claims")}
    missing = [
        (row["claim_id"], row["certainty_cue"])
        for row in rows("claim_holders")
        if row["certainty_cue"] in CUES
        and not re.search(CUES[row["certainty_cue"]], words[passage_of[row["claim_id"]]], re.IGNORECASE)
    ]
    assert missing == []


def test_every_hedge_in_the_article_is_coded_or_explained(words: dict[str, str]) -> None:
    """Each hedging word stands in a sentence of which some claim has that cue, or that is listed here."""
    explained = {
        # A person or body that indicates or suggests is speech (rule C3).
        ("PSG-0010", "indicate"),
        ("PSG-0100", "indicate"),
        # The fact is asserted by itself; what indicates it supports it.
        ("PSG-0019", "indicate"),
        # The reports that suggest it are the holder (rule C3).
        ("PSG-0062", "suggest"),
        # What Pakistan's position made possible, an ability (rule C4).
        ("PSG-0029", "could"),
        # A risk that was taken.
        ("PSG-0113", "risk"),
        # It seems unlikely: two cues of one degree.
        ("PSG-0115", "seem"),
    }
    passage_of = {row["claim_id"]: row["passage_id"] for row in rows("claims")}
    coded = {(passage_of[row["claim_id"]], row["certainty_cue"]) for row in rows("claim_holders")}
    hedges = {name: pattern for name, pattern in CUES.items() if name != "no_doubt"}
    found = {
        (passage, name)
        for passage, text in words.items()
        for name, pattern in hedges.items()
        if re.search(pattern, re.sub(r"\bMay\b(?= 2022|-)", "", text), re.IGNORECASE)
        and passage in set(passage_of.values())
    }
    assert found - coded - explained == set()
    assert explained <= found


def _tracked() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path.suffix not in {".parquet", ".png"}:
            yield path


def test_no_run_of_seven_words_is_shared_with_the_article(article_text: str) -> None:
    """Titles and names apart, which stand in allowed_wording.txt."""
    allowed = [
        tuple(normalise(line))
        for line in (ROOT / "tests/allowed_wording.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    index = ArticleIndex(article_text)
    shared = {
        f"{path.relative_to(ROOT)}:{number}": runs
        for path in _tracked()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (runs := shared_runs(line, index, allowed=allowed))
    }
    assert shared == {}
