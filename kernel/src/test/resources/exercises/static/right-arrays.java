class Plan {
    final List<int[]> parents = new ArrayList<>();
    final List<Boolean> isSum = new ArrayList<>();
    double[] values = {};

    int input() { return node(true); }

    int add(int a, int b) { return node(true, a, b); }

    int mul(int a, int b) { return node(false, a, b); }

    int node(boolean sum, int... of) {
        parents.add(of);
        isSum.add(sum);
        return parents.size() - 1;
    }

    double forward(double... inputs) {
        values = new double[parents.size()];
        int input = 0;
        for (int i = 0; i < values.length; i++) {
            int[] of = parents.get(i);
            values[i] = of.length == 0
                    ? inputs[input++]
                    : isSum.get(i) ? values[of[0]] + values[of[1]] : values[of[0]] * values[of[1]];
        }
        return values[values.length - 1];
    }

    double[] backward(double upstream) {
        var grads = new double[values.length];
        grads[grads.length - 1] = upstream;
        for (int i = grads.length - 1; i >= 0; i--) {
            int[] of = parents.get(i);
            if (of.length > 0) {
                double g = grads[i];
                double left = isSum.get(i) ? 1 : values[of[1]];
                double right = isSum.get(i) ? 1 : values[of[0]];
                grads[of[0]] += g * left;
                grads[of[1]] += g * right;
            }
        }
        return IntStream.range(0, grads.length)
                .filter(i -> parents.get(i).length == 0)
                .mapToDouble(i -> grads[i])
                .toArray();
    }
}
