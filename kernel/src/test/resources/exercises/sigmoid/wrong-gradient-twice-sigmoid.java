// OUTPUT
double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
}

double sigmoidGradient(double x) {
    double s = sigmoid(sigmoid(x)); return s * (1 - s);
}
