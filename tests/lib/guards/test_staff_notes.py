"""What colleagues note for each other does not go out; what residents may read about sources does."""

import pytest

from .check import blocked

NOTES = [
    "拉您给别人当“担保”，其实贷款人就是您。此条为编写者记忆，发布前核实。",
    "对独居老人嘘寒问暖，最后卖药、借钱。此条为编写者归纳。",
    "8月3日，年份待核实",
    "中国银行福建省分行提示，日期待核实",
    "重庆警方预警，8月3日，年份还没有核对",
    "发奖方代扣税，发布前请法务核对",
    "付印前再确认一遍",
    "上线之前务必查实",
    "来源不明",
    "没有查到来源，凭记忆",
    "出处存疑",
    "（此处待补）",
    "编者按：这一段是后加的",
    "译文待校对",
    "年份待核實",
    "發佈前核實",
    "此條為編寫者歸納。",
    "TODO 补一张图",
    "金额TBC",
    "Written from memory; check before publishing.",
    "Bank notice, date to be confirmed",
    "3 August, year to be confirmed",
    "Summarised by the editors.",
    "Source unknown",
    "Figures not yet verified",
    "Editor’s note: ask the bank",
    "Lorem ipsum dolor",
]
INNOCENT = [
    "8月3日（报道没有写年份）",
    "3 August (the report gives no year)",
    "他说您的账户待核实，要转到安全账户。",
    "您的订单待确认，请点链接。",
    "自己打官方电话核实。",
    "转账前先核对对方户名。",
    "发货前请核对地址",
    "来源：公安部，2026年1月8日",
    "来电号码不明，先挂断。",
    "资金来源不清楚，银行会多问几句。",
    "编写者感谢大家",
    "民警凭记忆画出了来人的样子",
    "请家人过目",
    "不装来源不明的软件。",
    "资金来源不明的，银行会多问几句。",
    "请您确认是本人再付款",
    "Check the number before you call.",
    "Your payment is to be confirmed. Tap here.",
    "Confirm it with your family before sending money.",
    "She gave the number from memory.",
]


@pytest.mark.parametrize("text", NOTES)
def test_a_note_to_colleagues_is_found(text):
    assert "staff_note" in {kind for kind, _place in blocked(text)}


@pytest.mark.parametrize("text", INNOCENT)
def test_what_residents_may_read_passes(text):
    assert [place for kind, place in blocked(text) if kind == "staff_note"] == []
