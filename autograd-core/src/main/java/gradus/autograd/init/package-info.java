/**
 * What a weight initialization does to a deep network (rows 8.1–8.3 of the lectures). Start with {@link
 * gradus.autograd.init.DeepNet}.
 */
package gradus.autograd.init;
