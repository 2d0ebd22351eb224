"""Small changes to a module's code, each of which a test ought to notice.

A comparison (a lookup such as `starts_at__lte` too); `and`/`or`, and `&`/`|` of conditions; `not`,
and True/False; ±1 on an integer; a statement left out; None returned; an `if` turned round. The
first binding of a name is not left out: every test would see that it is missing.
"""

import ast
import copy
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import CodeType

COMPARED = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
LOOKUPS = {"__lte": "__lt", "__lt": "__lte", "__gte": "__gt", "__gt": "__gte"}
SWAPPED = {ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.And: ast.Or, ast.Or: ast.And}
REACHED = "__reached__"  # a builtin that watched code calls with the scope that it comes to
NEVER_RUN = {"annotation", "returns", "decorator_list", "format_spec"}


@dataclass(frozen=True)
class Mutant:
    """OLD, which stands in a field of PARENT (at PLACE of a list), becomes NEW."""

    scope: str  # function or class
    parent: ast.AST
    field: str
    place: int | None
    old: ast.AST
    new: ast.AST

    @property
    def line(self) -> int:
        return getattr(self.old, "lineno", 0) or getattr(self.parent, "lineno", 0)

    @property
    def change(self) -> str:
        """Names it: the same after other lines of the file have changed."""
        return f"{self.scope}: {_shown(self.old)} → {_shown(self.new)}"

    @contextmanager
    def in_place(self) -> Iterator[None]:
        self._put(self.new)
        yield
        self._put(self.old)

    def _put(self, node: ast.AST) -> None:
        if self.place is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.place] = node


def mutants_of(tree: ast.Module, scopes: Collection[str] = ()) -> list[Mutant]:
    """Every change to TREE, or to those of its functions and classes that SCOPES names."""
    return [
        Mutant(scope or "module", parent, field, place, node, new)
        for scope, parent, field, place, node, bound in _walk(tree, "", frozenset())
        if not scopes or any(f"{scope}.".startswith(f"{name}.") for name in scopes)
        for new in [*_instead(node), *_without(node, scope, bound)]
    ]


def code_of(tree: ast.Module, mutant: Mutant) -> CodeType:
    with mutant.in_place():
        return compile(ast.fix_missing_locations(tree), mutant.scope, "exec")


def watched(tree: ast.Module) -> ast.Module:
    """TREE in which every function first says that it was reached."""
    tree = copy.deepcopy(tree)
    for scope, _parent, _field, _place, node, _bound in list(_walk(tree, "", frozenset())):
        if isinstance(node, ast.FunctionDef):
            here = ast.Constant(f"{scope}.{node.name}".strip("."))
            call = ast.Call(ast.Name(REACHED, ast.Load()), [here], [])
            node.body.insert(0, ast.Expr(call))
    return ast.fix_missing_locations(tree)


def _walk(parent: ast.AST, scope: str, bound: Collection[str]) -> Iterator[tuple]:
    """Every node below PARENT that runs: its scope, its place and the names bound before it."""
    for field, value in ast.iter_fields(parent):
        if field in NEVER_RUN:
            continue
        for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST):
                continue
            yield scope, parent, field, place, node, bound
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                inner = f"{scope}.{node.name}".strip(".")
                yield from _walk(node, inner, _arguments(node))
            else:
                yield from _walk(node, scope, bound)
            bound = {*bound, *_bound_by(node)}


def _arguments(node: ast.AST) -> set[str]:
    if not isinstance(node, ast.FunctionDef):
        return set()
    return {each.arg for each in ast.walk(node.args) if isinstance(each, ast.arg)}


def _bound_by(node: ast.AST) -> set[str]:
    return {
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _without(node: ast.AST, scope: str, bound: Collection[str]) -> Iterator[ast.AST]:
    """Nothing where NODE stands, if that is a statement inside a function that can be missing."""
    if not scope:
        return
    words = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    does = isinstance(node, (ast.Expr, ast.AugAssign, ast.Raise, ast.Continue, ast.Break))
    gives_up = isinstance(node, ast.Return) and node.value is None
    again = isinstance(node, ast.Assign) and _bound_by(node) <= set(bound)
    if (does and not words) or gives_up or again:
        yield ast.Pass()


def _instead(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand where NODE stands."""
    match node:
        case ast.Compare():
            for place, sign in enumerate(node.ops):
                for other in COMPARED[type(sign)]:
                    yield _with(node, ops=[*node.ops[:place], other(), *node.ops[place + 1 :]])
        case ast.BoolOp() | ast.BinOp(op=ast.BitOr() | ast.BitAnd()):
            yield _with(node, op=SWAPPED[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool()):
            yield _with(node, value=not node.value)
        case ast.Constant(value=int()):
            yield _with(node, value=node.value + 1)
            yield _with(node, value=node.value - 1)
        case ast.Return(value=ast.AST() as value) if not _is_none(value):
            yield _with(node, value=ast.Constant(None))
        case ast.keyword(arg=str(name)) if (ending := name[name.rfind("__") :]) in LOOKUPS:
            yield _with(node, arg=name.removesuffix(ending) + LOOKUPS[ending])
        case ast.If() | ast.IfExp() if not _turned_anyway(node.test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension(ifs=[test, *more]) if not _turned_anyway(test):
            yield _with(node, ifs=[ast.UnaryOp(ast.Not(), test), *more])


def _turned_anyway(test: ast.AST) -> bool:
    """Whether another change already turns TEST round."""
    one = isinstance(test, ast.Compare) and len(test.ops) == 1
    return one or isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _with(node: ast.AST, **fields) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _shown(node: ast.AST) -> str:
    """NODE on one line; of a block its head."""
    if isinstance(node, ast.Pass):
        return "nothing"
    if isinstance(node, ast.keyword):
        return f"{node.arg}={ast.unparse(node.value)}"
    return ast.unparse(node).strip().split("\n")[0]
