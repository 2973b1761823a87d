/**
 * Small data sets to train on, made by formulas and seeds (section 7 of the lectures): see {@link
 * gradus.autograd.data.Dataset}.
 */
package gradus.autograd.data;
