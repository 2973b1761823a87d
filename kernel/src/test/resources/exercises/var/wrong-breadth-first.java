// ORDER
// ✗ ∂f/∂x, ∂f/∂y: a node passed its gradient on before all of it had arrived (this is the order in which a search from the result meets the nodes): the order has to be topological, reversed.
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
        for (Var node : order()) {
            for (Child each : node.children) {
                each.var().grad += node.grad * each.local();
            }
        }
    }

    List<Var> order() {
        Set<Var> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var order = new ArrayList<Var>(List.of(this));
        for (int i = 0; i < order.size(); i++) {
            for (Child each : order.get(i).children) {
                if (seen.add(each.var())) order.add(each.var());
            }
        }
        return order;
    }
}

record Child(double local, Var var) {}
