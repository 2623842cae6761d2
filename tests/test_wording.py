"""Words: the same from any copy of a text, placed where they stand, and compared with another text."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttp_posture.wording import ArticleIndex, Token, digest, normalise, shared_runs, strip_markup, tokenise

TEXT = (
    "# The keeper\u2019s lamp\n\nOn **3 May** the [lamp-lighter](#) \u2013 an old-timer \u2014 went out."
    '<sup>1</sup> Nobody said "why"; the co-\noperative\'s first office, the caf\u00e9, knew.\n\n'
    "See <https://example.org/lamp>.\n"
)
WORDS = [
    *("the", "keepers", "lamp", "on", "3", "may", "the", "lamplighter", "an", "oldtimer", "went", "out"),
    *("nobody", "said", "why", "the", "cooperatives", "first", "office", "the", "cafe", "knew", "see"),
]

STEPS = [
    ("one.<sup>12</sup> Two", "one two"),
    ("the tower<sup>1</sup>'s", "the towers"),
    ("H<sub>2</sub>", "h sub 2 sub"),
    ("[two words](#)", "two words"),
    ("![a drawing](lamp.png) here", "a drawing here"),
    ("[a](https://example.org/lamp_(sea)) b", "a b"),
    ("[see [the] log](#) now", "see the log now"),
    ("[lamp](#)s", "lamps"),
    ("the [old] lamp", "the old lamp"),
    ("see <https://example.org/a-b> now", "see now"),
    ("\ufb01re and \uff33\uff25\uff21 \u2460", "fire and sea 1"),
    ("ship\u2013shore\u2014isle\u2015rock", "ship shore isle rock"),
    ("light\u00adhouse \u200bkeeper\u200d \ufeffhere \u2060now", "lighthouse keeper here now"),
    ("light\u00ad\nhouse", "lighthouse"),
    ("light-house light\u2010house light\u2011house light\uff0dhouse", "lighthouse " * 4),
    ("light-\r\n  house", "lighthouse"),
    ("a - b -c d- -e 1-2", "a b c d e 12"),
    ("well-to-do", "welltodo"),
    (
        "keeper's keeper\u2019s keeper\u02bcs keeper\u00b4s keeper`s keeper\u2032s keeper\uff07s",
        "keepers " * 7,
    ),
    ("\u02bfAli Shari\u02bea", "ali sharia"),
    ("\u2018quoted\u2019 \u201cquoted\u201d", "quoted quoted"),
    ("CAF\u00c9 cafe\u0301 STRASSE stra\u00dfe \u0130", "cafe cafe strasse strasse i"),
    ("snake_case *and* __bold__", "snake case and bold"),
    ("3.5 1,000 U.S.", "3 5 1 000 u s"),
    ("\u0646\u0648\u0631 \u0646\u064f\u0648\u0631", "\u0646\u0648\u0631 \u0646\u0648\u0631"),
    ("", ""),
    ("--- *** \u2026", ""),
]


@pytest.mark.parametrize(("text", "words"), STEPS)
def test_steps(text: str, words: str) -> None:
    assert normalise(text) == words.split()


def test_whole_text() -> None:
    assert normalise(TEXT) == WORDS


def test_offsets() -> None:
    text = "The co-\noperative\u2019s [lamp](#).<sup>1</sup>"
    assert tokenise(text) == [
        Token("the", 0, 3),
        Token("cooperatives", 4, 19),
        Token("lamp", 21, 25),
    ]


def test_strip_markup_gives_offsets() -> None:
    plain, offsets = strip_markup(TEXT)
    assert "(#)" not in plain
    assert plain == "".join(TEXT[offset] for offset in offsets)


def test_digest() -> None:
    assert digest(["a", "b"]) == digest(("a", "b"), 64)
    assert len(digest(["a"])) == 64
    assert digest(["a", "b"], 16) == digest(["a", "b"])[:16]
    assert digest(["ab"]) != digest(["a", "b"])


# --- properties --------------------------------------------------------------------------------------------

ALPHABET = (
    "abzE19 \n\r-.,;?*_#<>()/'\u00e9\u00df\ufb01\u0301\u0646\u064f\u00a0\u00ad\u200b"
    "\u2010\u2011\u2013\u2014\u2019\u201c\u02bc\u00b4"
)
MARKUP = ["<sup>1</sup>", ", [lamp oil](#), ", " <https://e.org> "]
texts = st.lists(st.one_of(st.text(ALPHABET, max_size=12), st.sampled_from(MARKUP))).map("".join)


@given(texts)
def test_slices_normalise_to_their_tokens(text: str) -> None:
    for token in tokenise(text):
        assert normalise(text[token.start : token.end]) == [token.text]


@given(texts)
def test_tokens_are_in_order_and_apart(text: str) -> None:
    tokens = tokenise(text)
    assert all(token.start < token.end for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))


@given(st.text())
def test_any_text_has_plain_tokens(text: str) -> None:
    for token in tokenise(text):
        assert token.text
        assert token.text.isalnum()
        assert 0 <= token.start < token.end <= len(text)


def nine_steps(text: str) -> list[str]:
    """The same steps as in the module, each over the whole text: simpler, but it loses the places."""
    text = re.sub(r"<sup>[0-9]+</sup>", "", text)
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", text)
    text = re.sub(r"<https?://[^<>\s]*>", "", text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u2013\u2014\u2015]", " ", text)
    text = re.sub("[\u200b\ufeff]", "", text)
    text = re.sub(r"(?<=[^\W_])[-\u2010]\s*(?=[^\W_])", "", text)
    text = re.sub("['\u2018\u2019\u2032]", "", text)
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(character for character in text if not unicodedata.combining(character))
    return re.findall(r"[^\W_]+", text)


@given(
    st.lists(
        st.text("abzE\u00e9\u00df\ufb01 \n\r\u00a0-\u2010\u2011\u2013\u2014'\u2019\u200b.,*_19", max_size=9)
    ).map("".join)
)
def test_agrees_with_the_plain_statement_of_the_steps(text: str) -> None:
    assert normalise(text) == nine_steps(text)


def test_plain_statement_agrees_on_the_article(article_text: str) -> None:
    assert normalise(article_text) == nine_steps(article_text)


def smart(text: str) -> str:
    return re.sub(r"'", "\u2019", re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text))


def soft(text: str) -> str:
    return re.sub(r"([a-z]{3})([a-z]{3})", "\\1\u00ad\\2", re.sub(r"\]\([^)]*\)", "]()", text))


def unmarked(text: str) -> str:
    plain = re.sub(r"(?m)^#+ ", "", strip_markup(text)[0])
    return plain.replace("*", "")


def wrapped(text: str, width: int = 20) -> str:
    """Break lines at `width`, inside long words with a hyphen; markup is dropped first, as it would break."""
    lines, line = [], ""
    for word in unmarked(text).split():
        rest = f"{line} {word}" if line else word
        while len(rest) > width:
            cut = rest[: width - 1]
            if re.search(r"[^\W_]{2}$", cut) and re.match(r"[^\W_]{2}", rest[width - 1 :]):
                lines.append(cut + "-")
                rest = rest[width - 1 :]
            elif " " in cut:
                head, _, tail = cut.rpartition(" ")
                lines.append(head)
                rest = tail + rest[width - 1 :]
            else:
                break
        line = rest
    return "\n".join([*lines, line])


COPIES: dict[str, Callable[[str], str]] = {
    "smart quotes": smart,
    "straight quotes": lambda text: re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text)),
    "ligatures": lambda text: text.replace("ffi", "\ufb03").replace("ff", "\ufb00").replace("fi", "\ufb01"),
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "soft hyphens": soft,
    "no-break hyphens": lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no Markdown": unmarked,
    "wrapped": wrapped,
    "wrapped at 60": lambda text: wrapped(text, 60),
    "a byte-order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("copy", COPIES)
def test_copies_have_the_same_words(copy: str) -> None:
    other = COPIES[copy](TEXT)
    assert other != TEXT or copy == "decomposed"
    assert normalise(other) == WORDS


@pytest.mark.parametrize("copy", COPIES)
def test_copies_of_the_article_have_the_same_words(copy: str, article_text: str) -> None:
    assert normalise(COPIES[copy](article_text)) == normalise(article_text)


prose = st.lists(
    st.from_regex(r"[a-z]{1,12}(?:-[a-z]{1,9}|'s)?[.,]?", fullmatch=True), min_size=1, max_size=60
).map(" ".join)


@given(prose, st.sampled_from(sorted(COPIES)))
def test_copies_of_any_prose_have_the_same_words(text: str, copy: str) -> None:
    assert normalise(COPIES[copy](text)) == normalise(text)


# --- the guard ---------------------------------------------------------------------------------------------

SOURCE = (
    "Every winter the harbour-master counts the boats that never came home, and writes each name in a "
    "green book. The Society for the Keeping of Northern Lamps and Bells met in June. The harbour-master "
    "counts the boats twice a year. See <https://example.org/northern-lamps-and-bells-society>."
)
ARTICLE = ArticleIndex(SOURCE)
SOCIETY = tuple(normalise("The Society for the Keeping of Northern Lamps and Bells"))


def test_guard_finds_a_run() -> None:
    assert shared_runs("x counts the boats that never came home y", ARTICLE) == [
        "counts the boats that never came home"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "counts the boats that never came",  # six words
        "counts the boats that never ever came home",
        "counts the boats twice. that never came home",
    ],
)
def test_guard_passes(text: str) -> None:
    assert shared_runs(text, ARTICLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "COUNTS THE BOATS that never \u2013 came home",
        "counts the boats\n# that never came home",
        "counts,the;boats,that,never,came,home",
        "counts the boats that nev-\ner came home",
        "master counts the boats that never came",  # the last half of a compound counts as a word
        "harbour master counts the boats that never",
        "example.org/northern-lamps-and-bells-society",
    ],
)
def test_guard_sees_through_disguises(text: str) -> None:
    assert len(shared_runs(text, ARTICLE)) == 1


def test_guard_gives_the_longest_run_wherever_it_starts() -> None:
    text = "The harbour-master counts the boats that never came home"
    assert shared_runs(text, ARTICLE) == ["the harbour master counts the boats that never came home"]


def test_guard_gives_runs_that_overlap() -> None:
    index = ArticleIndex("a b c d e f g. x f g h i j k l m")
    assert shared_runs("a b c d e f g h i j k l m", index) == ["a b c d e f g", "f g h i j k l m"]


def test_guard_excuses_only_whole_runs_inside_a_phrase() -> None:
    assert (
        shared_runs("Society for the Keeping of Northern Lamps and Bells", ARTICLE, allowed=[SOCIETY]) == []
    )
    assert shared_runs("Society for the Keeping of Northern Lamps and Bells met", ARTICLE, allowed=[SOCIETY])
    assert shared_runs("counts the boats that never came home", ARTICLE, allowed=[("counts", "the", "boats")])


def test_guard_minimum() -> None:
    text = "counts the boats that never came home"
    assert shared_runs(text, ARTICLE, minimum=8) == []
    assert shared_runs("counts the boats", ArticleIndex(SOURCE, 3), minimum=3) == ["counts the boats"]
    with pytest.raises(ValueError, match="runs of 7"):
        shared_runs(text, ARTICLE, minimum=6)
    with pytest.raises(ValueError, match="at least one"):
        ArticleIndex(SOURCE, 0)


@given(st.data())
def test_guard_finds_any_seven_words(data: st.DataObject) -> None:
    words = SOURCE.replace("<", "").replace(">", "").split()
    start = data.draw(st.integers(0, len(words) - 7))
    size = data.draw(st.integers(7, len(words) - start))
    assert shared_runs("zzz " + " ".join(words[start : start + size]) + " zzz", ARTICLE)


def test_guard_finds_every_window_of_the_article(article_text: str) -> None:
    article = ArticleIndex(article_text)
    words = normalise(article_text)
    for at in range(0, len(words) - 7, 50):
        assert shared_runs(" ".join(words[at : at + 7]), article)
