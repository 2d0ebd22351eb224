"""axe-core with the site's own bar: 7:1 for all text and 48 px targets."""

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
OPTIONS = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
        *("wcag2aaa", "best-practice"),
    ],
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": True}},
    "checks": {
        "color-contrast": {"options": CONTRAST},
        "color-contrast-enhanced": {"options": CONTRAST},
        "target-size": {"options": {"minSize": 48}},
        "target-offset": {"options": {"minOffset": 48}},
    },
    "resultTypes": ["violations", "incomplete"],
}


def violations(page) -> list[str]:
    """What axe holds against PAGE as it stands now, or cannot decide: rule, element, reason."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    answer = page.evaluate("options => axe.run(options)", OPTIONS)
    found = answer["violations"] + answer["incomplete"]
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {reason(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def reason(node) -> str:
    checks = node["any"] + node["all"] + node["none"]
    return "; ".join(check["message"] for check in checks)[:240]
