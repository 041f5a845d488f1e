"""The type checker, declarations in functions: const, type, var.

Models   cmd/compile/internal/types2: decl.go (declStmt), resolver.go (arity).
Read     gosim.golang.check.stmts first, gosim.golang.check.decls next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.control import ControlChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Const, TypeName


class LocalChecker(ControlChecker):
    """Check the declarations in functions."""

    def _declstmt_stmt(self, s: n.DeclStmt) -> None:
        for spec in s.specs:
            if isinstance(spec, n.TypeSpec):
                self._local_type(spec)
            elif spec.word == "const":
                self._local_const(spec)
            else:
                self._local_var(spec)

    def _local_type(self, spec: n.TypeSpec) -> None:
        obj = TypeName(spec.name.name, None, spec.name)
        obj.package = self.package
        self.insert(self.scope, spec.name, spec.name.name, obj)
        if spec.params:
            obj.params, obj.spec = spec.params, (spec, self.scope, [])
            return
        if spec.alias:
            obj.type = self.typ(spec.type)
            return
        scope, package = self.scope, self.package
        obj.type = t.Named(
            spec.name.name,
            package.name,
            resolve=lambda named: self.in_scope(scope, package, spec.type).underlying,
        )
        _ = obj.type.underlying

    def _local_const(self, spec: n.ValueSpec) -> None:
        for number, name in enumerate(spec.names):
            const = self.const_of(spec, number, name)
            const.used = True
            self.insert(self.scope, name, name.name, const)

    def const_of(self, spec: n.ValueSpec, number: int, name: n.Ident) -> Const:
        """Return the constant that a spec declares, with its value."""
        raise NotImplementedError

    def wrong_arity(self, spec: n.ValueSpec) -> bool:
        """Complain about values without a name, or names without a value.  Go: arity."""
        names, values = len(spec.names), len(spec.values)
        if names < values:
            extra = spec.values[names]
            self.fail(extra, f"extra init expr {shown(extra)}")
        elif names > values > 1:
            self.fail(spec.names[values], f"missing init expr for {spec.names[values].name}")
        return values > 1 and names != values

    def _local_var(self, spec: n.ValueSpec) -> None:
        type_ = self.typ(spec.type) if spec.type is not None else None
        xs: Any = None
        if spec.values:
            self._target = spec.names[0]
            xs = (
                None
                if self.wrong_arity(spec)
                else self._values(
                    spec.values,
                    len(spec.names),
                    [type_] * len(spec.names),
                    spec.names[0],
                    "variable declaration",
                )
            )
            self._target = None
        for number, name in enumerate(spec.names):
            x = xs[number] if xs is not None else None
            kind = type_
            if x is not None and type_ is not None:
                self.assign(x, type_, "variable declaration")
            elif type_ is None:
                kind = self._variable_type(x, name, "variable declaration")
            var = self.declare(name, kind)
            if spec.values and xs is None:
                var.used = True
