/**
 * Exercises that diagnose. An {@link gradus.kernel.exercise.Exercise} asks for code, gives hints in steps, and knows the
 * right answers, from the engine, and those that mistakes lead to; {@link gradus.kernel.exercise.Check} runs a student's
 * code on cases and finds which mistake explains all of its answers. To add one: a class, and its line in {@link
 * gradus.kernel.exercise.Exercises#ALL}.
 *
 * <p>What belongs to a student is found by the names that an exercise asks for; everything else is the kernel's own, and
 * no class or method of a cell takes its place.
 */
@NullMarked
package gradus.kernel.exercise;

import org.jspecify.annotations.NullMarked;
