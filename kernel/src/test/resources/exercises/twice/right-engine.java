double[] gradsOfCube(double x) {
    var leaf = new Var(x);
    var f = leaf.pow(3);
    var grads = new double[3];
    for (int i = 0; i < 3; i++) {
        if (i == 2) {
            leaf.zeroGrad();
        }
        f.backward();
        grads[i] = leaf.grad();
    }
    return grads;
}
