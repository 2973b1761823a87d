@org.jspecify.annotations.NullMarked
package gradus.kernel.exercise;
