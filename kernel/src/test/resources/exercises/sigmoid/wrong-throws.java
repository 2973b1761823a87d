// THROWN
// ✗ Your code failed with ArithmeticException: / by zero
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    return 1 / ((int) x / 100);
}
