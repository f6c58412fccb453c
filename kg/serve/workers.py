"""Processes that answer questions: one that takes too long is ended and replaced, which no thread could be.

Each process opens the same copy of the store; a question waits until a process is free.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pyoxigraph import Store as Oxigraph

from kg.serve.answers import answer
from kg.serve.questions import Answer, GraphQuestion, Limits, QueryQuestion, Refusal

__all__ = ["Workers"]

Question = QueryQuestion | GraphQuestion


class Workers:
    """So many processes that read the store at `path`."""

    def __init__(self, path: Path, *, base: str, limits: Limits, count: int) -> None:
        self._start = (path, base, int(limits.megabytes * 1_000_000))
        self._seconds = limits.seconds
        self._free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all = {_Worker(*self._start) for _ in range(count)}
        for worker in self._all:
            self._free.put(worker)

    def ask(self, question: Question) -> Answer:
        """The answer to a question, waiting for a free process; Refusal where it takes longer than allowed."""
        deadline = time.monotonic() + self._seconds
        try:
            worker = self._free.get(timeout=self._seconds)
        except queue.Empty:
            raise Refusal(503, "busy: no answer in time, as other questions take long; try again later") from None
        try:
            reply = worker.ask(question, max(0.05, deadline - time.monotonic()))
        except (TimeoutError, EOFError, OSError) as fault:
            worker.end()
            self._all.discard(worker)
            worker = _Worker(*self._start)
            self._all.add(worker)
            why = (
                f"takes longer than {self._seconds:g} seconds" if isinstance(fault, TimeoutError) else "takes too much"
            )
            raise Refusal(503, f"refused: the query {why}; ask for less") from None
        finally:
            self._free.put(worker)
        if isinstance(reply, Refusal):
            raise reply
        return reply

    def end(self) -> None:
        """Ends all processes."""
        for worker in self._all:
            worker.end()


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, path: Path, base: str, limit: int) -> None:
        # A fresh interpreter: a fork would copy the locks of the threads of the server.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, path, base, limit), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, question: Question, seconds: float) -> Answer | Refusal:
        self._pipe.send(question)
        if not self._pipe.poll(seconds):
            raise TimeoutError
        reply: Answer | Refusal = self._pipe.recv()
        return reply

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection[Any, Any], path: Path, base: str, limit: int) -> None:
    """Answers until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = Oxigraph.read_only(str(path))
    while True:
        try:
            question = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(answer(store, question, base=base, limit=limit))
        except Refusal as refusal:
            pipe.send(refusal)
        except (OSError, ValueError) as fault:
            pipe.send(Refusal(500, f"the store cannot answer: {' '.join(str(fault).split())[:200]}"))
