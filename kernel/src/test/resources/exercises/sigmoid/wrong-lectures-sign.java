// FORMULA
// ✗ σ(x): that is 1/(1 − e⁻ˣ), with a minus for the plus.
double sigmoid(double x) {
    return 1 / (1 - Math.exp(-x));
}

double sigmoidGradient(double x) {
    double s = 1 / (1 + Math.exp(-x)); return s * (1 - s);
}
