package gradus.autograd.nn;

import gradus.autograd.Scope;
import gradus.autograd.Tensor;
import gradus.autograd.Var;

/**
 * The cross-entropy −1/N Σ p·ln softmax(scores) of N rows of scores, one column for each class (row 2.3); see {@link
 * Tensor#crossEntropy}. The scores have not gone through a softmax before.
 *
 * <pre>{@code
 * new CrossEntropyLoss().apply(Tensor.of(new double[][] {{0, 0, 0, 0}}), 2).value()   // ln 4 ⇒ 1.3862943611198906
 * }</pre>
 */
public record CrossEntropyLoss() implements Loss {

    /**
     * Against probabilities, of the shape of the scores.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    @Override
    public Var apply(Tensor scores, Tensor probabilities) {
        boolean labels = probabilities.shape().rank() == 1 && scores.shape().rank() == 2;
        if (labels) {
            throw new IllegalArgumentException("crossEntropy: " + scores.describe() + " has the shape " + scores.shape()
                    + " and " + probabilities.describe() + " has the shape " + probabilities.shape()
                    + "; a target of probabilities must have the shape of the scores. Labels are given as whole numbers,"
                    + " apply(scores, 0, 2, 1), or as probabilities by Tensor.oneHot("
                    + scores.shape().axis(1)
                    + ", …)");
        }
        return Scope.run("CrossEntropyLoss", () -> scores.crossEntropy(probabilities));
    }

    /**
     * Against labels, one a row, 0 to classes − 1.
     *
     * @throws IllegalArgumentException if there are not as many labels as rows, or a label is no class
     */
    public Var apply(Tensor scores, int... labels) {
        return Scope.run("CrossEntropyLoss", () -> scores.crossEntropy(labels));
    }

    @Override
    public String toString() {
        return "CrossEntropyLoss";
    }
}
