"""The page of the villages' phones, and its entry in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from server.hp import teks
from server.hp.desk import addresses
from server.hp.desk.addresses import DevicesPlace
from server.hp.desk.screen import Perangkat
from shared.roles import Permission

SEEN_BY = Permission.MANAGE_DEVICES

PAGES = (Page("hp", addresses.read, Perangkat, SEEN_BY),)
MENU = (NavItem(80, menu.HP, teks.NAV_HP, ft.Icons.PHONE_ANDROID, DevicesPlace, SEEN_BY),)
