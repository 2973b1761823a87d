// FORMULA
// ✗ xavier: that is 0: between whole numbers 1/n is 0 in Java, 1.0/n is not.
double xavier(int fanIn) {
    return Math.sqrt(1 / fanIn);
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
