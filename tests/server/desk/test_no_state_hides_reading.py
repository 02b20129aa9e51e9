"""A page's state may fill in what `Reading` leaves open, and hides nothing else of it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from server.desk import reading
from server.desk.reading import Reading
from server.shell import wings
from tests.house.rooms import tree


def states(kind: type[Any] = Reading) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from states(one)


def own_attributes() -> set[str]:
    """What `Reading` keeps in each of its objects."""
    with_self = ast.walk(tree(reading_file()))
    return {
        node.attr
        for node in with_self
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }


def reading_file() -> Any:
    from pathlib import Path

    return Path(inspect.getfile(reading))


def test_no_state_gives_another_meaning_to_a_name_of_reading() -> None:
    assert wings.pages()  # every page with its state is loaded
    kept, found = own_attributes(), list[str]()
    for state in set(states()):
        for name, value in vars(state).items():
            base = getattr(Reading, name, None)
            if isinstance(value, property) and name in kept:
                found.append(f"{state.__name__}.{name} hides what Reading keeps")
            if inspect.isfunction(value) and inspect.isfunction(base) and name != "__init__":
                same = inspect.iscoroutinefunction(value) == inspect.iscoroutinefunction(base)
                if not same or len(_taken(value)) != len(_taken(base)):
                    found.append(f"{state.__name__}.{name} is another deed than Reading's")
    assert len(set(states())) > 10
    assert not found


def _taken(deed: Any) -> list[str]:
    return list(inspect.signature(deed).parameters)
