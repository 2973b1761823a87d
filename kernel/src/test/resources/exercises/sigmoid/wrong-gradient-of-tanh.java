// FORMULA
// ✗ ∂σ/∂x: that is 1 − σ², the formula that tanh has.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return 1 - sigmoid(x) * sigmoid(x);
}
