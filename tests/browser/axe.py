"""axe-core with the site's own bar: 7:1 for all text and 48 px targets, 44 px at the desk."""

from axe_playwright_python.base import AXE_SCRIPT

RATIO = {"expected": 7}
# Given whole: the check takes a partial set as "nothing to look at".
CONTRAST = {
    "ignoreUnicode": True,
    "ignoreLength": False,
    "ignorePseudo": False,
    "boldValue": 700,
    "boldTextPt": 14,
    "largeTextPt": 18,
    "contrastRatio": {"normal": RATIO, "large": RATIO},
    "pseudoSizeThreshold": 0.25,
    "shadowOutlineEmMax": 0.2,
    "textStrokeEmMin": 0.03,
}
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SITE, DESK = ([*AA, "wcag2aaa"], 48), (AA, 44)  # rules, and the least side of a control in px


# What another width, type size or scheme can change of a page whose elements stay the same.
LOOKS = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]


def options(rules: list[str], target: int) -> dict:
    return {
        "runOnly": rules,
        "rules": {
            "target-size": {"enabled": True},
            "color-contrast": {"enabled": True},
            "color-contrast-enhanced": {"enabled": False},  # at 7:1 for all text it is the same
        },
        "checks": {
            "color-contrast": {"options": CONTRAST},
            "target-size": {"options": {"minSize": target}},
            "target-offset": {"options": {"minOffset": target}},
        },
        "resultTypes": ["violations", "incomplete"],
    }


# Summed up in the page: the whole answer names every neighbour of every control.
RUN = """options => axe.run(options).then(({ violations, incomplete }) =>
  [...violations, ...incomplete].flatMap((rule) => rule.nodes.map((node) => {
    const checks = [...node.any, ...node.all, ...node.none].map((check) => check.message);
    return `${rule.id}: ${node.target.join(" ")}: ${checks.join("; ").slice(0, 240)}`;
  })))"""


def violations(page, bar=SITE) -> list[str]:
    """What axe holds against PAGE as it stands now, or cannot decide: rule, element, reason."""
    return _asked(page, options(*bar))


def violations_of_looks(page, bar=SITE) -> list[str]:
    """The same of a PAGE that is looked at in another way after `violations` found nothing: only
    what can have changed by that."""
    told = options(*bar)
    return _asked(page, told | {"runOnly": {"type": "rule", "values": LOOKS}})


def _asked(page, told: dict) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, told)
