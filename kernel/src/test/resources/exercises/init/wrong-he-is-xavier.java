// FORMULA
double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}
