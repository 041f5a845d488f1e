"""The type checker, types: from the syntax of a type to the type.

Models   go/types/typexpr.go, instantiate.go.
Read     gosim.golang.check.base first, gosim.golang.check.exprs next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import CheckBase, shown
from gosim.golang.check.constants import represent
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import (
    Builtin,
    Const,
    Func,
    Method,
    Nil,
    PkgName,
    Scope,
    TypeName,
    Var,
)

ARRAY_MAX = 1 << 24
"""The longest array that gosim makes."""


class TypeChecker(CheckBase):
    """Resolve types."""

    def typ(self, e: Any) -> t.Type:
        """Return the type that an expression denotes; INVALID after an error."""
        if isinstance(e, (n.Ident, n.Selector)):
            return self._named(e)
        if isinstance(e, n.Star):
            return t.Pointer(self.typ(e.x))
        if isinstance(e, n.Paren):
            return self.typ(e.x)
        if isinstance(e, n.ArrayType):
            return self._array(e)
        if isinstance(e, n.MapType):
            return self._map(e)
        if isinstance(e, n.ChanType):
            return t.Chan(e.direction, self.typ(e.elem))
        if isinstance(e, n.FuncType):
            return self.signature(e)
        if isinstance(e, n.StructType):
            return self._struct(e)
        if isinstance(e, n.InterfaceType):
            return self._interface(e)
        if isinstance(e, n.Index):
            return self._instance(e)
        self.fail(e, f"{shown(e)} is not a type")
        return t.INVALID

    def type_object(self, e: Any) -> Any:
        """Return the TypeName that an identifier or selector means, or None."""
        if isinstance(e, n.Paren):
            return self.type_object(e.x)
        found: Any = None
        if isinstance(e, n.Ident):
            found = self.scope.lookup(e.name)
        elif isinstance(e, n.Selector) and isinstance(e.x, n.Ident):
            package = self.scope.lookup(e.x.name)
            if isinstance(package, PkgName):
                package.used = True
                found = self.member(package.imported, e.sel.name)
        return found if isinstance(found, TypeName) else None

    def member(self, package: Any, name: str) -> Any:
        """Return what an exported name of a package means, or None."""
        return package.scope.names.get(name) if name[:1].isupper() else None

    def _named(self, e: Any) -> t.Type:
        found = self.type_object(e)
        if found is None:
            return self._not_a_type(e)
        if found.params:
            name = found.name
            self.fail(
                e, f"cannot use generic type {name}[{_params_text(found)}] without instantiation"
            )
            return t.INVALID
        if found.type is None:
            found.type = found.lazy() if found.lazy else t.INVALID
        return found.type  # type: ignore[no-any-return]

    def _not_a_type(self, e: Any) -> t.Type:
        if isinstance(e, n.Ident):
            found = self.scope.lookup(e.name)
            if found is None:
                self.undefined(e, e.name)
            else:
                self._fail_as_type(e, found)
        elif isinstance(e.x, n.Ident) and self.scope.lookup(e.x.name) is None:
            self.undefined(e.x, e.x.name)
        else:
            x = self.raw(e)
            if x.ok:
                self.fail(e, f"{self.describe(x)} is not a type")
        return t.INVALID

    def _fail_as_type(self, e: n.Ident, found: Any) -> None:
        """Complain about a name that means something else.  Go: Checker.typInternal."""
        text = e.name
        if isinstance(found, Var):
            found.used = True
        if self.minor >= 26:
            text = f"{text} ({_kind_of(found)})"
        elif self.minor <= 22:
            if isinstance(found, PkgName):
                found.used = True
                self.fail(e, f"use of package {text} not in selector")
                return
            x = self.raw(e)
            if not x.ok:
                return
            text = self.describe(x)
        self.fail(e, f"{text} is not a type")

    def _array(self, e: n.ArrayType) -> t.Type:
        elem = self.typ(e.elem)
        if e.length is None:
            return t.Slice(elem)
        if isinstance(e.length, str):
            self.fail(e, "invalid use of [...] array (outside a composite literal)")
            return t.INVALID
        length = self.expr(e.length)
        count = represent(length.value, t.INT) if length.mode == "const" else None
        if not isinstance(count, int) or isinstance(count, bool):
            if length.ok:
                self.fail(
                    e.length,
                    f"invalid array length {shown(e.length)}"
                    if length.mode == "const"
                    else f"array length {shown(e.length)} (variable of type {length.type}) "
                    "must be constant",
                )
            return t.INVALID
        if not 0 <= count <= ARRAY_MAX:
            self.fail(e.length, f"invalid array length {shown(e.length)}")
            return t.INVALID
        return t.Array(count, elem)

    def _map(self, e: n.MapType) -> t.Type:
        key, elem = self.typ(e.key), self.typ(e.elem)
        if not isinstance(key, t.Named) and not t.is_comparable(key):
            self.fail(e.key, f"invalid map key type {self.say(key)}")
        return t.Map(key, elem)

    def signature(self, e: n.FuncType) -> t.Signature:
        """Return the type of a function."""
        params = [self.typ(param.type) for param in e.params]
        variadic = bool(e.params) and e.params[-1].variadic
        if variadic:
            params[-1] = t.Slice(params[-1])
        results = tuple(self.typ(result.type) for result in e.results)
        return t.Signature(tuple(params), results, variadic)

    def _struct(self, e: n.StructType) -> t.Type:
        fields = []
        seen: dict[str, str] = {}
        for param in e.fields:
            type_ = self.typ(param.type)
            name = param.name.name if param.name else _embedded_name(param.type)
            if name in seen and name != "_":
                self.fail(param, f"{name} redeclared\n{seen[name]}: other declaration of {name}")
            seen.setdefault(name, f"./{param.file.name}:{param.line}:{param.col}")
            fields.append(t.Field(name, type_, param.embedded, param.tag))
        return t.Struct(tuple(fields))

    def _interface(self, e: n.InterfaceType) -> t.Type:
        methods: dict[str, Any] = {}
        for name, kind in e.methods:
            if name.name in methods:
                self.fail(name, f"duplicate method {name.name}")
            methods[name.name] = self.signature(kind)
        terms: tuple[t.Term, ...] | None = None
        comparable = False
        for union in e.unions:
            more = self._union(union, methods)
            if more == "comparable":
                comparable = True
            elif more is not None:
                terms = more if terms is None else tuple(x for x in terms if x in more)
        return t.Interface(tuple(sorted(methods.items())), terms, comparable)

    def _union(self, union: list[tuple[bool, Any]], methods: dict[str, Any]) -> Any:
        """Return the terms of one element of an interface; None for all types."""
        terms: list[t.Term] = []
        for tilde, e in union:
            type_ = self.typ(e)
            under = type_.underlying
            if not isinstance(under, t.Interface):
                terms.append(t.Term(tilde, type_))
                continue
            methods.update(dict(under.methods))
            if under.comparable and len(union) == 1:
                return "comparable"
            if under.terms is None:
                return None
            terms += under.terms
        return tuple(terms)

    # -- generic types --------------------------------------------------------------------------

    def _instance(self, e: n.Index) -> t.Type:
        generic = self.type_object(e.x)
        if generic is None:
            return self._not_a_type(e.x)
        args = tuple(self.typ(arg) for arg in e.indices)
        if not generic.params:
            self.fail(e.x, f"{shown(e.x)} is not a generic type")
            return t.INVALID
        if len(args) != len(generic.params):
            few = len(args) < len(generic.params)
            self.fail(
                e,
                f"{'not enough' if few else 'too many'} type arguments for type "
                f"{generic.name}: have {len(args)}, want {len(generic.params)}",
            )
            return t.INVALID
        return self.instantiate(generic, args, e)

    def instantiate(self, generic: TypeName, args: tuple[t.Type, ...], at: Any) -> t.Named:
        """Return the instance of a generic type for these arguments."""
        made = generic.instances.get(args)
        if made is not None:
            return made
        package = generic.package
        assert package is not None
        scope = self.bound(generic.spec[1], generic.params, args)
        made = t.Named(generic.name, package.name, resolve=None, args=args)
        generic.instances[args] = made
        self.satisfy(generic.params, args, scope, at)
        made._resolve = lambda named: self.in_scope(scope, package, generic.spec[0].type).underlying
        made.decl = generic
        for func, pointer in generic.spec[2]:
            self.add_method(made, func, pointer, args)
        return made

    def add_method(self, named: t.Named, func: Func, pointer: bool, args: Any) -> Method:
        """Give a named type a method."""
        made = Method(func.name, func, pointer, args)
        named.methods[func.name] = made
        own = func.package is not None and func.package.module is None
        if func.decl.body is not None and own and not _has_params(args):
            self.method_frame(made, named)
        return made

    def method_frame(self, method: Method, named: t.Named) -> Any:
        """Return the frame of a method; its body is checked later."""
        raise NotImplementedError

    def bound(self, scope: Scope, params: list[n.Param], args: tuple[t.Type, ...]) -> Scope:
        """Return a scope in which type parameters mean these arguments."""
        made = Scope(scope)
        for param, arg in zip(params, args, strict=True):
            assert param.name is not None
            made.names[param.name.name] = TypeName(param.name.name, arg, param)
        return made

    def in_scope(self, scope: Scope, package: Any, e: Any) -> Any:
        """Return the type of an expression in another scope."""
        saved = self.scope, self.package
        self.scope, self.package = scope, package
        try:
            return self.signature(e) if isinstance(e, n.FuncType) else self.typ(e)
        finally:
            self.scope, self.package = saved

    def satisfy(self, params: Any, args: Any, scope: Scope, at: Any) -> bool:
        """Check that type arguments satisfy their constraints."""
        for param, arg in zip(params, args, strict=True):
            if isinstance(arg, t.TypeParam) or arg is t.INVALID:
                continue
            constraint = self.in_scope(scope, self.package, param.type).underlying
            reason = self.why_not(arg, constraint, param)
            if reason:
                self.fail(at, reason)
                return False
        return True

    def why_not(self, arg: t.Type, constraint: Any, param: Any) -> str:
        """Return why a type does not satisfy a constraint, or an empty string."""
        name = self.say(arg)
        if not isinstance(constraint, t.Interface):
            return ""
        if constraint.comparable and not t.is_comparable(arg):
            return f"{name} does not satisfy comparable"
        if constraint.terms is not None and not any(
            term.type is arg or (term.tilde and term.type.underlying is arg.underlying)
            for term in constraint.terms
        ):
            wanted = param.type.text
            inside = " | ".join(str(term) for term in constraint.terms)
            if wanted == "any" or isinstance(param.type, n.InterfaceType):
                return f"{name} does not satisfy {inside} ({name} missing in {inside})"
            return f"{name} does not satisfy {wanted} ({name} missing in {inside})"
        lacking = self.lacks(arg, constraint)
        return f"{name} does not satisfy {shown(param.type)} {lacking}" if lacking else ""

    def lacks(self, type_: t.Type, interface: t.Interface) -> str:
        """Return which method of an interface a type lacks, in parentheses, or ""."""
        raise NotImplementedError


def _has_params(args: Any) -> bool:
    return any(isinstance(arg, t.TypeParam) for arg in args)


def _embedded_name(e: Any) -> str:
    while isinstance(e, (n.Star, n.Index, n.Paren)):
        e = e.x
    return str(e.sel.name if isinstance(e, n.Selector) else e.name)


def _kind_of(found: Any) -> str:
    """Return what a name means, as messages from 1.26 on say it."""
    if isinstance(found, Var):
        return _kind_of_variable(found)
    names = {
        Const: "constant",
        Func: "function",
        PkgName: "package name",
        Builtin: "built-in function",
        Nil: "untyped nil",
    }
    return names[type(found)]


def _kind_of_variable(var: Var) -> str:
    frame = var.frame
    if frame is None:
        return "package-level variable"
    if var in frame.results:
        return "result variable"
    if not var.is_param:
        return "local variable"
    method = frame.func is not None and frame.func.receiver is not None
    return "receiver" if method and var is frame.params[0] else "parameter"


def _params_text(generic: TypeName) -> str:
    return ", ".join(
        f"{param.name.name if param.name else '_'} {shown(param.type)}" for param in generic.params
    )


def constant_value(obj: Const) -> Any:
    """Return the value of a constant, finding it first if need be."""
    if obj.lazy is not None:
        lazy, obj.lazy = obj.lazy, None
        lazy()
    return obj.value
