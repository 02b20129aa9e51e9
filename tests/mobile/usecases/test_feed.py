"""Whoever watches hears of changes on his own loop, from whichever thread they come."""

from __future__ import annotations

import asyncio
import threading

import pytest

from mobile.usecases.feed import Feed

pytestmark = pytest.mark.anyio


async def test_a_change_is_heard_on_the_watchers_thread() -> None:
    feed, heard = Feed(), asyncio.Event()
    threads: list[int] = []

    def hear() -> None:
        threads.append(threading.get_ident())
        heard.set()

    feed.watch(hear)
    await asyncio.to_thread(feed.tell)
    await heard.wait()
    assert threads == [threading.get_ident()]


async def test_many_changes_in_one_breath_are_heard_once() -> None:
    feed = Feed()
    heard: list[int] = []
    feed.watch(lambda: heard.append(1))
    for _ in range(100):
        feed.tell()
    await asyncio.sleep(0)
    assert heard == [1]
    feed.tell()
    await asyncio.sleep(0)
    assert heard == [1, 1]


async def test_who_has_left_hears_nothing() -> None:
    feed = Feed()
    heard: list[int] = []
    stop = feed.watch(lambda: heard.append(1))
    feed.tell()
    stop()
    await asyncio.sleep(0)
    stop()
    feed.tell()
    await asyncio.sleep(0)
    assert heard == []


async def test_a_closed_loop_is_forgotten() -> None:
    feed = Feed()
    loop = asyncio.new_event_loop()

    async def watch() -> None:
        feed.watch(lambda: None)

    await asyncio.to_thread(loop.run_until_complete, watch())
    loop.close()
    feed.tell()
    feed.tell()
