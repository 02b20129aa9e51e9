"""One POST sync: what is in it, how a poisoned one is taken apart, how its answer is kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from mobile import ports
from mobile.domain.record import Record, tried
from mobile.domain.record_answers import requeued
from mobile.ports import READ, SyncState
from mobile.sync import outcome
from mobile.sync.apply import Apply
from mobile.sync.carry import Carry, in_order
from mobile.sync.outbox import NextPhoto, fill, to_json
from shared import protocol as p
from shared.clock import Clock, format_time, parse_time
from shared.codec import decode_laporan, encode
from shared.laporan import Laporan

log = logging.getLogger(__name__)

KEPT_KINDS = ("pembinaan", "announcement", "complaint")
"""What has no place on this phone yet, and is kept as it came."""

MATCH, SEND_LIST = "match", "send_list"

PROVES_NOTHING = (outcome.Refused, outcome.ServerFault, outcome.Unexpected)
"""Failures that one item may have brought about, or the call as a whole."""


class SyncCall(Protocol):
    """The one call that this file makes."""

    async def sync(self, body: bytes) -> p.SyncAnswer: ...


@dataclass
class Exchange:
    """Calls the server with what is due, and remembers what it answered.

    ``again`` tells that another call is worth while at once; ``left_out`` holds the versions that
    have had their turn in this visit, so that no answer can make it go round for ever.
    """

    api: SyncCall
    laporan: ports.LaporanStore
    state: ports.StateStore
    clock: Clock
    space: ports.Space | None = None
    app_version: str = "1.0.0"
    lacking: dict[str, p.MissingPhoto] = field(default_factory=dict[str, p.MissingPhoto])
    left_out: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    carries: tuple[Carry, ...] = ()
    at_once: int = p.MAX_LAPORAN_PER_CALL
    listed: str = ""
    again: bool = False
    carrying: bool = True
    """False for the rest of a visit once what travels beside the reports spoiled a call."""

    def begin(self) -> None:
        """A new visit: everything may be tried once more."""
        self.lacking, self.again, self.carrying = {}, False, True
        self.left_out.clear()

    async def send(self, due: Sequence[Record], queued: int) -> None:
        """One call with as many of these as it can carry; raises ContactFailed."""
        head = await asyncio.to_thread(self._loaded_head, queued)
        batch = fill(due[: self.at_once], len(to_json(head)))
        try:
            await self._call(head, [record.sent for record in batch if record.sent])
        except outcome.NoSignal:
            # On a link that lasts for a few kB only, one report gets through where twenty do not.
            self.at_once = max(1, len(batch) // 2)
            raise
        self.at_once = min(p.MAX_LAPORAN_PER_CALL, self.at_once * 2)

    async def _call(self, head: dict[str, Any], items: list[Laporan]) -> None:
        try:
            await self._once(head, items)
        except PROVES_NOTHING as error:
            beside = [carry.key for carry in self.carries if head.get(carry.key)]
            if beside:
                log.warning("sync with %s failed: %s", ", ".join(beside), error.detail)
                self.carrying = False
                return await self._call({**head, **{key: [] for key in beside}}, items)
            if not items:
                raise
            await self._take_apart(head, items, error)

    async def _take_apart(
        self, head: dict[str, Any], items: list[Laporan], error: outcome.ContactFailed
    ) -> None:
        """Find the item that spoils the call, so that the rest go on.

        First without any: if that fails too, no item is to blame, and it raises.
        """
        log.warning("sync of %d items failed: %s", len(items), error.detail)
        await self._once(head, [])
        head = await asyncio.to_thread(self._head, head["device"]["queued"])
        await self._halves(head, items, error)

    async def _halves(
        self, head: dict[str, Any], items: list[Laporan], error: outcome.ContactFailed
    ) -> None:
        if len(items) == 1:
            return await self._set_aside(items[0], error)
        middle = len(items) // 2
        for half in (items[:middle], items[middle:]):
            try:
                await self._once(head, half)
            except PROVES_NOTHING as failure:
                await self._halves(head, half, failure)

    async def _set_aside(self, item: Laporan, error: outcome.ContactFailed) -> None:
        """For good when the server refused it, else for this visit."""
        if isinstance(error, outcome.Refused):
            problems = error.problems or (p.Gap("", error.code or p.REFUSED),)
            apply = Apply(self.laporan, format_time(self.clock.now()))
            await asyncio.to_thread(apply.set_aside, item, problems)
        else:
            self.left_out.add(item.key)

    async def _once(self, head: dict[str, Any], items: list[Laporan]) -> None:
        await asyncio.to_thread(self._mark_tried, items)
        body = to_json({**head, "laporan": encode(items)})
        before = self.clock.now()
        answer = await self.api.sync(body)
        after = self.clock.now()
        phone_time = before + (after - before) / 2
        offset = (phone_time - parse_time(answer.server_time)).total_seconds()
        # Shielded: an answer that has come is written down whole, also when the visit is stopped.
        keep = asyncio.to_thread(self._keep, head, items, answer, round(offset, 1))
        await asyncio.shield(keep)

    def _loaded_head(self, queued: int) -> dict[str, Any]:
        """With what travels beside the reports."""
        beside = {carry.key: carry.due() for carry in self.carries if self.carrying}
        return {**self._head(queued), **{key: items for key, items in beside.items() if items}}

    def _head(self, queued: int) -> dict[str, Any]:
        state, received = self.state.sync_state(), self.laporan.received()
        digest = p.inventory_digest(received)
        wanted = state.send_list and digest != self.listed
        return {
            "cursor": state.cursor,
            "read": list(state.read_marks),
            "inventory": {"count": len(received), "digest": digest},
            "inventory_list": [list(pair) for pair in received] if wanted else None,
            "device": {
                "time": format_time(self.clock.now()),
                "app_version": self.app_version,
                "queued": queued,
                "free_mb": self.space.free_mb() if self.space else None,
            },
        }

    def _mark_tried(self, items: list[Laporan]) -> None:
        for item in items:
            self.laporan.update(item.id, lambda r, item=item: tried(r, item.versi), settle=False)

    def _keep(
        self, head: dict[str, Any], items: list[Laporan], answer: p.SyncAnswer, offset: float
    ) -> None:
        """Reports first, then the cursor: after a crash in between, the changes come again."""
        at = format_time(self.clock.now())
        apply = Apply(self.laporan, at)
        self.lacking = {photo.sha256: photo for photo in answer.missing_photos}
        unanswered = self._results(apply, items, answer)
        more_beside = self._carried(head, answer)
        for change in answer.changes:
            apply.change(change)
            self._carry_change(change)
        for ident in answer.resend:
            self.laporan.update(ident, requeued)
        self._photos(apply)
        digest = head["inventory"]["digest"]
        if head["inventory_list"] is not None:
            self.listed = digest
        elif answer.inventory == MATCH:
            self.listed = ""
        self.again = (
            unanswered or more_beside or _worth_another_call(head, answer, digest != self.listed)
        )
        self.state.update_sync(lambda s: _contacted(s, head, answer, at, offset, unanswered))

    def _results(self, apply: Apply, items: list[Laporan], answer: p.SyncAnswer) -> bool:
        """Write down the results; whether a newer version was spoken of that did not come."""
        newer = _newest_versions(answer)
        lost_sight = False
        for item, result in zip(items, _in_their_order(items, answer.results), strict=True):
            self.left_out.add(item.key)
            if result is not None:
                apply.result(item, result, self.lacking, newer.get(item.id))
                lost_sight |= result.state == p.STALE and item.id not in newer
        return lost_sight

    def _carried(self, head: dict[str, Any], answer: p.SyncAnswer) -> bool:
        """The words on what travelled beside; whether more of it waits than one call takes."""
        more = False
        for carry in self.carries:
            sent: list[dict[str, Any]] = head.get(carry.key) or []
            answered = in_order(sent, answer.results)
            for item, result in answered:
                carry.result(item, result)
            more |= bool(answered) and bool(carry.due())
            carry.settle(self.lacking)
        return more

    def _carry_change(self, change: p.Change) -> None:
        for carry in self.carries:
            try:
                carry.change(change)
            except ports.StoreError:
                raise
            except Exception as error:  # noqa: BLE001 - see Apply.change
                log.warning("change %s (%s) skipped: %r", change.seq, change.kind, error)

    def photo_beside(self, skipped: set[str]) -> NextPhoto | None:
        """The next photo of what travels beside the reports; blocks."""
        for carry in self.carries:
            for ident, foto in carry.photos():
                lacking = self.lacking.get(foto.sha256)
                if lacking is not None and foto.sha256 not in skipped:
                    return NextPhoto(Record(id=ident), foto, 0, lacking.offset)
        return None

    def _photos(self, apply: Apply) -> None:
        """Bring every report's list of missing photos up to what the server says."""
        records = self.laporan.open_records()
        for record in records:
            apply.still_missing(record, self.lacking)
        known = {foto.sha256 for r in records if r.sent for foto in r.sent.foto}
        stray = set(self.lacking) - known
        for month in self.laporan.months() if stray else ():
            for record in self.laporan.history(month):
                apply.still_missing(record, self.lacking)


