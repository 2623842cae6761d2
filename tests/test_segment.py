"""Segments: an invented article, every rule by itself, and what must hold for any text."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttp_posture.segment import ArticleError, Segment, read_article, segment
from ttp_posture.wording import tokenise

EXPECTED = [
    "0.1.1 title: who keeps the lamp at gull rock",
    "0.1.1 byline: by ada marsh and j r holm may 4 1931",
    "0.2.1 byline: ada marsh writes about harbours and the people who quarrel over them",
    "0.3.1 byline: full profile follow",
    "0.4.1 byline: j r holm is a pilot",
    "0.1.1 notice: 1931 by the gull rock press all tidings essays may be lent",
    "0.1.2 notice: to ask see",
    "1.1.1 body: few disputes have lasted as long as the one over the lamp at gull rock",
    "1.1.2 body: dr ellen voss says the keeper i e orr who trims the wick was never paid the u s "
    "consul says he was paid twice",
    "1.1.3 body: this contradiction is old",
    "1.1.4 body: albahri a trader saw it in 1902",
    "1.1.5 body: the oil cost 3 5 crowns or approx 4 with tax",
    "1.1.6 body: who gained",
    "1.1.7 body: nobody wrote j r holm not even the u s",
    "1.1.8 body: the board disagrees",
    "1.1.9 body: it met on no 12 quay in the / old customs house behind the mill",
    "1.1.10 body: then it / adjourned until spring",
    "1.1.1 noise: 12",
    "1.1.1 caption: image 1 the keeper left mr orr with a lantern",
    "1.1.2 caption: released by the harbour board 1929",
    "2.1.1 heading: the quarrel oil wick etc explained",
    "2.1.1 body: 1 the first cause was oil",
    "2.1.2 body: the keepers wanted more since the nights were long and the / fog was thick "
    "according to sources",
    "2.1.1 caption: image 2 a wick trimmed",
    "2.1.2 caption: whose it was is unknown",
    "2.1.1 noise: \u0645\u0635\u0628\u0627\u062d \u0627\u0644\u0628\u062d\u0631 "
    "\u0627\u0644\u0642\u062f\u064a\u0645",
    "2.1.3 body: they sued the board in feb 1930",
    "2.1.4 body: a judge agreed",
    "2.2.1 body: the u s / consul did not",
    "2.2.2 body: there were three reasons",
    "2.3.1 body: pride came first",
    "2.3.2 body: money it is said came second",
    "3.1.1 heading: what remains",
    "3.1.1 body: the lamp burns",
    "3.1.1 note: ledger of the board page 9 kept by mr orr",
    "3.2.1 note: letters to ada marsh 1930",
    "3.3.1 note: letters to ada marsh 1930",
]


def words(text: str, each: Segment) -> str:
    tokens = [token.text for token in tokenise(text)]
    return " / ".join(" ".join(tokens[start : start + count]) for start, count in each.parts)


def sentences(text: str, stream: str = "body") -> list[str]:
    return [words(text, each) for each in segment(text) if each.stream == stream]


def body(prose: str) -> list[str]:
    """The sentences of prose that stands as the only paragraph of an article."""
    return sentences(f"# Title\n\n## Heading\n\n{prose}\n")


def test_lighthouse(lighthouse: str) -> None:
    found = [
        f"{each.section}.{each.paragraph}.{each.sentence} {each.stream}: {words(lighthouse, each)}"
        for each in segment(lighthouse)
    ]
    assert found == EXPECTED


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Dr. Orr saw Mr. Holm. Gen. Voss left.", 2),
        ("The keeper, e.g. Orr, slept. The lamp, i.e. Big Tom, did not.", 2),
        ("It is vs. nature, cf. Orr. Then it stopped.", 2),
        ("The U.S. Consul came. He left.", 2),
        ("He left the U.S. The consul stayed.", 2),
        ("He left the U.S. for good.", 1),
        ("He left the U.S.'s port. Nobody cared.", 2),
        ("J. R. Holm met A. Marsh. They spoke.", 2),
        ("It rained in Oct. 1930 and Nov. 1931. It stopped in Dec. The sun came.", 3),
        ("Orr et al. 1930 disagree. Holm, Orr, etc. agree.", 2),
        ("Orr, Holm, etc. They all agree.", 2),
        ("It is 3.5 miles. Or 4.", 2),
        ("See No. 5 and pp. 7 and fig. 2. Read it.", 2),
        ("The answer was no. The lamp went out.", 2),
        ("A work of art. Nothing less.", 2),
        ("Who? When! Why?! So it goes.", 4),
        ("He waited... Then he left\u2026 The lamp burned.", 3),
        ("He waited \u2026 and left.", 1),
        ('He said "it is out." Then he left.', 2),
        ("He said \u201cit is out.\u201d \u201cLeave,\u201d she said.", 2),
        ("He said \u2018out\u2019. (She left.) [The lamp](#) burned.", 3),
        ("*It is out.* **She left.** _Good._", 3),
        ("It went out.<sup>1</sup> She left<sup>2</sup>. He slept.", 3),
        ("It went [out](#). [She](https://example.org/she.html) left.", 2),
        ("It went out at 9. 14 boats were lost.", 2),
        ("It went out. al-Bahri saw it.", 2),
        ("1. The first lamp. 2. The second lamp.", 2),
        ("It went out, approx. At nine.", 1),
        ("Oil rose; wicks fell: nobody cared - not even Orr.", 1),
        ("Three things: (1) oil, and (2) wicks.", 1),
        ("It went out without a stop", 1),
    ],
)
def test_sentence_ends(prose: str, expected: int) -> None:
    assert len(body(prose)) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("The lamp went\n\nout.", ["the lamp went / out"]),
        ("The lamp of the\n\nKeeper. It fell.", ["the lamp of the / keeper", "it fell"]),
        ("The lamp went\n\n\n\nout at\n\nnine.", ["the lamp went / out at / nine"]),
        ("The lamp\n\nImage 1: A lamp.\n\nwent out.", ["the lamp / went out"]),
        ("The lamp\n\n17\n\nwent out.", ["the lamp / went out"]),
        ("The lamp\n\n---\n\nwent out.", ["the lamp / went out"]),
        ("The lamp\n\n\u00a9 1931 The Press\n\nwent out.", ["the lamp / went out"]),
        ("The lamp\nwent\nout.", ["the lamp went out"]),
        ("He saw the U.S.\n\nConsul.", ["he saw the u s / consul"]),
        ("The lamp went out.\n\nthat is all.", ["the lamp went out / that is all"]),
        ("The light-\n\nhouse fell.", ["the lighthouse / fell"]),
        ("The lamp\n\n## Next\n\nwent out.", ["the lamp", "went out"]),
    ],
)
def test_breaks_inside_a_sentence(prose: str, expected: list[str]) -> None:
    assert body(prose) == expected


@pytest.mark.parametrize(
    ("prose", "paragraphs"),
    [
        ("It went out.\n\nShe left.", 2),
        ("It went out.\n\nImage 1: A lamp.\n\nShe left.", 2),
        ("There were two:\n\nOil came first.", 2),
        ("It went\n\nout. She left.", 1),
        ("It went\n\nImage 1: A lamp.\n\nout. She left.", 1),
        ("It went out.\n\nal-Bahri left.", 2),
    ],
)
def test_paragraphs(prose: str, paragraphs: int) -> None:
    found = [each for each in segment(f"# T\n\n## H\n\n{prose}\n") if each.stream == "body"]
    assert {each.paragraph for each in found} == set(range(1, paragraphs + 1))


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Image 1: A lamp.", 1),
        ("*Image 1: A lamp. Released by Orr.*", 2),
        ("**Image 1:** A lamp.", 1),
        ("_image 12: a lamp of the U.S. and its oil. Released 1930._", 2),
        ("Images 1 and 2: Lamps.", 1),
        ("Images 1-3. Lamps.", 1),
        ("Figure 4. A lamp. A wick.", 2),
        ("Table 2: Oil by year", 1),
    ],
)
def test_captions(caption: str, expected: int) -> None:
    assert len(sentences(f"# T\n\n## H\n\nIt burns.\n\n{caption}\n", "caption")) == expected


@pytest.mark.parametrize("prose", ["Image makers left.", "Table 3 shows oil.", "Images of 1930: a list."])
def test_not_captions(prose: str) -> None:
    assert sentences(f"# T\n\n## H\n\n{prose}\n", "caption") == []


def test_sections_are_counted_from_the_lead() -> None:
    found = [
        (each.section, each.stream) for each in segment("# T\n\nLead. More.\n\n## A\n\nB.\n\n#### C\n\nD.")
    ]
    assert found == [
        (0, "title"),
        (1, "body"),
        (1, "body"),
        (2, "heading"),
        (2, "body"),
        (3, "heading"),
        (3, "body"),
    ]


def test_an_article_may_have_no_title_and_no_lead() -> None:
    assert [(each.section, each.stream) for each in segment("It burns.")] == [(1, "body")]
    found = [(each.section, each.stream) for each in segment("## A\n\nIt burns.\n\n# B\n\nStill.")]
    assert found == [(1, "heading"), (1, "body"), (2, "heading"), (2, "body")]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Marsh",
        "**By** Ada Marsh, J. Holm & O. Orr || May 4, 1931",
        "May 4, 1931",
        "Harbour Institute, Gull Rock",
        "[Full Profile](#) || [Follow](https://example.org/a)",
        "[Profile](#)",
    ],
)
def test_bylines(line: str) -> None:
    article = f"# T\n\n{line}\n\nIt burns in the harbour.\n"
    assert [each.stream for each in segment(article)] == ["title", "byline", "body"]


def test_biographies_begin_with_a_name_of_the_byline() -> None:
    article = (
        "# T\n\nBy Ada Marsh and Jo Orr || 1931\n\nJo Orr rows. He is 40.\n\nBo Orr burns the lamp at night."
    )
    assert [each.stream for each in segment(article)] == ["title", "byline", "byline", "byline", "body"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_do_not_matter(lighthouse: str, end: str) -> None:
    assert segment(lighthouse.replace("\n", end)) == segment(lighthouse)


def test_line_breaks_inside_a_block_do_not_matter(lighthouse: str) -> None:
    blocks = lighthouse.split("\n\n")
    wrapped = "\n\n".join(block if "#" in block[:4] else block.replace(", ", ",\n") for block in blocks)
    assert wrapped != lighthouse
    assert segment(wrapped) == segment(lighthouse)


@pytest.mark.parametrize("text", ["", " \n\n", "---\n\n***", "\ufeff", "![](#)"])
def test_refuses_a_text_without_words(text: str, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no words"):
        segment(text)
    path = tmp_path / "article.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"article\.md holds no words"):
        read_article(path)


def test_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    with pytest.raises(ArticleError, match="cannot read"):
        read_article(path)
    with pytest.raises(ArticleError, match="cannot read"):
        read_article(tmp_path)
    path.write_bytes(b"caf\xe9")
    with pytest.raises(ArticleError, match="not UTF-8 text: byte 0xe9 at offset 3") as refusal:
        read_article(path)
    assert "\n" not in str(refusal.value)


def test_reads_past_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text("# Lamp", encoding="utf-8-sig")
    assert read_article(path) == "# Lamp"


# --- properties --------------------------------------------------------------------------------------------


def check_partition(text: str) -> None:
    """Every token is in exactly one part, segments are in file order, numbers run from 1 without gaps."""
    segments = segment(text)
    places = [at for each in segments for start, count in each.parts for at in range(start, start + count)]
    assert sorted(places) == list(range(len(tokenise(text))))
    assert all(count > 0 for each in segments for _, count in each.parts)
    assert [each.parts[0] for each in segments] == sorted(each.parts[0] for each in segments)
    assert all(list(each.parts) == sorted(each.parts) for each in segments)
    keys = [(each.section, each.stream, each.paragraph, each.sentence) for each in segments]
    assert len(set(keys)) == len(keys)
    for section, stream in {key[:2] for key in keys}:
        paragraphs = Counter(key[2] for key in keys if key[:2] == (section, stream))
        assert sorted(paragraphs) == list(range(1, len(paragraphs) + 1))
        for paragraph, count in paragraphs.items():
            numbers = [key[3] for key in keys if key[:3] == (section, stream, paragraph)]
            assert numbers == list(range(1, count + 1))


blocks = st.one_of(
    st.text("abAB .,?!:;\"'\u201d()[]*_#-\u00ad\u0646\n1<>", max_size=30),
    st.sampled_from(
        [
            "# Lamp",
            "## The U.S. Lamp",
            "Image 1: A lamp. B",
            "<sup>1</sup> A note. B",
            "\u00a9 1931 A. B",
            "By Ada Marsh",
            "Ada Marsh rows. She",
            "[Full](#) || [Follow](#)",
            "The light-",
            "went [out](#).<sup>1</sup> Then",
            "\u0646\u0648\u0631",
            "---",
            "17",
        ]
    ),
)


def test_a_block_may_lose_its_only_word_to_the_one_before() -> None:
    text = "## A\n\nImage 1: A light-\n\nHouse.\n\nStill."
    assert [words(text, each) for each in segment(text)] == ["a", "image 1 a lighthouse", "still"]
    check_partition(text)


@given(st.lists(blocks, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_segments_partition_the_tokens(parts: list[str], between: str) -> None:
    text = between.join(parts)
    if tokenise(text):
        check_partition(text)


@given(st.text())
def test_any_text_is_segmented_or_refused(text: str) -> None:
    if tokenise(text):
        check_partition(text)
    else:
        with pytest.raises(ArticleError):
            segment(text)


def test_lighthouse_is_partitioned(lighthouse: str) -> None:
    check_partition(lighthouse)


def test_article_is_partitioned(article_text: str) -> None:
    check_partition(article_text)


def test_article(article_text: str) -> None:
    segments = segment(article_text)
    assert Counter(each.stream for each in segments) == {
        "title": 1,
        "byline": 5,
        "notice": 2,
        "heading": 6,
        "body": 96,
        "caption": 6,
        "note": 5,
        "noise": 1,
    }
    assert max(each.section for each in segments) == 7
    broken = [len(each.parts) for each in segments if len(each.parts) > 1]
    assert sorted(broken) == [2, 2, 2, 2, 2, 3]
