"""Drawn scenes in place of photos: each is a function of a canvas and a dice, varied by seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PIL import Image

from server.sample.brush import Canvas, Colour
from server.sample.scenery import (
    ROOFS,
    SHIRTS,
    UNIFORM,
    WALLS,
    clouds,
    flames,
    hills,
    house,
    moon,
    palm,
    person,
    post,
    road,
    smoke,
    somebody,
    stars,
    trees,
)

Scene = Callable[[Canvas, Random], None]

NIGHT: Colour = (19, 34, 58)
RESCUE: Colour = (222, 112, 44)


def draw(name: str, seed: int, size: tuple[int, int] = (800, 600)) -> Image.Image:
    """One scene; the same name, seed and size give the same picture."""
    canvas = Canvas(size)
    SCENES[name](canvas, Random(f"{name} {seed}"))
    return canvas.finished()


def patrol(canvas: Canvas, dice: Random) -> None:
    """Members on the road at night, a torch, the post lit behind them."""
    _night(canvas, dice)
    road(canvas, 0.68, (92, 86, 76))
    post(canvas, 0.64, 0.74, 0.32, lit=True, roof=dice.choice(ROOFS[:2]))
    count = dice.randint(2, 3)
    for step in range(count):
        person(canvas, 0.2 + step * 0.14, 0.92 - 0.03 * step, 0.4 - 0.02 * step, dice, shade=0.12)
    beam = [(0.24 + 0.14 * (count - 1), 0.7), (0.62, 0.72), (0.66, 0.88)]
    canvas.veil(beam, (255, 244, 200), 0.4)


def watch(canvas: Canvas, dice: Random) -> None:
    """The post from nearby: two on the bench, one at the road."""
    _night(canvas, dice)
    canvas.shape([(0, 0.86), (1, 0.78), (1, 1), (0, 1)], (84, 78, 70))
    post(canvas, 0.3, 0.86, 0.58, lit=True, roof=dice.choice(ROOFS))
    for x in (0.42, 0.54):
        person(canvas, x, 0.88, 0.36, dice, shade=0.05)
    person(canvas, dice.choice((0.16, 0.86)), 0.95, 0.46, dice, shade=0.18)


def river(canvas: Canvas, dice: Random) -> None:
    """The gauge at the Balangan, houses on stilts on the other bank."""
    _day(canvas, dice, 0.5, grey=True)
    canvas.box(0, 0.5, 1, 1, (150, 122, 84))
    _ripples(canvas, dice, (176, 148, 108))
    _stilt_houses(canvas, dice)
    canvas.box(0.335, 0.38, 0.365, 0.84, (244, 244, 240))
    for mark in range(0, 9, 2):
        canvas.box(0.335, 0.4 + 0.045 * mark, 0.365, 0.425 + 0.045 * mark, (198, 60, 48))
    canvas.shape([(0, 0.82), (0.3, 0.9), (0.36, 1), (0, 1)], (112, 128, 78))
    for step in range(dice.randint(1, 2)):
        person(canvas, 0.12 + 0.11 * step, 0.95, 0.42, dice)


def flood(canvas: Canvas, dice: Random) -> None:
    """Water between the houses, a boat with people."""
    _day(canvas, dice, 0.44, grey=True)
    canvas.box(0, 0.5, 1, 1, (142, 112, 76))
    for x in (0.06, 0.68):
        house(canvas, x, 0.58, 0.26, dice.choice(WALLS), dice.choice(ROOFS))
        canvas.box(x - 0.03, 0.545, x + 0.3, 0.6, (142, 112, 76))
    palm(canvas, dice.uniform(0.42, 0.58), 0.56, dice.uniform(0.28, 0.4), (70, 108, 70))
    _ripples(canvas, dice, (172, 142, 102))
    _boat(canvas, dice, dice.uniform(0.1, 0.46), dice.randint(2, 3))
    _ripples(canvas, dice, (180, 152, 112), top=0.88, count=18)


def together(canvas: Canvas, dice: Random) -> None:
    """Gotong royong: neighbours and members with tools along the road."""
    _day(canvas, dice, 0.56)
    canvas.box(0, 0.56, 1, 1, (140, 166, 98))
    road(canvas, 0.56, (190, 172, 140), lean=dice.uniform(-0.05, 0.05))
    house(canvas, 0.64, 0.62, 0.26, dice.choice(WALLS), dice.choice(ROOFS))
    palm(canvas, 0.09, 0.62, 0.4, (70, 118, 76))
    for x, y, h in ((0.34, 0.8, 0.28), (0.5, 0.84, 0.31), (0.2, 0.9, 0.36), (0.68, 0.95, 0.4)):
        canvas.line([(x + 0.045, y - h * 0.52), (x + 0.085, y)], (124, 92, 58), 0.01)
        somebody(canvas, x, y, h, dice, members=0.55)


def meeting(canvas: Canvas, dice: Random) -> None:
    """A gathering in the village hall, the speaker before a banner."""
    canvas.sky(
        (0, (232, 228, 214)), (0.66, (222, 214, 194)), (0.67, (168, 142, 112)), (1, (150, 124, 96))
    )
    for x in (0.06, 0.82):
        canvas.box(x, 0.16, x + 0.12, 0.46, (176, 206, 214))
        canvas.box(x + 0.055, 0.16, x + 0.065, 0.46, (240, 238, 230))
    canvas.soft_box(0.27, 0.1, 0.73, 0.34, 0.01, dice.choice(((10, 92, 62), (24, 74, 134))))
    canvas.box(0.34, 0.16, 0.66, 0.19, (247, 190, 72))
    canvas.box(0.38, 0.23, 0.62, 0.25, (230, 238, 232))
    person(canvas, 0.5, 0.66, 0.34, dice, shirt=(196, 176, 132), hat=(40, 40, 44))
    canvas.box(0.44, 0.52, 0.56, 0.68, (120, 82, 54))
    for row, (y, h) in enumerate(((0.82, 0.3), (1.02, 0.38))):
        for step in range(6 - row):
            x = 0.12 + row * 0.06 + step * (0.15 + row * 0.03)
            somebody(canvas, x, y + 0.06, h, dice, members=0.7)


def fire(canvas: Canvas, dice: Random) -> None:
    """A house on fire, smoke over the village, people with a hose."""
    _day(canvas, dice, 0.58, grey=True)
    canvas.box(0, 0.58, 1, 1, (138, 140, 96))
    smoke(canvas, dice, 0.62, 0.42, (70, 66, 64), 0.62)
    house(canvas, 0.48, 0.68, 0.3, (150, 128, 104), (84, 58, 50))
    flames(canvas, dice, 0.62, 0.5, 0.2)
    flames(canvas, dice, 0.74, 0.66, 0.14, 4)
    canvas.line([(0.02, 0.98), (0.16, 0.88), (0.3, 0.78)], (60, 60, 66), 0.02)
    canvas.veil([(0.34, 0.7), (0.58, 0.44), (0.66, 0.5)], (214, 230, 240), 0.55)
    for step in range(3):
        person(canvas, 0.12 + 0.1 * step, 0.97 - 0.03 * step, 0.4, dice)


def haze(canvas: Canvas, dice: Random) -> None:
    """Dry land that smoulders: the watch against bush fires."""
    canvas.sky((0, (206, 186, 150)), (0.5, (228, 206, 166)), (1, (180, 150, 100)))
    hills(canvas, dice, 0.52, (168, 150, 120))
    canvas.box(0, 0.5, 1, 1, (176, 148, 92))
    for _ in range(70):
        x, y = dice.random(), dice.uniform(0.54, 1)
        canvas.line([(x, y), (x + dice.uniform(-0.01, 0.01), y - 0.05)], (140, 112, 62), 0.004)
    smoke(canvas, dice, 0.62, 0.56, (128, 118, 106), 0.5)
    flames(canvas, dice, 0.62, 0.6, 0.07, 9)
    for step in range(dice.randint(2, 3)):
        person(canvas, 0.16 + 0.13 * step, 0.94 - 0.03 * step, 0.4, dice)


def crowd(canvas: Canvas, dice: Random) -> None:
    """Members beside a gathering at the mosque."""
    _day(canvas, dice, 0.6)
    canvas.box(0, 0.6, 1, 1, (196, 186, 160))
    canvas.box(0.28, 0.36, 0.72, 0.62, (236, 240, 236))
    canvas.dome(0.5, 0.37, 0.15, (42, 128, 96))
    canvas.line([(0.5, 0.22), (0.5, 0.16)], (247, 190, 72), 0.012)
    for x in (0.22, 0.76):
        canvas.box(x, 0.2, x + 0.03, 0.62, (226, 232, 226))
        canvas.dome(x + 0.015, 0.2, 0.028, (42, 128, 96))
    for x in (0.36, 0.47, 0.58):
        canvas.soft_box(x, 0.45, x + 0.06, 0.62, 0.03, (92, 116, 110))
    for step in range(7):
        person(
            canvas,
            0.26 + step * 0.08,
            0.76 + (step % 2) * 0.03,
            0.22,
            dice,
            shirt=dice.choice((*SHIRTS, (240, 240, 236))),
            hat=(32, 32, 36),
        )
    for x in (0.1, 0.88):
        person(canvas, x, 0.97, 0.46, dice)


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (patrol, watch, river, flood, together, meeting, fire, haze, crowd)
}


def _night(canvas: Canvas, dice: Random) -> None:
    canvas.sky((0, (13, 25, 48)), (0.45, (34, 58, 84)), (0.7, (96, 92, 92)), (1, (40, 48, 44)))
    stars(canvas, dice)
    moon(canvas, dice.uniform(0.08, 0.9), crescent=dice.random() < 0.6, sky=NIGHT)
    trees(canvas, dice, 0.66, (18, 34, 38), 14, (0.22, 0.42))
    trees(canvas, dice, 0.7, (12, 24, 26), 10, (0.16, 0.3))
    canvas.box(0, 0.68, 1, 1, (46, 54, 44))


def _day(canvas: Canvas, dice: Random, horizon: float, *, grey: bool = False) -> None:
    if grey:
        canvas.sky((0, (166, 188, 198)), (0.5, (216, 222, 218)), (1, (190, 190, 170)))
    else:
        canvas.sky((0, (136, 188, 222)), (0.5, (222, 236, 238)), (1, (206, 214, 190)))
    clouds(canvas, dice, (236, 238, 236) if grey else (250, 252, 252))
    hills(canvas, dice, horizon, (150, 176, 176))
    trees(canvas, dice, horizon, (96, 138, 100), 14, (0.2, 0.34))
    trees(canvas, dice, horizon + 0.02, (64, 108, 74), 9, (0.16, 0.28))


def _ripples(
    canvas: Canvas, dice: Random, colour: Colour, *, top: float = 0.54, count: int = 46
) -> None:
    for _ in range(count):
        x, y = dice.random(), dice.uniform(top, 0.99)
        canvas.line([(x, y), (x + dice.uniform(0.04, 0.14), y)], colour, 0.003)


def _stilt_houses(canvas: Canvas, dice: Random) -> None:
    for x in (0.5, 0.74):
        house(canvas, x, 0.62, 0.2, dice.choice(WALLS), dice.choice(ROOFS), stilts=0.09)


def _boat(canvas: Canvas, dice: Random, x: float, people: int) -> None:
    """Two or three in an orange boat; its bow is at x."""
    for step in range(people):
        shirt = RESCUE if step == 1 else UNIFORM
        person(canvas, x + 0.12 + step * 0.1, 0.86, 0.3, dice, hat=RESCUE, shirt=shirt)
    hull = [(x, 0.76), (x + 0.44, 0.76), (x + 0.38, 0.88), (x + 0.06, 0.88)]
    canvas.shape(hull, RESCUE)
    canvas.line(hull[:2], (250, 190, 120), 0.014)
