"""The routes of the coachings."""

from server.pembinaan.web import files

ROUTERS = ()
DESK_ROUTERS = (files.router,)
