"""Links: only to hosts the house knows; what is dressed up as one of them is named as such."""

import pytest

from awareness.lib.guards import find_all

from .check import blocked, found, remedied

ALLOWED = [
    "https://www.gov.cn/zhengce/202506/18/content_1234567890123452.htm",
    "请看www.gov.cn，",
    "请看gov.cn。",
    "HTTPS://WWW.GOV.CN",
    "https://www.gov.cn请点击",
    "https://12321.cn:443/a?b=13800138000",
    "wu-tk.example",
    "https://tax.wu-tk.example/13800138000",
    "网址不是.gov.cn结尾的",
    "后缀是.com",
    "e.g. this, i.e. that, a.m.to, 3.5, v1.2, 10:42.Then",
    "Pay the money.Then call. See App.Store",
    "report.pdf、manage.xlsx、App.apk",
    "版本1.2.3.4",
    "……然后挂断...再报警",
    "佣金12.50元，300.50元，38.50元，99.99元，1,234,567.89元",
    "The loss was 378000.50 yuan, USD12.50, RMB300.50",
    "双11.11大促，6.18大促，3.15晚会，4.15国家安全教育日",
    "11.11",
    "2.5G网络，12.5kg，5.8折，3.0版，0.5in",
    "下午3点50分，11点50元",
    "JavaScript: a language; personal data: name",
]
REFUSED = [
    ("见http://evil.com/a。", "link_host", "http://evil.com/a"),
    ("请上evil.com看看", "link_host", "evil.com"),
    ("EVIL.COM", "link_host", "EVIL.COM"),
    ("打开abc.top下载", "link_host", "abc.top"),
    ("evil.com:8080/x", "link_host", "evil.com:8080/x"),
    ("www.abc.zzz", "link_host", "www.abc.zzz"),
    ("//evil.com/x", "link_host", "evil.com/x"),
    ("evil．com", "link_host", "evil．com"),
    ("www。evil。com", "link_host", "www。evil。com"),
    ("ｅｖｉｌ.com", "link_host", "ｅｖｉｌ.com"),
    ("ev\u200bil.com", "link_host", "ev\u200bil.com"),
    ("evil[.]com", "link_host", "evil[.]com"),
    ("evil(dot)com", "link_host", "evil(dot)com"),
    ("evil点com", "link_host", "evil点com"),
    ("evil.c0m", "link_host", "evil.c0m"),
    ("11.11.cn", "link_host", "11.11.cn"),
    ("192.0.2.50", "link_address", "192.0.2.50"),
    ("hxxps://evil[.]com/a", "link_host", "hxxps://evil[.]com/a"),
    ("http：//evil．com/路径", "link_host", "http：//evil．com/"),
    ("https;//evil.com", "link_host", "https;//evil.com"),
    (r"http:\\evil.com", "link_host", r"http:\\evil.com"),
    (r"https://evil.com\@gov.cn", "link_host", r"https://evil.com\@gov.cn"),
    ("https://www.gov.cn/x，https://evil.com", "link_host", "https://evil.com"),
    ("https://www.gov.cn/?u=https://evil.com", "link_host", "https://evil.com"),
    ("http://中国.cn/", "link_host", "http://中国.cn/"),
    ("公安.cn", "link_host", "公安.cn"),
    ("公安.中国", "link_host", "公安.中国"),
    ("notgov.cn", "link_lookalike", "notgov.cn"),
    ("gov.cn.abc.com", "link_lookalike", "gov.cn.abc.com"),
    ("http://www.gov.cn.abc.com/x", "link_lookalike", "http://www.gov.cn.abc.com/x"),
    ("12321-gov.cn", "link_lookalike", "12321-gov.cn"),
    ("my-gov-cn.net", "link_lookalike", "my-gov-cn.net"),
    ("g0v.cn", "link_lookalike", "g0v.cn"),
    ("l2321.cn", "link_lookalike", "l2321.cn"),
    ("12331.cn", "link_lookalike", "12331.cn"),
    ("13221.cn", "link_lookalike", "13221.cn"),
    ("12321.com", "link_lookalike", "12321.com"),
    ("exarnple-bank.cn", "link_lookalike", "exarnple-bank.cn"),
    ("examplebank.cn", "link_lookalike", "examplebank.cn"),
    ("gоv.cn", "link_lookalike", "gоv.cn"),  # Cyrillic о
    ("gοv.cn", "link_lookalike", "gοv.cn"),  # Greek ο
    ("gov.сn", "link_lookalike", "gov.сn"),  # Cyrillic с
    ("xn--gv-fmc.cn", "link_lookalike", "xn--gv-fmc.cn"),
    ("раураl.com", "link_lookalike", "раураl.com"),  # Cyrillic with one Latin l
    ("ｇｏｖ.cn", "link_lookalike", "ｇｏｖ.cn"),
    ("http://192.0.2.1/a", "link_address", "http://192.0.2.1/a"),
    ("192.0.2.1:8080", "link_address", "192.0.2.1:8080"),
    ("http://3221225985/", "link_address", "http://3221225985/"),
    ("http://0xC0000201/", "link_address", "http://0xC0000201/"),
    ("http://[2001:db8::1]/", "link_address", "http://[2001:db8::1]/"),
    ("http://user@evil.com", "link_login", "http://user@evil.com"),
    ("https://www.gov.cn@evil.com/", "link_login", "https://www.gov.cn@evil.com/"),
    ("http://a:b@evil.com", "link_login", "http://a:b@evil.com"),
    ("t.cn/abc", "link_short", "t.cn/abc"),
    ("https://bit.ly/x", "link_short", "https://bit.ly/x"),
    ("dwz.cn", "link_short", "dwz.cn"),
    ("javascript:alert(1)", "link_scheme", "javascript:alert(1)"),
    ("data:text/html,abc", "link_scheme", "data:text/html,abc"),
    ("weixin://dl/scan", "link_scheme", "weixin://dl/scan"),
    ("ftp://www.gov.cn/a", "link_scheme", "ftp://www.gov.cn/a"),
    ("http://gov/", "link_dead", "http://gov/"),
    ("http://-evil-.com", "link_dead", "http://-evil-.com"),
    ("http://police.local", "link_dead", "http://police.local"),
]
REMEDIES = [
    ("zh-hans", "点evil.com看", "点（网址已隐去）看"),
    ("zh-hant", "點evil.com看", "點（網址已隱去）看"),
    ("en", "See evil.com.", "See (web address removed)."),
    ("zh-hans", "看ｗｗｗ．gov．cn", "看www.gov.cn"),
    ("zh-hans", "看www。gov。cn", "看www.gov.cn"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_known_hosts_fiction_and_what_is_no_link_pass(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "kind", "place"), REFUSED)
def test_other_links_block_each_with_its_reason(text, kind, place):
    assert blocked(text) == [(kind, place)]


@pytest.mark.parametrize(("language", "text", "after"), REMEDIES)
def test_one_tap_takes_the_link_out_or_writes_it_plainly(language, text, after):
    assert remedied(text, language) == after


def test_a_mailbox_is_not_taken_for_a_link():
    assert blocked("zhang.san@qq.com") == [("email", "zhang.san@qq.com")]


def test_without_allowed_hosts_no_link_passes():
    finds = find_all("https://www.gov.cn", "zh-hans", [], [""])
    assert [find.kind for find in finds] == ["link_host"]
