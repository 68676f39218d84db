// SPDX-License-Identifier: Apache-2.0
/**
 * Values that travel between buckets. The n-gram "a b c" is two things: the word c after the
 * context "a b", which stands in the bucket of b, and the context "a b c" of longer n-grams, which
 * stands in the bucket of c. What is known at the one place and needed at the other goes through a
 * shuffle.
 *
 * <p>A mapper adds values to {@link org.ngramjob.exchange.NgramMessages}, addressed to n-grams;
 * {@link org.ngramjob.exchange.NgramPartitioner} gives each reducer a contiguous range of buckets;
 * the reducer walks its buckets and asks {@link org.ngramjob.exchange.NgramValues}, filled from
 * {@link org.ngramjob.exchange.NgramInput}, for what was sent to each n-gram. Blocks are those of
 * counting, with the value in the place of the count.
 *
 * <pre>{@code
 * messages.add(2, new int[] {before}, 0, word, value);
 * …
 * new BlockMerger(2).merge(input.only(bucket, 2), values::add);
 * long value = values.valueOf(reversed, word);
 * }</pre>
 *
 * <p>Deliberately elsewhere: what the values mean ({@code arpa}: back-off weights; {@code prune}:
 * which parts must stay for the sake of an n-gram that stays).
 */
package org.ngramjob.exchange;
