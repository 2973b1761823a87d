// FORMULA
// ✗ ∂σ/∂x: that is what comes out with σ(σ(x)) for σ(x): the sigmoid is taken twice.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    double s = sigmoid(sigmoid(x)); return s * (1 - s);
}
