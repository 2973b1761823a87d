// FORMULA
// ✗ σ(x): that is σ(−x): the sign in the exponent is lost.
double sigmoid(double x) {
    return 1 / (1 + Math.exp(x));
}

double sigmoidGradient(double x) {
    return sigmoid(x) * (1 - sigmoid(x));
}
