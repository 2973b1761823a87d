/**
 * Networks: layers with named parameters, and losses (section 7 of the lectures).
 *
 * <p>Read in this order: {@link gradus.autograd.nn.Linear} (what a layer is), {@link gradus.autograd.nn.Sequential} and
 * {@link gradus.autograd.nn.MLP} (layers one after the other), {@link gradus.autograd.nn.Layer} (for a layer of your
 * own), {@link gradus.autograd.nn.Loss}. Shapes are those of a batch, one sample a row: X is N×in, W is in×out.
 *
 * <pre>{@code
 * var x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}).detach();
 * var y = Tensor.of(new double[][] {{0}, {1}, {1}, {0}}).detach();
 * var net = new Sequential(new Linear(2, 4, Initialization.XAVIER, 1), new Tanh(), new Linear(4, 1));
 * var optimizer = new Adam(net.parameters(), 0.05);
 * for (int epoch = 0; epoch < 300; epoch++) {
 *     optimizer.zeroGrad();
 *     new MSELoss().apply(net.forward(x), y).backward();
 *     optimizer.step();
 * }
 * new MSELoss().apply(net.forward(x), y).value() < 0.01   // ⇒ true
 * }</pre>
 *
 * <p>What PyTorch calls a module is called a layer here: {@code java.lang.Module} has taken the name in every Java
 * program.
 */
package gradus.autograd.nn;
