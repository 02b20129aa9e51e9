"""The routes of the reports."""

from server.laporan.web import files

ROUTERS = ()
DESK_ROUTERS = (files.router,)
