"""How the two main screens look, to the character: the invented story at a fixed size and theme."""


def test_reader(snap_compare, open_story, steps):
    async def walk(pilot):
        await steps.press(pilot, "enter", "right_square_bracket")

    assert snap_compare(open_story(), terminal_size=(120, 32), run_before=walk)


def test_compare(snap_compare, open_story, steps):
    async def walk(pilot):
        await steps.press(pilot, "c", "l")

    assert snap_compare(open_story(), terminal_size=(120, 32), run_before=walk)
