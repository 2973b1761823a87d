// COUNT
// ✗ Your code gives back fewer numbers than are wanted.
double reluGradient(double x) {
    return x > 0 ? 1 : 0;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream : x < y ? 0 : upstream / 2};
}
