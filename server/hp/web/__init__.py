"""The routes of the phones: their activation, and the slips of their codes."""

from server.hp.web import activation, slips

ROUTERS = (activation.router,)
DESK_ROUTERS = (slips.router,)
