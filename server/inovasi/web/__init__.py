"""The routes of the innovation: its public page, the survey, its files."""

from server.inovasi.web import about_page, innovation_files, survey_page

ROUTERS = (about_page.router, survey_page.router)
DESK_ROUTERS = (innovation_files.router,)
