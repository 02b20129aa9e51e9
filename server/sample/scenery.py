"""What the drawn scenes are made of: trees, huts, houses, people seen from behind."""

from __future__ import annotations

from random import Random

from server.sample.brush import Canvas, Colour, mixed

UNIFORM: Colour = (46, 92, 64)
HELMET: Colour = (34, 70, 50)
TROUSERS: Colour = (36, 44, 50)
REFLECTOR: Colour = (246, 205, 92)
SKINS: tuple[Colour, ...] = ((146, 98, 66), (128, 84, 56), (162, 112, 78))
SHIRTS: tuple[Colour, ...] = ((180, 120, 60), (92, 110, 150), (168, 84, 74), (120, 134, 92))
WALLS: tuple[Colour, ...] = ((232, 224, 206), (214, 226, 214), (226, 208, 178), (198, 214, 222))
ROOFS: tuple[Colour, ...] = ((160, 70, 56), (126, 54, 44), (104, 92, 86), (86, 108, 120))


def stars(canvas: Canvas, dice: Random, count: int = 60) -> None:
    """A clear night."""
    for _ in range(count):
        canvas.disc(
            dice.random(), dice.random() * 0.42, dice.uniform(0.0008, 0.0022), (206, 216, 230)
        )


def moon(canvas: Canvas, x: float, *, crescent: bool, sky: Colour) -> None:
    """Full, or a crescent cut out of the colour behind it."""
    if not crescent:
        canvas.glow(x, 0.13, 0.16, (240, 236, 214), 0.22)
    canvas.disc(x, 0.13, 0.045, (240, 236, 214))
    if crescent:
        canvas.disc(x + 0.018, 0.122, 0.04, sky)


def clouds(canvas: Canvas, dice: Random, colour: Colour, count: int = 3) -> None:
    """Heaped clouds with a flat foot."""
    for _ in range(count):
        x, y = dice.uniform(0, 1), dice.uniform(0.06, 0.24)
        for step in range(5):
            r = 0.03 + 0.022 * (2 - abs(step - 2))
            canvas.disc(x + (step - 2) * 0.035, y - r * 0.3, r, colour, 0.72)


def hills(canvas: Canvas, dice: Random, base: float, colour: Colour) -> None:
    """The Meratus range far away."""
    steps = 9
    ridge = [(step / steps, base - dice.uniform(0.05, 0.16)) for step in range(steps + 1)]
    canvas.shape([(0.0, base), *ridge, (1.0, base)], colour)


def trees(
    canvas: Canvas,
    dice: Random,
    base: float,
    colour: Colour,
    count: int,
    heights: tuple[float, float],
) -> None:
    """A row of broad trees."""
    for _ in range(count):
        x, h = dice.uniform(-0.03, 1.03), dice.uniform(*heights)
        tone = mixed(colour, (255, 255, 255), dice.uniform(0, 0.05))
        canvas.box(x - h * 0.02, base - h * 0.5, x + h * 0.02, base, mixed(tone, (30, 20, 10), 0.3))
        for _ in range(6):
            canvas.disc(
                x + dice.uniform(-0.15, 0.15) * h,
                base - h * 0.72 + dice.uniform(-0.22, 0.12) * h,
                dice.uniform(0.16, 0.25) * h,
                tone,
                0.8,
            )


def palm(canvas: Canvas, x: float, base: float, h: float, colour: Colour) -> None:
    """A coconut palm, a little bent."""
    top = (x + h * 0.08, base - h)
    canvas.line(
        [(x, base), (x + h * 0.02, base - h * 0.5), top], mixed(colour, (90, 66, 44), 0.6), 0.012
    )
    for dx, dy in (
        (-0.2, 0.05),
        (-0.16, -0.07),
        (-0.05, -0.13),
        (0.09, -0.12),
        (0.18, -0.04),
        (0.2, 0.07),
        (0.02, 0.1),
    ):
        middle = (top[0] + dx * h * 0.55, top[1] + dy * h - 0.03 * h)
        canvas.line([top, middle, (top[0] + dx * h, top[1] + dy * h + 0.07 * h)], colour, 0.014)


def road(canvas: Canvas, horizon: float, colour: Colour, lean: float = 0.0) -> None:
    """A village road that runs away from the viewer."""
    canvas.shape([(0.42 + lean, horizon), (0.56 + lean, horizon), (1.0, 1.0), (0.04, 1.0)], colour)


