double central(Function<Double, Double> f, Double x, double h) {
    double up = (f.apply(x + h) - f.apply(x)) / h;
    double down = (f.apply(x) - f.apply(x - h)) / h;
    return (up + down) / 2;
}
