"""What the phone believes of its connection: a hint to try sending, never a reason not to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import flet as ft

_PATIENCE_S = 5

Listener = Callable[[bool], None]


class DeviceConnectivity:
    """Listens to the system for as long as it is held."""

    def __init__(self, service: ft.Connectivity | None = None) -> None:
        self._listeners: list[Listener] = []
        # The handler goes in at the making: one set later does not reach the system.
        self._service = service or ft.Connectivity(on_change=self.changed)

    async def connected(self) -> bool:
        return any_network(await self.kinds())

    async def kinds(self) -> tuple[str, ...]:
        """``wifi``, ``mobile``, …, ``none``; empty where the system does not tell."""
        try:
            kinds = await asyncio.wait_for(self._service.get_connectivity(), _PATIENCE_S)
        except (RuntimeError, TimeoutError, ValueError):
            return ()
        return tuple(kind.value for kind in kinds)

    def on_change(self, listener: Listener) -> None:
        """Call `listener` at every change; it is held, so hold nothing else for it."""
        self._listeners.append(listener)

    def changed(self, event: ft.ConnectivityChangeEvent) -> None:
        """The service's own handler."""
        connected = any_network(kind.value for kind in event.connectivity)
        for listener in tuple(self._listeners):
            listener(connected)


def any_network(kinds: Iterable[str]) -> bool:
    """Unknown counts as connected: then the attempt itself will tell."""
    known = set(kinds)
    return not known or known != {"none"}
