// FORMULA
double xavier(int fanIn) {
    return 0.01;
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
