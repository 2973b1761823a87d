double[] biasGradient(double[][] upstream) {
    var b = Tensor.of(0, 0);
    Tensor.of(new double[upstream.length][2]).add(b).mul(Tensor.of(upstream)).sum().backward();
    return b.grad().toArray();
}
