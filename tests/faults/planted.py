"""The faults that are planted one by one, each with the tests that must find it.

A fault is a text that stands exactly once in its file, and what stands there instead.
"""

from __future__ import annotations

from dataclasses import dataclass

SHORT = "tests/faults/test_short.py::test_nothing_is_lost_and_nothing_is_doubled"
SLOTS = "mobile/store/slots.py"
PHOTO_FILES = "server/core/files/photo_files.py"
READY_PARTS = "server/core/files/ready_parts.py"
PHOTOS = "server/laporan/photos.py"
RECEIVE = "server/laporan/receive_laporan.py"
SYNC = "server/sinkron/sync.py"


@dataclass(frozen=True)
class Mutant:
    """One fault."""

    what: str
    file: str
    text: str
    instead: str
    tests: tuple[str, ...]


def _m(what: str, file: str, text: str, instead: str, *tests: str) -> Mutant:
    return Mutant(what, file, text, instead, tests)


MUTANTS: tuple[Mutant, ...] = (
    # Nothing is lost on the phone
    _m(
        "phone: a file is named before its bytes are synced", "mobile/store/disk.py",
        "            disk.sync(file)\n", "",
        f"{SHORT}[phone-calls]",
    ),
    _m(
        "phone: syncing a file does nothing", "mobile/store/disk.py",
        "        os.fsync(file.fileno())\n", "        file.flush()\n",
        f"{SHORT}[phone-files]",
    ),
    _m(
        "phone: the folder of a store is not synced", SLOTS,
        "                self._disk.sync_folder(path.parent)\n", "                pass\n",
        f"{SHORT}[phone-calls]",
    ),
    _m(
        "phone: a write goes over the newest generation", SLOTS,
        "        return min(SLOTS, key=self._age)\n", "        return max(SLOTS, key=self._age)\n",
        "tests/mobile/store/test_damage.py",
    ),
    _m(
        "phone: a damaged file is taken for whole", "mobile/store/sealed.py",
        '        raise Broken("hash")\n', "        pass\n",
        "tests/mobile/store/test_damage.py",
    ),
    _m(
        "phone: the step to today's shape is skipped", "mobile/store/migrations.py",
        "STEPS[version - 1 :]", "STEPS[version:]",
        "tests/mobile/store/test_migrations.py",
    ),
    _m(
        "phone: a portal's page counts as an answer", "mobile/sync/answers.py",
        "        raise outcome.Portal(_shown(answer))\n    body = _json(answer)\n"
        '    if body is None or not isinstance(body.get("protocol"), int):\n'
        "        raise outcome.Portal(_shown(answer))\n",
        '        return {"protocol": 1, "server_time": "2026-11-24T12:00:00Z", "cursor": 0}\n'
        "    body = _json(answer) or {}\n",
        "tests/both/test_through_a_bad_link.py::test_a_portals_page_is_no_receipt",
    ),
    _m(
        "phone: the wait after a failure never grows", "mobile/sync/backoff.py",
        "min(self._failures + 1, 10)", "0",
        "tests/mobile/sync/test_when_nothing_gets_through.py",
    ),
    _m(
        "phone: a receipt is not written down", "mobile/domain/record_answers.py",
        "        resi=known,\n        sent_state=PhoneState.RECEIVED if done",
        "        sent_state=PhoneState.RECEIVED if done",
        f"{SHORT}[phone-calls]",
    ),
    # Nothing is lost at the server
    _m(
        "server: the receipt leaves before the commit", SYNC,
        "    results, told = _take_in(ctx, device, call, at)\n",
        "    import threading\n"
        "    results, told = list[Result](), Told()\n"
        "    try:\n"
        "        with ctx.database.write() as db:\n"
        "            results = [laporan_step(ctx.wilayah, sent, device, at)(db)"
        " for sent in call.laporan]\n"
        "            raise LookupError\n"
        "    except LookupError:\n"
        "        late = threading.Timer(0.2, _take_in, (ctx, device, call, at))\n"
        "        late.daemon = True\n"
        "        late.start()\n",
        f"{SHORT}[server-kills]",
    ),
    _m(
        "server: a report's commit is not synced", SYNC,
        "durable = bool(call.items or call.read", "durable = bool(call.read",
        "tests/server/core/test_store_trouble.py",
    ),
    _m(
        "server: a photo's name is not synced", "server/core/files/folder_store.py",
        "        if wait:\n", "        if False:\n",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: the name of a photo that came at once is not synced", PHOTO_FILES,
        "wait=not was_ready", "wait=False",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: the names of parts that are made ready are not synced", READY_PARTS,
        "            sync_folder(folder)\n", "            pass\n",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: a part made anew is taken for the one that was ready", READY_PARTS,
        "self._stamps.pop(path, None) == _stamp(handle)",
        "self._stamps.pop(path, None) is not None",
        "tests/server/sinkron/test_photos_made_ready.py",
    ),
    _m(
        "server: a bucket's answer alone is believed", "server/core/files/bucket_store.py",
        "                if bytes(obstore.get(self._store, name).bytes()) != data:\n",
        "                if self.is_near:\n",
        "tests/server/rawat/test_photos_in_a_bucket.py",
    ),
    _m(
        "server: photos of an emptied bucket are marked lost", PHOTO_FILES,
        "        self._looked_at = -math.inf\n        self.require()\n        return True\n",
        "        return True\n",
        "tests/server/rawat/test_photos_in_a_bucket.py",
    ),
    _m(
        "server: a new village's folder is not synced", "server/core/files/disk.py",
        "        make_folder(folder.parent)\n        folder.mkdir(mode=0o700, exist_ok=True)\n",
        "        folder.mkdir(mode=0o700, parents=True, exist_ok=True)\n",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: the bytes of a broken upload are not synced", PHOTO_FILES,
        "            os.fsync(file.fileno())\n        sync_folder(self._part(key).parent)\n",
        "            pass\n",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: a photo's bytes are not checked", "server/core/files/photo_key.py",
        "    if hashlib.sha256(data).hexdigest() != key.sha256:\n        raise WrongBytesError\n",
        "",
        "tests/server/sinkron/test_photos.py",
    ),
    _m(
        "server: a photo that was cut short counts as whole", "server/core/files/jpeg.py",
        "        if scans > MOST_SCANS or found is None:\n            raise BrokenJpegError\n",
        '        if found is None:\n            return data + b"\\xff\\xd9"\n',
        "tests/server/core/test_jpeg.py",
    ),
    _m(
        "server: a note that could not be written is lost", "server/laporan/photo_notes.py",
        "                self._take_back(whole, came)\n", "",
        "tests/server/sinkron/test_photos_broken.py",
    ),
    _m(
        "server: what waits is not noted at the end", "server/laporan/photo_notes.py",
        "            timer.join()\n        self.write()\n", "            timer.join()\n",
        "tests/server/sinkron/test_photos_broken.py",
    ),
    _m(
        "server: a photo that came at once is not synced", PHOTO_FILES,
        "                os.fdatasync(handle)\n", "                pass\n",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: bytes are taken at another offset", PHOTOS,
        "            if found.here != offset:\n", "            if False:\n",
        "tests/server/sinkron/test_photos.py::test_another_offset_leaves_the_file_untouched",
    ),
    _m(
        "server: a writer never lets go of a photo", PHOTOS,
        "            self._ctx.turns.give(_turn(key))\n", "            pass\n",
        f"{SHORT}[server-photos]",
    ),
    _m(
        "server: an older version is taken for the newer", RECEIVE,
        "    if laporan.versi <= head.versi:\n", "    if False:\n",
        "tests/server/laporan/test_receiving.py",
    ),
    _m(
        "server: after a restore the numbers go on where the copy stood",
        "server/core/db/restoring.py",
        "replaced.get(name, 0)) + JUMP\n", "replaced.get(name, 0))\n",
        "tests/server/rawat/test_after_a_restore.py",
    ),
    _m(
        "server: one number for two reports", RECEIVE,
        "-{number:04d}", "-{(number + 1) // 2:04d}",
        f"{SHORT}[server-kills]", "tests/server/laporan/test_receiving.py",
    ),
    _m(
        "server: the cursor skips what did not fit", SYNC,
        'rows[-1]["seq"] if more else newest', "newest",
        "tests/server/sinkron/test_changes.py",
    ),
    _m(
        "server: an answer is as long as it comes", SYNC,
        "size > MOST_BYTES", "size > 10**9",
        "tests/both/test_through_a_bad_link.py"
        "::test_a_long_story_comes_in_answers_that_a_short_link_carries",
    ),
    _m(
        "server: a damaged backup is called a newer one", "server/rawat/restore.py",
        "        return DamagedError()\n", "        return TooNewError()\n",
        "tests/server/rawat/test_care.py",
    ),
    _m(
        "server: what the quick lane refuses is taken for a fault of ours", "server/http/lane.py",
        "        if kind in handlers and kind is not Exception:\n", "        if False:\n",
        "tests/server/sinkron/test_envelope.py",
    ),
    _m(
        "server: an inventory once found true is believed for ever", "server/sinkron/inventory.py",
        "    if matched.get(device.id) == claim:\n", "    if device.id in matched:\n",
        "tests/server/sinkron/test_inventory.py",
    ),
    # Nobody gets in
    _m(
        "door: another village's report is taken", RECEIVE,
        "    if is_elsewhere(sent.message, device.desa):\n", "    if False:\n",
        "tests/server/laporan/test_receiving.py", "tests/server/core/test_roles.py",
    ),
    _m(
        "door: another village's report is mended", RECEIVE,
        "    if head.desa != new.device.desa:\n", "    if False:\n",
        "tests/server/laporan/test_receiving.py",
    ),
    _m(
        "door: a window of another site is let in", "server/http/visitor.py",
        "    return found is not None and found.netloc.lower() == host(visit).lower() != \"\"\n",
        "    return True\n",
        "tests/server/http/test_door.py",
    ),
    _m(
        "door: tokens and codes are kept as they are", "server/core/devices.py",
        '    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()\n',
        "    return secret\n",
        "tests/server/hp/test_activation.py::test_tokens_and_codes_are_kept_as_hashes_only",
    ),
    _m(
        "door: codes can be guessed without end", "server/core/rate_limit.py",
        "        if len(recent) < self.most:\n", "        if True:\n",
        "tests/server/hp/test_activation.py",
    ),
    _m(
        "door: a decision does not ask for the role", "server/kantor/announcements.py",
        "    permit(account, Permission.ANNOUNCE)\n", "",
        "tests/server/core/test_roles.py",
    ),
    _m(
        "door: sensitif photos leave the desk", "shared/sensitif.py",
        "for photo in photos if not photo.sensitif", "for photo in photos",
        "tests/shared/test_sensitif.py",
    ),
    _m(
        "door: an altered line of the log goes unseen", "server/core/rows/audit_rows.py",
        '        if row["id"] != lines or row["hash"] != head:\n', "        if False:\n",
        "tests/server/core/test_audit.py",
    ),
)  # fmt: skip
