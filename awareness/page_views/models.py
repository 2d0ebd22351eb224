"""How often public pages were read: numbers of a day, nothing about who read."""

from collections.abc import Mapping
from datetime import date
from itertools import chain

from django.db import connection, models

Read = tuple[date, str, str]  # the day, the kind of page, which one of it
COLUMNS = ("day", "kind", "key", "count")


class PageCountQuerySet(models.QuerySet):
    def add(self, reads: Mapping[Read, int]) -> None:
        """Add READS to what the table holds, in one statement: whole or not at all."""
        quote = connection.ops.quote_name
        table, count = quote(self.model._meta.db_table), quote("count")
        # The same order in every process, so that two never wait for each other.
        rows = [
            (connection.ops.adapt_datefield_value(day), kind, key, times)
            for (day, kind, key), times in sorted(reads.items())
        ]
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(map(quote, COLUMNS))}) "
                f"VALUES {', '.join(['(%s, %s, %s, %s)'] * len(rows))} "
                f"ON CONFLICT ({', '.join(map(quote, COLUMNS[:3]))}) "
                f"DO UPDATE SET {count} = {table}.{count} + excluded.{count}",
                list(chain.from_iterable(rows)),
            )


class PageCount(models.Model):
    """How often a page was read on a day. KIND is the name of its address, KEY its slug."""

    day = models.DateField("日子")
    kind = models.CharField("哪一类页", max_length=40)
    key = models.CharField("哪一页", max_length=120, blank=True)
    count = models.PositiveIntegerField("次数")

    objects = PageCountQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "页面计数"
        db_table = "desk_pagecount"  # its name from before it had a room of its own
        constraints = [
            models.UniqueConstraint(fields=["day", "kind", "key"], name="one_count_a_page_a_day")
        ]

    def __str__(self):
        return f"{self.day} {self.kind} {self.key} {self.count}"
