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
        var waiting = new IdentityHashMap<Var, Integer>();
        var found = new ArrayDeque<Var>(List.of(this));
        while (!found.isEmpty()) {
            for (Child each : found.pop().children) {
                if (waiting.merge(each.var(), 1, Integer::sum) == 1) {
                    found.push(each.var());
                }
            }
        }
        grad = 1;
        var ready = new ArrayDeque<Var>(List.of(this));
        while (!ready.isEmpty()) {
            Var node = ready.pop();
            for (Child each : node.children) {
                each.var().grad += node.grad * each.local();
                if (waiting.merge(each.var(), -1, Integer::sum) == 0) {
                    ready.push(each.var());
                }
            }
        }
    }
}

record Child(double local, Var var) {}
