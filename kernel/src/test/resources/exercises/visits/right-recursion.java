long recursiveVisits(int[][] operands) {
    return visits(operands, operands.length - 1);
}

long visits(int[][] operands, int node) {
    long count = 1;
    for (int each : operands[node]) {
        count += visits(operands, each);
    }
    return count;
}

long orderedVisits(int[][] operands) {
    var leads = new boolean[operands.length];
    leads[operands.length - 1] = true;
    long count = 0;
    for (int node = operands.length - 1; node >= 0; node--) {
        if (leads[node]) {
            count++;
            for (int each : operands[node]) {
                leads[each] = true;
            }
        }
    }
    return count;
}
