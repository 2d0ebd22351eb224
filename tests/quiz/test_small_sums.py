"""'Send a little first and see' is nobody's advice here: fraudsters pay small sums back."""

import re

import pytest

from awareness.quiz.models import QuestionSet, Use

PREFIXES = ["", "/zh-hant", "/en"]
CHECKS = ["/check/", "/check/paste/", "/check/transfer/"]
SMALL_FIRST = re.compile(
    r"先[转轉汇匯打付交缴繳投垫墊][^，。？！：]{0,8}?"
    r"(小[额額]|少量|一?[点點]|一?小?部分|一半|几[十百千]|幾[十百千]|[一二两兩三四五六][百千万萬])"
    r"|少[转轉汇匯付](一?[点點]|些)|[试試][转轉汇匯付]|小[额額].{0,4}[试試]"
    r"|\b(send|transfer|pay|put in|deposit)\b[^.?!:]{0,25}\b(small|little|bit|part|half|fraction)\b"
    r"|\b(small (sum|amount|part)|a little)\b[^.?!:]{0,25}\b(first|as a test|to test|to try)\b"
    r"|\b(test|trial) (payment|transfer)",
    re.I,
)
REFUSED = re.compile("[试試]不出|prove[s]? nothing")


def advice(text: str) -> list[str]:
    """The sentences of TEXT that tell a reader to send a little first."""
    said = re.split("[。？！?!\n]|[.] ", text)
    return [one for one in said if SMALL_FIRST.search(one) and not REFUSED.search(one)]


def words(html: str) -> str:
    """What HTML says, each item and each paragraph in a line of its own."""
    body = html.partition("<main")[2].partition("</main")[0] or html
    lined = re.sub(r"<(?=/?(li|p|h\d|label|legend|summary|div|section|ul|ol)\b)", "\n<", body)
    return re.sub("<[^>]*>", "", lined)


def learnt(sheet: str) -> str:
    """What a paper teaches: its key, and the options that the key calls right."""
    asked, key = sheet.split('class="paper-part key"')
    letters = re.findall(r"<li><p><b>([ABCD])</b>", key)
    offered = re.findall(r"<li><p>.*?<ul>(.*?)</ul>", asked, re.S)
    right = [
        re.search(rf"<b>{letter}</b> (.*?)</li>", options)[1]
        for letter, options in zip(letters, offered, strict=True)
    ]
    return words(key) + "\n" + "\n".join(right)


@pytest.mark.parametrize(
    "said",
    [
        "第一次转的先转小额",
        "第一次轉的先轉小額",
        "先转一小部分，看他退不退",
        "先轉一小部分，看他退不退",
        "先转五千，看放不放款",
        "先缴一千，收到电脑再缴其余",
        "先转一半，收到货再转一半",
        "拿不准，就少转点试试",
        "First time? Send a small amount first",
        "Send a small part first and see if it comes back",
        "Make a test payment.",
        "A small sum as a test does no harm.",
    ],
)
def test_such_advice_would_be_seen(said):
    assert advice(said)


@pytest.mark.parametrize("said", ["先转一点，试不出真假。", "先打老号码，再转钱。", "少转给生人。"])
def test_what_refuses_it_or_speaks_of_something_else_may_stand(said):
    assert not advice(said)


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("path", CHECKS)
def test_no_check_gives_it(visitor, prefix, path):
    assert advice(words(visitor.get(prefix + path).content.decode())) == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_no_paper_teaches_it(visitor, prefix):
    for row in QuestionSet.objects.exclude(use=Use.DAILY):
        sheet = visitor.get(f"{prefix}/quiz/{row.slug}/sheet/").content.decode()
        assert advice(learnt(sheet)) == [], row.slug


def test_a_first_payment_is_checked_by_a_call(visitor):
    assert "第一次转的，打老号码或官方电话" in words(
        visitor.get("/check/transfer/").content.decode()
    )
