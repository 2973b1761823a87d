package gradus.student;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Classes as students write them: each makes f = x·y + sin x at x = 2, y = 3 and runs its own sweep. */
@NullUnmarked // as students write
@SuppressWarnings({
    "SameNameButDifferent",
    "UnusedVariable",
    "UnusedMethod",
    "ArrayRecordComponent",
    "IdentityHashMapUsage",
    "unused"
}) // read by the names of the fields
enum OwnStyles {
    /** The lecture's: a list of pairs, recursion. */
    LIST_OF_RECORDS {
        class Num {
            final double value;
            double grad;
            final List<Child> children = new ArrayList<>();

            Num(double value) {
                this.value = value;
            }

            Num with(double local, Num child) {
                children.add(new Child(local, child));
                return this;
            }

            void calcGrad(double upstream) {
                grad += upstream;
                children.forEach(c -> c.var().calcGrad(upstream * c.localGradient()));
            }
        }

        record Child(double localGradient, Object object) {
            Num var() {
                return (Num) object;
            }
        }

        private Num mul(Num a, Num b) {
            return new Num(a.value * b.value).with(b.value, a).with(a.value, b);
        }

        @Override
        Map<String, Object> make() {
            var x = new Num(2);
            var y = new Num(3);
            var sin = new Num(Math.sin(2)).with(Math.cos(2), x);
            var f = mul(x, y);
            var z = new Num(f.value + sin.value).with(1, f).with(1, sin);
            z.calcGrad(1);
            return Map.of("x", x, "y", y, "f", z);
        }
    },
    /** A pair class of their own, private fields, boxed numbers. */
    OWN_PAIR_CLASS {
        class Edge {
            private final Node to;
            private final Double partial;

            Edge(Node to, Double partial) {
                this.to = to;
                this.partial = partial;
            }
        }

        class Node {
            private final Double val;
            private Double gradient = 0.0;
            private final ArrayList<Edge> parents = new ArrayList<>();

            Node(double val) {
                this.val = val;
            }

            void back(double g) {
                gradient += g;
                parents.forEach(p -> p.to.back(g * p.partial));
            }
        }

        private Node node(double value, Node a, double da, Node b, double db) {
            var z = new Node(value);
            z.parents.add(new Edge(a, da));
            z.parents.add(new Edge(b, db));
            return z;
        }

        @Override
        Map<String, Object> make() {
            var x = new Node(2);
            var y = new Node(3);
            var p = node(6, x, 3, y, 2);
            var s = new Node(Math.sin(2));
            s.parents.add(new Edge(x, Math.cos(2)));
            var f = node(6 + s.val, p, 1, s, 1);
            f.back(1);
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** Map.Entry pairs. */
    ENTRIES {
        class Value {
            double data;
            double adjoint;
            List<Map.Entry<Value, Double>> prev;

            Value(double data, List<Map.Entry<Value, Double>> prev) {
                this.data = data;
                this.prev = prev;
            }

            void back(double g) {
                adjoint += g;
                prev.forEach(e -> e.getKey().back(g * e.getValue()));
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Value(2, List.of());
            var y = new Value(3, List.of());
            var p = new Value(6, List.of(Map.entry(x, 3.0), Map.entry(y, 2.0)));
            var s = new Value(Math.sin(2), List.of(Map.entry(x, Math.cos(2))));
            var f = new Value(6 + s.data, List.of(Map.entry(p, 1.0), Map.entry(s, 1.0)));
            f.back(1);
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** Parallel arrays. */
    ARRAYS {
        class Var {
            double value;
            double grad;
            Var[] children;
            double[] localGradients;

            Var(double value, Var[] children, double... localGradients) {
                this.value = value;
                this.children = children;
                this.localGradients = localGradients;
            }

            void back(double g) {
                grad += g;
                for (int i = 0; i < children.length; i++) {
                    children[i].back(g * localGradients[i]);
                }
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Var(2, new Var[0]);
            var y = new Var(3, new Var[0]);
            var p = new Var(6, new Var[] {x, y}, 3, 2);
            var s = new Var(Math.sin(2), new Var[] {x}, Math.cos(2));
            var f = new Var(6 + s.value, new Var[] {p, s}, 1, 1);
            f.back(1);
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** Object[] pairs, floats. */
    OBJECT_ARRAYS {
        class Num {
            float v;
            float g;
            List<Object[]> deps = new ArrayList<>();

            Num(double v, Object[]... deps) {
                this.v = (float) v;
                this.deps.addAll(List.of(deps));
            }

            void back(float upstream) {
                g += upstream;
                deps.forEach(d -> ((Num) d[0]).back(upstream * (Float) d[1]));
            }
        }

        private Object[] pair(Num num, double local) {
            return new Object[] {num, (float) local};
        }

        @Override
        Map<String, Object> make() {
            var x = new Num(2);
            var y = new Num(3);
            var p = new Num(6, pair(x, 3), pair(y, 2));
            var s = new Num(Math.sin(2), pair(x, Math.cos(2)));
            var f = new Num(6 + s.v, pair(p, 1), pair(s, 1));
            f.back(1);
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** A map from child to local gradient. */
    MAP {
        class Num {
            final double value;
            double grad;
            final Map<Num, Double> children = new LinkedHashMap<>();

            Num(double value) {
                this.value = value;
            }

            void back(double g) {
                grad += g;
                children.forEach((c, local) -> c.back(g * local));
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Num(2);
            var y = new Num(3);
            var p = new Num(6);
            p.children.put(x, 3.0);
            p.children.put(y, 2.0);
            var s = new Num(Math.sin(2));
            s.children.put(x, Math.cos(2));
            var f = new Num(6 + s.value);
            f.children.put(p, 1.0);
            f.children.put(s, 1.0);
            f.back(1);
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** micrograd's: bare children, an op's name, a closure. */
    BARE_WITH_OP {
        class Value {
            double data;
            double grad;
            List<Value> _prev;
            String _op;
            Runnable _backward = () -> {};

            Value(double data, String op, Value... prev) {
                this.data = data;
                _op = op;
                _prev = List.of(prev);
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Value(2, "");
            var y = new Value(3, "");
            var p = new Value(6, "*", x, y);
            p._backward = () -> {
                x.grad += y.data * p.grad;
                y.grad += x.data * p.grad;
            };
            var s = new Value(Math.sin(2), "sin", x);
            s._backward = () -> x.grad += Math.cos(x.data) * s.grad;
            var f = new Value(6 + s.data, "+", p, s);
            f.grad = 1;
            p.grad += f.grad;
            s.grad += f.grad;
            p._backward.run();
            s._backward.run();
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** Two fields for two operands, BigDecimal values. */
    LEFT_AND_RIGHT {
        class Num {
            private final BigDecimal value;
            private double derivative;
            private Num left;
            private Num right;
            private double dLeft;
            private double dRight;

            Num(double value) {
                this.value = BigDecimal.valueOf(value);
            }

            Num of(Num a, double da, Num b, double db) {
                left = a;
                dLeft = da;
                right = b;
                dRight = db;
                return this;
            }

            void back(double g) {
                derivative += g;
                if (left != null) {
                    left.back(g * dLeft);
                }
                if (right != null) {
                    right.back(g * dRight);
                }
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Num(2);
            var y = new Num(3);
            var p = new Num(6).of(x, 3, y, 2);
            var s = new Num(Math.sin(2)).of(x, Math.cos(2), null, 0);
            var f = new Num(6 + Math.sin(2)).of(p, 1, s, 1);
            f.back(1);
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** A hierarchy: one class an op, the values behind methods. */
    CLASS_FOR_EACH_OP {
        abstract class Expr {
            double grad;

            abstract double value();
        }

        class Leaf extends Expr {
            final double number;

            Leaf(double number) {
                this.number = number;
            }

            @Override
            double value() {
                return number;
            }
        }

        class Mul extends Expr {
            final Expr a;
            final Expr b;

            Mul(Expr a, Expr b) {
                this.a = a;
                this.b = b;
            }

            @Override
            double value() {
                return a.value() * b.value();
            }
        }

        class Sin extends Expr {
            final Expr a;

            Sin(Expr a) {
                this.a = a;
            }

            @Override
            double value() {
                return Math.sin(a.value());
            }
        }

        class Add extends Mul {
            Add(Expr a, Expr b) {
                super(a, b);
            }

            @Override
            double value() {
                return a.value() + b.value();
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Leaf(2);
            var y = new Leaf(3);
            var p = new Mul(x, y);
            var s = new Sin(x);
            var f = new Add(p, s);
            f.grad = 1;
            p.grad = 1;
            s.grad = 1;
            x.grad = 3 + Math.cos(2);
            y.grad = 2;
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** Records that refer to records: the gradient stands in an array of one number. */
    RECORDS {
        record Num(double value, double[] grad, List<Part> operands) {}

        record Part(Num of, double weight) {}

        private Num num(double value, double grad, Part... operands) {
            return new Num(value, new double[] {grad}, List.of(operands));
        }

        @Override
        Map<String, Object> make() {
            var x = num(2, 3 + Math.cos(2));
            var y = num(3, 2);
            var p = num(6, 1, new Part(x, 3), new Part(y, 2));
            var s = num(Math.sin(2), 1, new Part(x, Math.cos(2)));
            var f = num(6 + Math.sin(2), 1, new Part(p, 1), new Part(s, 1));
            return Map.of("x", x, "y", y, "f", f);
        }
    },
    /** Getters alone, behind an interface; children is null in a leaf; gradients are kept by leaves only. */
    GETTERS {
        interface Num {
            double getValue();

            double getGrad();

            Num[] getOperands();

            double[] getLocals();
        }

        class Impl implements Num {
            private final double a;
            private double b;
            private final Num[] c;
            private final double[] d;

            Impl(double a, Num[] c, double... d) {
                this.a = a;
                this.c = c;
                this.d = d;
            }

            @Override
            public double getValue() {
                return a;
            }

            @Override
            public double getGrad() {
                return b;
            }

            @Override
            public Num[] getOperands() {
                return c;
            }

            @Override
            public double[] getLocals() {
                return d;
            }
        }

        @Override
        Map<String, Object> make() {
            var x = new Impl(2, null);
            var y = new Impl(3, null);
            x.b = 3 + Math.cos(2);
            y.b = 2;
            var p = new Impl(6, new Num[] {x, y}, 3, 2);
            var s = new Impl(Math.sin(2), new Num[] {x}, Math.cos(2));
            return Map.of("x", x, "y", y, "f", new Impl(6 + Math.sin(2), new Num[] {p, s}, 1, 1));
        }
    },
    /** Lists of lists: [[3.0, x], [2.0, y]]. */
    NESTED_LISTS {
        @Override
        Map<String, Object> make() {
            var x = new Exact(2, 3 + Math.cos(2), List.of());
            var y = new Exact(3, 2, List.of());
            var p = new Exact(6, 1, List.of(List.of(3.0, x), List.of(2.0, y)));
            var s = new Exact(Math.sin(2), 1, List.of(List.of(Math.cos(2), x)));
            return Map.of("x", x, "y", y, "f", new Exact(6 + Math.sin(2), 1, List.of(List.of(1, p), List.of(1, s))));
        }
    };

    /** Its children are lists of a number and a node. */
    static class Exact {
        final double val;
        final double deriv;
        final List<List<Object>> inputs;

        Exact(double val, double deriv, List<List<Object>> inputs) {
            this.val = val;
            this.deriv = deriv;
            this.inputs = inputs;
        }
    }

    /** The variables x, y and f, after the sweep. */
    abstract Map<String, Object> make();
}
