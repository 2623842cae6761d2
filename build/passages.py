"""Compute the tables `passages` and `passage_parts` from a copy of the article: positions and hashes only.

    python build/passages.py ARTICLE [--check]

What was coded by hand (labels, kinds, notes, statuses) is carried over from the tables as they stand;
a row that the article no longer matches stops the work. `--check` writes nothing and exits 1 if the
tables would change.
"""

import argparse
import csv
import io
import sys
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "schemas"))

from ttp_posture.anchors import part_anchors, passage_anchors  # noqa: E402
from ttp_posture.package import tables  # noqa: E402
from ttp_posture.segment import Segment, Stream, read_article, segment  # noqa: E402
from ttp_posture.wording import Token, strip_markup, tokenise  # noqa: E402

Row = dict[str, str]

PASSAGES = tables()["passages"].column_names
PARTS = tables()["passage_parts"].column_names
BY_HAND = ("section_label", "kind", "note", "status", "superseded_by")
KINDS: dict[Stream, str] = {
    "title": "heading",
    "heading": "heading",
    "byline": "byline",
    "notice": "notice",
    "note": "note",
    "noise": "ocr_noise",
}
CLOSERS = "\"'\u201d\u2019)]*_"


class PassagesError(ValueError):
    """Tables that cannot be brought up to date; the message is one line."""


def compute(text: str, passages: Sequence[Row], parts: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Give both tables anew, with what `passages` holds by hand; rows no longer active stay as they are."""
    tokens = tokenise(text)
    words = [token.text for token in tokens]
    segments = segment(text)
    anchors = passage_anchors(words, segments)
    kinds = [kind(each, end) for each, end in zip(segments, endings(text, tokens, segments), strict=True)]
    known = match([row for row in passages if row["status"] == "active"], anchors)
    numbers = count(1 + max((int(row["passage_id"].rpartition("-")[2]) for row in passages), default=0))
    rows = []
    for at, each in enumerate(segments):
        computed = {name: getattr(each, name) for name in ("section", "paragraph", "sentence", "stream")}
        by_hand = known.get(at) or {
            **dict.fromkeys(BY_HAND, ""),
            "passage_id": f"PSG-{next(numbers):04}",
            "kind": kinds[at],
            "status": "active",
        }
        rows.append(as_text(by_hand | computed | anchors[at]))
    new = part_anchors(words, segments, [row["passage_id"] for row in rows])
    retired = [row for row in passages if row["status"] != "active"]
    ids = {row["passage_id"] for row in retired}
    rows += retired
    new_parts = [as_text(part | {"status": "active"}) for part in new]
    new_parts += [row for row in parts if row["passage_id"] in ids]
    rows.sort(key=lambda row: row["passage_id"])
    new_parts.sort(key=lambda row: (row["passage_id"], int(row["position"])))
    return rows, new_parts


def as_text(row: Mapping[str, object]) -> Row:
    return {name: str(value) for name, value in row.items()}


def match(rows: Sequence[Row], anchors: Sequence[Mapping[str, int | str]]) -> dict[int, Row]:
    """Give the existing row of each segment that has one, by hash or else by position in order."""
    waiting: defaultdict[object, deque[Row]] = defaultdict(deque)
    for row in rows:
        waiting[row["sha256"]].append(row)
    known = {
        at: waiting[each["sha256"]].popleft() for at, each in enumerate(anchors) if waiting[each["sha256"]]
    }
    lost = [row["passage_id"] for left in waiting.values() for row in left]
    if not lost:
        return known
    if [row["token_count"] for row in rows] == [str(each["token_count"]) for each in anchors]:
        return dict(enumerate(rows))
    raise PassagesError(
        f"the article has no passage that matches {', '.join(sorted(lost))}; nothing was written"
    )


def kind(each: Segment, end: str) -> str:
    """Guess the kind of a new passage from its stream and from how it ends."""
    if each.stream == "byline" and end == ".":
        return "bio"
    return KINDS.get(each.stream) or ("question" if end == "?" else "claim")


def endings(text: str, tokens: Sequence[Token], segments: Sequence[Segment]) -> list[str]:
    """Give the character that follows the last word of each segment, quotation marks and the like apart."""
    plain, offsets = strip_markup(text)
    ends = (tokens[each.parts[-1][0] + each.parts[-1][1] - 1].end for each in segments)
    return [plain[bisect_left(offsets, end) :][:9].lstrip(CLOSERS)[:1] for end in ends]


def read(path: Path, columns: Sequence[str]) -> list[Row]:
    """Read a table; a missing one is empty."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    if list(reader.fieldnames or []) != list(columns):
        raise PassagesError(f"{path} has the columns {reader.fieldnames}; expected {list(columns)}")
    return rows


def render(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """Give a table as the bytes of its file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("article", type=Path, help="a copy of the article, in Markdown")
    parser.add_argument("--dataset", type=Path, default=ROOT / "dataset", help="where the tables are")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if the tables would change"
    )
    options = parser.parse_args(arguments)
    paths = options.dataset / "passages.csv", options.dataset / "passage_parts.csv"
    try:
        tables = compute(read_article(options.article), read(paths[0], PASSAGES), read(paths[1], PARTS))
        files = dict(zip(paths, map(render, tables, (PASSAGES, PARTS)), strict=True))
        changed = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
        if options.check:
            for path in changed:
                print(f"{path.name} differs from what the article gives", file=sys.stderr)
            return int(bool(changed))
        new = {path: path.with_name(path.name + ".new") for path in changed}
        for path, beside in new.items():
            beside.write_bytes(files[path])
        for path, beside in new.items():
            beside.replace(path)
    except (ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"{len(tables[0])} passages, {len(tables[1])} parts; {len(changed)} files written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
