// SIGN
// ✗ ∂σ/∂x: the sign is wrong.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return -sigmoid(x) * (1 - sigmoid(x));
}
