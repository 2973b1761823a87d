// FORMULA
double xavier(int fanIn) {
    return 1;
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
