class Num {
    double value, grad;
    Map<Num, Double> edges = new IdentityHashMap<>();

    Num(double value) { this.value = value; }

    Num with(Num operand, double local) { edges.merge(operand, local, Double::sum); return this; }

    Num add(Num other) { return new Num(value + other.value).with(this, 1).with(other, 1); }

    Num mul(Num other) { return new Num(value * other.value).with(this, other.value).with(other, value); }

    void backward() { calcGrad(1); }

    void calcGrad(double upstream) {
        grad = grad + upstream;
        edges.forEach((operand, local) -> operand.calcGrad(upstream * local));
    }
}
