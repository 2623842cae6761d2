"""An article in Markdown, split into its sentences, headings, captions and notes.

Blank lines divide the text into blocks, and each block is told by how it begins: `#` a heading, `Image 1:`
a caption, `<sup>1</sup>` a note, a copyright sign a notice; what stands between the title and the first
running text is byline. A block of body text that stops in mid-sentence goes on in the next such block,
past any caption or noise between them, since pages break there.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from ttp_posture.wording import Token, normalise, strip_markup, tokenise

__all__ = ["ArticleError", "Segment", "Stream", "read_article", "segment"]

Stream = Literal["title", "byline", "notice", "heading", "body", "caption", "note", "noise"]


class ArticleError(ValueError):
    """An article that cannot be read or holds no words; the message is one line."""


@dataclass(frozen=True)
class Segment:
    """One sentence, heading, caption sentence, note or the like.

    `section` counts headings: 0 is what stands before the body, 1 the text before the first heading.
    `paragraph` and `sentence` count from 1, paragraphs by stream within their section: a caption does not
    change the number of the paragraph after it. `parts` are (token_start, token_count) into the tokens
    of the whole file, one for each block that the sentence runs through.
    """

    section: int
    paragraph: int
    sentence: int
    stream: Stream
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Block:
    """A stretch of the file between blank lines; `start` and `end` are character offsets."""

    start: int
    end: int
    stream: Stream
    section: int


def read_article(path: Path) -> str:
    """Give the text of an article's file, which is UTF-8 and holds words.

    Raises:
        ArticleError: the file is missing or unreadable, is not UTF-8, or holds no words.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ArticleError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{path} is not UTF-8 text: byte 0x{error.object[error.start]:02x} at offset {error.start}; "
            "expected the article in Markdown"
        ) from error
    if not tokenise(text):
        raise ArticleError(f"{path} holds no words; expected the article in Markdown")
    return text


def segment(text: str) -> list[Segment]:
    r"""Split an article into segments, in file order; every token of the file is in exactly one part.

    >>> [(s.section, s.stream, s.parts) for s in segment("# Fog\n\nIt fell. The U.S. ship\n\nsank.")]
    [(0, 'title', ((0, 1),)), (1, 'body', ((1, 2),)), (1, 'body', ((3, 4), (7, 1)))]

    Raises:
        ArticleError: `text` holds no words.
    """
    tokens = tokenise(text)
    if not tokens:
        raise ArticleError("the text holds no words; expected an article in Markdown")
    segments: list[Segment] = []
    paragraphs: Counter[tuple[int, Stream]] = Counter()
    for blocks in _paragraphs(text, _blocks(text)):
        section, stream = blocks[0].section, blocks[0].stream
        sentences = _sentences(text, blocks, tokens)
        # None are left of a block whose only word began before it, with a hyphen.
        paragraphs[section, stream] += bool(sentences)
        segments += (
            Segment(section, paragraphs[section, stream], number, stream, parts)
            for number, parts in enumerate(sentences, 1)
        )
    return sorted(segments, key=lambda each: each.parts)


# --- blocks ---------------------------------------------------------------------------------------------

