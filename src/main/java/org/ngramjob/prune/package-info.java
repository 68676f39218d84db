// SPDX-License-Identifier: Apache-2.0
/**
 * Entropy pruning: a model without the n-grams whose loss would change its distribution least
 * (Stolcke 1998, "Entropy-based pruning of backoff language models").
 *
 * <p>Start at {@link org.ngramjob.prune.EntropySelection}, which walks the counts of a bucket and
 * decides on every n-gram; {@link org.ngramjob.prune.PruningCost} is the paper's formula. What
 * stays keeps its probability; each context's back-off weight is made anew, so that sums are one
 * again.
 *
 * <p>What stays is closed: with "a b c" stay "a b", "b c" and so all parts of it. A shorter context
 * is the parent in the trie, at hand when its children have been decided on; "a b" stands in
 * another bucket, to which {@link org.ngramjob.prune.PartRequests} sends a request. All costs are
 * those of the whole model, so no decision waits for another, and one exchange is enough. {@link
 * org.ngramjob.prune.PrunedTables} then writes what stays, as logarithms: probabilities that were
 * computed with more n-grams than are left cannot be computed from counts again.
 *
 * <pre>{@code
 * EntropySelection selection = new EntropySelection(order, smoothing, …, threshold, tokens);
 * TrieVisitor decide = selection.visitor(Requests.NONE, new PartRequests(…));
 * new TrieWalk(order, buckets, upper).walk(bucket, counts, length, decide);
 * }</pre>
 *
 * <p>Deliberately elsewhere: pruning by count ({@link org.ngramjob.model.CountCutoffs}), which
 * comes first; the job ({@code estimate}).
 */
package org.ngramjob.prune;
