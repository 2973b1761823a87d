// FORMULA
// ✗ ∂σ/∂x: that is 1 − σ: the factor σ is missing.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return 1 - sigmoid(x);
}
