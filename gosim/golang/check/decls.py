"""The type checker, declarations: packages, constants, variables, functions, methods.

Models   go/types/resolver.go, decl.go, initorder.go.
Read     gosim.golang.check.locals first, gosim.golang.program next.

What a package declares is resolved when it is first asked for, so that the order of declarations
does not matter.
"""

from __future__ import annotations

import re
from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.cycles import refuse_type_cycles, refuse_variable_cycles
from gosim.golang.check.variables import VariableChecker
from gosim.golang.natives import taking_slice, waits
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import (
    Const,
    Frame,
    Func,
    Method,
    Package,
    PkgName,
    Scope,
    TypeName,
)
from gosim.golang.values.structs import set_class


class DeclChecker(VariableChecker):
    """Check whole packages."""

    # -- packages -------------------------------------------------------------------------------

    def add_package(self, path: str, files: list[n.File], module: Any = None) -> Package:
        """Collect what the files declare; return the package."""
        package = Package(path, files[0].package, self.universe)
        package.module = module
        self.packages[path] = package
        methods: list[Func] = []
        for file in files:
            scope = Scope(package.scope)
            package.files.append((file, scope))
            self._imports(package, file, scope)
            for decl in sorted([*file.specs, *file.funcs], key=lambda decl: decl.start):
                if isinstance(decl, n.FuncDecl):
                    self._collect_func(package, decl, scope, methods)
                else:
                    self._collect_spec(package, decl, scope)
        for func in methods:
            self._attach(package, func)
        for obj in list(package.scope.names.values()):
            if isinstance(obj, TypeName) and not obj.params:
                self._link_class(package, obj)
        for name, zero in getattr(module, "OPAQUE", {}).items():
            package.scope.names[name].type._underlying = t.Opaque(zero)  # type: ignore[attr-defined]
        return package

    def _imports(self, package: Package, file: n.File, scope: Scope) -> None:
        for spec in file.imports:
            imported = self.packages.get(spec.path) or self.loader.load(self, spec.path)
            if imported is None:
                self.fail(spec, self.loader.refusal(spec.path))
                self.refused.add(spec.name or spec.path.rpartition("/")[2])
                continue
            if spec.name == ".":
                scope.names.update(
                    {k: v for k, v in imported.scope.names.items() if k[:1].isupper()}
                )
            else:
                name = spec.name or imported.name
                self.insert(scope, spec, name, PkgName(name, imported, spec))

    def _collect_spec(self, package: Package, spec: Any, scope: Scope) -> None:
        if isinstance(spec, n.TypeSpec):
            self._collect_type(package, spec, scope)
        elif spec.word == "const":
            for number, name in enumerate(spec.names):
                const = Const(name.name, None, None, name)
                const.lazy = self._later(
                    package, scope, self._evaluate, (const, spec, number, name)
                )
                self.declare_in(package, name, const)
        else:
            self._collect_vars(package, spec, scope)

    def _later(self, package: Package, scope: Scope, function: Any, args: Any) -> Any:
        def run() -> None:
            saved = self.scope, self.package, self.frame, self.iota
            self.scope, self.package, self.iota = scope, package, None
            self.frame = Frame(None, None, t.Signature((), ()))
            try:
                function(*args)
            finally:
                self.scope, self.package, self.frame, self.iota = saved

        return run

    # -- types and methods ----------------------------------------------------------------------

    def _collect_type(self, package: Package, spec: n.TypeSpec, scope: Scope) -> None:
        obj = TypeName(spec.name.name, None, spec.name)
        self.declare_in(package, spec.name, obj)
        obj.params = spec.params
        obj.spec = (spec, scope, [])
        if spec.params:
            return
        if spec.alias:
            obj.lazy = lambda: self.in_scope(scope, package, spec.type)
            return
        obj.type = t.Named(
            spec.name.name,
            package.name,
            resolve=lambda named: self.in_scope(scope, package, spec.type).underlying,
        )
        obj.type.decl = obj

    def _collect_func(
        self, package: Package, decl: n.FuncDecl, scope: Scope, methods: list[Func]
    ) -> None:
        func = Func(decl.name.name, decl, scope, package)
        if decl.receiver is not None:
            methods.append(func)
            return
        if func.name == "init" or (func.name == "main" and package.name == "main"):
            if decl.type.params or decl.type.results:
                text = f"func {func.name} must have no arguments and no return values"
                self.fail(decl.name, text)
        if func.name == "init":
            package.inits.append(func)
        else:
            self.declare_in(package, decl.name, func)

    def _attach(self, package: Package, func: Func) -> None:
        """Give a method to its type."""
        assert func.decl.receiver is not None
        e = func.decl.receiver.type
        while isinstance(e, n.Paren):
            e = e.x
        pointer = isinstance(e, n.Star)
        base = e.x if isinstance(e, n.Star) else e
        name = base.x if isinstance(base, n.Index) else base
        obj = package.scope.names.get(name.name) if isinstance(name, n.Ident) else None
        if not isinstance(obj, TypeName):
            known = isinstance(name, n.Ident) and self.universe.lookup(name.name) is not None
            self.fail(
                name,
                f"cannot define new methods on non-local type {shown(name)}"
                if known
                else f"undefined: {shown(name)}",
            )
            return
        func.receiver = obj
        if obj.params:
            assert isinstance(base, n.Index)
            func.decl.type_params = [
                n.Param(i, param.type).at(i)  # type: ignore[arg-type]
                for i, param in zip(base.indices, obj.params, strict=False)
            ]
            obj.spec[2].append((func, pointer))
            return
        if obj.type is None:
            obj.type = obj.lazy() if obj.lazy else t.INVALID
        if not isinstance(obj.type, t.Named):
            return
        since = getattr(func.package.module, "SINCE", {}) if func.package is not None else {}
        if since.get(f"{obj.name}.{func.name}", 0) > self.minor:
            return
        if func.name in obj.type.methods:
            before = obj.type.methods[func.name].decl.decl.name
            self.fail(
                func.decl.name,
                f"method {obj.name}.{func.name} already declared at "
                f"{before.file.name if '/' in before.file.name else './' + before.file.name}"
                f":{before.line}:{before.col}",
            )
            return
        self.add_method(obj.type, func, pointer, ())

    def add_method(self, named: t.Named, func: Func, pointer: bool, args: Any) -> Method:
        """Give a named type a method; one without a body is Python's."""
        made = super().add_method(named, func, pointer, args)
        if func.decl.body is None and func.package is not None:
            cls = func.package.native(named.name)
            own = getattr(cls, func.name, None) if isinstance(cls, type) else None
            made.func = own or func.package.native(f"{named.name}_{func.name}")
            params = func.decl.type.params
            if params and params[-1].variadic and made.func is not None:
                made.func = taking_slice(made.func)
        return made

    def _link_class(self, package: Package, obj: TypeName) -> None:
        cls = package.native(obj.name) if package.module is not None else None
        if isinstance(cls, type) and isinstance(obj.type, t.Named):
            set_class(obj.type, cls)

    def instantiate(self, generic: TypeName, args: tuple[t.Type, ...], at: Any) -> t.Named:
        """Return an instance; one of a Python class gets a class of its own."""
        known = args in generic.instances
        made = super().instantiate(generic, args, at)
        package = generic.package
        if not known and package is not None and package.module is not None:
            cls = package.native(generic.name)
            if isinstance(cls, type):
                set_class(made, type(cls.__name__, (cls,), {"__slots__": ()}))
        return made

    def method_signature(self, method: Method, base: Any = None) -> t.Signature:
        """Return the type of a method, without its receiver."""
        func = method.decl
        if not method.type_args:
            if func.signature is None:
                func.signature = self.in_scope(func.scope, func.package, func.decl.type)
            return func.signature
        scope = self.bound(func.scope, func.decl.type_params, method.type_args)
        return self.in_scope(scope, func.package, func.decl.type)  # type: ignore[no-any-return]

    # -- functions ------------------------------------------------------------------------------

    def native_waits(self, func: Func) -> bool:
        """Return whether a function that is written in Python may wait."""
        return waits(self.native_of(func))

    def native_of(self, func: Func) -> Any:
        """Return the Python function behind a declaration without a body."""
        package = func.package
        assert package is not None
        if func.receiver is None:
            return package.native(func.name)
        cls = package.native(func.receiver.name)
        own = getattr(cls, func.name, None) if isinstance(cls, type) else None
        return own or package.native(f"{func.receiver.name}_{func.name}")

    def func_frame(self, func: Func, args: Any = ()) -> Frame:
        """Return the frame of a function for these type arguments; its body is checked later."""
        made = func.frames.get(args)
        if made is None:
            scope = self.bound(func.scope, func.decl.type_params, args) if args else func.scope
            signature = self.in_scope(scope, func.package, func.decl.type)
            made = self._new_frame(func, args, scope, signature)
        return made

    def method_frame(self, method: Method, named: t.Named) -> Frame:
        """Return the frame of a method; its body is checked later."""
        func = method.decl
        key = ("method", method.type_args)
        made = func.frames.get(key)
        if made is None:
            args = method.type_args
            scope = self.bound(func.scope, func.decl.type_params, args) if args else func.scope
            made = self._new_frame(func, key, scope, None)
            made.args = (named, method)
        return made

    def _new_frame(self, func: Func, key: Any, scope: Scope, signature: Any) -> Frame:
        made = Frame(func.decl, None, signature)
        made.func, made.args, made.body = func, key, func.decl.body
        made.scope_types = scope
        func.frames[key] = made
        self.queue.append(made)
        return made

    def check_queue(self) -> None:
        """Check the bodies that wait, and those that they bring."""
        while self.queue:
            frame = self.queue.pop(0)
            func = frame.func
            assert func is not None
            assert frame.body is not None
            self.scope, self.package = frame.scope_types, func.package  # type: ignore[assignment]
            self.in_instance = bool(func.decl.type_params)
            receiver = None
            if func.receiver is not None:
                named, method = frame.args
                frame.signature = self.method_signature(method)
                assert func.decl.receiver is not None
                receiver = (func.decl.receiver, t.Pointer(named) if method.pointer else named)
            self.check_body(frame, func.decl.type, frame.body, receiver)
            self.frames.append(frame)
            self.in_instance = False

    # -- all of it ------------------------------------------------------------------------------

    def check_package(self, package: Package) -> None:
        """Check everything that a program's own package declares."""
        refuse_type_cycles(self, package)
        for obj in [*package.scope.names.values(), *package.blanks]:
            if isinstance(obj, TypeName) and not obj.params and obj.type is not None:
                _ = obj.type.underlying
            elif isinstance(obj, TypeName) and not obj.params and obj.lazy:
                obj.type = obj.lazy()
            elif isinstance(obj, Const) and obj.lazy:
                lazy, obj.lazy = obj.lazy, None
                lazy()
            elif isinstance(obj, Func) and obj.decl.body is not None and not obj.decl.type_params:
                self.func_frame(obj)
            elif isinstance(obj, Func) and obj.decl.body is None:
                self.fail(obj.decl.name, "missing function body")
        self.check_variables(package)
        for func in package.inits:
            self.func_frame(func)
        self.check_queue()
        refuse_variable_cycles(self, package)
        self._unused_generics(package)

    def _unused_generics(self, package: Package) -> None:
        """Note which packages generic functions use that nobody instantiates."""
        for file, scope in package.files:
            for decl in file.funcs:
                for name in words(decl) if decl.type_params else ():
                    obj = scope.names.get(name)
                    if isinstance(obj, PkgName):
                        obj.used = True

    def check_variables(self, package: Package) -> None:
        """Check the package's variables."""
        for group in package.variables:
            for var in group.variables:
                if var.lazy is not None:
                    lazy, var.lazy = var.lazy, None
                    lazy()
        self.check_queue()

    def check_imports(self, package: Package) -> None:
        """Complain about imports that nobody used."""
        for _, scope in package.files:
            for obj in scope.names.values():
                if isinstance(obj, PkgName) and not obj.used and obj.at is not None:
                    path = obj.imported.path
                    last = path.rsplit("/", 1)[-1]
                    tail = f" as {obj.name}" if obj.name != last else ""
                    text = f'"{path}" imported{tail} and not used'
                    self.fail(obj.at, text)


def words(node: n.Node) -> set[str]:
    """Return the names that stand before a dot in the source of a node."""
    return set(re.findall(r"(\w+)\.", node.text))