_EMPHASIS = r"[*_]{0,3}"
_HEADING = re.compile(r"#{1,6}\s")
_NOTE = re.compile(r"<sup>[0-9]+</sup>\s*\S")
_LABEL = (
    r"(?:images?|figures?|figs?\.|photo(?:graph)?s?|maps?|tables?|charts?)"
    r"\s+[0-9]+(?:(?:\s*[-\u2013&,]\s*|\s+and\s+)[0-9]+)*"
)
_CAPTION = re.compile(rf"{_EMPHASIS}{_LABEL}\s*[:.]{_EMPHASIS}\s", re.IGNORECASE)
_NOTICE = re.compile(rf"{_EMPHASIS}(?:\u00a9|\(c\)\s|copyright\b)", re.IGNORECASE)
_BYLINE = re.compile(rf"{_EMPHASIS}by{_EMPHASIS}\s", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r",|&|\|\||\band\b")
_LINKS_ONLY = re.compile(r"(?:\[[^\[\]]*\]\([^()]*\)|[^\w\[\]])+")
_DIVIDED: frozenset[Stream] = frozenset({"body", "byline", "caption", "notice"})  # into sentences
_SHORT = 12  # tokens; a line before the body this short, and no sentence, is a date or an affiliation


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the offsets of each run of lines between blank lines; headings and notes need no blank line."""
    start, end, at = None, 0, 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        heading = _HEADING.match(words)
        if start is not None and (not words or heading or _NOTE.match(words)):
            yield start, end
            start = None
        at += len(line)
        if words:
            start = at - len(line) if start is None else start
            end = at
        if heading:
            yield at - len(line), end
            start = None
    if start is not None:
        yield start, end


def _blocks(text: str) -> Iterator[_Block]:
    """Tell the blocks of the file apart, leaving out those without words, such as rules."""
    usual = "".join(script for script, _ in _scripts(text).most_common(1))
    names: list[list[str]] = []
    section = 0
    first = True
    for start, end in _stretches(text):
        block = text[start:end].strip()
        tokens = normalise(block)
        if not tokens:
            continue
        stream: Stream = "body"
        if _HEADING.match(block):
            stream = "title" if first and block.startswith("# ") else "heading"
        elif _NOTE.match(block):
            stream = "note"
        elif _CAPTION.match(block):
            stream = "caption"
        elif _NOTICE.match(block):
            stream = "notice"
        elif not _mostly(usual, block):
            stream = "noise"
        elif section == 0 and _is_byline(block, tokens, names):
            stream = "byline"
            if _BYLINE.match(block):
                names = _names(block)
        if stream == "heading" or (stream == "body" and section == 0):
            section += 1
        first = False
        yield _Block(start, end, stream, section)


def _names(byline: str) -> list[list[str]]:
    """Give the tokens of each name in a byline: two words or more, none of them a number."""
    parts = map(normalise, _BETWEEN_NAMES.split(_BYLINE.sub("", byline, count=1)))
    return [name for name in parts if len(name) > 1 and "".join(name).isalpha()]


def _is_byline(block: str, tokens: list[str], names: list[list[str]]) -> bool:
    """Tell whether a block before the body is about who wrote the article, and when."""
    return bool(
        _BYLINE.match(block)
        or _LINKS_ONLY.fullmatch(block)
        or any(tokens[: len(name)] == name for name in names)
        or (len(tokens) <= _SHORT and not re.search(r"[.?!\u2026]", block))
    )


def _scripts(text: str) -> Counter[str]:
    """Count letters by script, the first word of a letter's Unicode name."""
    return Counter(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())


def _mostly(script: str, block: str) -> bool:
    """Tell whether most letters of a block are of a script; a page number has none and is not."""
    scripts = _scripts(block)
    return scripts[script] * 2 > scripts.total()


# --- paragraphs -----------------------------------------------------------------------------------------


def _paragraphs(text: str, blocks: Iterator[_Block]) -> Iterator[list[_Block]]:
    """Join the blocks of a paragraph that a page, a caption or noise interrupts."""
    unfinished: list[_Block] = []
    for block in blocks:
        if block.stream == "body" and unfinished and _goes_on(text, unfinished[-1], block):
            unfinished.append(block)
            continue
        if unfinished and block.stream in {"body", "heading"}:
            yield unfinished
            unfinished = []
        if block.stream == "body":
            unfinished = [block]
        else:
            yield [block]
    if unfinished:
        yield unfinished


def _goes_on(text: str, block: _Block, following: _Block) -> bool:
    """Tell whether a block stops in mid-sentence; one that ends in a colon may introduce what follows."""
    before, after = _bare(text[block.start : block.end]), _bare(text[following.start : following.end])
    if before.endswith(":") and _opens(after, 0):
        return False
    return len(before) + 1 not in _starts(f"{before} {after}")


def _bare(text: str) -> str:
    """Give a text without markup and without white space around it."""
    return strip_markup(text)[0].strip()


# --- sentences ------------------------------------------------------------------------------------------

