package gradus.render;

/**
 * A run of results, one made after the other, that is drawn by itself: a scope, or a block of a long computation. Runs
 * that lie beside each other never depend on each other in a circle, since operands are older than results.
 *
 * @param name what it is called
 * @param from the place of its first result among all results
 * @param to the place behind its last one
 * @param level how many scopes around and including this one are behind us
 */
record Part(String name, int from, int to, int level) {

    int size() {
        return to - from;
    }
}
