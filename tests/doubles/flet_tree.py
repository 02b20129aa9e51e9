"""A Flet component tree without any client: render, find, type, tap, go elsewhere.

Flet gives no official way to do this, so all that leans on its internals (pinned to 1.0.5)
stands in this one file.

    async with rendered(Screen, state) as tree:
        await tree.type("Nama", "Ida (contoh)")
        await tree.tap("Simpan")
        assert "Tersimpan" in tree.texts()
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import flet as ft
import msgpack
from flet.components.public_utils import unwrap_component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

C = TypeVar("C")

LABELS = ("label", "tooltip", "content", "text", "semantics_label", "value", "hint_text")
_PACK = configure_encode_object_for_msgpack(BaseControl)


class Tree:
    """What a person would see of one session, and what they could do to it."""

    def __init__(self, connection: FakeConnection, session: Session) -> None:
        self.connection = connection
        self.session = session
        self.page = session.page
        self.errors: list[str] = connection.errors

    def all(self) -> list[Any]:
        """Every control of the views, of open dialogs too, in drawing order."""
        seen: set[int] = set()
        roots = [self.page.views, self.page._dialogs.controls]
        return [control for root in roots for control in _walk(root, seen)]

    def find(self, kind: type[C], **wanted: Any) -> list[C]:
        """Controls of a class whose properties have the wanted values."""
        return [
            control
            for control in self.all()
            if isinstance(control, kind)
            and all(getattr(control, name, None) == value for name, value in wanted.items())
        ]

    def one(self, kind: type[C], **wanted: Any) -> C:
        found = self.find(kind, **wanted)
        assert len(found) == 1, f"{len(found)} {kind.__name__} {wanted} in {self.texts()}"
        return found[0]

    def texts(self) -> list[str]:
        """All words on the screen: texts and the labels of buttons, chips and fields."""
        words: list[str] = []
        for control in self.all():
            if isinstance(control, ft.Text):
                words.append(control.value or "".join(s.text or "" for s in control.spans or []))
            else:
                names = (getattr(control, name, None) for name in LABELS if name != "value")
                words.extend(word for word in names if isinstance(word, str) and word)
        return words

    def has(self, words: str) -> bool:
        """Whether ``words`` stand anywhere on the screen."""
        return any(words in text for text in self.texts())

    def named(self, name: str) -> Any:
        """The one thing to tap that is called ``name`` (or holds a text of that name)."""
        taps = [c for c in self.all() if _tap_event(c) is not None]
        exact = [c for c in taps if name in _own_names(c)]
        found = exact or [c for c in taps if name in _inner_names(c)]
        assert found, f"nothing to tap called {name!r} in {self.texts()}"
        return found[-1]

    async def tap(self, target: str | Any) -> None:
        """Tap a control, or the one so named; disabled ones refuse."""
        control = self.named(target) if isinstance(target, str) else target
        assert not getattr(control, "disabled", False), f"{target} is disabled"
        event = _tap_event(control)
        assert event is not None, f"{control} takes no tap"
        await self.fire(control, event)

    async def type(self, field: str | Any, text: str, *, leave: bool = True) -> None:
        """Type into a field (found by label, hint or semantics) and leave it."""
        control = self.field(field) if isinstance(field, str) else field
        await self.fire(control, "focus")
        await self.set(control, "value", text)
        if leave:
            await self.fire(control, "blur")

    def field(self, name: str) -> Any:
        """The field with this label or hint, or inside ``ft.Semantics(label=name)``."""
        fields = [c for c in self.all() if isinstance(c, ft.TextField | ft.Dropdown)]
        for control in fields:
            if name in (control.label, control.hint_text, getattr(control, "tooltip", None)):
                return control
        for wrap in self.find(ft.Semantics, label=name):
            for inner in _walk([wrap.content], set()):
                if isinstance(inner, ft.TextField | ft.Dropdown):
                    return inner
        raise AssertionError(f"no field called {name!r} among {[f.label for f in fields]}")

    async def set(self, control: Any, name: str, value: Any, event: str = "change") -> None:
        """What the client does when a person changes a value: patch, then tell."""
        self.session.apply_patch(control._i, {name: value})
        await self.fire(control, event, value)

    async def fire(self, control: Any, event: str, data: Any = None) -> None:
        """Deliver an event as the client would, and let all that follows happen."""
        await self.session.dispatch_event(control._i, event, data)
        await self.settle()

    @property
    def route(self) -> str:
        """The address in the browser's bar."""
        return str(self.page.route)

    async def go(self, route: str) -> None:
        """Another address in the browser's bar."""
        self.connection.visited.append(route)
        await self.connection.at(route)
        await self.settle()

    async def back(self) -> None:
        """The browser's back button."""
        self.connection.visited.pop()
        await self.connection.at(self.connection.visited[-1])
        await self.settle()

    async def resize(self, width: float, height: float) -> None:
        self.session.apply_page_patch({"width": width, "height": height})
        await self.page._trigger_event("resize", {"width": width, "height": height})
        await self.settle()

    async def settle(self, seconds: float = 0.03) -> None:
        """Let tasks, effects and re-renders run until nothing new is sent."""
        for _ in range(100):
            before = len(self.connection.sent)
            await asyncio.sleep(seconds / 3)
            await asyncio.sleep(0)
            if len(self.connection.sent) == before:
                break
        assert not self.errors, "\n".join(self.errors)

    async def until(self, met: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait for something that other threads or timers bring about."""
        for _ in range(int(seconds / 0.02)):
            if met():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"it did not happen; on the screen: {self.texts()}")


class FakeConnection(Connection):
    """Keeps what would go to the client, and answers the calls that the client would."""

    def __init__(self, replies: dict[str, Any]) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub(loop=self.loop)
        self.page_url = "http://tree.test"
        self.replies = replies
        self.session: Session | None = None
        self.sent: list[tuple[MessageAction, bytes]] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.errors: list[str] = []
        self.visited: list[str] = []
        self._going: set[asyncio.Task[None]] = set()

    async def at(self, route: str) -> None:
        """Tell the program where the browser is now, as the client does."""
        assert self.session is not None
        self.session.apply_page_patch({"route": route})
        await self.session.page._trigger_event("route_change", {"route": route})

    def send_message(self, message: Message) -> None:
        # Packing has a side effect that the next diff needs: it remembers what was sent.
        self.sent.append((message.action, pack([message.action, message.body])))
        if message.action == MessageAction.INVOKE_METHOD:
            self._answer(message.body)
        elif message.action == MessageAction.SESSION_CRASHED:
            self.errors.append(str(message.body.message))

    def _answer(self, call: Any) -> None:
        self.calls.append((call.name, call.args or {}))
        reply = self.replies.get(call.name)
        result = reply(call.args or {}) if callable(reply) else reply
        assert self.session is not None
        if call.name == "push_route":
            self.visited.append(call.args["route"])
            going = self.loop.create_task(self.at(call.args["route"]))
            self._going.add(going)
            going.add_done_callback(self._going.discard)
        self.loop.call_soon(
            self.session.handle_invoke_method_results, call.control_id, call.call_id, result, None
        )

    def dispose(self) -> None:
        """Nothing is held."""


def pack(value: Any) -> bytes:
    packed = msgpack.packb(value, default=_PACK)
    assert packed is not None
    return packed


@asynccontextmanager
async def opened(
    *,
    route: str = "/",
    width: float = 412,
    height: float = 915,
    replies: dict[str, Any] | None = None,
    **page: Any,
) -> AsyncIterator[Tree]:
    """A session with an empty page: run ``main(tree.page)`` or ``tree.page.render…`` yourself.

    ``replies`` answers calls to the client by method name, e.g. ``{"get_permission": "granted"}``.
    """
    connection = FakeConnection(replies or {})
    session = Session(connection)
    connection.session = session
    token = _context_page.set(session.page)  # pyright: ignore[reportArgumentType] # Flet's hint
    first = {"web": True, "platform": "android", "route": route, "width": width, "height": height}
    session.apply_page_patch({**first, **page})
    connection.visited.append(route)
    pack(session.get_page_patch())
    tree = Tree(connection, session)
    try:
        yield tree
    finally:
        session.close()
        await asyncio.sleep(0)
        _context_page.reset(token)


@asynccontextmanager
async def rendered(
    component: Callable[..., Any], *args: Any, views: bool = False, **options: Any
) -> AsyncIterator[Tree]:
    """One component on a page; ``views=True`` for one that answers with views or a router."""
    async with opened(**options) as tree:
        tree.page.on_error = lambda e: tree.errors.append(str(e.data))
        (tree.page.render_views if views else tree.page.render)(component, *args)
        await tree.settle()
        yield tree


def _walk(value: Any, seen: set[int]) -> Iterator[Any]:
    value = unwrap_component(value)
    if isinstance(value, list | tuple):
        for item in value:
            yield from _walk(item, seen)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        if id(value) in seen:
            return
        seen.add(id(value))
        if isinstance(value, BaseControl):
            if getattr(value, "visible", True) is False:
                return
            yield value
        for field in dataclasses.fields(value):
            if field.name.startswith("_") or field.metadata.get("skip"):
                continue
            inner = getattr(value, field.name, None)
            if isinstance(inner, list | tuple) or dataclasses.is_dataclass(inner):
                yield from _walk(inner, seen)


def walked(roots: list[Any]) -> list[Any]:
    """Every control in and below these."""
    return list(_walk(roots, set()))


def words_in(control: Any) -> list[str]:
    """The texts inside one control."""
    return [c.value for c in _walk([control], set()) if isinstance(c, ft.Text) and c.value]


def _tap_event(control: Any) -> str | None:
    for event in ("click", "tap", "select"):
        if getattr(control, f"on_{event}", None) is not None:
            return event
    return None


def _own_names(control: Any) -> list[str]:
    names = [getattr(control, name, None) for name in LABELS]
    return [name for name in names if isinstance(name, str)]


def _inner_names(control: Any) -> list[str]:
    return [name for inner in _walk([control], set()) for name in _own_names(inner)]
