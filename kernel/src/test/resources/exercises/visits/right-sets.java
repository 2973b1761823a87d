long recursiveVisits(int[][] operands) {
    var todo = new ArrayDeque<Integer>(List.of(operands.length - 1));
    long visits = 0;
    while (!todo.isEmpty()) {
        visits++;
        for (int each : operands[todo.pop()]) todo.push(each);
    }
    return visits;
}

long orderedVisits(int[][] operands) {
    var seen = new TreeSet<Integer>(Set.of(operands.length - 1));
    var todo = new ArrayDeque<Integer>(seen);
    while (!todo.isEmpty()) {
        for (int each : operands[todo.pop()]) if (seen.add(each)) todo.push(each);
    }
    return seen.size();
}
