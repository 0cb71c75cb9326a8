"""Reading in a process that may die or hang: each thread that reads, here or on a cluster, has one of its own."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
import weakref
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe

from db.blobs import BlobStore
from parsers.language.patterns import prepare_all
from parsers.policy import parse_policy
from tracker.reading import TOO_SLOW, Document, Limits, Result, limit_memory, read_here

DIED = "the reader's process ended without an answer: too much memory or time for one document"
# The process says itself when the time is up, unless code in C keeps it; to start takes it some seconds too.
_GRACE_S = 30.0
_END_S = 5
_OWN = threading.local()
# What a policy commonly says, read before the first document.
_COMMON = b"""<h1>Spravato (esketamine) nasal spray</h1><p>Effective January 1, 2026</p>
<h2>Initial criteria</h2>
<p>Esketamine is covered for treatment-resistant depression when all of the following are met:</p>
<ul><li>The member is 18 years of age or older</li><li>Prescribed by a psychiatrist</li>
<li>Two antidepressants of different classes have failed, each for 6 weeks at an adequate dose</li>
<li>No psychosis, dementia or substance use disorder</li><li>An oral antidepressant is taken</li>
<li>The site is enrolled in the REMS and monitors patients for 2 hours</li></ul><p>Approval is for 6 months.</p>
<h2>Renewal</h2><p>Clinical benefit is documented. Approval: 12 months.</p>
<h2>Exclusions</h2><p>Ketamine infusion is investigational for all other indications.</p>
<h2>Codes</h2><p>S0013, F33.2</p>"""


def read_document(blobs: BlobStore, document: Document, limits: Limits) -> Result:
    """Read a document within its limits, in a process apart where a thread asks for it."""
    if threading.current_thread() is threading.main_thread():
        return read_here(blobs, document, limits.seconds)
    if not hasattr(_OWN, "process"):
        _OWN.process = ReadingProcess()
    process: ReadingProcess = _OWN.process
    return process.read(blobs, document, limits)


@dataclass(slots=True, weakref_slot=True)
class ReadingProcess:
    """A process that reads one document after another; it ends with whoever has it, and is started when needed."""

    command: tuple[str, ...] = (sys.executable, "-m", "tracker.reading_apart")
    grace_s: float = _GRACE_S
    _connection: Connection | None = None
    _left: int = 0
    _end: weakref.finalize[..., ReadingProcess] | None = field(default=None, repr=False)

    def read(self, blobs: BlobStore, document: Document, limits: Limits) -> Result:
        """What became of a document; a process that gives no answer is ended."""
        connection = self._started(limits)
        try:
            connection.send((blobs, document, limits.seconds))
            if not connection.poll(limits.seconds + self.grace_s):
                self.end()
                return TOO_SLOW
            result: Result = connection.recv()
        except (EOFError, OSError):
            self.end()
            return DIED
        self._left -= 1
        if not self._left:
            self.end()
        return result

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._end is not None:
            self._end()
        self._connection = self._end = None

    def _started(self, limits: Limits) -> Connection:
        if self._connection is None:
            self._connection, theirs = Pipe()
            with theirs:
                # A worker of a cluster may have found ketwatch by other means than its environment.
                env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
                command = [*self.command, str(theirs.fileno()), str(limits.memory_mb)]
                process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=env, stdin=subprocess.DEVNULL)
            self._left = limits.documents_per_worker
            self._end = weakref.finalize(self, _stop, process, self._connection)
        return self._connection


def _stop(process: subprocess.Popen[bytes], connection: Connection) -> None:
    connection.close()
    process.kill()
    process.wait(_END_S)


def main(handle: int, memory_mb: int) -> None:
    """Answer what is asked on a connection until the other side closes it."""
    # The night's own process decides when the work ends; an interrupt reaches this one too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory_mb)
    # What a reader prepares once is no document's own time: expressions, and what libraries make at their first use.
    prepare_all()
    parse_policy(_COMMON)
    # What is in memory now stays as long as the process; looking through it again and again costs each document.
    gc.freeze()
    with Connection(handle) as connection:
        while True:
            try:
                asked = connection.recv()
            except EOFError:
                return
            connection.send(read_here(*asked))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
