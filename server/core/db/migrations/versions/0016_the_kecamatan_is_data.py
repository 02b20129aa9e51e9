"""Which kecamatan the data belongs to stands in the settings; the first one was Juai."""

import json
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

FIRST = Path(__file__).with_name("0016_juai.json")


def upgrade() -> None:
    settings = sa.table("settings", sa.column("key", sa.String), sa.column("value", sa.Text))
    juai = json.dumps(json.loads(FIRST.read_text(encoding="utf-8")))
    op.get_bind().execute(sa.insert(settings).values(key="wilayah", value=juai))
