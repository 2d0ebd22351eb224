"""The kinds of page at the desk, each by one address that stands for it on a fresh site."""

import re

DESK_PAGES = {
    "front": "/admin/",
    "list": "/admin/cases/warning/",
    "found": "/admin/cases/warning/?q=医保",
    "nothing": "/admin/cases/warning/?q=没有这样的",
    "filtered": "/admin/quiz/question/?kind__exact=legit",
    "add": "/admin/cases/warning/add/",
    "stacked rows": "/admin/emergency/situation/1/change/",
    "table rows": "/admin/quiz/questionset/1/change/",
    "ticks": "/admin/guide/scamtype/1/change/",
    "delete": "/admin/guide/trait/1/delete/",
    "people": "/admin/office/staff/",
}
WIDTHS = (360, 1280)

# A bar that stays in sight covers what is behind it: it is looked at where it rests.
REST = """() => document.querySelectorAll('.submit-row, .submit-row .default, .actions')
  .forEach((bar) => { bar.style.position = 'static'; })"""
OPEN = """() => document.querySelectorAll('.filters').forEach((panel) => { panel.open = true; })"""

# What stands out to the right, and how far the page could be moved sideways.
OUTSIDE = """() => {
  const page = document.documentElement;
  const seen = (e) => e.checkVisibility() && !e.closest('.visually-hidden, .select2-hidden-accessible');
  const out = [...document.querySelectorAll('body *')].filter((e) => seen(e)
    && e.getBoundingClientRect().right > page.clientWidth + 1);
  return [...out.map((e) => e.outerHTML.slice(0, 100)),
    ...(page.scrollWidth > page.clientWidth ? [`${page.scrollWidth} px`] : [])];
}"""

# Everything that the desk itself says, to the eye or to a screen reader; not what staff wrote.
SAID = """() => {
  const theirs = 'textarea, script, style, svg, td, th[data-label], option, h1, .readonly, .breadcrumbs, ' +
    '.choices, .select2-selection, .inline_label, .original, iframe, .help, #deleted-objects, #user-tools p, .hidden';
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(theirs)) words.push(walker.currentNode.data);
  }
  for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
    for (const e of document.querySelectorAll(`[${name}]`)) if (!e.closest(theirs)) words.push(e.getAttribute(name));
  }
  for (const button of document.querySelectorAll('[type=submit]')) words.push(button.value);
  return words.join('\\n');
}"""


def settled(page):
    """PAGE once its bars rest and its panels are open."""
    page.evaluate(REST)
    page.evaluate(OPEN)
    return page


def outside(page) -> list[str]:
    return page.evaluate(OUTSIDE)


def english(page) -> set[str]:
    """English words that PAGE says."""
    return set(re.findall(r"[A-Za-z]{3,}", page.evaluate(SAID)))


FORMS = """() => [
  document.querySelector('.object-tools .addlink') && `${location.pathname}add/`,
  document.querySelector('#result_list tbody th a')?.pathname,
].filter(Boolean)"""
MENU = "() => [...document.querySelectorAll('.menu nav a')].map((link) => link.pathname)"


def every_page(page):
    """Takes PAGE to the list, the empty form and the first row's form of everything in its menu;
    the address of each, once PAGE is there."""
    page.goto("/admin/")
    for address in page.evaluate(MENU):
        page.goto(address)
        forms = page.evaluate(FORMS)
        yield address
        for form in forms:
            page.goto(form)
            yield form
