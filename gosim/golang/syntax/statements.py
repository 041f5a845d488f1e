"""From text to tree: statements, declarations, files.

Models   cmd/compile/internal/syntax (parser.go), in effect.
Read     gosim.golang.syntax.parse first, which reads expressions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.errors import CompileError
from gosim.golang.syntax import literals
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.directives import DIRECTIVES, FORMS, PREFIX
from gosim.golang.syntax.parse import ExprReader, parser
from gosim.golang.syntax.remarks import Count, Directive


class Reader(ExprReader):
    """Make nodes of a whole file."""

    def file_node(self, root: Any) -> n.File:
        """Return the file.  Raises CompileError for a construct that is not supported."""
        made: n.File = self.put(n.File(""), root)
        self.everywhere = self._header(root)
        kids = self.kids(root)
        if not kids or kids[0].type != "package_clause":
            first = kids[0] if kids else root
            self.refuse(first, "syntax error: package statement must be first")
        for child in kids:
            if child.type == "package_clause":
                made.package = self.text(self.kids(child)[0])
            elif child.type == "import_declaration":
                self._imports(child, made)
            elif child.type in ("function_declaration", "method_declaration"):
                made.funcs.append(self._func(child))
            elif child.type in _SPECS:
                made.specs += self.specs(child)
            else:
                self.refuse(child, "syntax error: non-declaration statement outside function body")
        if self.problems:
            raise CompileError(self.problems)
        return made

    def _header(self, root: Any) -> dict[str, Directive]:
        """Return the directives before the package clause."""
        found = {}
        for child in root.named_children:
            if child.type != "comment":
                break
            if not self._is_remark(child):
                made = self._directive(child)
                found[made.word] = made
        return found

    def _imports(self, ts: Any, made: n.File) -> None:
        for child in self.kids(ts):
            if child.type == "import_spec_list":
                self._imports(child, made)
                continue
            name = child.child_by_field_name("name")
            path = child.child_by_field_name("path")
            label = "" if name is None else self.text(name)
            spec = n.ImportSpec(label, literals.string(self.text(path)))
            made.imports.append(self.put(spec, child))

    def _func(self, ts: Any) -> n.FuncDecl:
        get = ts.child_by_field_name
        receiver = get("receiver")
        receivers = [] if receiver is None else self.params(receiver)
        if receiver is not None and len(receivers) != 1:
            self.refuse(ts, f"method has {'multiple receivers' if receivers else 'no receiver'}")
        body = get("body")
        decl = n.FuncDecl(
            self.ident(get("name")),
            receivers[0] if receivers else None,
            self._type_params(get("type_parameters")),
            self.put(self.signature(ts), ts),
            None if body is None else self.block(body),
        )
        return self.put(decl, ts)  # type: ignore[no-any-return]

    def _type_params(self, ts: Any) -> list[n.Param]:
        made: list[n.Param] = []
        for child in self.kids(ts) if ts is not None else []:
            kind = self.expr(child.child_by_field_name("type"))
            for name in child.children_by_field_name("name"):
                if name.is_named:
                    made.append(self.put(n.Param(self.ident(name), kind), name))
        return made

    # -- const, var, type -----------------------------------------------------------------------

    def specs(self, ts: Any) -> list[Any]:
        """Return the specs of a declaration."""
        return _SPECS[ts.type](self, ts)

    def _consts(self, ts: Any) -> list[Any]:
        made: list[n.ValueSpec] = []
        kind: n.Expr | None = None
        values: list[n.Expr] = []
        for iota, child in enumerate(self.kids(ts)):
            own = child.child_by_field_name("value")
            if own is not None:
                kind = self.optional(child.child_by_field_name("type"))
                values = self.exprs(own)
            names = self._names(child)
            spec = n.ValueSpec("const", names, kind, values, iota, own is None)
            made.append(self.put(spec, child))
        return made

    def _names(self, ts: Any) -> list[n.Ident]:
        return [self.ident(c) for c in ts.children_by_field_name("name") if c.is_named]

    def _vars(self, ts: Any) -> list[Any]:
        made: list[n.ValueSpec] = []
        for child in self.kids(ts):
            if child.type == "var_spec_list":
                made += self._vars(child)
                continue
            kind = self.optional(child.child_by_field_name("type"))
            values = self.exprs(child.child_by_field_name("value"))
            made.append(self.put(n.ValueSpec("var", self._names(child), kind, values), child))
        return made

    def _types(self, ts: Any) -> list[Any]:
        made: list[n.TypeSpec] = []
        for child in self.kids(ts):
            get = child.child_by_field_name
            spec = n.TypeSpec(
                self.ident(get("name")),
                self._type_params(get("type_parameters")),
                self.expr(get("type")),
                child.type == "type_alias",
            )
            made.append(self.put(spec, child))
        return made

    # -- statements -----------------------------------------------------------------------------

    def block(self, ts: Any) -> n.Block:
        """Return a block."""
        close = self.put(n.Node(), ts.children[-1])
        return self.put(n.Block(self.body(ts), close), ts)  # type: ignore[no-any-return]

    def body(self, ts: Any, skip: int = 0) -> list[n.Stmt]:
        """Return the statements in a block or a case."""
        made: list[n.Stmt] = []
        for child in self._lines_of(ts)[skip:]:
            if child.type == "comment":
                made.append(self._directive(child))
            elif made and isinstance(made[-1], Directive) and made[-1].word == "count":
                made[-1] = self._counted(child)
            else:
                made += [*self._declared_coarse(child), self.stmt(child)]
        return made

    def _lines_of(self, ts: Any) -> list[Any]:
        """Return the children of a block, with those of its list of statements, and directives."""
        found: list[Any] = []
        for child in ts.named_children:
            if child.type == "statement_list":
                found += self._lines_of(child)
            elif not self._is_remark(child):
                found.append(child)
        return found

    # -- directives -----------------------------------------------------------------------------

    everywhere: dict[str, Directive]
    """The directives before the package clause: they hold for the whole file."""

    def _is_remark(self, ts: Any) -> bool:
        """Return whether this is a comment for people."""
        return ts.type == "comment" and not self.text(ts).startswith(PREFIX)

    def _directive(self, ts: Any) -> Any:
        word, _, duration = self.text(ts).removeprefix(PREFIX).partition(" ")
        if word not in DIRECTIVES or (word == "timeout") != bool(duration.strip()):
            self.refuse(ts, f"unknown directive {self.text(ts)}; gosim knows {', '.join(FORMS)}")
        x = self._duration(ts, duration) if duration.strip() else None
        return self.put(Directive(word, x), ts)

    def _duration(self, ts: Any, text: str) -> Any:
        """Return the expression in a directive, placed where the directive stands."""
        root = parser().parse(f"package p; var _ = {text}".encode()).root_node
        if root.has_error:
            self.refuse(ts, f"syntax error in directive: {text} is not an expression")
            return self.put(n.Ident("_"), ts)
        source = n.SourceFile(self.source_file.name, root.text or b"")
        return Inside(source, ts).specs(self.kids(root)[1])[0].values[0]

    def _declared_coarse(self, ts: Any) -> list[Any]:
        """Return what the file says of a loop without a condition."""
        if ts.type != "for_statement" or len(self.kids(ts)) > 1 or "coarse" not in self.everywhere:
            return []
        return [self.put(Directive("coarse", None), ts)]

    def _counted(self, ts: Any) -> Any:
        stmt = self.stmt(ts)
        if not isinstance(stmt, n.IncDec) or stmt.op != "++":
            self.refuse(ts, "//gosim:count stands before x++")
            return stmt
        return self.put(Count(stmt.x), ts)

    def stmt(self, ts: Any) -> Any:
        """Return a statement."""
        maker = _STATEMENTS.get(ts.type)
        if maker is not None:
            return self.put(maker(self, ts), ts)
        return self.put(n.ExprStmt(self.expr(ts)), ts)

    def _optional_stmt(self, ts: Any) -> Any:
        return None if ts is None else self.stmt(ts)

    def _expression(self, ts: Any) -> n.Stmt:
        return n.ExprStmt(self.expr(self.kids(ts)[0]))

    def _send(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        return n.Send(self.expr(get("channel")), self.expr(get("value")))

    def _inc(self, ts: Any) -> n.Stmt:
        return n.IncDec(self.expr(self.kids(ts)[0]), self.text(ts.children[-1]))

    def _assign(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        op = self.text(get("operator"))
        return n.Assign(self.exprs(get("left")), op, self.exprs(get("right")))

    def _define(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        return n.Assign(self.exprs(get("left")), ":=", self.exprs(get("right")))

    def _go(self, ts: Any) -> n.Stmt:
        return n.Go(self.expr(self.kids(ts)[0]))

    def _defer(self, ts: Any) -> n.Stmt:
        return n.Defer(self.expr(self.kids(ts)[0]))

    def _return(self, ts: Any) -> n.Stmt:
        kids = self.kids(ts)
        return n.Return(self.exprs(kids[0]) if kids else [])

    def _branch(self, ts: Any) -> n.Stmt:
        kids = self.kids(ts)
        word = ts.children[0].type
        return n.Branch(word, self.ident(kids[0]) if kids else None)

    def _if(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        otherwise = get("alternative")
        return n.If(
            self._optional_stmt(get("initializer")),
            self.expr(get("condition")),
            self.block(get("consequence")),
            self._optional_stmt(otherwise),
        )

    def _for(self, ts: Any) -> n.Stmt:
        body = self.block(ts.child_by_field_name("body"))
        head = [child for child in self.kids(ts) if child.type != "block"]
        if not head:
            return n.For(None, None, None, body)
        clause = head[0]
        get = clause.child_by_field_name
        if clause.type == "range_clause":
            left = [*self.exprs(get("left")), None, None]
            define = any(child.type == ":=" for child in clause.children)
            return n.Range(left[0], left[1], define, self.expr(get("right")), body)
        if clause.type != "for_clause":
            return n.For(None, self.expr(clause), None, body)
        init, post = (self._optional_stmt(get(f)) for f in ("initializer", "update"))
        return n.For(init, self.optional(get("condition")), post, body)

    def _switch(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        init, tag = self._optional_stmt(get("initializer")), self.optional(get("value"))
        return n.Switch(init, tag, self._cases(ts))

    def _type_switch(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        alias = get("alias")
        name = None if alias is None else self.ident(self.kids(alias)[0])
        init = self._optional_stmt(get("initializer"))
        return n.TypeSwitch(init, name, self.expr(get("value")), self._cases(ts))

    def _cases(self, ts: Any) -> list[n.Case]:
        made: list[n.Case] = []
        for child in self.kids(ts):
            if child.type == "default_case":
                made.append(self.put(n.Case(None, None, self.body(child)), child))
            elif child.type == "expression_case":
                values = self.exprs(child.child_by_field_name("value"))
                made.append(self.put(n.Case(values, None, self.body(child, 1)), child))
            elif child.type == "type_case":
                types = [c for c in child.children_by_field_name("type") if c.is_named]
                case = n.Case([self.expr(c) for c in types], None, self.body(child, len(types)))
                made.append(self.put(case, child))
            elif child.type == "communication_case":
                comm = self.stmt(child.child_by_field_name("communication"))
                made.append(self.put(n.Case([], comm, self.body(child, 1)), child))
        return made

    def _receive(self, ts: Any) -> n.Stmt:
        get = ts.child_by_field_name
        left, right = self.exprs(get("left")), self.expr(get("right"))
        if not left:
            return n.ExprStmt(right)
        define = any(child.type == ":=" for child in ts.children)
        return n.Assign(left, ":=" if define else "=", [right])

    def _select(self, ts: Any) -> n.Stmt:
        cases = self._cases(ts)
        timeout = self.everywhere.get("timeout")
        if timeout is not None and len(cases) > 1:
            for case in cases[:-1]:
                case.body.insert(0, Directive("message", None).at(case))
            cases[-1].body.insert(0, Directive("timeout", timeout.x).at(case))
        return n.Select(cases)

    def _labeled(self, ts: Any) -> n.Stmt:
        kids = self.kids(ts)
        stmt = self.stmt(kids[1]) if len(kids) > 1 else self.put(n.Empty(), ts)
        return n.Labeled(self.ident(kids[0]), stmt)

    def _declaration(self, ts: Any) -> n.Stmt:
        return n.DeclStmt(self.specs(ts))

    def _empty(self, ts: Any) -> n.Stmt:
        return n.Empty()


class Inside(Reader):
    """Makes nodes of an expression in a comment: they stand where the comment does."""

    def __init__(self, file: n.SourceFile, comment: Any) -> None:
        super().__init__(file)
        self.comment = comment
        self.everywhere = {}

    def put(self, made: Any, ts: Any) -> Any:
        """Give a new node the place of the comment, and its own text."""
        super().put(made, ts)
        row, column = self.comment.start_point
        made.line, made.col = row + 1, column + 1
        return made


_R: Final = Reader
_SPECS: Final[dict[str, Callable[[Any, Any], list[Any]]]] = {
    "const_declaration": _R._consts,
    "var_declaration": _R._vars,
    "type_declaration": _R._types,
}
_STATEMENTS: Final[dict[str, Callable[[Any, Any], n.Stmt]]] = {
    "expression_statement": _R._expression,
    "send_statement": _R._send,
    "inc_statement": _R._inc,
    "dec_statement": _R._inc,
    "assignment_statement": _R._assign,
    "short_var_declaration": _R._define,
    "go_statement": _R._go,
    "defer_statement": _R._defer,
    "return_statement": _R._return,
    **dict.fromkeys(
        ("break_statement", "continue_statement", "fallthrough_statement", "goto_statement"),
        _R._branch,
    ),
    "block": _R.block,
    "if_statement": _R._if,
    "for_statement": _R._for,
    "expression_switch_statement": _R._switch,
    "type_switch_statement": _R._type_switch,
    "select_statement": _R._select,
    "receive_statement": _R._receive,
    "labeled_statement": _R._labeled,
    **dict.fromkeys(_SPECS, _R._declaration),
    "empty_statement": _R._empty,
}
