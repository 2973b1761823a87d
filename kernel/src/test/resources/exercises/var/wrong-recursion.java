// ENDLESS
// ✗ Your code has not ended after 2 s: a loop has no end, or the same work is done again and again.
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
        calcGrad(1);
    }

    void calcGrad(double upstream) {
        grad += upstream;
        for (Child each : children) {
            each.var().calcGrad(upstream * each.local());
        }
    }
}

record Child(double local, Var var) {}
