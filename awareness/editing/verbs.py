"""The verbs of the desk that have a page of their own: what they ask, and what they do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from awareness.publishing import actions
from awareness.publishing.models import PublicState, Publishable


@dataclass(frozen=True)
class VerbPage:
    """A verb as its page puts it: the button, what will happen, and the remark it needs, if any."""

    button: str
    happens: str
    act: Callable[..., Any]
    done: str
    possible: Callable[[Publishable], bool]
    permission: str = "change"
    remark: str = ""  # the label of the words that it needs
    argument: str = ""
    lands: str = "front"  # where one goes on: the front page of the desk, the list, the text


def _beside(text: Publishable) -> bool:
    return bool(text.draft_id and not text.never_public)


VERBS = {
    "look": VerbPage(
        "看过了，没问题",
        "这一条是没等第二个人看就发布的。您看过公开的样子，就从待复核里拿掉。",
        actions.second_read,
        "复核过了。",
        lambda text: text.look_after,
        permission="publish",
    ),
    "submit": VerbPage(
        "交审核",
        "审核人会在编辑台首页看到它。交了以后再改，要重新交。",
        actions.submit,
        "交给审核人了，发布前不用再做什么。",
        lambda text: bool(text.never_public or text.draft_id) and not text.submitted_at,
    ),
    "return": VerbPage(
        "退回",
        "写的人会在编辑台首页看到您的意见。",
        actions.send_back,
        "退回了，写的人在首页会看到您的意见。",
        lambda text: bool(text.submitted_at),
        permission="publish",
        remark="意见：要改哪里，为什么",
        argument="remark",
    ),
    "withdraw": VerbPage(
        "撤回",
        "马上从所有页面拿掉。它的网址还在，会写明撤回的原因：已经印在纸上、转到群里的，打开就看得到。",
        actions.withdraw,
        "已撤回，网址上写明了原因。",
        lambda text: text.withdrawable and text.state() == PublicState.LIVE,
        permission="publish",
        remark="原因（居民看得到）",
        argument="reason",
    ),
    "discard": VerbPage(
        "放弃新稿",
        "公开的不变，新稿不要了。历史里还找得到它。",
        actions.discard,
        "新稿放弃了，公开的没有变。",
        _beside,
        lands="text",
    ),
    "unschedule": VerbPage(
        "取消定时",
        "到时候不再自动换上，变回草稿。",
        actions.unschedule,
        "定时取消了，变回草稿。",
        lambda text: bool(text.due_at) or text.state() == PublicState.SCHEDULED,
        permission="publish",
        lands="text",
    ),
    "bin": VerbPage(
        "放进回收站",
        f"{actions.BIN_DAYS}天内可以取回，过后清掉。",
        actions.put_in_bin,
        "放进回收站了。",
        lambda text: (
            not text.binned_at and text.state() not in (PublicState.LIVE, PublicState.SCHEDULED)
        ),
        permission="delete",
        lands="list",
    ),
    "unbin": VerbPage(
        "从回收站取回",
        "回到原来的样子。",
        actions.take_from_bin,
        "取回来了。",
        lambda text: bool(text.binned_at),
        permission="delete",
        lands="text",
    ),
}


def possible(text: Publishable, by) -> dict[str, VerbPage]:
    """The verbs that BY may do to TEXT as it stands."""
    label, name = text._meta.app_label, text._meta.model_name
    found = {
        key: asked
        for key, asked in VERBS.items()
        if asked.possible(text) and by.has_perm(f"{label}.{asked.permission}_{name}", text)
    }
    if text.due_at and "unschedule" not in found:
        found.pop("discard", None)  # would take back what a reviewer has set
    return found
