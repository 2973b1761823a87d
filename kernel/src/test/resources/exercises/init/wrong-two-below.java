// FORMULA
// ✗ he: that is 1/√(2n): the 2 belongs above the line.
double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return 1 / Math.sqrt(2 * fanIn);
}
