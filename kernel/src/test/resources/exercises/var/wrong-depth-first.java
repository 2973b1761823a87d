// ORDER
// = wrong-breadth-first.java
class Var {
    final double value;
    double grad;
    final List<Child> children = new ArrayList<>();

    Var(double value) {
        this.value = value;
    }

    Var add(Var other) {
        return new Var(value + other.value).child(1, this).child(1, other);
    }

    Var mul(Var other) {
        return new Var(value * other.value).child(other.value, this).child(value, other);
    }

    Var sin() {
        return new Var(Math.sin(value)).child(Math.cos(value), this);
    }

    Var child(double local, Var operand) {
        children.add(new Child(local, operand));
        return this;
    }

    void backward() {
        grad = 1;
        pass(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    void pass(Set<Var> seen) {
        if (seen.add(this)) {
            for (Child each : children) {
                each.var().grad += grad * each.local();
                each.var().pass(seen);
            }
        }
    }
}

record Child(double local, Var var) {}
