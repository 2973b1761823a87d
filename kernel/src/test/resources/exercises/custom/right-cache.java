class Power implements ScalarFunction {
    public double forward(Context cache, double... in) {
        cache.save(in[0], in[1]);
        return Math.pow(in[0], in[1]);
    }

    public Double[] backward(Context cache, double upstream) {
        double x = cache.number(0);
        double p = cache.number(1);
        return new Double[] {upstream * p * Math.pow(x, p - 1), null};
    }
}
