"""The words of a text, normalised so that any copy of it yields the same ones, and what two texts share.

Nine steps, in this order: footnote marks, Markdown links and autolinks are dropped (a link leaves its
text); compatibility forms are made plain (NFKC); dashes become spaces and invisible characters nothing;
a hyphen between two word characters goes, with the white space after it, so that a word broken at the
end of a line is whole again; apostrophes and primes go; case and accents go; what remains as runs of
letters and digits are the tokens.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

__all__ = [
    "NORMALISER_VERSION",
    "ArticleIndex",
    "Token",
    "digest",
    "normalise",
    "shared_runs",
    "strip_markup",
    "tokenise",
]

NORMALISER_VERSION = "1"
"""Changes whenever `tokenise` gives other tokens for the same text: hashes made before no longer match."""

_MARKUP = re.compile(
    r"<sup>[0-9]+</sup>"
    r"|<https?://[^<>\s]*>"
    # A link or image: one level of brackets in its text and of parentheses in its target.
    r"|!?\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)"
)
# U+2011 and the wide and small forms become one of these two under NFKC.
_JOINING_HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010]\s*(?=[^\W_])")
# Quotation marks that serve as apostrophes, accents typed for them, primes, and the modifier letters
# of transliteration: letters to Unicode, yet left out by most copies.
_APOSTROPHES = frozenset("'`\u2018\u2019\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8")
# NFKC would make a space of the accent; dashes become one here, before hyphens look at what follows them.
_STAND_INS = {"\u00b4": "'", "\u2013": " ", "\u2014": " ", "\u2015": " "}
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[^\\S\\n]*\\n)")


@dataclass(frozen=True)
class Token:
    """One normalised word; `start` and `end` are character offsets into the text it was found in."""

    text: str
    start: int
    end: int


def strip_markup(text: str) -> tuple[str, list[int]]:
    """Drop footnote marks, autolinks and the syntax of links; give the rest and each character's offset.

    >>> strip_markup("a [b](#).<sup>1</sup>")
    ('a b.', [0, 1, 3, 8])
    """
    offsets = list(_kept(text, 0, len(text)))
    return "".join(text[offset] for offset in offsets), offsets


def _kept(text: str, start: int, end: int) -> Iterator[int]:
    """Give the offsets that survive, in order; the text of a link may hold markup of its own."""
    for match in _MARKUP.finditer(text, start, end):
        yield from range(start, match.start())
        if match["text"] is not None:
            yield from _kept(text, *match.span("text"))
        start = match.end()
    yield from range(start, end)


def tokenise(text: str) -> list[Token]:
    """Give the normalised words of `text` with their places in it.

    A token's slice of the text normalises to the token itself, unless a link begins or ends inside
    the word.

    >>> [token.text for token in tokenise("The [keeper](#)\u2019s co-\\noperation")]
    ['the', 'keepers', 'cooperation']
    """
    plain, offsets = _plain(text)
    joints = {at for match in _JOINING_HYPHEN.finditer(plain) for at in range(*match.span())}
    tokens: list[Token] = []
    word = ""
    start = end = 0
    for at, character in enumerate(plain):
        if at in joints or character in _APOSTROPHES:
            continue
        if character.isalnum():
            if not word:
                start = offsets[at]
            word += _fold(character)
            end = offsets[at] + 1
        elif word:
            tokens.append(Token(word, start, end))
            word = ""
    if word:
        tokens.append(Token(word, start, end))
    return tokens


def normalise(text: str) -> list[str]:
    """Give the normalised words of `text`.

    >>> normalise("\u201cShari\u2019a\u201d \u2013 caf\u00e9s")
    ['sharia', 'cafes']
    """
    return [token.text for token in tokenise(text)]


def digest(tokens: Sequence[str], length: int = 64) -> str:
    """Give the first `length` hex digits of the SHA-256 of the tokens joined by single spaces.

    >>> digest(["one", "two"], 16)
    '8ab63e29a4ba14e4'
    """
    return sha256(" ".join(tokens).encode()).hexdigest()[:length]


def _plain(text: str) -> tuple[str, list[int]]:
    """Give the characters left by steps 1 to 5, without combining marks, and the offset of each."""
    kept, origins = strip_markup(text)
    kept = _SOFT_HYPHEN_AT_LINE_END.sub("-", kept)
    characters: list[str] = []
    offsets: list[int] = []
    for character, offset in zip(kept, origins, strict=True):
        if unicodedata.category(character) == "Cf":  # invisible: soft hyphen, zero-width space, BOM
            continue
        for plain in unicodedata.normalize("NFKC", _STAND_INS.get(character, character)):
            if not unicodedata.combining(plain):
                characters.append(plain)
                offsets.append(offset)
    return "".join(characters), offsets


def _fold(character: str) -> str:
    """Give a character without case or accents."""
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


class ArticleIndex:
    """Every run of `length` words of an article, ready to be looked for in many other texts.

    The words are read twice, with hyphens joining and with hyphens dividing, so that neither spelling
    of a compound hides a shared run.
    """

    def __init__(self, text: str, length: int = 7) -> None:
        """Index the runs of `length` words of `text`; ValueError if `length` is not positive."""
        if length < 1:
            raise ValueError(f"a run has at least one word; length is {length}")
        self.length = length
        self.readings = _readings(text)
        self.places: tuple[dict[tuple[str, ...], list[int]], ...] = ({}, {})
        for words, places in zip(self.readings, self.places, strict=True):
            for at in range(len(words) - length + 1):
                places.setdefault(tuple(words[at : at + length]), []).append(at)


def shared_runs(
    text: str, article: ArticleIndex, minimum: int = 7, allowed: Collection[tuple[str, ...]] = ()
) -> list[str]:
    """Give the longest runs of `minimum` or more words that `text` shares with the article, in order.

    `allowed` holds normalised titles and names; a run is excused only if all of it lies inside one.

    >>> article = ArticleIndex("the lamp went dark at nine and nobody on the island saw it")
    >>> shared_runs("We know the lamp went dark at nine and nobody spoke.", article)
    ['the lamp went dark at nine and nobody']

    Raises:
        ValueError: `minimum` is shorter than the runs of the index.
    """
    if minimum < article.length:
        raise ValueError(f"the index holds runs of {article.length} words; it cannot find runs of {minimum}")
    excused = ["".join(phrase) for phrase in allowed]
    found: list[str] = []
    solid: list[str] = []  # without spaces, in which both readings of a run look the same
    for words, source, places in zip(_readings(text), article.readings, article.places, strict=True):
        reached = 0
        for at in range(len(words) - article.length + 1):
            starts = places.get(tuple(words[at : at + article.length]), ())
            size = max((_common(words, at, source, start) for start in starts), default=0)
            if size < minimum or at + size <= reached:
                continue
            reached = at + size
            run = words[at:reached]
            letters = "".join(run)
            if not any(letters in other for other in (*excused, *solid)):
                found.append(" ".join(run))
                solid.append(letters)
    return found


def _readings(text: str) -> tuple[list[str], list[str]]:
    """Give the words of `text` and of its addresses, with hyphens dividing and with hyphens joining."""
    text = re.sub(r"<(?=https?://)", " ", text)
    return normalise(re.sub("[-\u2010\u2011]", " ", text)), normalise(text)


def _common(left: Sequence[str], at: int, right: Sequence[str], start: int) -> int:
    """Count the words that two sequences share from the given places on."""
    size = 0
    while at + size < len(left) and start + size < len(right) and left[at + size] == right[start + size]:
        size += 1
    return size
