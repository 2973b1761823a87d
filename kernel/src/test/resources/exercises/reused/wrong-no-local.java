// LOCAL
// ✗ ∂f/∂x, ∂f/∂y: that is the upstream gradient alone: the local gradient is missing.
class Num {
    final double value;
    double grad;
    final List<Num> operands = new ArrayList<>();
    final List<Double> locals = new ArrayList<>();

    Num(double value) {
        this.value = value;
    }

    Num add(Num other) {
        var z = new Num(value + other.value);
        z.operands.addAll(List.of(this, other));
        z.locals.addAll(List.of(1.0, 1.0));
        return z;
    }

    Num mul(Num other) {
        var z = new Num(value * other.value);
        z.operands.addAll(List.of(this, other));
        z.locals.addAll(List.of(other.value, value));
        return z;
    }

    void backward() {
        grad = 1;
        var order = new ArrayList<Num>();
        visit(order);
        Collections.reverse(order);
        order.forEach(Num::passOn);
    }

    void visit(List<Num> order) {
        if (!order.contains(this)) {
            operands.forEach(each -> each.visit(order));
            order.add(this);
        }
    }

    void passOn() {
        for (int i = 0; i < operands.size(); i++) {
            operands.get(i).grad += grad;
        }
    }
}
