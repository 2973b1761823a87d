// COUNT
// ✗ 3 numbers are wanted (u, y, z), and your code gave 2
double[] forwardValues() {
    return new double[] {6, 49};
}
