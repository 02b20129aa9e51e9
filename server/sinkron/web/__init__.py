"""The routes of what phones send and fetch."""

from server.http.lane import Handlers
from server.sinkron.web import photos, sync, titipan
from shared.protocol import PHOTOS, SYNC

ROUTERS = (sync.router, photos.router, titipan.router)
DESK_ROUTERS = ()
LANE: Handlers = {("POST", SYNC): sync.post_sync, ("POST", PHOTOS): photos.create}
"""What is asked by the thousand."""
