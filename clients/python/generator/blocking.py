"""Derives the surface for threads, `parley.blocking`, from the one for asyncio, `parley.aio`.

Both have the same methods because one is made from the other: `await` goes, `async` goes, and `parley._running.tasks` becomes
`parley._running.threads`, which has the same names. The examples in docstrings change in the same way.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HEADER = "# Generated from parley/aio/{name} by make generate. Do not edit.\n"

RULES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\bparley\.aio\b(?=\.[a-z_]+ import| import)", "parley.blocking"),
        (r"\bparley\.aio\.Client\b", "parley.Client"),
        (r"from parley\._running import tasks as running", "from parley._running import threads as running"),
        (r"\bawait ", ""),
        (r"\basync (def|with|for)\b", r"\1"),
        (r"\bAsyncIterator\b", "Iterator"),
        (r"\bStopAsyncIteration\b", "StopIteration"),
        (r"__a(enter|exit|iter|next)__", r"__\1__"),
        (r"The asyncio surface: the same names and methods as in `parley`, to be awaited", "The surface for threads"),
        (r"\ball tasks\b", "all threads"),
        (r"\bone task\b", "one thread"),
    )
]


def main() -> None:
    """Write the package `parley.blocking` into the folder that the second argument names."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in sorted(source.glob("*.py")):
        content = path.read_text("utf-8")
        for pattern, replacement in RULES:
            content = pattern.sub(replacement, content)
        (target / path.name).write_text(HEADER.format(name=path.name) + content, "utf-8")
    config = Path(__file__).parent.parent / "pyproject.toml"
    ruff = [str(Path(sys.executable).parent / "ruff"), "--config", str(config), "--quiet"]
    ruff[1:1] = []
    subprocess.run([ruff[0], "check", "--select", "I", "--fix", "--no-cache", *ruff[1:], str(target)], check=True)
    subprocess.run([ruff[0], "format", "--no-cache", *ruff[1:], str(target)], check=True)


if __name__ == "__main__":
    main()
