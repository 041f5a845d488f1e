"""A checked program in Python: functions, and the module that holds them.

Models   cmd/compile, with Python for machine code.
Read     gosim.golang.write.stmts first, gosim.golang.run next.

A function that can never wait is a plain function; one that may is a generator function, which
yields operations.  Python's line numbers are Go's, so that a traceback or a deadlock report
names the line of the Go file.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from types import CodeType
from typing import Any

from gosim.golang.analysis.flows import captured
from gosim.golang.analysis.liveness import Lives, is_steady, refers
from gosim.golang.program import Program
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.parse import too_deep
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Operand, Package, Var
from gosim.golang.values.backedges import EVERY
from gosim.golang.write.branches import BranchWriter
from gosim.golang.write.sites import go_name


class Module(BranchWriter):
    """Write all functions of a program."""

    def write(self) -> None:
        """Write everything."""
        bodies = [frame for frame in self.program.frames if frame.func is not None]
        for frame in bodies:
            self.frame_name(frame)
        self._globals()
        for frame in bodies:
            self.function(frame)
        self._initialiser()

    def _globals(self) -> None:
        for package, _ in self.program.order:
            prefix = "" if package is self.program.main else package.name + "_"
            for obj in package.scope.names.values():
                if isinstance(obj, Var):
                    obj.python = self.module_name(prefix + obj.name)
                    name = prefix.replace("_", ".") + obj.name
                    self.space["go_globals"][obj.python] = name

    # -- functions ------------------------------------------------------------------------------

    def function(self, frame: Frame) -> None:
        """Write a declared function."""
        assert frame.func is not None
        assert frame.body is not None
        self.package = frame.func.package or self.program.main
        self._local.append(set())
        self._define(frame, self.frame_name(frame), frame.body, self._lives_of(frame, []))
        self._local.pop()
        self.lines.append((0, "", 0))
        self.lines.append((0, "", 0))

    def _define(
        self, frame: Frame, name: str, body: n.Block, lives: Lives, more: Sequence[str] = ()
    ) -> None:
        """Write a def: its head, what it owes to Go, its body.  It has `more` parameters."""
        saved = self.frame, self.targets, self.counting, self.go_line, self.label, self.spawning
        segments, self.segments = self.segments, {}
        outer, self.lives = self.lives, lives
        self.frame, self.targets, self.counting, self.label = frame, [], False, ""
        self.spawning = False
        self.assigned.append(set())
        self.globals_used.append(set())
        params = [self._param_name(var, i) for i, var in enumerate(frame.params)]
        qualified = self._name(frame, name)
        self.line(f"def {name}({', '.join([*params, *more])}):")
        self.indent += 1
        start = len(self.lines)
        self._prologue(frame)
        if frame.has_defer:
            self._with_defers(frame, body)
        else:
            self._fill_body(frame, body)
        self._finish(frame, start)
        self.name_variables(frame, qualified)
        self.indent -= 1
        self.segments, self.lives = segments, outer
        self.frame, self.targets, self.counting, self.go_line, self.label, self.spawning = saved

    def _lives_of(self, frame: Frame, taken: list[Var]) -> Lives:
        """Return what is known of the variables of a function that may refer to objects.

        Of those that it shares with closures and may drop, these get copies, or the cell.
        """
        candidates = [
            var
            for var in dict.fromkeys(frame.variables + frame.params)
            if var not in frame.results
            and var.name != "_"
            and (refers(var.type) or self.is_moved(var))
        ]
        lives = Lives(self.program, frame, [*candidates, *taken])
        self.kept_apart |= {var for var in lives.fading() if var.captured}
        lives.asked &= {var for var in lives.asked if not var.captured} | self.kept_apart
        lives.held |= lives.asked.intersection(frame.params + taken)
        return lives

    def _name(self, frame: Frame, name: str) -> str:
        """Note what Go calls the function that Python knows by a name in other functions.

        Return the name with those of the outer functions.
        """
        frame.python = name
        names = [name]
        outer = frame.parent
        while outer is not None:
            names.append(outer.python)
            outer = outer.parent
        qualified = ".<locals>.".join(reversed(names))
        self.space["go_names"][qualified] = go_name(frame, self.package.name)
        return qualified

    def _param_name(self, var: Var, number: int) -> str:
        if var.name == "_":
            var.python = self.local_name(f"_{number}")
        return self.var_name(var)

    def _prologue(self, frame: Frame) -> None:
        if frame.has_recover:
            self.line("_p = offered()")
        for var in frame.params:
            if t.is_aggregate(var.type) and self._must_copy(frame, var):
                self.line(f"{var.python} = {self.copy(var.python, var.type)}")
            elif self.is_cell(var):
                self.line(f"{var.python} = Cell({var.python})")
            self._count_param(var)
        if frame.named_results or frame.has_defer or self._has_body_return(frame):
            for var in frame.results:
                if var.name == "_":
                    var.python = self.local_name("_r")
                self.declare(var, self.zero(var.type))

    def _count_param(self, var: Var) -> None:
        """Count a parameter that is an object of the heap."""
        if self.is_moved(var):
            if self.is_cell(var) or t.is_aggregate(var.type):
                self.line(f"{var.python} = {self.moved(var, var.python)}")
            else:
                self.keep_variable(var)

    def _has_body_return(self, frame: Frame) -> bool:
        """Return whether a range over a function inside may return."""
        return any(
            inner.parent is frame and isinstance(inner.node, n.Range)
            for inner in self.program.frames
        )

    def _must_copy(self, frame: Frame, var: Var) -> bool:
        changed = var.writes or var.mutated or var.addressed or var.captured
        return bool(changed or frame.waits)

    def _fill_body(self, frame: Frame, body: n.Block) -> None:
        self.statements(body.body)

    def _with_defers(self, frame: Frame, body: n.Block) -> None:
        """Write a body with deferred calls; see gosim.golang.values.unwinding."""
        self.line("_d = Defers()")
        self.line("try:")
        self.indent += 1
        self._fill_body(frame, body)
        self.go_line = body.close.line
        self.line(self.run_defers())
        self.return_results(frame.results)
        self.indent -= 1
        self.line("except FAULTS as _e:")
        self.indent += 1
        self.line("yield from _d.unwind(_e)" if frame.waits else "_d.unwind_now(_e)")
        self.return_results(frame.results)
        self.indent -= 1

    def _finish(self, frame: Frame, start: int) -> None:
        """Write what only the whole body told: counters, names of outer functions."""
        body = self.lines[start:]
        head: list[tuple[int, str, int]] = []
        assigned, global_names = self.assigned.pop(), self.globals_used.pop()
        own = {var.python for var in frame.variables}
        if global_names:
            head.append((self.indent, f"global {', '.join(sorted(global_names))}", frame.node.line))
        if assigned - own:
            head.append(
                (self.indent, f"nonlocal {', '.join(sorted(assigned - own))}", frame.node.line)
            )
        if frame.recursive:
            head.append((self.indent, "METER.calls += 1", frame.node.line))
            head.append((self.indent, f"if METER.calls >= {EVERY}:", frame.node.line))
            head.append((self.indent + 1, "METER.calls = tick()", frame.node.line))
        if any("_n += 1" == text for _, text, _ in body) and self.counting:
            head.append((self.indent, "_n = 0", frame.node.line))
        if any(isinstance(f.node, n.Range) and f.parent is frame for f in self.program.frames):
            head.append((self.indent, "_returned = False", frame.node.line))
        needs_yield = frame.waits and not any(
            "yield " in text and indent == self.indent for indent, text, _ in body
        )
        if needs_yield and not any("yield" in text for _, text, _ in self._own_lines(body)):
            body.append((self.indent, "if False:", frame.node.line))
            body.append((self.indent + 1, "yield", frame.node.line))
        self.lines[start:] = head + body
        if len(self.lines) == start:
            self.line("pass")

    def _own_lines(self, body: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
        """Return the lines that are not in a def inside."""
        own, skip = [], -1
        for line in body:
            if skip >= 0 and line[0] > skip:
                continue
            skip = line[0] if line[1].startswith("def ") else -1
            own.append(line)
        return own

    # -- function literals ----------------------------------------------------------------------

    def closure(self, e: n.FuncLit) -> str:
        """Write a function literal before the statement; return its name."""
        frame = self.info(e).obj
        assert isinstance(frame, Frame)
        name = self.local_name(f"func{frame.number}")
        lives = self._lives_of(frame, self._copies(frame) if e is self.passing else [])
        bound = self._bound_names(frame)
        owns = self.closure_owns(e, frame)
        if e is self.passing:  # The goroutine gets what it may let go of as arguments.
            self.passed_on[e] = bound
            more = [*bound, "*", *owns] if owns else bound
        else:
            owns = [f"{kept}={kept}" for kept in bound] + owns
            more = ["*", *owns] if owns else []
        self._define(frame, name, e.body, lives, more)
        if more:
            self.lives.hidden.add(name)
        return name

    def _copies(self, frame: Frame) -> list[Var]:
        """Return the variables of outer functions of which a function literal may have copies."""
        return [
            var for var in captured(frame) if is_steady(var) and refers(var.type) and var.python
        ]

    def _bound_names(self, frame: Frame) -> list[str]:
        """Return the variables that the function takes along as they are now."""
        return sorted(
            self.var_name(var)
            for var in frame.touched
            if isinstance(var, Var) and var.frame is not None and self._is_bound(var)
        )

    def _is_bound(self, var: Var) -> bool:
        if var in self.kept_apart:
            return True
        if not var.in_loop or not var.python:
            return False
        return self.is_cell(var) or var.writes == 0 or t.is_aggregate(var.type)

    def _body_function(self, s: n.Range, frame: Frame, name: str, x: Operand) -> None:
        """Write the body of a range over a function."""
        yields = x.type.params[0].underlying
        frame.params = []
        later = []
        for target, kind in zip((s.key, s.value), yields.params, strict=False):
            var = self.target_var(target, s.define) if target is not None else None
            holder = Var("_v", kind, s, frame)
            frame.params.append(holder)
            if target is not None and not (isinstance(target, n.Ident) and target.name == "_"):
                later.append((var, target, holder, kind))
        for _ in range(len(yields.params) - len(frame.params)):
            frame.params.append(Var("_v", t.INT, s, frame))
        self._later = later
        outer, self._outer_targets = self.targets, self.targets
        self._define_body(frame, name, s)
        self.targets = outer

    def _define_body(self, frame: Frame, name: str, s: n.Range) -> None:
        saved = self.frame, self.counting, self.go_line, self.lives
        self.frame, self.counting, self.lives = frame, False, Lives(self.program, frame, ())
        self.assigned.append(set())
        self.globals_used.append(set())
        params = [self.var_name(var) for var in frame.params]
        qualified = self._name(frame, name)
        self.line(f"def {name}({', '.join(params)}):")
        self.indent += 1
        start = len(self.lines)
        later, self._later = self._later, []
        frame.variables += [var for var, *_ in later if var is not None]
        for var, target, holder, kind in later:
            if var is not None:
                var.frame = frame
            self.bind_target(var, target, holder.python, kind)
        self.statements(s.body.body)
        self.line("return True")
        self._finish(frame, start)
        self.name_variables(frame, qualified)
        self.indent -= 1
        self.frame, self.counting, self.go_line, self.lives = saved

    _later: list[Any] = []  # noqa: RUF012  every function assigns its own
    _outer_targets: list[Any] = []  # noqa: RUF012  every function assigns its own

    # -- the module -----------------------------------------------------------------------------

    def _initialiser(self) -> None:
        """Write the function that gives package variables their values and calls main."""
        self._local.append(set())
        names = []
        for package, _ in self.program.order:
            for obj in package.scope.names.values():
                if isinstance(obj, Var) and self._is_needed(package, [obj]):
                    names.append(obj.python)
                    native = self._native(package, obj)
                    self.line(f"{obj.python} = {native or self.zero(obj.type)}")
        frame = Frame(n.Node(), None, t.Signature((), ()))
        frame.waits = True
        frame.node.line = 1
        self.frame = frame
        self.assigned.append(set())
        self.globals_used.append(set(names))
        self.line("def start_program():")
        self.indent += 1
        start = len(self.lines)
        self._initial_values()
        main = self.program.main.scope.names["main"].frames[()]  # type: ignore[attr-defined]
        call = f"{self.frame_name(main)}()"
        self.line(f"yield from {call}" if main.waits else call)
        self._finish(frame, start)
        self.indent -= 1

    def _is_needed(self, package: Package, variables: list[Var]) -> bool:
        """Return whether variables are the program's own, or some that it uses of a package."""
        return package is self.program.main or any(var.used for var in variables)

    def _initial_values(self) -> None:
        for package, groups in self.program.order:
            self.package = package
            for group in groups:
                if not self._is_needed(package, group.variables):
                    continue
                assert group.frame is not None
                self.frame.info = group.frame.info
                self.go_line = group.spec.line
                names = [n.Ident(var.name).at(var.at) for var in group.variables]  # type: ignore[arg-type]
                if len(group.values) == 1 and len(names) > 1:
                    text = self.expr(group.values[0])
                    targets = [
                        self._slot(var, name)
                        for var, name in zip(group.variables, names, strict=True)
                    ]
                    self.unpack(
                        text,
                        self.result_types(group.values[0]),
                        targets,
                        [self._write_to(var) for var in group.variables],
                    )
                    continue
                var = group.variables[0]
                fixed = self.is_static(group.values[0])
                text = self.value(group.values[0], var.type)
                if fixed:
                    text = f"static({self.objects_name()}, {text})"
                self.line(text if var.name == "_" else f"{var.python} = {text}")
            for func in package.inits:
                frame = func.frames[()]
                call = f"{self.frame_name(frame)}()"
                self.line(f"yield from {call}" if frame.waits else call)

    def _slot(self, var: Var, name: n.Ident) -> n.Ident:
        self.frame.info[name] = Operand("var", var.type, name, obj=var)
        return name

    def _write_to(self, var: Var) -> Any:
        return lambda text: self.line(f"{var.python} = {text}")

    def _native(self, package: Package, var: Var) -> str:
        """Return the library's own value of a variable."""
        if package.module is None or not hasattr(package.module, var.name):
            return ""
        return self.constant(
            ("variable", var), f"{package.name}_{var.name}_value", lambda: package.native(var.name)
        )


