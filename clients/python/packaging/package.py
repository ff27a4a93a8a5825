"""Builds what is published, looks into it, installs it into empty environments, and runs the README's first program there.

One environment has the newest dependencies, the other the oldest that pyproject.toml allows.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

CLIENT = Path(__file__).parent.parent
REPOSITORY = CLIENT.parent.parent
FOREIGN = re.compile(r"^(buf|google|validate)/|buf/validate|google/api|\.proto$")


def main() -> None:
    """Build into the folder that the first argument names, and try what was built."""
    target = Path(sys.argv[1]).resolve()
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, CLIENT)
    wheel, sdist = next(target.glob("*.whl")), next(target.glob("*.tar.gz"))
    run(sys.executable, "-m", "twine", "check", "--strict", wheel, sdist)
    look_into(wheel, sdist)
    floors = re.findall(r'"([a-z-]+)>=([0-9.]+),', (CLIENT / "pyproject.toml").read_text("utf-8"))
    for name, constraints in (("newest", []), ("oldest", [f"{package}=={version}" for package, version in floors])):
        print(f"trying it with the {name} dependencies", flush=True)
        try_out(wheel, constraints)


def look_into(wheel: Path, sdist: Path) -> None:
    """Refuse a package that brings what is not ours, lacks its types, or has another version than the repository."""
    version = (REPOSITORY / "VERSION").read_text().strip()
    names = zipfile.ZipFile(wheel).namelist()
    foreign = [name for name in names if FOREIGN.search(name)]
    tops = {name.split("/")[0] for name in names}
    if foreign or tops != {"parley", f"parley_interop-{version}.dist-info"}:
        sys.exit(f"{wheel.name} brings {foreign or sorted(tops)}")
    if "parley/py.typed" not in names or not any(name.endswith("LICENSE") for name in names):
        sys.exit(f"{wheel.name} lacks py.typed or its licence")
    with tarfile.open(sdist) as archive:
        if any(FOREIGN.search(name.partition("/")[2]) for name in archive.getnames()):
            sys.exit(f"{sdist.name} brings what is not ours")
    print(f"{wheel.name}: {len(names)} files, {wheel.stat().st_size // 1024} KiB; nothing of buf/validate or google/api")


def try_out(wheel: Path, constraints: list[str]) -> None:
    """Install the wheel into an empty environment, and run and type-check the first program of the README there."""
    with tempfile.TemporaryDirectory(prefix="parley-package-") as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, *constraints)
        program = Path(folder, "program.py")
        program.write_text(re.findall(r"^```python\n(.*?)^```", (CLIENT / "README.md").read_text("utf-8"), re.M | re.S)[0])
        mypy = [sys.executable, "-m", "mypy", "--strict", "--python-executable", python]
        run(*mypy, "--cache-dir", folder, "--disable-error-code", "import-untyped", program, cwd=folder)
        with Running(Path(folder, "data")) as broker:
            # A warning of the runtime about generated code that is too old or too new is an error.
            run(python, "-I", "-W", "error", program, env={**os.environ, **broker}, cwd=folder)
        listed = subprocess.run([python, "-m", "pip", "list", "--format", "freeze"], check=True, capture_output=True, text=True)
        print(" ".join(line for line in listed.stdout.split() if not line.startswith(("pip", "setuptools"))))


class Running:
    """A broker, and the variables by which the program finds it."""

    def __init__(self, data: Path) -> None:
        command = [os.environ["BROKER_BINARY"], "serve", "--listen", "127.0.0.1:0", "--data-dir", data]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._data = data

    def __enter__(self) -> dict[str, str]:
        assert self._process.stdout
        address = self._process.stdout.readline().split()[-1]
        credentials = json.loads((self._data / "credentials.json").read_text())
        return {"PARLEY_ADDRESS": address, "PARLEY_KEY": credentials["resource_keys"][0]}

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate(timeout=30)


def run(*command: object, **options: object) -> None:
    """Run a command, and end with its status if it fails."""
    done = subprocess.run([str(part) for part in command], check=False, **options)  # type: ignore[call-overload]
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command[:4]))} … failed")


if __name__ == "__main__":
    main()
