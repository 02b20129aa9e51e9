"""What can go wrong with the kecamatan, and what whoever asked has to do next.

ContactFailed
├── NoSignal            end the visit, come again
├── Portal              end the visit, come again
├── Busy                end the visit, come again when told
│   └── ServerFault     the same, or leave out the item that brought it about
├── TokenRefused        stop sending until there is a new code
├── BadAddress          stop sending until the address is mended
├── OldApp              end the visit, come again
├── Unexpected          end the visit, come again; keep the detail for the kecamatan
└── ItemFailed          go on with the next item
    ├── Refused         never send this item again as it is
    ├── NotKnown        ask for the state again
    ├── OffsetDiffers   ask for the state again
    └── Held            wait a moment, then ask again
"""

from __future__ import annotations

from mobile.ports import TroubleKind
from shared.protocol import Gap


class ContactFailed(Exception):
    """The call did not do what was asked; nothing on the phone has changed."""

    kind = TroubleKind.UNEXPECTED

    def __init__(self, detail: str = "", *, retry_after_s: float | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.retry_after_s = retry_after_s


class NoSignal(ContactFailed):
    """The server was not reached, or the link broke. It may have done all the same what was asked:
    end the visit, ask again later with the same ids."""

    kind = TroubleKind.NO_SIGNAL


class Portal(ContactFailed):
    """Somebody else answered: a Wi-Fi that wants a log-in, a proxy's page. Come again later."""

    kind = TroubleKind.PORTAL


class Busy(ContactFailed):
    """The server is there and cannot now: come again, not before ``retry_after_s`` if it is set."""

    kind = TroubleKind.BUSY


class ServerFault(Busy):
    """The server stumbled (500). If it stumbles over one item only, send the others without it."""


class TokenRefused(ContactFailed):
    """This phone may not send any more. Stop sending only; writing and reading go on."""

    kind = TroubleKind.TOKEN_REFUSED


class BadAddress(ContactFailed):
    """The server's address is none, or would send a token in the clear. Ask for another."""

    kind = TroubleKind.BAD_ADDRESS


class OldApp(ContactFailed):
    """The server speaks a later protocol. Come again later, and say that there is a new version."""

    kind = TroubleKind.OLD_APP


class Unexpected(ContactFailed):
    """An answer that the protocol does not know. Come again later; ``detail`` is for the office."""


class ItemFailed(ContactFailed):
    """One item failed; go on with the next one."""


class Refused(ItemFailed):
    """Final for this item: set it aside with its reason, do not send it again unchanged."""

    def __init__(
        self, code: str, status: int, detail: str = "", problems: tuple[Gap, ...] = ()
    ) -> None:
        super().__init__(f"{status} {code} {detail}".strip())
        self.code = code
        self.status = status
        self.problems = problems


class NotKnown(ItemFailed):
    """The server does not know it (a dropped upload, a restored copy): ask for the state again."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(f"{status} {code}")
        self.code = code


class OffsetDiffers(ItemFailed):
    """The server stands at another byte: go on from ``offset``, or ask where it stands."""

    def __init__(self, offset: int | None) -> None:
        super().__init__(f"409 offset {offset}")
        self.offset = offset


class Held(ItemFailed):
    """Another writer holds it, perhaps our own broken connection: wait a moment, ask again."""
