"""The kabupaten's pages, behind the log-in."""

from server.kabupaten.web import pages

ROUTERS = ()
DESK_ROUTERS = (pages.router,)
