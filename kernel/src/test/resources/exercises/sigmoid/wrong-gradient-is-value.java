// VALUE
// ✗ ∂σ/∂x: that is the value σ(x), not a gradient.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return sigmoid(x);
}
