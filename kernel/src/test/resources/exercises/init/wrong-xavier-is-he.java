// FORMULA
// ✗ xavier: that is √(2/n), which fits ReLU: half of its values are 0, those of tanh are not.
double xavier(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}

double he(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
}
