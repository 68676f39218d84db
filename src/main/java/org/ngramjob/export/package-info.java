// SPDX-License-Identifier: Apache-2.0
/**
 * The stage {@code export}: counts as files that others read.
 *
 * <p>{@link org.ngramjob.export.CountTextStage} runs a map-only job: {@link
 * org.ngramjob.export.CountTextMapper} walks buckets, {@code CountText} makes lines of their nodes,
 * and the driver joins the text of each order. Lines are in the order of the trie.
 *
 * <pre>{@code
 * Stage export = new CountTextStage(counts, LeastCount.ONE, output);
 * }</pre>
 *
 * <p>Deliberately elsewhere: words and numbers as bytes, and files written in pieces ({@code
 * pieces}); models as text ({@code arpa}).
 */
package org.ngramjob.export;
