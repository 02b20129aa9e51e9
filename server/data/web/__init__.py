"""The routes of what goes out: the open API, and files."""

from server.data.web import data_files, open_data

ROUTERS = (open_data.router,)
DESK_ROUTERS = (data_files.router,)
