// SPDX-License-Identifier: Apache-2.0
/**
 * The stage {@code count}: text and a vocabulary become count shards.
 *
 * <p>{@link org.ngramjob.count.CountStage} sets up the one job: {@link
 * org.ngramjob.count.CountMapper} segments lines and emits blocks of stripes keyed by context
 * n-grams ({@link org.ngramjob.count.ContextKey}), {@link org.ngramjob.count.StripeCombiner} and
 * {@link org.ngramjob.count.StripeReducer} merge them, {@link org.ngramjob.count.CountOutputFormat}
 * builds the tries. All algorithms are in the trie room; these classes are its doors to the
 * framework. After the job the stage adds up, in the driver, the few nodes that belong to no single
 * bucket. All but the mapper is the business of {@link org.ngramjob.count.ShardAssembly}, which
 * serves other mappers that emit blocks as well.
 *
 * <pre>{@code
 * Stage count = new CountStage(text, vocabulary, CountSettings.of(order, configuration), output);
 * }</pre>
 */
package org.ngramjob.count;
