"""``sinar backup``, ``restore``, ``doctor``, …: the operator's care for the data."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from server.core import installation
from server.core import teks as umum
from server.core.commands import CommandError
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.database import StoreDamagedError, StoreError
from server.core.files.claim import AlreadyClaimedError
from server.core.files.object_store import PhotoFileError, WrongFolderError
from server.rawat import backup as backing_up
from server.rawat import doctor as examining
from server.rawat import drill as drilling
from server.rawat import moving, teks, way_in
from server.rawat import repair as repairing
from server.rawat import restore as restoring
from server.sinkron import titipan
from server.sinkron.titipan_reading import code_of
from shared.clock import SystemClock, parse_time, tanggal_jam
from shared.sealed_file import SealedFileError

Options = argparse.Namespace
Command = Callable[..., argparse.ArgumentParser]

RESTORE_TROUBLES: dict[type[restoring.RestoreError], str] = {
    restoring.DataThereError: teks.PULIH_ADA_DATA,
    restoring.InUseError: teks.PULIH_DIPAKAI,
    restoring.DamagedError: teks.PULIH_RUSAK,
    restoring.OtherKindError: teks.PULIH_LAIN_JENIS,
    restoring.TooNewError: teks.PULIH_TERLALU_BARU,
}


def add_to(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    command: Command,
    settings: Callable[[Options], Settings],
    beside: Callable[[], Iterable[tuple[examining.Weight, str]]] = tuple,
) -> None:
    """Make the commands known; ``beside`` is what the doctor says of things above this wing."""
    for name, run, about in (
        ("backup", backup, teks.CADANG_BANTU),
        ("restore", restore, teks.PULIH_BANTU),
        ("doctor", doctor, teks.PERIKSA_BANTU),
    ):
        one = command(commands, name, run, about, needs_data=name != "restore")
        one.set_defaults(settings=settings, beside=beside)
        ADD_OPTIONS[name](one)
        if name == "restore":
            one.set_defaults(makes_kecamatan=True)
    move = command(commands, "move-photos", move_photos, teks.PINDAH_BANTU)
    move.set_defaults(settings=settings)
    package = command(commands, "take-in", take_in, teks.TITIP_BANTU)
    package.set_defaults(settings=settings)
    package.add_argument("file", type=Path, metavar=teks.TITIP_BERKAS)


def _backup_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("target", metavar=teks.CADANG_TEMPAT, help=teks.CADANG_BANTU_TEMPAT)
    command.add_argument("--keep", type=int, default=0, metavar="N", help=teks.CADANG_BANTU_SIMPAN)


def _restore_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=teks.CADANG_TEMPAT)
    command.add_argument("--force", action="store_true", help=teks.PULIH_BANTU_PAKSA)
    command.add_argument("--drill", action="store_true", help=teks.PULIH_BANTU_LATIHAN)


def _doctor_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--repair", action="store_true", help=teks.PERIKSA_BANTU_BETULKAN)
    command.add_argument("--address", default="", metavar="URL", help=teks.PERIKSA_BANTU_ALAMAT)


ADD_OPTIONS = {"backup": _backup_options, "restore": _restore_options, "doctor": _doctor_options}


def backup(options: Options) -> None:
    """Write a backup file, or one more run in a backup folder, while the server goes on."""
    _require_folder(options.data)
    target = Path(options.target).absolute()
    to_folder = target.is_dir() or options.target.endswith("/")
    if not to_folder and options.keep:
        raise CommandError(teks.CADANG_SIMPAN_FOLDER)
    if not target.parent.is_dir():
        raise CommandError(teks.CADANG_TANPA_FOLDER.format(folder=target.parent))
    for_each(options, lambda settings: _backup(settings, target, options.keep, to_folder=to_folder))


def _backup(settings: Settings, target: Path, keep: int, *, to_folder: bool) -> None:
    """Of one kecamatan; of another than the first beside the first one's."""
    try:
        with open_context(settings) as ctx:
            done = (
                backing_up.backup_to_folder(ctx, target / _below(settings), keep)
                if to_folder
                else backing_up.backup(ctx, _beside(target, settings))
            )
    except AlreadyClaimedError as error:
        raise CommandError(teks.CADANG_SEDANG) from error
    _say_backed_up(done, to_folder=to_folder)
    if done.lacking:
        raise CommandError(teks.CADANG_FOTO_KURANG.format(jumlah=len(done.lacking)))