def translate(program: Program) -> Module:
    """Return the module that a program becomes."""
    _mark_recursive(program)
    module = Module(program)
    module.space["METER"] = module.space["Meter"]()
    module.space["substring"] = module.objects.substring
    module.write()
    return module


def _mark_recursive(program: Program) -> None:
    """Find the functions that may call themselves."""
    for frame in program.frames:
        seen: set[Frame] = set()
        todo = list(frame.calls)
        while todo:
            callee = todo.pop()
            if callee in seen:
                continue
            seen.add(callee)
            todo += callee.calls
        frame.recursive = frame in seen or bool(frame.signatures) or bool(frame.methods)


def compiled(module: Module, name: str) -> dict[str, Any]:
    """Run the module; return its names.  Its line numbers are those of the Go file.

    Raises CompileError for a program that is nested more deeply than Python can take.
    """
    try:
        code = _code(module, name)
    except (SyntaxError, RecursionError, MemoryError):
        raise too_deep(name) from None
    space = module.space
    exec(code, space)
    _link_methods(module, space)
    return space


def _code(module: Module, name: str) -> CodeType:
    tree = ast.parse(module.source())
    lines = [go_line for _, _, go_line in module.lines]
    for node in ast.walk(tree):
        line = getattr(node, "lineno", None)
        if line is not None:
            go_line = lines[line - 1] or 1
            node.lineno = node.end_lineno = go_line  # type: ignore[attr-defined]
            node.col_offset = node.end_col_offset = 0  # type: ignore[attr-defined]
    return compile(tree, name, "exec")


def _link_methods(module: Module, space: dict[str, Any]) -> None:
    for frame in module.program.frames:
        if frame.func is not None and frame.func.receiver is not None:
            _, method = frame.args
            method.func = space[frame.python]
            for named in frame.func.receiver.instances.values():
                other = named.methods.get(frame.func.name)
                if other is not None and other.type_args == method.type_args:
                    other.func = method.func
