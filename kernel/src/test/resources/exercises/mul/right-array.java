double[] mulBackward(double x, double y, double upstream) {
    var locals = new double[] {y, x};
    for (int i = 0; i < 2; i++) {
        locals[i] *= upstream;
    }
    return locals;
}
