// DEEP
// ✗ Your code calls itself too deep for the stack (StackOverflowError): a recursion has no end, or goes down a graph that is too deep for one.
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
        var order = new LinkedList<Var>();
        list(order, Collections.newSetFromMap(new IdentityHashMap<>()));
        return order;
    }

    void list(LinkedList<Var> order, Set<Var> seen) {
        if (seen.add(this)) {
            children.forEach(each -> each.var().list(order, seen));
            order.addFirst(this);
        }
    }
}

record Child(double local, Var var) {}
