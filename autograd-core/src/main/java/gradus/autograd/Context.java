package gradus.autograd;

import java.util.Arrays;

/** What the forward pass of a student's own function keeps for its backward pass: the cache of rows 1.2 and 3.3. */
public final class Context {

    private Object[] saved = {};

    Context() {}

    /** Keeps these, in place of what was kept before: numbers ({@code Double}), tensors, anything. */
    public void save(Object... values) {
        saved = values.clone();
    }

    /**
     * What was saved at place i, from 0.
     *
     * @throws IndexOutOfBoundsException if forward has saved fewer
     */
    public Object saved(int i) {
        if (i < 0 || i >= saved.length) {
            throw new IndexOutOfBoundsException("saved: forward has saved " + saved.length + " values, and number " + i
                    + " (from 0) was asked for. Call context.save(…) in forward");
        }
        return saved[i];
    }

    /**
     * The number that was saved at place i.
     *
     * @throws ClassCastException if it is none
     */
    public double number(int i) {
        return ((Number) saved(i)).doubleValue();
    }

    /**
     * The tensor that was saved at place i.
     *
     * @throws ClassCastException if it is none
     */
    public Tensor tensor(int i) {
        return (Tensor) saved(i);
    }

    @Override
    public String toString() {
        return "saved " + Arrays.toString(saved);
    }
}
