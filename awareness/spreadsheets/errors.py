"""Why a file is not taken."""


class TableRefused(Exception):
    """One plain sentence for who sent the file, and the status of the answer."""

    def __init__(self, says: str, status: int = 400):
        super().__init__(says)
        self.says, self.status = says, status


NO_TABLE = "这不是Excel表（.xlsx），也不是CSV表。请下载这里的模板，填好再传。"
BROKEN = "这个文件打不开，可能坏了，或没有传完整。请在Excel或WPS里打开看看，另存一份再传。"
