"""What one sender is to every limit: an IPv4 address, or the /64 that a provider gives one house.

Whoever has one IPv6 address has 2^64 of them, so that counting single ones counts nothing.
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

NOWHERE = "?"
"""Of what is no address: all such senders count as one."""
HOUSE = 64


@lru_cache(maxsize=4096)
def network_of(address: str) -> str:
    """``203.0.113.7`` as it is, ``2001:db8::1:2`` as ``2001:db8::/64``."""
    try:
        found = ipaddress.ip_address(_bare(address))
    except ValueError:
        return NOWHERE
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(found) >> HOUSE << HOUSE, HOUSE)))


def _bare(address: str) -> str:
    """Without a port, brackets or the name of an interface, as some proxies write it."""
    text = address.strip()[:64]
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    return text.partition("%")[0]
