/** The workloads (a) to (e) by which the engine is measured. {@code bench/peers.py} runs them beside their peers. */
@NullMarked
package gradus.bench;

import org.jspecify.annotations.NullMarked;
