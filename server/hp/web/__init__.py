"""The routes of the phones: the app itself, their activation, and the slips of their codes."""

from server.hp.web import activation, routes, slips

ROUTERS = (activation.router, routes.router)
DESK_ROUTERS = (slips.router,)