def _below(settings: Settings) -> Path:
    return Path(installation.FOLDER, settings.mark) if settings.mark else Path()


def _beside(target: Path, settings: Settings) -> Path:
    """``juai.zip``, and ``juai-63.11.02.zip``."""
    mark = settings.mark
    return target.with_name(f"{target.stem}-{mark}{target.suffix}") if mark else target


def for_each(options: Options, work: Callable[[Settings], None]) -> None:
    """For the kecamatan that is named, else for all: trouble with one does not stop the others."""
    named = options.settings(options)
    every = [named] if options.kecamatan else installation.everyone(named)
    failed: list[Exception] = []
    for settings in every:
        if len(every) > 1:
            print(teks.KECAMATAN_BARIS.format(folder=settings.data))
        try:
            work(settings)
        except (CommandError, StoreError, PhotoFileError, OSError) as error:
            if len(every) > 1:
                print(teks.KECAMATAN_GAGAL.format(reason=_reason(error)))
            failed.append(error)
    if failed:
        raise failed[0]


def _reason(error: Exception) -> str:
    """Some errors say only where; what it means is said beside it."""
    if isinstance(error, WrongFolderError):
        return teks.PERIKSA["photo_folder"].format(folder=error)
    return str(error)


def _say_backed_up(done: backing_up.BackedUp, *, to_folder: bool) -> None:
    size = f"{done.bytes / 1e6:.1f}".replace(".", ",")
    words = teks.CADANG_SELESAI_FOLDER if to_folder else teks.CADANG_SELESAI
    print(words.format(
        berkas=done.path, laporan=done.laporan, foto=done.photos, mb=size, baru=done.copied
    ))  # fmt: skip
    if done.runs_dropped:
        print(teks.CADANG_DIHAPUS.format(jumlah=done.runs_dropped, foto=done.photos_dropped))


def restore(options: Options) -> None:
    """Put a backup in the place of the data, or only try whether one could."""
    if not options.file.exists():
        raise CommandError(teks.PULIH_TIDAK_ADA.format(berkas=options.file))
    try:
        if options.drill:
            _drill(options)
        else:
            _restore(options)
    except restoring.OtherPeopleError as error:
        raise CommandError(_whose(options, error)) from error
    except restoring.RestoreError as error:
        raise CommandError(RESTORE_TROUBLES[type(error)]) from error


def _whose(options: Options, error: restoring.OtherPeopleError) -> str:
    """With the place of the backup that is meant, or how to name whose this one is."""
    said = teks.PULIH_KECAMATAN_LAIN.format(isi=error.holds, diminta=error.asked)
    settings, source = options.settings(options), options.file
    if not settings.mark:
        return f"{said} {teks.PULIH_SEBUT_KECAMATAN.format(isi=error.holds)}"
    place = source / _below(settings) if source.is_dir() else _beside(source, settings)
    return f"{said} {teks.PULIH_TEMPAT_LAIN.format(tempat=place)}"


def _restore(options: Options) -> None:
    if options.data is None:
        raise CommandError(teks.PULIH_SEBUT_DATA)
    settings = options.settings(options)
    done = restoring.restore(settings, SystemClock(), options.file, force=options.force)
    made = tanggal_jam(parse_time(done.made))
    print(teks.PULIH_SELESAI.format(laporan=done.laporan, foto=done.photos, dibuat=made))
    if done.aside is not None:
        print(teks.PULIH_LAMA.format(folder=done.aside))
    if done.database:
        print(teks.PULIH_LAMA_BASIS.format(nama=done.database))


