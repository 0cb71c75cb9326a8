"""One of the processes that crawl payers one after another; when a spider takes it down, a new one takes its place."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_GRACE_S = 15


@dataclass(slots=True)
class Worker:
    """A process of `spiders.worker`, started when first needed. `stopped`: it runs no more spiders."""

    environment: Mapping[str, str]
    timeout_s: float
    stopped: bool = False
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def run(self, spider: str, log: Path) -> str | None:
        """Run a spider to its end; what went wrong with it in words, None for nothing."""
        process = self._started(log)
        try:
            assert process.stdin is not None  # noqa: S101
            process.stdin.write(json.dumps({"spider": spider, "log": str(log.resolve())}) + "\n")
            process.stdin.flush()
        except (BrokenPipeError, ValueError):
            return self._death(process)
        return self._answer(process)

    def stop(self) -> None:
        """Make whatever it does end soon; callable from another thread than the one that runs spiders."""
        self.stopped = True
        if self._process is not None:
            self._process.terminate()

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            _end(self._process)
            self._process = None

    def _started(self, log: Path) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            with log.open("ab") as output:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "spiders.worker"], env=self.environment, text=True,
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=output,
                )  # fmt: skip
        return self._process

    def _answer(self, process: subprocess.Popen[str]) -> str | None:
        assert process.stdout is not None  # noqa: S101
        # An answer is one short line, written at once: once it begins, it is there.
        ready, _, _ = select.select([process.stdout], [], [], self.timeout_s)
        if not ready:
            process.terminate()
            self.close()
            return f"the spider was stopped after {self.timeout_s:g} s"
        line = process.stdout.readline()
        if not line:
            return self._death(process)
        problem: str | None = json.loads(line)["problem"]
        return problem

    def _death(self, process: subprocess.Popen[str]) -> str:
        self.close()
        return f"the spider ended with exit code {process.returncode}"


def _end(process: subprocess.Popen[str]) -> None:
    """Let a process end by itself, for nothing more is asked of it, and make it end when it does not."""
    with suppress(BrokenPipeError), process:
        assert process.stdin is not None  # noqa: S101
        process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_S)
        if process.poll() is None:
            process.kill()
