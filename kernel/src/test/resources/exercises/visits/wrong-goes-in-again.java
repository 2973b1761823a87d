// ENDLESS
// ✗ Your code has not ended after 2 s: a loop has no end, or the same work is done again and again.
long recursiveVisits(int[][] operands) {
    return walk(operands, operands.length - 1, new HashSet<>());
}

long walk(int[][] operands, int node, Set<Integer> seen) {
    long count = 1;
    seen.add(node);
    for (int each : operands[node]) {
        count += walk(operands, each, seen);
    }
    return count;
}

long orderedVisits(int[][] operands) {
    var seen = new HashSet<Integer>();
    walk(operands, operands.length - 1, seen);
    return seen.size();
}
