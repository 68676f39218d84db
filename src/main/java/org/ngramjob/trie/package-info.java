// SPDX-License-Identifier: Apache-2.0
/**
 * The trie of reversed contexts: the one data structure of counting.
 *
 * <p>The way of a sentence, in the order of the classes:
 *
 * <ol>
 *   <li>{@link org.ngramjob.trie.SentenceBuffer} collects ids and sorts them by context,
 *   <li>{@link org.ngramjob.trie.Stripe}: a context and its followers; {@link
 *       org.ngramjob.trie.StripeBuffer} sorts stripes that were made before,
 *   <li>{@link org.ngramjob.trie.BlockWriter} packs stripes into blocks, which a shuffle can sort,
 *   <li>{@link org.ngramjob.trie.BlockMerger} merges blocks of many runs into one sequence of
 *       stripes,
 *   <li>{@link org.ngramjob.trie.BucketRangeWriter} deals it out to the buckets of {@link
 *       org.ngramjob.trie.BucketTable},
 *   <li>{@link org.ngramjob.trie.CountShardWriter} builds each bucket's trie bottom-up and writes
 *       it,
 *   <li>{@link org.ngramjob.trie.UpperNodes} puts together what several buckets know of one
 *       context,
 *   <li>{@link org.ngramjob.trie.TrieWalk} meets a bucket's nodes top-down.
 * </ol>
 *
 * <p>The bytes of a node are {@code NodeCodec}'s, those of a file of buckets, of counts or of
 * tables, {@link org.ngramjob.trie.BucketFileWriter}'s; {@link org.ngramjob.trie.BucketFileFooter}
 * says where its buckets lie, {@link org.ngramjob.trie.CountShardFooter} what a shard of counts
 * adds.
 *
 * <p>Everything is in {@link org.ngramjob.trie.ContextOrder}. Nothing here opens files or knows
 * Hadoop or probabilities: streams of bytes in, arrays of bytes out.
 *
 * <pre>{@code
 * new TrieWalk(order, buckets, upper).walk(bucket, bytes, length, (nodes, depth) -> print(nodes[depth]));
 * }</pre>
 */
package org.ngramjob.trie;
