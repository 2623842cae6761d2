"""Where the passages of an article stand, as positions and hashes that give away none of its words.

A hash covers a window of the file's tokens: the passage itself or, if that is short, the passage and
its neighbours. Whoever has the article finds each passage in it; nobody else learns a word.
"""

from collections.abc import Iterable, Mapping, Sequence

from ttp_posture.segment import Segment
from ttp_posture.wording import digest

__all__ = ["MINIMUM_TOKENS", "part_anchors", "passage_anchors", "verify"]

MINIMUM_TOKENS = 12
"""The fewest tokens that a published hash covers.

An article uses about a thousand different words, so the hash of a few of them is found by trying them
all; and windows that move on by one word at a time would give each next word away once one was known.
"""

_EDGE_DIGITS = 32
_SHINGLE_DIGITS = 16


def passage_anchors(tokens: Sequence[str], segments: Sequence[Segment]) -> list[dict[str, int | str]]:
    """Give the anchor columns of each segment, in order; `tokens` are those of the whole file.

    A passage of `MINIMUM_TOKENS` or more is hashed by its own tokens, joined over a page break or
    caption, so that a copy in which it is unbroken matches too; `window_start` and `window_count` are
    then its `token_start` and `token_count`, the latter summed over its parts.

    Raises:
        ValueError: the file has fewer tokens than one window.
    """
    return [_passage(tokens, segment) for segment in segments]


def _passage(tokens: Sequence[str], segment: Segment) -> dict[str, int | str]:
    start = segment.parts[0][0]
    own = [token for at, count in segment.parts for token in tokens[at : at + count]]
    window_start, window = (start, own) if len(own) >= MINIMUM_TOKENS else _window(tokens, start)
    whole = range(0, len(window) - MINIMUM_TOKENS + 1, MINIMUM_TOKENS)
    return {
        "token_start": start,
        "token_count": len(own),
        "window_start": window_start,
        "window_count": len(window),
        "sha256": digest(window),
        "sha256_first": digest(window[:MINIMUM_TOKENS], _EDGE_DIGITS),
        "sha256_last": digest(window[-MINIMUM_TOKENS:], _EDGE_DIGITS),
        "shingles": " ".join(digest(window[at : at + MINIMUM_TOKENS], _SHINGLE_DIGITS) for at in whole),
    }


def part_anchors(
    tokens: Sequence[str], segments: Sequence[Segment], passage_ids: Sequence[str]
) -> list[dict[str, int | str]]:
    """Give a row for each part of each segment, one part or many, with the segment's passage id.

    Raises:
        ValueError: the file has fewer tokens than one window, or segments and ids differ in number.
    """
    rows: list[dict[str, int | str]] = []
    for passage_id, segment in zip(passage_ids, segments, strict=True):
        for position, (start, count) in enumerate(segment.parts, 1):
            own = tokens[start : start + count]
            window_start, window = (start, own) if count >= MINIMUM_TOKENS else _window(tokens, start)
            rows.append(
                {
                    "passage_id": passage_id,
                    "position": position,
                    "token_start": start,
                    "token_count": count,
                    "window_start": window_start,
                    "window_count": len(window),
                    "sha256": digest(window),
                }
            )
    return rows


def _window(tokens: Sequence[str], start: int) -> tuple[int, Sequence[str]]:
    """Give the shortest window from `start` on, or the file's last one, and where it starts."""
    start = min(start, len(tokens) - MINIMUM_TOKENS)
    if start < 0:
        raise ValueError(f"the text has {len(tokens)} words; an anchor needs at least {MINIMUM_TOKENS}")
    return start, tokens[start : start + MINIMUM_TOKENS]


def verify(
    tokens: Sequence[str], passages: Iterable[Mapping[str, object]], parts: Iterable[Mapping[str, object]]
) -> list[str]:
    """Give the ids of passages that a text does not hold word for word, in the order of `passages`.

    The text may be another copy of the article: a passage may stand anywhere in it. It is there if its
    own hash is found or, where it has several parts, if the hash of every part is. Rows hold the columns
    of the tables `passages` and `passage_parts`, numbers as numbers or as text.
    """
    passages, parts = list(passages), list(parts)
    sizes = {int(str(row["window_count"])) for row in (*passages, *parts)}
    held = {digest(tokens[at : at + size]) for size in sizes for at in range(len(tokens) - size + 1)}
    found_parts: dict[str, list[bool]] = {}
    for row in parts:
        found_parts.setdefault(str(row["passage_id"]), []).append(row["sha256"] in held)
    missing = []
    for row in passages:
        passage_id = str(row["passage_id"])
        found = found_parts.get(passage_id, [])
        if row["sha256"] not in held and not (len(found) > 1 and all(found)):
            missing.append(passage_id)
    return missing
