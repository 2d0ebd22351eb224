"""Whether a name stands for one thing: class and public function names that several files define,
and those that hide a builtin or one of Django's. Part of `make check`; ends with 1 above the limit.

A template tag may share its name with the function behind it; methods, migrations, `Meta`, `Media`
and `Command` are not counted.
"""

import ast
import builtins
import importlib
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST = 0.04  # of all names of a kind
ASKED_FOR = {"Meta", "Media", "Command", "Migration"}  # by Django
# A scam's story and a local warning: the field's words, and labels in fixtures, versions and the log.
KEPT = {"Case", "Warning"}
DJANGO = [
    "db.models",
    "forms",
    "http",
    "urls",
    "template",
    "shortcuts",
    "core.cache",
    "core.exceptions",
    "core.paginator",
    "contrib.admin",
    "contrib.auth",
    "contrib.messages",
    "utils.timezone",
    "utils.translation",
    "utils.html",
]


def main() -> None:
    classes, functions = defined()
    broken = report("class", classes) + report("public function", functions)
    hiding = sorted((set(classes) | set(functions)) & taken() - KEPT)
    print(f"names that hide a builtin or one of Django's: {len(hiding)} {' '.join(hiding)}")
    sys.exit(bool(broken or hiding))


def defined() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The files that define each class, and each public function of a module."""
    classes, functions = defaultdict(set), defaultdict(set)
    for path in sorted((ROOT / "awareness").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        tree, file = ast.parse(path.read_text("utf-8")), str(path.relative_to(ROOT))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name not in ASKED_FOR:
                classes[node.name].add(file)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                functions[node.name].add(file)
    return classes, functions


def report(kind: str, names: dict[str, set[str]]) -> bool:
    """Print how many of NAMES stand in two or more files; whether they are too many."""
    several = {name: files for name, files in names.items() if len(files) > 1}
    share = len(several) / len(names)
    print(f"{kind} names: {len(names)}, in two or more files: {len(several)} ({share:.1%})")
    for name, files in sorted(several.items()):
        print(f"  {name}: {', '.join(sorted(files))}")
    return share > MOST


def taken() -> set[str]:
    """Names of builtins, and of what Django's everyday modules define."""
    found = set(dir(builtins))
    for name in DJANGO:
        module = importlib.import_module(f"django.{name}")
        found |= {
            word
            for word, value in vars(module).items()
            if callable(value) and getattr(value, "__module__", "").startswith("django.")
        }
    return found


if __name__ == "__main__":
    main()
