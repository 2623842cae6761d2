"""Anchors: what each hash covers, that none covers too little, and that copies are found by them."""

import csv
import importlib.util
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ttp_posture.anchors import MINIMUM_TOKENS, part_anchors, passage_anchors, verify
from ttp_posture.segment import Segment, segment
from ttp_posture.wording import digest, normalise

ROOT = Path(__file__).resolve().parents[1]
Rows = list[dict[str, int | str]]


def anchors(text: str) -> tuple[list[str], Rows, Rows]:
    """The tokens of a text and the rows of both tables, with ids P0, P1, and so on."""
    tokens, segments = normalise(text), segment(text)
    ids = [f"P{number}" for number in range(len(segments))]
    passages = [
        {"passage_id": passage_id, **row}
        for passage_id, row in zip(ids, passage_anchors(tokens, segments), strict=True)
    ]
    return tokens, passages, part_anchors(tokens, segments, ids)


def one(tokens: list[str], *parts: tuple[int, int]) -> dict[str, int | str]:
    return passage_anchors(tokens, [Segment(1, 1, 1, "body", parts)])[0]


TOKENS = [f"w{number}" for number in range(40)]


def test_a_long_passage_is_its_own_window() -> None:
    row = one(TOKENS, (3, 26))
    assert row == {
        "token_start": 3,
        "token_count": 26,
        "window_start": 3,
        "window_count": 26,
        "sha256": digest(TOKENS[3:29]),
        "sha256_first": digest(TOKENS[3:15], 32),
        "sha256_last": digest(TOKENS[17:29], 32),
        "shingles": f"{digest(TOKENS[3:15], 16)} {digest(TOKENS[15:27], 16)}",
    }


@pytest.mark.parametrize(
    ("start", "count", "window_start"),
    [(3, 5, 3), (3, 11, 3), (28, 12, 28), (30, 10, 28), (39, 1, 28), (0, 1, 0)],
)
def test_a_short_passage_takes_in_its_neighbours(start: int, count: int, window_start: int) -> None:
    row = one(TOKENS, (start, count))
    window = TOKENS[window_start : window_start + 12]
    assert (row["token_start"], row["token_count"]) == (start, count)
    assert (row["window_start"], row["window_count"]) == (window_start, 12)
    assert row["sha256"] == digest(window)
    assert row["sha256_first"] == row["sha256_last"] == digest(window, 32)
    assert row["shingles"] == digest(window, 16)


def test_a_broken_passage_is_hashed_as_if_unbroken() -> None:
    row = one(TOKENS, (0, 8), (20, 7))
    assert row["sha256"] == digest(TOKENS[:8] + TOKENS[20:27])
    assert (row["token_start"], row["token_count"]) == (row["window_start"], row["window_count"]) == (0, 15)


def test_every_part_has_a_row() -> None:
    segments = [Segment(1, 1, 1, "body", ((0, 8), (20, 14))), Segment(1, 1, 2, "body", ((8, 12),))]
    rows = part_anchors(TOKENS, segments, ["A", "B"])
    assert [(row["passage_id"], row["position"]) for row in rows] == [("A", 1), ("A", 2), ("B", 1)]
    assert [(row["token_start"], row["token_count"]) for row in rows] == [(0, 8), (20, 14), (8, 12)]
    assert [(row["window_start"], row["window_count"]) for row in rows] == [(0, 12), (20, 14), (8, 12)]
    assert [row["sha256"] for row in rows] == [
        digest(TOKENS[:12]),
        digest(TOKENS[20:34]),
        digest(TOKENS[8:20]),
    ]


def test_refusals() -> None:
    with pytest.raises(ValueError, match="11 words"):
        one(TOKENS[:11], (0, 11))
    with pytest.raises(ValueError, match="argument"):
        part_anchors(TOKENS, [Segment(1, 1, 1, "body", ((0, 12),))] * 2, ["A"])


def covered(monkeypatch: pytest.MonkeyPatch, text: str) -> list[int]:
    """The number of tokens under each hash that the anchors of a text are made of."""
    sizes = []

    def watched(tokens: list[str], length: int = 64) -> str:
        sizes.append(len(tokens))
        return digest(tokens, length)

    monkeypatch.setattr("ttp_posture.anchors.digest", watched)
    anchors(text)
    return sizes


def test_no_hash_covers_fewer_tokens(monkeypatch: pytest.MonkeyPatch, lighthouse: str) -> None:
    assert min(covered(monkeypatch, lighthouse)) == MINIMUM_TOKENS == 12


