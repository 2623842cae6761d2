"""Run the examples of a Markdown page and set their real output behind them.

A block marked ``python`` is run, all of a page in one session; in a block marked ``console`` each line that
starts with ``$ ttp-posture`` is. What they print replaces the block marked ``text`` that follows a Python
block, and the lines under a command. Other commands are left as they stand.

    python build/readme.py PAGE

exits 1 if an example prints something else than the page shows, with the package as it is installed here.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

_PYTHON = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```\n", re.DOTALL)
_CONSOLE = re.compile(r"```console\n(?P<body>.*?)```\n", re.DOTALL)
_COMMAND = "$ ttp-posture "


class ExampleError(Exception):
    """An example of the page does not run."""


def render(page: str) -> str:
    """Give the page with the output that its examples have now."""
    session: dict[str, object] = {"__name__": "readme"}

    def python(block: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(block["code"], "README.md", "exec"), session)
            except Exception as error:
                raise ExampleError(f"an example fails ({error!r}):\n{block['code']}") from None
        return f"```python\n{block['code']}```\n\n```text\n{_tidy(printed.getvalue())}```\n"

    def console(block: re.Match[str]) -> str:
        body = block["body"]
        if _COMMAND not in body:
            return block[0]
        commands = [line for line in body.splitlines() if line.startswith(_COMMAND)]
        return "```console\n" + "\n".join(f"{line}\n{_output(line)}" for line in commands) + "```\n"

    return _CONSOLE.sub(console, _PYTHON.sub(python, page))


def _output(line: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ttp_posture", *shlex.split(line.removeprefix(_COMMAND))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        # The package from where this process has it.
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        check=False,
    )
    if done.returncode:
        raise ExampleError(f"the example {line!r} fails: {done.stderr.strip()}")
    return _tidy(done.stdout)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n")) + "\n"


def main(page: Path) -> int:
    text = page.read_text(encoding="utf-8")
    if render(text) != text:
        print(f"{page.name}: an example prints something else than the page shows", file=sys.stderr)
        return 1
    print(f"{page.name}: every example prints what the page shows")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
