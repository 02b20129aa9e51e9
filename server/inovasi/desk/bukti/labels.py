"""How complete an indicator is, as a chip."""

from __future__ import annotations

import flet as ft

from server.desk.widgets.chips import chip
from server.inovasi import teks
from server.inovasi.indicator_words import with_unit
from server.inovasi.indicators import Lack, Standing


def readiness(one: Standing) -> ft.Control:
    """The chip of the overview."""
    step = one.step
    if step.lack is Lack.NOTHING:
        return chip("ok", ft.Icons.CHECK_CIRCLE, teks.SIAP)
    if step.lack is Lack.FILE:
        return chip("fix", ft.Icons.UPLOAD_FILE, teks.KURANG_BERKAS)
    if step.lack is Lack.FIGURE and step.by is not None and one.reached:
        return chip("wait", ft.Icons.TIMER, teks.KURANG.format(n=with_unit(one, step.by)))
    if one.reached:
        return chip("info", ft.Icons.TRENDING_UP, teks.TERLACAK)
    return chip("mute", ft.Icons.RADIO_BUTTON_UNCHECKED, teks.BELUM_ADA)
