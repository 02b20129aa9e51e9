"""What one sender is: an IPv4 address, or the /64 of a house."""

from __future__ import annotations

import pytest

from server.core.network import NOWHERE, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("2001:0db8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("[2001:db8::7]:443", "2001:db8::/64"),
        ("203.0.113.7:443", "203.0.113.7"),
        ("::1", "::/64"),
    ],
)
def test_addresses_of_one_house_are_one_sender(address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize("address", ["", "?", "unknown", "1.2.3", "x" * 500, "[", "::1::", "\x00"])
def test_what_is_no_address_is_one_sender_too(address: str) -> None:
    assert network_of(address) == NOWHERE
