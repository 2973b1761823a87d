class Power implements ScalarFunction {
    @Override
    public double forward(Context kept, double... in) {
        double z = Math.pow(in[0], in[1]);
        kept.save(in[1] * z / in[0]);
        return z;
    }

    @Override
    public Double[] backward(Context kept, double upstream) {
        var gradients = new Double[2];
        gradients[0] = upstream * (Double) kept.saved(0);
        return gradients;
    }
}