def test_no_hash_of_the_article_covers_fewer_tokens(
    monkeypatch: pytest.MonkeyPatch, article_text: str
) -> None:
    assert min(covered(monkeypatch, article_text)) == MINIMUM_TOKENS


@given(st.lists(st.text("abc.AB\n#", min_size=1, max_size=20), min_size=4))
def test_no_hash_of_any_text_covers_fewer_tokens(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    assume(len(normalise(text)) >= MINIMUM_TOKENS)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert min(covered(monkeypatch, text)) == MINIMUM_TOKENS


# --- verifying ---------------------------------------------------------------------------------------------


def test_a_text_verifies_against_itself(lighthouse: str) -> None:
    tokens, passages, parts = anchors(lighthouse)
    assert verify(tokens, passages, parts) == []


def test_rows_may_come_from_csv(lighthouse: str) -> None:
    tokens, passages, parts = anchors(lighthouse)
    as_text = [
        [{name: str(value) for name, value in row.items()} for row in rows] for rows in (passages, parts)
    ]
    assert verify(tokens, *as_text) == []


def test_position_does_not_matter(lighthouse: str) -> None:
    tokens, passages, parts = anchors(lighthouse)
    assert verify(["a", "page", "header", *tokens, "a", "footer"], passages, parts) == []


def test_a_changed_word_is_found(lighthouse: str) -> None:
    _, passages, parts = anchors(lighthouse)
    changed = lighthouse.replace("trims the wick", "cuts the wick")
    missing = verify(normalise(changed), passages, parts)
    assert (
        missing
        == [f"P{number}" for number, each in enumerate(segment(lighthouse)) if each.stream == "body"][1:2]
    )


def test_a_copy_without_the_captions_has_the_broken_sentence_whole(lighthouse: str) -> None:
    _, passages, parts = anchors(lighthouse)
    long = [number for number, each in enumerate(segment(lighthouse)) if len(each.parts) > 1]
    broken = f"P{next(number for number in long if int(passages[number]['token_count']) >= 15)}"
    start, rest = lighthouse.index("*Image 2"), lighthouse.index("fog was thick")
    assert broken not in verify(normalise(lighthouse[:start] + lighthouse[rest:]), passages, parts)
    without = [row for row in parts if row["passage_id"] != broken]
    assert broken in verify(normalise(lighthouse), passages, without)


def test_a_wrong_hash_is_found(lighthouse: str) -> None:
    tokens, passages, parts = anchors(lighthouse)
    passages[3] = {**passages[3], "sha256": digest(["no", "such", "words"])}
    assert verify(tokens, passages, parts) == ["P3"]


def test_any_changed_word_of_the_article_is_found(article_text: str) -> None:
    tokens, passages, parts = anchors(article_text)
    assert verify(tokens, passages, parts) == []
    for at in random.Random(7).sample(range(len(tokens)), 5):
        changed = [*tokens[:at], "lighthouse", *tokens[at + 1 :]]
        holders = [
            row["passage_id"]
            for row in parts
            if int(row["token_start"]) <= at < int(row["token_start"]) + int(row["token_count"])
        ]
        assert set(holders) <= set(verify(changed, passages, parts))


# --- the script --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = ROOT / "build" / "passages.py"
    spec = importlib.util.spec_from_file_location("build_passages", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


@pytest.fixture
def run(script: ModuleType, lighthouse: str, tmp_path: Path) -> Callable[..., int]:
    """Run the script on the invented article, or on a text of its own, in a directory of its own."""

    def run(*options: str, text: str = lighthouse) -> int:
        article = tmp_path / "article.md"
        article.write_text(text, encoding="utf-8", newline="")
        return int(script.main([str(article), "--dataset", str(tmp_path), *options]))

    return run


def table(directory: Path, name: str = "passages") -> list[dict[str, str]]:
    with (directory / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rewrite(directory: Path, rows: list[dict[str, str]], name: str = "passages") -> None:
    with (directory / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_script_creates_both_tables(run: Callable[..., int], tmp_path: Path) -> None:
    assert run() == 0
    rows = table(tmp_path)
    assert [row["passage_id"] for row in rows] == [f"PSG-{number:04}" for number in range(1, len(rows) + 1)]
    assert {row["status"] for row in rows} == {"active"}
    kinds = {(row["stream"], row["kind"]) for row in rows}
    assert kinds == {
        ("title", "heading"),
        ("heading", "heading"),
        ("byline", "byline"),
        ("byline", "bio"),
        ("notice", "notice"),
        ("body", "claim"),
        ("body", "question"),
        ("caption", "claim"),
        ("note", "note"),
        ("noise", "ocr_noise"),
    }
    assert [row["sentence"] for row in rows if row["kind"] == "question"] == ["6"]
    assert sum(row["kind"] == "bio" for row in rows) == 2
    assert {row["passage_id"] for row in table(tmp_path, "passage_parts")} == {
        row["passage_id"] for row in rows
    }
    assert b"\r" not in (tmp_path / "passages.csv").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "article.md",
        "passage_parts.csv",
        "passages.csv",
    ]


def test_script_is_stable_and_checks(run: Callable[..., int], tmp_path: Path) -> None:
    assert run("--check") == 1
    assert not (tmp_path / "passages.csv").exists()
    assert run() == 0
    before = (tmp_path / "passages.csv").read_bytes()
    assert run("--check") == 0
    assert run() == 0
    assert (tmp_path / "passages.csv").read_bytes() == before


def test_script_carries_over_what_was_coded_by_hand(run: Callable[..., int], tmp_path: Path) -> None:
    run()
    rows = table(tmp_path)
    rows[8] |= {
        "section_label": "opening",
        "kind": "signpost",
        "note": "a note, with a comma",
        "token_start": "0",
    }
    rewrite(tmp_path, rows)
    assert run("--check") == 1
    assert run() == 0
    again = table(tmp_path)[8]
    assert again["token_start"] != "0"
    assert {name: again[name] for name in ("section_label", "kind", "note")} == {
        "section_label": "opening",
        "kind": "signpost",
        "note": "a note, with a comma",
    }


def test_script_gives_new_passages_new_ids(run: Callable[..., int], tmp_path: Path, lighthouse: str) -> None:
    run()
    before = [(row["passage_id"], row["sha256"]) for row in table(tmp_path)]
    new = "Nobody now living on the island remembers what the old lamp looked like at night. "
    assert run(text=lighthouse.replace("This contradiction", new + "This contradiction")) == 0
    *after, added = table(tmp_path)
    assert [(row["passage_id"], row["sha256"]) for row in after] == before
    assert (added["section"], added["paragraph"], added["sentence"]) == ("1", "1", "3")


def test_script_falls_back_on_position(run: Callable[..., int], tmp_path: Path) -> None:
    run()
    rows = table(tmp_path)
    rewrite(tmp_path, [row | {"sha256": "0" * 64} for row in rows])
    assert run() == 0
    assert table(tmp_path) == rows


def test_script_refuses_what_it_cannot_match(
    run: Callable[..., int], tmp_path: Path, lighthouse: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = (tmp_path / "passages.csv").read_bytes()
    lost = next(
        row["passage_id"] for row in table(tmp_path) if row["stream"] == "body" and row["sentence"] == "2"
    )
    capsys.readouterr()
    assert run(text=lighthouse.replace("trims the wick", "trims and cuts the wick")) == 2
    assert (tmp_path / "passages.csv").read_bytes() == before
    message = capsys.readouterr().err
    assert lost in message
    assert message.count("\n") == 1


def test_script_keeps_retired_rows(run: Callable[..., int], tmp_path: Path) -> None:
    run()
    rows, parts = table(tmp_path), table(tmp_path, "passage_parts")
    old = rows[0] | {"passage_id": "PSG-0099", "status": "withdrawn", "sha256": "0" * 64}
    old_part = parts[0] | {"passage_id": "PSG-0099", "status": "withdrawn", "sha256": "0" * 64}
    rewrite(tmp_path, [*rows, old])
    rewrite(tmp_path, [*parts, old_part], "passage_parts")
    assert run("--check") == 0
    assert run() == 0
    assert table(tmp_path)[-1] == old


@pytest.mark.parametrize("text", ["", "Too few words."])
def test_script_refuses_a_bad_article(
    run: Callable[..., int], tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(text=text) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "passages.csv").exists()


def test_script_refuses_other_columns(run: Callable[..., int], tmp_path: Path) -> None:
    (tmp_path / "passages.csv").write_text("passage_id\n", encoding="utf-8")
    assert run() == 2


def test_committed_tables_are_what_the_article_gives(script: ModuleType, article_path: Path) -> None:
    assert script.main([str(article_path), "--check"]) == 0


def test_committed_tables_verify(article_text: str) -> None:
    dataset = ROOT / "dataset"
    assert verify(normalise(article_text), table(dataset), table(dataset, "passage_parts")) == []


def test_no_committed_hash_covers_fewer_tokens() -> None:
    for name in ("passages", "passage_parts"):
        assert min(int(row["window_count"]) for row in table(ROOT / "dataset", name)) >= MINIMUM_TOKENS
