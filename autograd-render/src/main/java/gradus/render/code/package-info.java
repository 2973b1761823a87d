/**
 * Code of programming languages, written from the {@link gradus.autograd.Code} of ops. Read first {@link
 * gradus.render.code.Formula}.
 */
@org.jspecify.annotations.NullMarked
package gradus.render.code;
