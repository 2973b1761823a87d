package gradus.render.code;

import gradus.autograd.Shape;
import java.util.List;

/** A matrix product in NumPy; with a batch or with transposed factors its gradients are sums of products over indices. */
final class NumPyProduct {

    private final Shape x;
    private final Shape y;
    private final String ofX;
    private final String ofY;
    private final String ofZ;

    private NumPyProduct(Shape x, Shape y, boolean xT, boolean yT) {
        this.x = x;
        this.y = y;
        var batch = "abcdefgh".substring(0, Math.max(0, Math.max(x.rank(), y.rank()) - 2));
        ofX = x.rank() == 1 ? "j" : (x.rank() > 2 ? batch : "") + (xT ? "ji" : "ij");
        ofY = y.rank() == 1 ? "j" : (y.rank() > 2 ? batch : "") + (yT ? "kj" : "jk");
        ofZ = batch + (x.rank() == 1 ? "" : "i") + (y.rank() == 1 ? "" : "k");
    }

    static NumPyProduct of(List<Shape> shapes, List<Integer> settings) {
        boolean set = settings.size() > 1;
        return new NumPyProduct(shapes.get(0), shapes.get(1), set && settings.get(0) == 1, set && settings.get(1) == 1);
    }

    private boolean isPlain() {
        return x.rank() <= 2 && y.rank() <= 2 && !ofX.equals("ji") && !ofY.equals("kj");
    }

    String value(String a, String b) {
        return isPlain() ? a + " @ " + b : sum(ofX, ofY, ofZ, a, b);
    }

    String contribution(int i, String a, String b, String upstream) {
        if (!isPlain()) {
            return i == 0 ? sum(ofZ, ofY, ofX, upstream, b) : sum(ofX, ofZ, ofY, a, upstream);
        }
        if (x.rank() == 1 && y.rank() == 1) {
            return upstream + " * " + (i == 0 ? b : a);
        }
        if (i == 0) {
            return y.rank() == 1
                    ? "np.outer(" + upstream + ", " + b + ")"
                    : x.rank() == 1 ? b + " @ " + upstream : upstream + " @ " + b + ".T";
        }
        return x.rank() == 1 ? "np.outer(" + a + ", " + upstream + ")" : a + ".T @ " + upstream;
    }

    private static String sum(String first, String second, String result, String a, String b) {
        return "np.einsum(\"" + first + "," + second + "->" + result + "\", " + a + ", " + b + ")";
    }
}
