"""How to cite the dataset; the article it was coded from always stands beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Literal, get_args

from ttp_posture import about
from ttp_posture.errors import OptionError, one_of
from ttp_posture.loading import data_folder

Style = Literal["text", "bibtex", "csl-json", "ris"]
Item = dict[str, Any]


def cite(style: Style = "text") -> str:
    """The citation of the dataset and of the article.

    Parameters
    ----------
    style:
        ``"text"``, ``"bibtex"``, ``"csl-json"`` (for Zotero, pandoc and others) or ``"ris"`` (for EndNote).

    Raises
    ------
    OptionError
        There is no such style.
    PackageError
        The package's package.toml is missing or damaged.

    Examples
    --------
    >>> print(cite().splitlines()[1][:43])
    Coded from: Sayed, A., & Jadoon, A. (2022).
    """
    if style not in get_args(Style):
        raise OptionError(f"there is no style {style!r}; expected {one_of(get_args(Style), style)}")
    items = csl_items(about.read(data_folder()))
    if style == "text":
        return "\nCoded from: ".join(_text(item) for item in items)
    if style == "bibtex":
        return "\n\n".join(_bibtex(item) for item in items)
    if style == "ris":
        return "\n\n".join(_ris(item) for item in items)
    return json.dumps(items, ensure_ascii=False, indent=2)


def csl_items(says: Mapping[str, Any]) -> list[Item]:
    """The dataset and the article as CSL-JSON items, which all styles are made of; from package.toml."""
    package, article = says["package"], says["article"]
    dataset = {
        "id": f"{package['name']}-{package['version']}",
        "type": "dataset",
        "title": package["title"],
        "author": [{"literal": person["title"]} for person in package["contributors"]],
        "version": package["version"],
        "issued": _issued(package["date_released"]),
        "license": " AND ".join(licence["name"] for licence in package["licences"]),
    }
    names = "-".join(author["family"].lower() for author in article["authors"])
    paper = {
        "id": f"{names}-{article['date_issued'][:4]}",
        "type": "article-journal",
        "title": article["title"],
        "author": [{"family": author["family"], "given": author["given"]} for author in article["authors"]],
        "container-title": article["container_title"],
        "publisher": article["publisher"],
        "issued": _issued(article["date_issued"]),
    }
    return [dataset, paper]


def cff(says: Mapping[str, Any]) -> str:
    """The file CITATION.cff (Citation File Format 1.2.0), which code hosts and archives read."""
    package, article = says["package"], says["article"]
    lines: list[tuple[str, Any]] = [
        ("cff-version", "1.2.0"),
        ("message", "If you use these data, please cite them and the article they were coded from."),
        ("type", "dataset"),
        ("title", package["title"]),
        ("abstract", package["description"]),
        ("version", package["version"]),
        ("date-released", package["date_released"]),
        ("license", [licence["name"] for licence in package["licences"]]),
        ("keywords", package.get("keywords", [])),
        ("authors", [{"name": person["title"]} for person in package["contributors"]]),
        (
            "references",
            [
                {
                    "type": "article",
                    "title": article["title"],
                    "authors": [
                        {"family-names": author["family"], "given-names": author["given"]}
                        for author in article["authors"]
                    ],
                    "journal": article["container_title"],
                    "institution": {"name": article["publisher"]},
                    "date-published": article["date_issued"],
                    "license": article["licence"],
                }
            ],
        ),
    ]
    # YAML takes every JSON value as it stands.
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in lines if value)


def _issued(date: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in date.split("-")]]}


def _year(item: Item) -> int:
    year: int = item["issued"]["date-parts"][0][0]
    return year


def _text(item: Item) -> str:
    authors = ", & ".join(
        author.get("literal") or f"{author['family']}, {_initials(author['given'])}"
        for author in item["author"]
    )
    details = f" (version {item['version']}) [Data set]" if item["type"] == "dataset" else ""
    rest = [f"{item[name]}." for name in ("container-title", "publisher", "license") if name in item]
    return " ".join([f"{authors} ({_year(item)}). {item['title']}{details}.", *rest])


def _initials(given: str) -> str:
    return " ".join(f"{name[0]}." for name in given.split())


_BIBTEX = {
    "title": "title",
    "container-title": "journal",
    "publisher": "publisher",
    "version": "version",
    "license": "note",
}


def _bibtex(item: Item) -> str:
    kind = "misc" if item["type"] == "dataset" else "article"
    authors = " and ".join(
        f"{{{_tex(author['literal'])}}}"
        if "literal" in author
        else f"{_tex(author['family'])}, {_tex(author['given'])}"
        for author in item["author"]
    )
    # A second pair of braces keeps the capitals of a title.
    fields = {"author": authors} | {
        bibtex: f"{{{_tex(item[csl])}}}" if csl == "title" else _tex(item[csl])
        for csl, bibtex in _BIBTEX.items()
        if csl in item
    }
    fields["date"] = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
    fields["year"] = str(_year(item))
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{kind}{{{item['id']},\n{body}\n}}"


def _tex(text: str) -> str:
    """Text as TeX prints it literally."""
    named = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return re.sub(r"[\\~^&%$#_{}]", lambda found: named.get(found[0], "\\" + found[0]), text)


_RIS = {"title": "TI", "container-title": "JO", "publisher": "PB", "version": "ET", "license": "N1"}


def _ris(item: Item) -> str:
    lines = [("TY", "DATA" if item["type"] == "dataset" else "JOUR")]
    lines += [
        ("AU", author.get("literal") or f"{author['family']}, {author['given']}") for author in item["author"]
    ]
    lines += [(tag, item[csl]) for csl, tag in _RIS.items() if csl in item]
    date = item["issued"]["date-parts"][0]
    lines += [("PY", str(_year(item))), ("DA", "/".join(f"{part:02}" for part in date)), ("ER", "")]
    return "\n".join(f"{tag}  - {value}" for tag, value in lines)
