"""The routes of whoever runs the server."""

from server.rawat.web import operator

ROUTERS = (operator.router,)
DESK_ROUTERS = ()
