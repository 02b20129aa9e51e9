"""What this phone is called, so that the kecamatan can tell its devices apart."""

from __future__ import annotations

import asyncio

import flet as ft

_PATIENCE_S = 5
LONGEST = 60


async def device_name(page: ft.Page) -> str:
    """Maker and model, or browser and system; empty where the system does not tell."""
    try:
        info = await asyncio.wait_for(page.get_device_info(), _PATIENCE_S)
    except (RuntimeError, TimeoutError, TypeError, ValueError, KeyError):
        return ""
    return name_of(info)


def name_of(info: ft.DeviceInfo | None) -> str:
    """A short name of a device."""
    match info:
        case ft.AndroidDeviceInfo(manufacturer=maker, model=model):
            words = [maker.title() if model.lower().find(maker.lower()) < 0 else "", model]
        case ft.IosDeviceInfo(name=name, model=model):
            words = [name or model]
        case ft.WebDeviceInfo(browser_name=browser, platform=platform):
            words = [browser.value.title(), platform or ""]
        case _:
            words = []
    return " ".join(word for word in words if word)[:LONGEST]
