// FORMULA
// ✗ he: that is √2/n: the n belongs under the root.
double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return Math.sqrt(2) / fanIn;
}
