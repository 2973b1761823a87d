/** The engine: nodes, the op catalogue, the backward sweep and the trace of what they do. */
@org.jspecify.annotations.NullMarked
module gradus.autograd {
    requires static org.jspecify;

    exports gradus.autograd;
    exports gradus.autograd.data;
    exports gradus.autograd.expr;
    exports gradus.autograd.init;
    exports gradus.autograd.nn;
    exports gradus.autograd.optim;
}
