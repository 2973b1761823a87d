class Var {
    double value, grad;
    Var left, right;
    double toLeft, toRight;

    Var(double value) { this.value = value; }

    Var(double value, Var left, double toLeft, Var right, double toRight) {
        this(value);
        this.left = left;
        this.right = right;
        this.toLeft = toLeft;
        this.toRight = toRight;
    }

    Var add(Var o) { return new Var(value + o.value, this, 1, o, 1); }

    Var mul(Var o) { return new Var(value * o.value, this, o.value, o, value); }

    Var sin() { return new Var(Math.sin(value), this, Math.cos(value), null, 0); }

    /** Operands first, by a stack of one's own: a node is put in the list when it comes up for the second time. */
    List<Var> topological() {
        var order = new ArrayList<Var>();
        Set<Var> seen = Collections.newSetFromMap(new IdentityHashMap<>()), listed = Collections.newSetFromMap(new IdentityHashMap<>());
        var stack = new ArrayDeque<Var>();
        stack.push(this);
        while (!stack.isEmpty()) {
            Var node = stack.pop();
            if (node == null) continue;
            if (seen.add(node)) {
                stack.push(node);
                if (node.left != null) stack.push(node.left);
                if (node.right != null) stack.push(node.right);
            } else if (listed.add(node)) {
                order.add(node);
            }
        }
        return order;
    }

    void backward() {
        var order = topological();
        Collections.reverse(order);
        grad = 1;
        for (Var node : order) {
            if (node.left != null) node.left.grad += node.toLeft * node.grad;
            if (node.right != null) node.right.grad += node.toRight * node.grad;
        }
    }
}
