package gradus.render.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An expression, such as {@code z * (1 - z)}. */
public sealed interface Term {

    /** Functions that run over a line when they are called with one argument; see {@link gradus.autograd.Code}. */
    Set<String> OVER_LINE = Set.of("sum", "product", "max", "min", "others");

    /** The name of the operation "if the first, then the second, else the third". */
    String CHOICE = "?";

    /** The name of the operation that changes the sign; with two operands the same sign takes away. */
    String MINUS = "-";

    /** A number as it was written. */
    record Num(double value) implements Term {}

    /** A variable. */
    record Name(String name) implements Term {}

    /** An operator or a function, by its sign or name, and what it is applied to. */
    record Apply(String op, List<Term> operands) implements Term {
        public Apply {
            operands = List.copyOf(operands);
        }

        /** Operand i, from 0. */
        public Term operand(int i) {
            return operands.get(i);
        }

        /** Whether it runs over a line. */
        public boolean isOverLine() {
            return operands.size() == 1 && OVER_LINE.contains(op);
        }
    }

    /** An operator or a function with its operands. */
    static Term of(String op, Term... operands) {
        return new Apply(op, List.of(operands));
    }

    /** A number. */
    static Term of(double value) {
        return new Num(value);
    }

    /** Whether this is that number. */
    default boolean is(double value) {
        return this instanceof Num number && number.value() == value;
    }

    /** The same with its operands changed, if it has any. */
    default Term map(UnaryOperator<Term> change) {
        if (!(this instanceof Apply apply)) {
            return this;
        }
        var changed = new ArrayList<Term>();
        apply.operands().forEach(operand -> changed.add(change.apply(operand)));
        return new Apply(apply.op(), changed);
    }
}
