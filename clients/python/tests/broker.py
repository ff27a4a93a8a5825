"""The real broker, started for tests."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[3]
BINARY = Path(os.environ.get("BROKER_BINARY", REPOSITORY / "bin" / "parley"))


class Broker:
    """A broker on a free port of the loopback address. It can be stopped and started again with the same data."""

    def __init__(self, *flags: str, listen: str = "127.0.0.1:0") -> None:
        self._flags = flags
        self._listen = listen
        self._data = tempfile.TemporaryDirectory(prefix="parley-python-")
        self.start()
        self.credentials = json.loads(Path(self._data.name, "credentials.json").read_text())

    def start(self) -> None:
        """Start it, on the same address as before."""
        command = [BINARY, "serve", "--listen", self._listen, "--data-dir", self._data.name, "--log-level", "error"]
        self._process = subprocess.Popen([*command, *self._flags], stdout=subprocess.PIPE, text=True)
        first = self._process.stdout.readline()
        found = re.search(r"serves gRPC on (\S+)", first)
        assert found, f"the broker said {first!r} instead of where it serves"
        self.address = self._listen = found[1]

    def stop(self) -> None:
        """Stop it in good order."""
        self._process.send_signal(signal.SIGTERM)
        self._end()

    def kill(self) -> None:
        """Stop it in the midst of what it does."""
        self._process.kill()
        self._end()

    def _end(self) -> None:
        self._process.wait(timeout=30)
        self._process.stdout.close()

    def close(self) -> None:
        """Stop it, and remove its data."""
        if self._process.poll() is None:
            self.stop()
        self._data.cleanup()
