class Net {
    final Sequential layers;

    Net(long seed) {
        layers = new MLP(new int[] {2, 8, 1}, UnaryOp.TANH, Initialization.XAVIER, seed);
    }

    double predict(double x1, double x2) {
        return layers.apply(Tensor.of(new double[][] {{x1, x2}})).at(0, 0);
    }

    void step(double[][] x, double[] y, double rate) {
        var target = Tensor.of(Arrays.stream(y).mapToObj(each -> new double[] {each}).toArray(double[][]::new));
        var sgd = new SGD(layers.parameters(), rate);
        sgd.zeroGrad();
        new MSELoss().apply(layers.apply(Tensor.of(x)), target).backward();
        sgd.step();
    }

    void fit(double[][] x, double[] y) {
        for (int i = 0; i < 1500; i++) {
            step(x, y, 0.3);
        }
    }
}
