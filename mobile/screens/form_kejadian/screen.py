"""The form of a kejadian, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens.form_kejadian import view
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.opening import use_form, use_leaving
from mobile.screens.form_parts.page import use_scroll
from mobile.screens.view import page_view
from mobile.widgets.frame import page_ground
from mobile.widgets.layout import nothing


@ft.component
def FormKejadian() -> ft.View:
    """Above the tabs."""
    ident = ft.use_route_params().get("id", "")
    form = use_form(ident)
    use_leaving(form, ident)
    return page_view(KejadianForm(form) if form else page_ground(nothing()))


@ft.component
def KejadianForm(form: FormState) -> ft.Control:
    """Drawn anew after each choice, with the sheet that is open."""
    column = use_scroll(form)
    ft.use_dialog(view.form_sheet(form))
    return view.form_page(form, column)
