"""What the tests share: the article, where there is a copy of it, and the option `--slow`."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run the tests marked slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: run with --slow"))


@pytest.fixture(scope="session")
def article_path() -> Path:
    """A copy of the article, which the project may not hold."""
    path = os.environ.get("TTP_POSTURE_ARTICLE")
    if not path:
        reason = "set TTP_POSTURE_ARTICLE to a copy of the article"
        if os.environ.get("TTP_POSTURE_REQUIRE_ARTICLE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return Path(path)


@pytest.fixture(scope="session")
def article_text(article_path: Path) -> str:
    return article_path.read_text(encoding="utf-8")


# An invented article with every hard case: pages that break inside a sentence, captions and noise inside
# one, abbreviations, footnote marks, links, quotation marks, a page number, notes.
LIGHTHOUSE = """\


# Who Keeps the Lamp at Gull Rock?

\u00a0

By **Ada Marsh** and **J. R. Holm** || May 4, 1931



**Ada Marsh** writes about harbours and the people who quarrel over them.

[Full Profile](#) || [Follow](#)

**J. R. Holm** is a pilot.

\u00a9 1931 by the Gull Rock Press || All *Tidings* essays may be lent. To ask, see <https://example.org/ask>.

**FEW DISPUTES** have lasted as long as the one over the [lamp](#) at Gull Rock. Dr. Ellen Voss says the \
keeper (i.e. Orr, who trims the wick) was never paid; the U.S. Consul says \u201che was paid twice.\u201d \
This contradiction is old. al-Bahri, a trader, saw it in 1902. The oil cost 3.5 crowns, or approx. 4 with \
tax.<sup>1</sup> Who gained? \u201cNobody,\u201d wrote J. R. Holm, \u201cnot even the U.S.\u201d The board \
disagrees! It met on No. 12 Quay in the

Old Customs House, behind the mill. Then it

12

adjourned until spring.

Image 1: The keeper (left), Mr. Orr, with a lantern. Released by the Harbour Board, 1929.

## The *Quarrel*: Oil, Wick, etc. Explained

1. The first cause was oil. The keepers wanted more, since the nights were long and the

*Image 2: A wick, trimmed. Whose it was is unknown.*

\u0645\u0635\u0628\u0627\u062d \u0627\u0644\u0628\u062d\u0631 \u0627\u0644\u0642\u062f\u064a\u0645

fog was thick, according to sources.<sup>2</sup> They sued the board in Feb. 1930. [A judge](#) agreed.

The U.S.

consul did not. There were three [reasons](#):

Pride came first. Money (it is said) came second.<sup>3</sup>

### ***What Remains***
The lamp burns.

---

<sup>1</sup> Ledger of the Board. Page 9, kept by Mr. Orr.
<sup>2</sup> Letters to Ada Marsh, 1930.

<sup>3</sup> Letters to Ada Marsh, 1930.
"""


@pytest.fixture(scope="session")
def lighthouse() -> str:
    """An invented article with every hard case of segmentation."""
    return LIGHTHOUSE
