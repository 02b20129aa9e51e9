"""Threads that are none: what is handed to one is done on the spot.

So the order of a phone's calls is no matter of chance, and a run can be repeated from its seed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from tests.doubles.disk import Killed


class AtOnce(ThreadPoolExecutor):
    """An executor for `asyncio.to_thread`."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 as a thread's future does
            done.set_exception(error)
        return done


def use_no_threads() -> None:
    """For the running loop; and nobody asks after the tasks of a phone that was killed."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(AtOnce(1))
    loop.set_exception_handler(_silent_about_the_dead)


def _silent_about_the_dead(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if not isinstance(context.get("exception"), Killed):
        loop.default_exception_handler(context)
