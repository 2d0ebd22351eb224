"""The parts of a card between its edges: title, answer, what to do, a sample. Measures are pixels."""

from functools import lru_cache
from typing import Protocol

from awareness.lib.cards.canvas import AMBER, BAR, NAVY, RED, WHITE, Canvas
from awareness.lib.cards.card import CardLine, Sentences, is_english
from awareness.lib.cards.minimum import LEAST_TITLE
from awareness.lib.cards.text import MARGIN, WIDTH, CardText, joined_lines, lines_of, within
from awareness.lib.typesetting import line_breaking


class CardPart(Protocol):
    """Something that stands across the card."""

    height: int

    def draw(self, picture: Canvas, y: int) -> int:
        """Draw it from Y down; where it ends."""


class Signs:
    """Characters in large writing grids, side by side."""

    height = 264

    def __init__(self, signs: tuple[str, ...]):
        self.signs = signs

    def draw(self, picture: Canvas, y: int) -> int:
        for place, sign in enumerate(self.signs):
            picture.sign((MARGIN + place * (self.height + 44), y), sign, self.height)
        return y + self.height


class Headline:
    """The title, broken between its phrases, as large as two or three lines allow."""

    def __init__(self, phrases: tuple[str, ...], most: int, pressing: bool):
        short = line_breaking.text_width("".join(phrases), True) < 6
        lines, size = _title(phrases, round(most * 1.7) if short else most)
        self.text = CardText(lines, size, 1.25, True, RED if pressing else NAVY)
        self.height = self.text.height

    def draw(self, picture: Canvas, y: int) -> int:
        return self.text.draw_at(picture, MARGIN, y)


@lru_cache(maxsize=256)
def _title(phrases: tuple[str, ...], most: int) -> tuple[list[str], int]:
    """The lines of a title and their size, at most MOST."""
    for size in range(most, LEAST_TITLE - 1, -4):
        measure = WIDTH * 0.985 / size
        lines = within(line_breaking.title_lines(list(phrases), measure), measure, True)
        whole = all(any(phrase.strip() in line for line in lines) for phrase in phrases)
        few = len(lines) <= (3 if len(phrases) > 2 or size < 96 else 2)
        if few and (whole or size < 80):
            break
    return [line.rstrip() for line in lines], size


class Answer:
    """What to do before anything else, under the highlighter."""

    def __init__(self, sentences: Sentences, size: int, pressing: bool):
        self.plain = pressing
        width = WIDTH if pressing else WIDTH - 68
        said = joined_lines(sentences)
        self.text = CardText(lines_of(said, size, width, True), size, 1.35, True)
        self.height = self.text.height + (0 if pressing else 44)

    def draw(self, picture: Canvas, y: int) -> int:
        if self.plain:
            return self.text.draw_at(picture, MARGIN, y)
        picture.block((MARGIN, y, MARGIN + WIDTH, y + self.height), AMBER)
        picture.block((MARGIN, y, MARGIN + 12, y + self.height), BAR)
        self.text.draw_at(picture, MARGIN + 40, y + 20)
        return y + self.height


class Doing:
    """One thing to do beside its sign or its number."""

    def __init__(self, line: CardLine, size: int, pressing: bool):
        self.line, self.colour = line, RED if pressing else NAVY
        self.name = CardText([line.name], 28, bold=True, colour=NAVY)
        self.side = round(size * (2.6 if line.drawn else 1.3)) if line.sign else 0
        self.indent = self.side + 32 if line.sign else 0
        width = WIDTH - self.indent
        self.short = CardText(
            lines_of(line.short, size, width, True) if line.short else [], size, bold=True
        )
        size = max(40, round(size * 0.8)) if line.short else size
        said = joined_lines(line.sentences)
        self.said = CardText(lines_of(said, size, width) if said else [], size)
        self.between = 10 if self.short.lines and said else 0
        self.text_height = self.short.height + self.between + self.said.height
        self.sign_height = self.side + (self.name.height + 6 if line.name else 0)
        self.height = max(self.sign_height, self.text_height)

    def draw(self, picture: Canvas, y: int) -> int:
        top = y + (self.height - self.sign_height) // 2 if self.line.drawn else y
        if self.line.sign:
            self._draw_sign(picture, top)
        left = MARGIN + self.indent
        text = y + (self.height - self.text_height) // 2 if self.line.drawn else y
        end = self.short.draw_at(picture, left, text)
        self.said.draw_at(picture, left, end + self.between)
        return y + self.height

    def _draw_sign(self, picture: Canvas, y: int) -> None:
        if self.line.drawn:
            picture.sign((MARGIN, y), self.line.sign, self.side)
            wide = round(line_breaking.text_width(self.line.name, True) * 28)
            self.name.draw_at(picture, MARGIN + (self.side - wide) // 2, y + self.side + 6)
            return
        picture.block((MARGIN, y, MARGIN + self.side, y + self.side), self.colour)
        size = round(self.side * 0.66)
        wide = round(line_breaking.text_width(self.line.sign, True) * size)
        at = (MARGIN + (self.side - wide) // 2, y + round((self.side - size * 1.3) / 2))
        picture.text(at, self.line.sign, size, True, WHITE)


class Bubble:
    """A fraudster's words: round, dashed, and the ribbon cannot be cut off without them."""

    size = 42

    def __init__(self, ribbon: str, sample: str):
        self.ribbon, self.across = ribbon, is_english(ribbon)
        self.left = 40 if self.across else 104
        self.said = CardText(lines_of(sample, self.size, WIDTH - self.left - 40), self.size)
        over, down = (50, 0) if self.across else (0, len(ribbon) * 36 + 20)
        self.height = max(self.said.height + 44 + over, down)

    def draw(self, picture: Canvas, y: int) -> int:
        box = (MARGIN, y, MARGIN + WIDTH, y + self.height)
        if self.across:
            picture.bubble(box, (MARGIN, y, MARGIN + WIDTH, y + 50))
            picture.text((MARGIN + 40, y + 7), self.ribbon, 30, colour=WHITE)
            self.said.draw_at(picture, MARGIN + self.left, y + 50 + 22)
            return y + self.height
        picture.bubble(box, (MARGIN, y, MARGIN + 64, y + self.height))
        top = y + (self.height - len(self.ribbon) * 36) // 2
        for place, sign in enumerate(self.ribbon):
            picture.text((MARGIN + 16, top + place * 36), sign, 32, colour=WHITE)
        self.said.draw_at(picture, MARGIN + self.left, y + (self.height - self.said.height) // 2)
        return y + self.height
