"""The type checker: constants and variables of a package.

Models   go/types/decl.go: constDecl, varDecl.
Read     gosim.golang.check.stmts first, gosim.golang.check.decls next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.constants import represent
from gosim.golang.check.locals import LocalChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import (
    Const,
    Frame,
    Operand,
    Package,
    Scope,
    Var,
    VarGroup,
)


class VariableChecker(LocalChecker):
    """Check constants and variables of packages."""

    # -- constants and variables ----------------------------------------------------------------

    def member(self, package: Any, name: str) -> Any:
        """Return what an exported name of a package means in this version, or None."""
        since = getattr(package.module, "SINCE", {})
        return None if since.get(name, 0) > self.minor else super().member(package, name)

    def reach(self, type_: Any) -> None:
        """Note that values of the type get into interfaces: any of its methods may be called."""
        if type_ in self.reached or not isinstance(type_, t.Type):
            return
        self.reached.add(type_)
        if isinstance(type_, t.Named):
            for method in type_.methods.values():
                if method.decl.decl.body is not None and method.decl.package.module is not None:
                    self.method_frame(method, type_)
        under = type_.underlying
        if isinstance(under, t.Struct):
            for field in under.fields:
                self.reach(field.type)
        elif isinstance(under, (t.Pointer, t.Slice, t.Array, t.Map)):
            self.reach(under.elem)
            if isinstance(under, t.Map):
                self.reach(under.key)

    def const_of(self, spec: n.ValueSpec, number: int, name: n.Ident) -> Const:
        """Return the constant that a spec declares, with its value."""
        const = Const(name.name, None, None, name)
        self._evaluate(const, spec, number, name)
        return const

    def _evaluate(self, const: Const, spec: n.ValueSpec, number: int, name: n.Ident) -> None:
        saved, self.iota = self.iota, spec.iota
        const.type = t.INVALID
        if number >= len(spec.values):
            self.fail(name, "missing init expr for const declaration")
        else:
            x = self.expr(spec.values[number])
            if x.ok and x.mode != "const":
                self.fail(spec.values[number], f"{self.describe(x)} is not constant")
            elif x.ok:
                self._typed_constant(const, spec, x)
        self.iota = saved

    def _typed_constant(self, const: Const, spec: n.ValueSpec, x: Operand) -> None:
        const.type, const.value = x.type, x.value
        if spec.type is not None:
            type_ = self.typ(spec.type)
            if self.assign(
                Operand("const", x.type, x.expr, x.value, x.obj), type_, "constant declaration"
            ):
                const.type = type_
                const.value = represent(x.value, type_)

    def _collect_vars(self, package: Package, spec: n.ValueSpec, scope: Scope) -> None:
        variables = []
        for name in spec.names:
            var = Var(name.name, None, name, None)
            var.used = True
            self.declare_in(package, name, var)
            variables.append(var)
        one_each = len(spec.values) == len(spec.names)
        groups = (
            [([var], [value]) for var, value in zip(variables, spec.values, strict=True)]
            if one_each
            else [(variables, spec.values)]
        )
        for some, values in groups:
            group = VarGroup(spec, some, scope)
            group.values = values
            package.variables.append(group)
            for var in some:
                var.lazy = self._later_vars(package, group)
                var.python = var.name

    def _later_vars(self, package: Package, group: VarGroup) -> Any:
        def run() -> None:
            if group.state == "new":
                group.state = "busy"
                self._check_vars(package, group)
                group.state = "done"

        return run

    def _check_vars(self, package: Package, group: VarGroup) -> None:
        saved = self.scope, self.package, self.frame
        self.scope, self.package = group.scope, package
        self.frame = group.frame = Frame(None, None, t.Signature((), ()))
        spec, variables = group.spec, group.variables
        for var in variables:
            var.lazy = None
        type_ = self.typ(spec.type) if spec.type is not None else None
        for var in variables:
            var.type = type_
        xs: Any = None
        if group.values:
            xs = self._values(
                group.values,
                len(variables),
                [type_] * len(variables),
                spec.names[0],
                "variable declaration",
            )
        for number, var in enumerate(variables):
            x = xs[number] if xs is not None else None
            if type_ is None:
                var.type = self._variable_type(x, spec.names[number], "variable declaration")
            elif x is not None:
                self.assign(x, type_, "variable declaration")
        self.scope, self.package, self.frame = saved

    def declare_in(self, package: Package, name: n.Ident, obj: Any) -> None:
        """Declare a name of the package."""
        obj.package = package
        if name.name == "_":
            package.blanks.append(obj)
        self.insert(package.scope, name, name.name, obj)
