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
    """6天, 5小时, 不到1小时: whole days or hours, rounded down."""
    if length >= timedelta(days=1):
        return f"{length.days}天"
    hours = length // timedelta(hours=1)
    return f"{hours}小时" if hours else "不到1小时"
