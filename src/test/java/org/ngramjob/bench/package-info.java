// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code scripts/bench} runs beside the program itself. Each class with a {@code main} says in
 * its first lines what it reads and prints.
 *
 * <p>{@link org.ngramjob.bench.GenerateText} invents text that grows as novels do, by {@link
 * org.ngramjob.bench.PitmanYorText}. {@link org.ngramjob.bench.NaiveCountRun} runs the count that
 * everyone writes first; {@link org.ngramjob.bench.CountDigest} and {@link
 * org.ngramjob.bench.ArpaDifference} tell whether different programs agree. {@link
 * org.ngramjob.bench.ProfileReport} reads a recording, {@link org.ngramjob.bench.DrawChart} draws.
 *
 * <p>Elsewhere: what is measured and how (src/bench), the count in Spark (src/bench/spark, a build
 * of its own), the benchmark of the segmenters (src/jmh).
 */
package org.ngramjob.bench;
