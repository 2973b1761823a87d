class Plan {
    abstract class Step {
        double value, grad;
        void forward() {}
        void backward() {}
    }

    List<Step> steps = new ArrayList<>(), inputs = new ArrayList<>();

    int put(Step step) { steps.add(step); return steps.size() - 1; }

    int input() {
        Step step = new Step() {};
        inputs.add(step);
        return put(step);
    }

    int add(int i, int j) {
        Step a = steps.get(i), b = steps.get(j);
        return put(new Step() {
            void forward() { value = a.value + b.value; }
            void backward() { a.grad += grad; b.grad += grad; }
        });
    }

    int mul(int i, int j) {
        Step a = steps.get(i), b = steps.get(j);
        return put(new Step() {
            void forward() { value = a.value * b.value; }
            void backward() { a.grad += b.value * grad; b.grad += a.value * grad; }
        });
    }

    double forward(double... given) {
        for (int i = 0; i < given.length; i++) inputs.get(i).value = given[i];
        steps.forEach(Step::forward);
        return steps.get(steps.size() - 1).value;
    }

    double[] backward(double upstream) {
        steps.forEach(each -> each.grad = 0);
        steps.get(steps.size() - 1).grad = upstream;
        for (int i = steps.size() - 1; i >= 0; i--) steps.get(i).backward();
        return inputs.stream().mapToDouble(each -> each.grad).toArray();
    }
}
