// FORMULA
// ✗ he: that is 1/√n: ReLU halves the variance, so twice as much is needed.
double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}
