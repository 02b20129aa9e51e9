"""The routes of the recaps: the public check of a paper, and the frozen files."""

from server.rekap.web import paper_check, rekap_files

ROUTERS = (paper_check.router,)
DESK_ROUTERS = (rekap_files.router,)
