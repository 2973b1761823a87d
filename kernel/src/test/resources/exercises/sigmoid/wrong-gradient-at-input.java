// FORMULA
// ✗ ∂σ/∂x: that is x(1 − x): σ(1 − σ) is of the output, not of the input.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return x * (1 - x);
}
