package gradus.autograd.dense;

/** The fastest {@link Block} that this JVM can run. */
final class Blocks {

    static final Block BEST = best();

    private Blocks() {}

    /** By name, so that no class here needs the Vector API to be loaded. */
    private static Block best() {
        var vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (vectors.isEmpty()) {
            return new PlainBlock();
        }
        // The module's declaration does not require it: it would be missed wherever the JVM is started without.
        Blocks.class.getModule().addReads(vectors.get());
        try {
            return Class.forName("gradus.autograd.dense.VectorBlock")
                    .asSubclass(Block.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError changed) {
            // An incubating module may change with any release.
            return new PlainBlock();
        }
    }
}
