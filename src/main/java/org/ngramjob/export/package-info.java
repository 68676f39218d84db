// SPDX-License-Identifier: Apache-2.0
/**
 * The stage {@code export}: counts as files that others read.
 *
 * <p>{@link org.ngramjob.export.CountTextStage} runs a map-only job that turns buckets into pieces
 * of text and joins the pieces of each order in the driver, byte by byte. The order of lines is
 * that of the trie, so it depends neither on the number of tasks nor on how contexts were cut into
 * buckets. {@link org.ngramjob.export.WordText}, {@link org.ngramjob.export.ContextPrefix} and
 * {@link org.ngramjob.export.DecimalText} make lines as bytes, also for the room {@code arpa}.
 *
 * <pre>{@code
 * Stage export = new CountTextStage(counts, output);
 * }</pre>
 */
package org.ngramjob.export;
