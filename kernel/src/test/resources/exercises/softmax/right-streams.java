double[] safe(double[] s) {
    double most = Arrays.stream(s).max().getAsDouble();
    double sum = Arrays.stream(s).map(x -> Math.exp(x - most)).sum();
    return Arrays.stream(s).map(x -> Math.exp(x - most) / sum).toArray();
}

double[] softmax(double[] s) {
    double most = s[0];
    for (double each : s) {
        most = Math.max(most, each);
    }
    double logSum = 0;
    for (double each : s) {
        logSum += Math.exp(each - most);
    }
    double shift = most + Math.log(logSum);
    return Arrays.stream(s).map(x -> Math.exp(x - shift)).toArray();
}

double[] lossGradient(double[] s, int label) {
    var p = softmax(s);
    return IntStream.range(0, s.length).mapToDouble(i -> i == label ? p[i] - 1 : p[i]).toArray();
}
