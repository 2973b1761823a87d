double xavier(int fanIn) {
    return 1 / Math.sqrt(fanIn);
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
