// FORMULA
// ✗ he: that is 2/√n: the 2 belongs under the root.
double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return 2 / Math.sqrt(fanIn);
}
