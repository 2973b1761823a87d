// FORMULA
// ✗ ∂σ/∂x: that is σ², not σ(1 − σ).
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return sigmoid(x) * sigmoid(x);
}
