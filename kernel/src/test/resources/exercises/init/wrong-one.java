// FORMULA
// ✗ xavier: that is 1, whatever n is: tanh saturates at ±1.
double xavier(int fanIn) {
    return 1;
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