def post(canvas: Canvas, x: float, ground: float, h: float, *, lit: bool, roof: Colour) -> None:
    """A poskamling: posts, a half wall, a wide roof; at night a lamp inside."""
    w = h * 0.9
    inside = (250, 214, 132) if lit else (176, 150, 116)
    canvas.box(x, ground - h * 0.74, x + w, ground, (120, 82, 50))
    canvas.box(x + w * 0.06, ground - h * 0.68, x + w * 0.94, ground - h * 0.26, inside)
    for part in (0.0, 0.47, 0.94):
        canvas.box(x + w * part, ground - h * 0.74, x + w * (part + 0.06), ground, (74, 50, 32))
    canvas.box(x, ground - h * 0.29, x + w, ground - h * 0.24, (74, 50, 32))
    canvas.shape(
        [
            (x - w * 0.14, ground - h * 0.72),
            (x + w / 2, ground - h * 1.06),
            (x + w * 1.14, ground - h * 0.72),
        ],
        roof,
    )
    # The slit drum that calls the watch.
    canvas.soft_box(
        x + w * 0.72, ground - h * 0.64, x + w * 0.79, ground - h * 0.4, 0.01, (96, 62, 38)
    )
    if lit:
        canvas.glow(x + w / 2, ground - h * 0.45, h * 0.8, (255, 214, 120), 0.45)


def house(
    canvas: Canvas,
    x: float,
    ground: float,
    h: float,
    wall: Colour,
    roof: Colour,
    *,
    stilts: float = 0.0,
) -> None:
    """A wooden house, on stilts by the river."""
    w = h * 1.25
    floor = ground - stilts
    for part in (0.06, 0.35, 0.64, 0.92):
        canvas.box(x + w * part, floor, x + w * (part + 0.03), ground, (84, 62, 44))
    canvas.box(x, floor - h * 0.6, x + w, floor, wall)
    canvas.shape(
        [
            (x - w * 0.08, floor - h * 0.58),
            (x + w * 0.24, floor - h),
            (x + w * 0.76, floor - h),
            (x + w * 1.08, floor - h * 0.58),
        ],
        roof,
    )
    canvas.box(x + w * 0.42, floor - h * 0.42, x + w * 0.58, floor, (104, 74, 52))
    for part in (0.12, 0.72):
        canvas.box(
            x + w * part, floor - h * 0.42, x + w * (part + 0.17), floor - h * 0.2, (92, 122, 132)
        )


def person(
    canvas: Canvas,
    x: float,
    y: float,
    h: float,
    dice: Random,
    *,
    shirt: Colour = UNIFORM,
    hat: Colour | None = HELMET,
    shade: float = 0.0,
) -> None:
    """Somebody seen from behind: nobody has a face here. ``y`` is where the feet stand."""
    ratio = canvas.h / canvas.w
    u, v = h / 8 * ratio, h / 8

    def tone(colour: Colour) -> Colour:
        return mixed(colour, (16, 24, 30), shade)

    for side in (-1, 1):
        inner, outer = sorted((x + side * u * 0.12, x + side * u * 0.95))
        canvas.soft_box(inner, y - h * 0.5, outer, y, v * 0.3, tone(TROUSERS))
        inner, outer = sorted((x + side * u * 1.1, x + side * u * 1.75))
        canvas.soft_box(inner, y - h * 0.8, outer, y - h * 0.45, v * 0.3, tone(shirt))
    canvas.soft_box(x - u * 1.2, y - h * 0.83, x + u * 1.2, y - h * 0.42, v * 0.5, tone(shirt))
    canvas.disc(x, y - h * 0.905, v * 0.64, tone(dice.choice(SKINS)))
    canvas.dome(x, y - h * 0.92, v * 0.74, tone(hat or (28, 24, 22)))
    if shirt == UNIFORM:
        canvas.box(x - u * 1.2, y - h * 0.66, x + u * 1.2, y - h * 0.63, REFLECTOR)


def somebody(canvas: Canvas, x: float, y: float, h: float, dice: Random, *, members: float) -> None:
    """A member of Satlinmas, in so many cases of one; else a neighbour."""
    if dice.random() < members:
        person(canvas, x, y, h, dice)
    else:
        person(canvas, x, y, h, dice, shirt=dice.choice(SHIRTS), hat=None)


def smoke(canvas: Canvas, dice: Random, x: float, y: float, colour: Colour, reach: float) -> None:
    """A column that widens and drifts."""
    for step in range(26):
        part = step / 25
        canvas.glow(
            x + part * 0.22 + dice.uniform(-0.03, 0.03) * (1 + part),
            y - part * reach,
            0.06 + part * 0.17,
            mixed(colour, (214, 214, 210), part * 0.5),
            0.62,
        )


def flames(canvas: Canvas, dice: Random, x: float, y: float, h: float, count: int = 7) -> None:
    """Tongues of fire, the hotter inside the wider."""
    canvas.glow(x, y - h * 0.3, h * 1.5, (255, 150, 60), 0.5)
    for colour, part in (((226, 88, 34), 1.0), (((246, 150, 44)), 0.7), ((255, 222, 120), 0.4)):
        for step in range(count):
            at = x + (step - count / 2) * h * 0.16
            tall = h * part * dice.uniform(0.6, 1.0)
            canvas.shape(
                [
                    (at - h * 0.1, y),
                    (at + dice.uniform(-0.04, 0.04) * h, y - tall),
                    (at + h * 0.1, y),
                ],
                colour,
            )
