// VARIANCE
// ✗ xavier: the scale of the weights fits a variance where a standard deviation is wanted: take the square root.
double xavier(int fanIn) {
    return 1.0 / fanIn;
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
