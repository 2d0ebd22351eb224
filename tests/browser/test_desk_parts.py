"""The parts that pages of the desk are made of, in every state that starter content never shows."""

import pytest

from .axe import DESK, violations
from .desk_pages import outside
from .server import ROOT

STATES = {
    "live": "线上＋有新草稿",
    "draft": "草稿",
    "submitted": "待审",
    "returned": "退回",
    "scheduled": "已定时",
    "expired": "已过期",
    "withdrawn": "已撤回",
    "binned": "在回收站",
}
BADGES = " ".join(f'<span class="badge badge-{key}">{word}</span>' for key, word in STATES.items())
PARTS = f"""<main id="content"><h1>各种部件</h1>
<ul class="messagelist"><li class="success">存好了。</li><li class="warning">请再看看。</li>
<li class="error">没有存上。</li></ul>
<p class="errornote">请改正下面的错。</p><ul class="errorlist"><li>这一栏必须填。</li></ul>
<div class="note"><p>要注意的一句话。</p></div>
<p class="stand">{BADGES}</p>
<p class="dots"><span class="dot dot-there">简有</span><span class="dot dot-automatic">繁自动转换</span>
<span class="dot dot-old">英旧</span><span class="dot dot-missing">英缺</span></p>
<div class="panels"><section class="panel"><h2>待审</h2><span class="number">3</span>
<ul><li><a href="#one">第一条</a></li><li><a href="#two">第二条</a></li></ul></section>
<section class="panel"><h2>检查</h2><ul class="checklist"><li class="ok">标题不超过20个字</li>
<li class="warn">没有英文</li><li class="block"><b>挡住：</b>写了手机号</li></ul></section></div>
<dl class="difference"><dt>标题</dt><dd>水电工<del>上门</del><ins>打电话</ins>收钱</dd></dl>
<ol class="found"><li class="block">证件号：<q>1101</q></li></ol>
<div class="bar big"><a class="button default" href="#three">写一条预警</a>
<a class="button" href="#four">都看看</a><a class="button quiet" href="#five">回去</a>
<button class="button" disabled>发布</button></div>
<table class="deeds"><thead><tr><th scope="col">时间</th><th scope="col">谁</th></tr></thead>
<tbody><tr><td>11月22日9:00</td><td>王小明</td></tr></tbody></table></main>"""


@pytest.fixture(scope="module")
def sheets():
    folder = ROOT / "static" / "css"
    files = [folder / "tokens.css", folder / "admin.css", *sorted((folder / "admin").glob("*.css"))]
    return "".join(f"<style>{file.read_text('utf-8')}</style>" for file in files)


@pytest.fixture
def parts(window, sheets):
    def drawn(**options):
        page = window(**options).new_page()
        page.set_content(
            '<!doctype html><html lang="zh-Hans"><title>部件</title>'
            '<meta name="viewport" content="width=device-width">' + sheets + PARTS
        )
        return page

    return drawn


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(parts, scheme, width):
    page = parts(color_scheme=scheme, viewport={"width": width, "height": 800})
    assert violations(page, DESK) == []
    assert outside(page) == []


def test_what_differs_has_signs_as_well_as_colours(parts):
    page = parts()
    sign = "part => getComputedStyle(part, '::before').content"
    assert page.locator("ins").evaluate(sign) == '"＋"'
    assert page.locator("del").evaluate(sign) == '"－"'
    signs = [line.evaluate(sign) for line in page.locator(".checklist li").all()]
    assert len(set(signs)) == 3


def test_a_phone_in_the_page_is_as_wide_as_a_phone(parts):
    page = parts()
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<iframe class=phone-frame title=样子></iframe>')"
    )
    frame = page.locator(".phone-frame")
    assert frame.evaluate("frame => frame.clientWidth") == 360
    assert outside(page) == []
