package gradus.autograd.expr;

import gradus.autograd.BinaryOp;
import gradus.autograd.UnaryOp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A parsed formula: a tree of numbers, names and ops of the catalogue. */
sealed interface Term {

    /** The Java expression that builds it out of {@code Var}s. */
    String java();

    /** Adds the names that occur in it, in the order in which they occur. */
    void names(Set<String> into);

    default Set<String> names() {
        var names = new LinkedHashSet<String>();
        names(names);
        return names;
    }

    /** A number. */
    record Literal(double value) implements Term {
        @Override
        public String java() {
            return "Var.constant(" + written() + ")";
        }

        /** As an argument, where a double will do. */
        String written() {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
            return whole ? Long.toString((long) value) : Double.toString(value);
        }

        @Override
        public void names(Set<String> into) {
            // A number has none.
        }
    }

    /** A variable. */
    record Name(String name) implements Term {
        @Override
        public String java() {
            return name;
        }

        @Override
        public void names(Set<String> into) {
            into.add(name);
        }
    }

    /** An op of one operand. */
    record Unary(UnaryOp op, Term x) implements Term {
        @Override
        public String java() {
            return x.java() + "." + op.id() + "()";
        }

        @Override
        public void names(Set<String> into) {
            x.names(into);
        }
    }

    /** An op of two operands. */
    record Binary(BinaryOp op, Term x, Term y) implements Term {

        private static final List<BinaryOp> COMMUTATIVE =
                List.of(BinaryOp.ADD, BinaryOp.MUL, BinaryOp.MAX, BinaryOp.MIN);

        @Override
        public String java() {
            // 2·x reads x.mul(2) in Java: a method needs a Var to stand on.
            if (x instanceof Literal && COMMUTATIVE.contains(op)) {
                return call(y, x);
            }
            return call(x, y);
        }

        private String call(Term on, Term argument) {
            var written = argument instanceof Literal number ? number.written() : argument.java();
            return on.java() + "." + op.id() + "(" + written + ")";
        }

        @Override
        public void names(Set<String> into) {
            x.names(into);
            y.names(into);
        }
    }

    /** The op on these operands; a number where all of them are numbers, since nothing is to be differentiated there. */
    static Term of(UnaryOp op, Term x) {
        return x instanceof Literal n ? new Literal(op.value(n.value())) : new Unary(op, x);
    }

    /** {@link #of(UnaryOp, Term)} for two operands; 1/x is the op of that name. */
    static Term of(BinaryOp op, Term x, Term y) {
        if (x instanceof Literal a && y instanceof Literal b) {
            return new Literal(op.value(a.value(), b.value()));
        }
        if (op == BinaryOp.DIV && x instanceof Literal one && one.value() == 1) {
            return new Unary(UnaryOp.INV, y);
        }
        return new Binary(op, x, y);
    }
}
