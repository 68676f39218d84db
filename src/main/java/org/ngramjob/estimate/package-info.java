// SPDX-License-Identifier: Apache-2.0
/**
 * The stage {@code estimate}: counts become conditional probability tables.
 *
 * <p>{@link org.ngramjob.estimate.EstimateStage} fits the smoothing method to the counts of counts
 * and runs one map-only job, {@link org.ngramjob.estimate.TableMapper}, over the buckets. The
 * method's formulas are in the smooth room, the tables' layout is in the model room. Weights that
 * held-out text is to choose take a second job over that text, {@code HeldOutJob}.
 *
 * <p>Entropy pruning (room {@code prune}) has a job of its own in place of the map-only one, {@code
 * EntropyTablesJob}: n-grams ask for each other across buckets, so it has a shuffle.
 *
 * <pre>{@code
 * Stage estimate = new EstimateStage(counts, settings, Optional.empty(), output);
 * }</pre>
 */
package org.ngramjob.estimate;
