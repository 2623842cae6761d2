"""The command line: what a user asks for on standard output, all else on standard error.

Exit codes: 0 done, 1 something differs or was found, 2 the job could not be done.
"""

from __future__ import annotations

import csv
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, cast

import typer

import ttp_posture
from ttp_posture.citation import Style
from ttp_posture.errors import OptionError, TtpPostureError, one_of
from ttp_posture.loading import Format, TableName

NAME = "ttp-posture"
DIFFERS, FAILED = 1, 2

app = typer.Typer(
    name=NAME,
    help="The tables of one article on the Tehrik-e-Taliban Pakistan, and what keeps them trustworthy.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)

# The class of all mistakes in the command line; typer shows it only as the base of this one.
_UsageError = typer.BadParameter.__mro__[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; `arguments` are those of the process by default."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = app(args=arguments, prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DIFFERS
    except TtpPostureError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename or 'the output'}: {error.strerror}")
    except Exception as error:
        if isinstance(error, _UsageError):
            return _fail(f"{cast(Any, error).format_message().rstrip('.')}. See `{NAME} --help`.")
        traceback.print_exc()
        return _fail("this is a mistake in the program, not yours; please report it with the lines above")
    return code or 0


def _fail(message: str) -> int:
    _say(f"error: {message}")
    return FAILED


def _say(message: str) -> None:
    print(message, file=sys.stderr)


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        print(NAME, ttp_posture.__version__)
    elif context.invoked_subcommand is None:
        print(context.get_help())


@app.command()
def build(
    path: Annotated[Path, typer.Argument(help="Folder of the package.", metavar="PATH")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
) -> None:
    """Bring a package's generated files up to date.

    Tidy CSV, Parquet, descriptor and codebook. The form of every row, its codes, keys and links are checked.
    """
    from ttp_posture import publish

    changed = publish.build(path, check)
    for name in changed:
        print(name)
    note = publish.other_versions()
    if note:
        _say(f"note: {note}")
    outcome = "out of date" if check else "written"
    _say(f"{len(changed)} file(s) {outcome}" if changed else "all files are up to date")
    _say("checked: form, codes, keys, links, status; not the codebook's rules between columns and rows")
    if check and changed:
        raise typer.Exit(DIFFERS)


@app.command()
def tables() -> None:
    """List the published tables."""
    from ttp_posture import package

    rows = [
        [name, str(len(ttp_posture.load(name, backend="arrow", retired=True))), package.tables()[name].title]
        for name in ttp_posture.tables()
    ]
    _print_rows(["table", "rows", "one row is"], rows)


@app.command()
def show(
    table: Annotated[str, typer.Argument(help="Name of a table.", metavar="TABLE")],
    *,
    rows: Annotated[int, typer.Option(help="How many rows; 0 for all.", min=0, metavar="NUMBER")] = 10,
    columns: Annotated[
        str | None, typer.Option(help="Which columns, separated by commas.", metavar="NAMES")
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(help="Rows with that value; may be given repeatedly.", metavar="COLUMN=VALUE"),
    ] = None,
    expand: Annotated[bool, typer.Option("--expand", help="The flat form of claims.")] = False,
    retired: Annotated[bool, typer.Option("--retired", help="Superseded and withdrawn rows too.")] = False,
) -> None:
    """Print the first rows of a table.

    In a terminal as much as fits, elsewhere as CSV.
    """
    from ttp_posture.forms.text import as_text

    content = ttp_posture.load(cast(TableName, table), backend="arrow", expand=expand, retired=retired)
    header: list[str] = content.column_names
    wanted = [name.strip() for name in columns.split(",")] if columns else header
    for text in where or []:
        if "=" not in text:
            raise OptionError(f"--where {text!r} has no value; expected COLUMN=VALUE, such as status=active")
    conditions = [text.partition("=")[::2] for text in where or []]
    for name in (*wanted, *(name for name, _ in conditions)):
        if name not in header:
            raise OptionError(f"table {table} has no column {name!r}; expected {one_of(header, name)}")
    cells = [{name: as_text(value) for name, value in row.items()} for row in content.to_pylist()]
    found = [row for row in cells if all(row[name] == value for name, value in conditions)]
    shown = found[:rows] if rows else found
    _print_rows(wanted, [[row[name] for name in wanted] for row in shown])
    if len(shown) < len(found):
        _say(f"{len(shown)} of {len(found)} rows; see --rows")
    elif conditions and not found:
        _say(f"no row has {' and '.join(where or [])}; values must read as in the CSV file")


@app.command()
def path(
    table: Annotated[
        str | None, typer.Argument(help="Name of a table; the folder if left out.", metavar="[TABLE]")
    ] = None,
    format: Annotated[str, typer.Option(help="csv or parquet.")] = "csv",  # noqa: A002
) -> None:
    """Print where a table's file is."""
    print(ttp_posture.path(table, cast(Format, format)))


@app.command()
def trace(
    claim: Annotated[str, typer.Argument(help="Id of a claim, such as CLM-0001.", metavar="CLAIM")],
) -> None:
    """Print all there is on one claim.

    Who says it, how sure, on what evidence, where in the article, and what it does in the argument.
    """
    print(ttp_posture.trace(claim))


@app.command()
def cite(
    style: Annotated[str, typer.Option(help="text, bibtex, csl-json or ris.")] = "text",
) -> None:
    """Print how to cite the data and the article."""
    print(ttp_posture.cite(cast(Style, style)))


def _print_rows(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows as CSV, or in a terminal as a table of the columns that fit."""
    if not sys.stdout.isatty():
        csv.writer(sys.stdout, lineterminator="\n").writerows([header, *rows])
        return
    from rich.console import Console
    from rich.table import Table

    console = Console()
    left = console.width
    shown = 0
    for number, name in enumerate(header):
        longest = max((len(row[number]) for row in rows), default=0)
        left -= min(max(longest, len(name)), _WIDEST) + _GAP
        if left < 0 and number:
            break
        shown += 1
    table = Table(*header[:shown], box=None, padding=(0, _GAP, 0, 0), header_style="bold")
    for row in rows:
        table.add_row(*row[:shown])
    console.print(table, markup=False)
    if shown < len(header):
        _say(f"{shown} of {len(header)} columns; see --columns")


_WIDEST = 40
_GAP = 2
