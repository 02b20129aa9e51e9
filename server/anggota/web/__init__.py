"""The routes of the roster."""

from server.anggota.web import roster_files

ROUTERS = ()
DESK_ROUTERS = (roster_files.router,)
