// FORMULA
// ✗ σ(x): that is 1/(1 − e⁻ˣ), with a minus for the plus.
// ✗ ∂σ/∂x: that is σ(1 − σ) of a σ with the sign slip.
double sigmoid(double x) {
    return 1 / (1 - Math.exp(-x));
}

double sigmoidGradient(double x) {
    return sigmoid(x) * (1 - sigmoid(x));
}