def _in_their_order(items: list[Laporan], results: tuple[p.Result, ...]) -> list[p.Result | None]:
    """The result of each item: they come in the order sent, and each names its id."""
    if [r.id for r in results] == [item.id for item in items]:
        return list(results)
    by_id = {r.id: r for r in results}
    return [by_id.get(item.id) for item in items]


def _worth_another_call(head: dict[str, Any], answer: p.SyncAnswer, list_is_news: bool) -> bool:
    if answer.more and answer.cursor != head["cursor"]:
        return True
    return answer.inventory == SEND_LIST and list_is_news


def _newest_versions(answer: p.SyncAnswer) -> dict[str, Laporan]:
    found: dict[str, Laporan] = {}
    for change in answer.changes:
        if change.kind != "laporan":
            continue
        try:
            incoming = decode_laporan(change.data)
        except (TypeError, ValueError, AttributeError):
            continue  # `Apply.change` says so in the log
        found[incoming.id] = incoming
    return found


def _contacted(
    state: SyncState,
    head: dict[str, Any],
    answer: p.SyncAnswer,
    at: str,
    offset: float,
    lost_sight: bool,
) -> SyncState:
    settings, inbox = state.settings, state.inbox
    for change in answer.changes:
        if change.kind == "settings":
            settings = change.data
        elif change.kind in KEPT_KINDS and isinstance(change.data.get("id"), str):
            key = f"{change.kind}/{change.data['id']}"
            read = inbox.get(key, {}).get(READ)
            inbox = {**inbox, key: {**change.data, READ: read}}
    return replace(
        state,
        cursor=None if lost_sight else answer.cursor,
        send_list=answer.inventory == SEND_LIST,
        last_contact=at,
        clock_offset_s=offset,
        read_marks=tuple(mark for mark in state.read_marks if mark not in head["read"]),
        token_refused=False,
        settings=settings,
        inbox=inbox,
    )
