// FORMULA
// ✗ xavier: that is 0.01, whatever n is: deep values shrink to 0.
double xavier(int fanIn) {
    return 0.01;
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
