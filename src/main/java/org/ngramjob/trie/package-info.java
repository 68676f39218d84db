// SPDX-License-Identifier: Apache-2.0
/**
 * Contexts in order. {@link org.ngramjob.trie.BucketTable} cuts the order of all reversed contexts
 * into the ranges that are built, stored and read one at a time.
 *
 * <p>A reversed context lists the words before a position, nearest first: before 词性 in 判断 这个 词 的 词性
 * stands the context 的 词 这个 …. Contexts that share their last words are neighbours in this order,
 * and a shorter context comes right before its extensions.
 *
 * <pre>{@code
 * BucketTable table = BucketTable.fromBytes(bytes).truncate(order.longestContext());
 * int bucket = table.bucketOf(words, from, length);
 * }</pre>
 *
 * <p>Deliberately elsewhere: choosing the boundaries ({@code vocabulary}, from counts and a
 * sample), ids of words ({@code ngram}).
 */
package org.ngramjob.trie;
