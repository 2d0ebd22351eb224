"""Moments and stretches of time in Chinese words."""

from datetime import date, datetime, timedelta


def day_words(day: date, today: date) -> str:
    """今天, 明天, 11月28日; with the year if it is not the year of TODAY."""
    near = {0: "今天", 1: "明天"}.get((day - today).days)
    if near:
        return near
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def moment_words(at: datetime, today: date) -> str:
    """今天18:00, 11月28日18:00. AT is already in the reader's own time."""
    return f"{day_words(at.date(), today)}{at:%H:%M}"


def length_words(length: timedelta) -> str:
    """6天, 5小时, 12分钟, 不到1分钟: the greatest unit that it fills, rounded down."""
    units = {
        "天": timedelta(days=1),
        "小时": timedelta(hours=1),
        "分钟": timedelta(minutes=1),
    }
    counted = ((length // unit, name) for name, unit in units.items())
    return next((f"{number}{name}" for number, name in counted if number > 0), "不到1分钟")