def _drill(options: Options) -> None:
    live = options.data if options.data and options.data.is_dir() else None
    settings = options.settings(options)
    kind = settings.database_url if live else settings.database
    done = drilling.drill(options.file, SystemClock(), settings if live else None, kind)
    for finding in done.findings:
        _say(finding)
    made = tanggal_jam(parse_time(done.made))
    print(teks.LATIHAN_HITUNG.format(
        dibuat=made, laporan=done.laporan, janji=done.promised, foto=done.photos
    ))  # fmt: skip
    if done.now is not None:
        print(teks.LATIHAN_BANDING.format(sekarang=done.now, beda=done.now - done.laporan))
    if not done.whole:
        raise CommandError(teks.LATIHAN_GAGAL)
    print(teks.LATIHAN_BAIK)


def doctor(options: Options) -> None:
    """Print what is well and what is not; with --repair mend first what can be mended."""
    _require_folder(options.data)
    for weight, words in options.beside():
        print(f"{teks.PERIKSA_TANDA[weight]}  {words}")
    for_each(options, lambda settings: _doctor(settings, options))
    print(teks.PERIKSA_BAIK)


def _doctor(settings: Settings, options: Options) -> None:
    damaged = 0
    try:
        with open_context(settings) as ctx:
            if options.repair:
                _repair(ctx)
            for finding in examining.examine(ctx):
                _say(finding)
                damaged += finding.weight == examining.Weight.DAMAGE
            for finding in way_in.examine(ctx, options.address):
                _say(finding)
    except StoreDamagedError as error:
        _say(examining.Finding(examining.Weight.DAMAGE, "database", {"line": str(error)}))
        raise CommandError(teks.BETUL_PULIHKAN) from error
    if damaged:
        raise CommandError(teks.PERIKSA_RUSAK.format(jumlah=damaged))


def _repair(ctx: Context) -> None:
    mended = False
    try:
        for mend in repairing.repair(ctx):
            print(f"{teks.BETUL_TANDA}  {teks.BETUL[mend.code].format(**mend.facts)}")
            mended = True
    except repairing.DatabaseDamagedError as error:
        raise CommandError(teks.BETUL_PULIHKAN) from error
    if not mended:
        print(teks.BETUL_TIDAK_ADA)


def _say(finding: examining.Finding) -> None:
    sentence = SENTENCES[finding.code].format(**finding.facts)
    print(f"{teks.PERIKSA_TANDA[finding.weight]}  {sentence}")


SENTENCES = teks.PERIKSA


def move_photos(options: Options) -> None:
    """Take the photos and papers of the folder up to the bucket, while the server goes on."""
    _require_folder(options.data)
    settings = options.settings(options)
    if not settings.photos:
        raise CommandError(teks.PINDAH_SEBUT_TEMPAT)
    with open_context(settings) as ctx:
        done = moving.to_bucket(ctx)
    print(teks.PINDAH_SELESAI.format(baru=done.sent, sudah=done.there, tempat=settings.photos))
    if done.lacking:
        raise CommandError(teks.PINDAH_KURANG.format(jumlah=len(done.lacking)))


def take_in(options: Options) -> None:
    """Take a sealed package in, while the server goes on."""
    _require_folder(options.data)
    if not options.file.is_file():
        raise CommandError(teks.TITIP_TIDAK_ADA.format(berkas=options.file))
    try:
        with open_context(options.settings(options)) as ctx:
            done = titipan.take_in(ctx, options.file)
    except SealedFileError as error:
        raise CommandError(umum.TITIPAN[code_of(error)]) from error
    if done.refused:
        raise CommandError(teks.taken(ctx.wilayah, done))
    print(teks.taken(ctx.wilayah, done))


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=folder))
