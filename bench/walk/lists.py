"""Many texts at once: lists, and tables from Excel."""

from tests.spreadsheets.build import WARNING, an_xlsx

from .camera import take
from .phones import button, link
from .texts import LIST

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS = [
    WARNING,
    WARNING | {"标题（简体）": "收到假的交通罚单短信", "先做什么（简体）": "不点，到窗口问。"},
]


def tables(phones):
    page = phones.of("小王")
    page.goto(LIST)
    door = link(page, "用表格导入、导出")
    take(page, "excel-door", door, height=420)
    door.click()
    look = button(page, "看看会怎样")
    take(page, "excel", look, height=860)
    page.set_input_files("#file", {"name": "预警.xlsx", "mimeType": KIND, "buffer": an_xlsx(ROWS)})
    look.click()
    take(page, "excel-fates", button(page, "全部导入成草稿"))
    button(page, "全部导入成草稿").click()
    page.locator(".messagelist", has_text="导入好了").wait_for()


TASKS = [tables]
