"""A certificate of a test authority, and the two proxies of server/deploy on loopback."""

from __future__ import annotations

import datetime
import ipaddress
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.house.rooms import ROOT
from tests.ports import free_port

DEPLOY = ROOT / "server" / "deploy"
NAME = "sinar.contoh.go.id"
"""The name that stands in the files."""
READY_S = 120


@dataclass(frozen=True)
class Proxy:
    """A running proxy: its address, and who vouches for it."""

    port: int
    authority: Path

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.authority))


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for loopback that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Otoritas uji (contoh)")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.DNSName(NAME)]
    numbers = [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([*names, *numbers]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert, private = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return cert, private


@contextmanager
def nginx(folder: Path, server: int, *, as_it_comes: bool = False) -> Iterator[Proxy]:
    """Debian's nginx with our file; only ports, names and paths are put in.

    ``as_it_comes``: with nginx' own way with bodies, which it keeps until they are whole.
    """
    cert, key = certificate(folder)
    port, plain = free_port(), free_port()
    ours = (DEPLOY / "nginx.conf").read_text()
    ours = re.sub(r"^\s*listen \[::\].*\n", "", ours, flags=re.MULTILINE)
    for old, new in {
        "listen 443": f"listen 127.0.0.1:{port}", "listen 80": f"listen 127.0.0.1:{plain}",
        "127.0.0.1:8550": f"127.0.0.1:{server}", NAME: f"{NAME} localhost",
        "/etc/ssl/sinar/fullchain.pem": str(cert), "/etc/ssl/sinar/privkey.pem": str(key),
        "/var/log/nginx/sinar.log": str(folder / "access.log"),
    }.items():  # fmt: skip
        ours = ours.replace(old, new)
    if as_it_comes:
        ours = ours.replace("proxy_request_buffering off;", "")
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    # Root's workers would be nobody, who may not write a kept body into this folder.
    user = "user root;\n" if os.geteuid() == 0 else ""
    whole.write_text(
        f"{user}pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\nevents {{}}\n"
        f"http {{\n{places}{ours}}}\n"
    )
    words = ["nginx", "-p", str(folder), "-c", str(whole), "-e", str(folder / "error.log")]
    with _running(words, folder, port):
        yield Proxy(port, cert)


@contextmanager
def caddy(folder: Path, server: int) -> Iterator[Proxy]:
    """Debian's Caddy with our file; only ports, name, certificate and log are put in."""
    cert, key = certificate(folder)
    port = free_port()
    ours = (DEPLOY / "Caddyfile").read_text()
    site = f"https://localhost:{port} {{\n\ttls {cert} {key}\n\tbind 127.0.0.1\n"
    for old, new in {
        f"{NAME} {{\n": site,
        "{\n\t# What": "{\n\tadmin off\n\tauto_https off\n\t# What",
        "127.0.0.1:8550": f"127.0.0.1:{server}",
        "/var/log/caddy/sinar.log": str(folder / "access.log"),
    }.items():
        assert old in ours, old
        ours = ours.replace(old, new)
    (folder / "Caddyfile").write_text(ours)
    words = ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(words, folder, port):
        yield Proxy(port, cert)


@contextmanager
def _running(words: list[str], folder: Path, port: int) -> Iterator[None]:
    told = (folder / "said.log").open("w")
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "PATH": "/usr/sbin:/usr/bin:/bin"}
    process = subprocess.Popen(words, cwd=folder, env=home, stdout=told, stderr=told)
    try:
        _wait(process, port, folder)
        yield
    finally:
        process.terminate()
        process.wait(30)
        told.close()


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + READY_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError((folder / "said.log").read_text())


PROXIES = {"nginx": nginx, "caddy": caddy}


def is_here(name: str) -> bool:
    """Whether the proxy is on this machine."""
    return shutil.which(name, path="/usr/sbin:/usr/bin:/bin") is not None
