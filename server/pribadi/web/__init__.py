"""The routes of what guards people."""

from server.pribadi.web import guard_files, privacy_page

ROUTERS = ()
DESK_ROUTERS = (privacy_page.router, guard_files.router)
