double[] train(double[] x, double[] y, double rate, int steps) {
    var w = new Var(0, "w");
    var b = new Var(0, "b");
    var sgd = new SGD(List.of(w, b), rate);
    for (int step = 0; step < steps; step++) {
        sgd.zeroGrad();
        Var loss = new Var(0);
        for (int i = 0; i < x.length; i++) {
            loss = loss.add(w.mul(x[i]).add(b).sub(y[i]).pow(2));
        }
        loss.div(x.length).backward();
        sgd.step();
    }
    return new double[] {w.value(), b.value()};
}
