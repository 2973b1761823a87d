// FORMULA
// ✗ σ(x): that is 1 + e⁻ˣ: its inverse is wanted, 1/(1 + e⁻ˣ).
double sigmoid(double x) {
    return 1 + Math.exp(-x);
}

double sigmoidGradient(double x) {
    double s = 1 / (1 + Math.exp(-x)); return s * (1 - s);
}
