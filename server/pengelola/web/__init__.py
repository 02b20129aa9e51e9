"""The operator's pages, behind the log-in."""

from server.pengelola.web import adding_page, pages

ROUTERS = ()
DESK_ROUTERS = (adding_page.router, pages.router)
