double[] biasGradient(double[][] upstream) {
    var sum = new double[upstream[0].length];
    for (double[] row : upstream) {
        for (int j = 0; j < row.length; j++) {
            sum[j] += row[j];
        }
    }
    return sum;
}
