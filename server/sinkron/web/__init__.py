"""The routes of what phones send and fetch."""

from server.sinkron.web import photos, sync, titipan

ROUTERS = (sync.router, photos.router, titipan.router)
DESK_ROUTERS = ()
