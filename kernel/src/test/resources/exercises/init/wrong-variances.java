// VARIANCE
double xavier(int fanIn) {
    return 1.0 / fanIn;
}

double he(int fanIn) {
    return 2.0 / fanIn;
}
