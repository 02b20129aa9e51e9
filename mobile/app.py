"""The phone's shell: which screen stands at which address, the look, and when a send is tried.

`open_page` makes one window of the app; all windows of a process share one phone.
"""

from __future__ import annotations

import asyncio
import logging

import flet as ft

from mobile import teks
from mobile.ports import Connectivity, SyncReason
from mobile.screens import tampilan, trouble
from mobile.screens.aktivasi.state import is_ready
from mobile.screens.beranda.screen import Beranda
from mobile.screens.here import Here, here, settle_in
from mobile.screens.later import later, read_the_rest
from mobile.screens.live import use_fresh
from mobile.screens.tidak_ada import TidakAda
from mobile.screens.view import WIDE
from mobile.widgets.theme import FONTS

log = logging.getLogger("sinar.phone")

Aktivasi = later("aktivasi:Aktivasi")
Anggota = later("anggota:Anggota")
DataDesaScreen = later("data_desa:DataDesaScreen")
Desa = later("desa:Desa")
Detail = later("detail:Detail")
FormKegiatan = later("form_kegiatan:FormKegiatan")
FormKejadian = later("form_kejadian:FormKejadian")
Foto = later("detail:Foto")
Kamera = later("kamera:Kamera")
Kendala = later("pengaduan:Kendala")
KodeBaru = later("aktivasi:KodeBaru")
Laporan = later("laporan:Laporan")
Pembinaan = later("pembinaan:Pembinaan")
PembinaanDetail = later("pembinaan:PembinaanDetail")
Pengaduan = later("pengaduan:Pengaduan")
Pengaturan = later("pengaturan:Pengaturan")
PeriksaHp = later("periksa_hp:PeriksaHp")
Pindah = later("pindah:Pindah")
SetelahKirim = later("setelah_kirim:SetelahKirim")
Survei = later("survei:Survei")
Titip = later("titip:Titip")

TIMER_S = 60
HIDDEN = (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE, ft.AppLifecycleState.DETACH)


def screens() -> list[ft.Route]:
    """What lies above a tab is nested below it, so that the system's back button finds its way."""
    return [
        ft.Route(path="/laporan", component=Laporan, children=[
            ft.Route(path=":id", component=Detail, children=[
                ft.Route(path="foto/:nomor", component=Foto),
            ]),
        ]),
        ft.Route(path="/pembinaan", component=Pembinaan, children=[
            ft.Route(path=":id", component=PembinaanDetail),
        ]),
        ft.Route(path="/desa", component=Desa, children=[
            ft.Route(path="periksa", component=PeriksaHp),
            ft.Route(path="titip", component=Titip),
            ft.Route(path="pindah", component=Pindah),
            ft.Route(path="data", component=DataDesaScreen),
            ft.Route(path="pengaturan", component=Pengaturan),
            ft.Route(path="survei", component=Survei),
            ft.Route(path="pengaduan", component=Pengaduan, children=[
                ft.Route(path="tulis", component=Kendala),
            ]),
            ft.Route(path="anggota/:id", component=Anggota),
        ]),
        ft.Route(path="/", component=Beranda, children=[
            ft.Route(path="kode", component=KodeBaru),
            ft.Route(path="terkirim/:id", component=SetelahKirim),
            ft.Route(path="kegiatan/:id", component=FormKegiatan, children=[
                ft.Route(path="kamera", component=Kamera),
            ]),
            ft.Route(path="kejadian/:id", component=FormKejadian, children=[
                ft.Route(path="kamera", component=Kamera),
            ]),
        ]),
        ft.Route(path="/:lain*", component=TidakAda),
    ]  # fmt: skip


@ft.component
def App() -> ft.Control:
    """Activation until there is an identity, then the screens."""
    place = here()
    _drawn, set_drawn = ft.use_state(0)
    ready, set_ready = ft.use_state(lambda: is_ready(place))

    def redraw() -> None:
        set_ready(is_ready(place))
        set_drawn(lambda count: count + 1)

    async def load() -> None:
        set_ready(is_ready(place))

    place.redraw = redraw
    use_fresh(load)
    if not ready:
        return Aktivasi()
    return ft.Router(screens(), manage_views=True)


def open_page(place: Here, connectivity: Connectivity) -> None:
    """One window of the app."""
    page = place.page
    settle_in(place)
    dress(page, place.phone.state.preferences().look)
    trouble.catch(place)
    _listen(place, connectivity)
    page.render_views(App)
    place.phone.sync.request_sync(SyncReason.START)
    place.task(_every_minute, place)
    place.task(read_the_rest)


def dress(page: ft.Page, chosen: str | None) -> None:
    """Title, faces and language of the app, in the look that was chosen; None: the system's."""
    page.title = teks.APLIKASI
    page.fonts = FONTS
    page.padding = 0
    # What Flutter says by itself ("Dismiss", the pickers' words) is said in Indonesian.
    indonesian = ft.Locale("id", "ID")
    page.locale_configuration = ft.LocaleConfiguration([indonesian], indonesian)
    tampilan.put_on(page, chosen)


def _listen(place: Here, connectivity: Connectivity) -> None:
    page, sync = place.page, place.phone.sync

    def lifecycle(event: ft.AppLifecycleStateChangeEvent) -> None:
        place.in_front = event.state not in HIDDEN
        if event.state is ft.AppLifecycleState.RESUME:
            sync.request_sync(SyncReason.RESUME)
            place.resumed()
            place.redraw()

    def back() -> None:
        place.freshen()
        sync.request_sync(SyncReason.RESUME)

    def popped(_event: ft.ViewPopEvent) -> None:
        place.back()

    def brightness() -> None:
        tampilan.put_on(page, place.phone.state.preferences().look)
        place.redraw()

    def resized() -> None:
        if place.resized(WIDE):
            place.redraw()

    def changed(connected: bool) -> None:
        if connected and place.open:
            sync.request_sync(SyncReason.CONNECTED)

    page.on_app_lifecycle_state_change = lifecycle
    page.on_platform_brightness_change = brightness
    page.on_resize = resized
    page.on_connect = back
    page.on_close = place.close
    page.on_view_pop = popped
    connectivity.on_change(changed)


async def _every_minute(place: Here) -> None:
    """While the app is in front; a phone in the pocket is woken by the system, not by us."""
    while place.open:
        await asyncio.sleep(TIMER_S)
        if place.in_front and place.open:
            place.phone.sync.request_sync(SyncReason.TIMER)
