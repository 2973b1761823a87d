// FORMULA
// ✗ xavier: that is √n, the inverse: more inputs need smaller weights.
double xavier(int fanIn) {
    return Math.sqrt(fanIn);
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
