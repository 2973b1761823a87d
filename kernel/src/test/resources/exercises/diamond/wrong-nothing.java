// NULL
// ✗ Your code gives back null, and numbers are wanted.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return null;
}
