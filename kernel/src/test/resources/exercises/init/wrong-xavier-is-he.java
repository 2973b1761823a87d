// FORMULA
double xavier(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