_CLOSERS = "[\"'\u201d\u2019\u00bb)\\]*_]*"
_STOP = re.compile(rf"(?<![.?!\u2026])(?P<stop>[.?!\u2026]++){_CLOSERS}\s+")
# How a sentence may open: a capital or a number, in quotation marks or not, or the capital of `al-Noor`.
_OPENING = re.compile(
    "[\"'\u201c\u2018\u00ab(\\[*_]*(?P<word>(?P<first>[^\\W_])(?:[^\\W_]{0,2}[-'\u2019](?P<second>[^\\W_]))?[^\\W_]*)"
)
_WORD_BEFORE = re.compile('[^\\s"\u201c\u2018(\\[*_]*$')
_LONGEST_WORD = 20  # characters; no abbreviation is as long


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With a full stop: a name follows these, a number follows the next, and no sentence ends with the third.
_TITLES = _words(
    "Adm Brig Capt Col Dr Fr Gen Gov Hon Lt Maj Messrs Mr Mrs Ms Mt Pres Prof Rep Rev Sen Sgt St"
)
_BEFORE_NUMBERS = _words("art c ca ch fig figs no nos p para pp sec vol vols")
_NEVER_LAST = _words("approx cf e.g eg i.e ie viz vs")
# These, initials and letters with stops between them (U.S.) end one only before a word that begins many.
_SELDOM_LAST = _words(
    "al apr aug bros co corp dec dept ed eds est etc feb inc jan jr jul jun ltd mar nov oct sep sept sr"
)
_NUMBERING = re.compile(rf"[0-9]+|{_LABEL}", re.IGNORECASE)  # `1.` or `Image 1.` before a sentence
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BEGINNERS = _words(
    "a according after all although among an and another any as at because before beyond both but by despite "
    "during each even every finally first following for from furthermore given he her here his how however "
    "if in indeed instead it its last later many meanwhile more moreover most nevertheless no not notably "
    "now on once one only other others our over second several she similarly since so some still such that "
    "the their then there therefore these they third this those though three through thus to today two under "
    "until we what when where whether which while who why with without yet you"
)


def _sentences(
    text: str, blocks: Sequence[_Block], tokens: Sequence[Token]
) -> list[tuple[tuple[int, int], ...]]:
    """Give the parts of each sentence of a paragraph, as (token_start, token_count)."""
    letters, offsets = "", []
    for block in blocks:
        kept, origins = strip_markup(text[block.start : block.end])
        letters += kept + "\n"
        offsets += [block.start + origin for origin in origins] + [block.end]
    starts = [offsets[start] for start in _starts(letters)] if blocks[0].stream in _DIVIDED else []
    sentences: dict[int, list[tuple[int, int]]] = {}
    for block in blocks:
        first, last = (bisect_left(tokens, at, key=_start) for at in (block.start, block.end))
        for number, part in groupby(range(first, last), lambda at: bisect_right(starts, tokens[at].start)):
            places = list(part)
            sentences.setdefault(number, []).append((places[0], len(places)))
    return [tuple(parts) for parts in sentences.values()]


def _start(token: Token) -> int:
    return token.start


def _starts(text: str) -> list[int]:
    """Give where sentences start in a text without markup, after the first."""
    starts: list[int] = []
    for stop in _STOP.finditer(text):
        begun = starts[-1] if starts else 0
        if _opens(text, stop.end()) and _ends(text, begun, stop):
            starts.append(stop.end())
    return starts


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence may open at this place."""
    opening = _OPENING.match(text, at)
    if not opening:
        return False
    return not opening["first"].islower() or (opening["second"] or "").isupper()


def _ends(text: str, begun: int, stop: re.Match[str]) -> bool:
    """Tell whether the stop ends the sentence that has begun, rather than an abbreviation."""
    if stop["stop"] != ".":
        return True
    word = _WORD_BEFORE.findall(text[max(begun, stop.start() - _LONGEST_WORD) : stop.start()])[0]
    following = _OPENING.match(text, stop.end())
    after = following["word"].casefold() if following else ""
    if word in _TITLES or word.casefold() in _NEVER_LAST:
        return False
    if word.casefold() in _BEFORE_NUMBERS and after[:1].isdigit():
        return False
    if word.casefold() in _SELDOM_LAST or _INITIALS.fullmatch(word):
        return after in _BEGINNERS
    return not _NUMBERING.fullmatch(text[begun : stop.start()].strip("*_ \n"))
