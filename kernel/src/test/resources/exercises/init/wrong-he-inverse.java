// FORMULA
// ✗ he: that is √(n/2), the inverse: more inputs need smaller weights.
double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return Math.sqrt(fanIn / 2.0);
}
