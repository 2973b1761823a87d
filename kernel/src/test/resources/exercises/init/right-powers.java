double xavier(int fanIn) {
    return Math.pow(fanIn, -0.5);
}

double he(int fanIn) {
    return Math.sqrt(2) * xavier(fanIn);
}
