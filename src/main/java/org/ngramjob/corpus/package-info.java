// SPDX-License-Identifier: Apache-2.0
/**
 * From files to tokens: what text is read, how it is cut into lines, and what happens to lines that
 * are not text.
 *
 * <p>Start with {@link org.ngramjob.corpus.CorpusSettings}, the one record that a job carries in
 * its configuration. The driver calls {@link org.ngramjob.corpus.InputPaths} before any job, so
 * that a missing or empty input is an error and not a failed job. A job reads through {@link
 * org.ngramjob.corpus.LineInputFormat}; its mapper gives all lines to a {@link
 * org.ngramjob.corpus.LineTokenizer}, which has them decoded ({@link
 * org.ngramjob.corpus.TextEncoding}) and segmented and counts what it sees:
 *
 * <pre>{@code
 * tokens = LineTokenizer.of(context, segmenter, sink);   // setup
 * tokens.lines(offset.get(), lines);                     // map
 * tokens.flush();                                        // cleanup
 * }</pre>
 *
 * <p>After the job the driver asks {@link org.ngramjob.corpus.BadLineLimit} whether too much was
 * skipped. No line disappears uncounted: see {@link org.ngramjob.corpus.LineCounter}.
 *
 * <p>Which lines belong to a split: those whose preceding line end lies in it, and the first line
 * of a file. Only LF ends a line; a CR is white space to the segmenters. So any split size gives
 * the same lines, for plain and bzip2 files alike.
 *
 * <p>Deliberately elsewhere: what a token is ({@code segment}), what is counted over tokens (the
 * rooms of the stages), and running jobs ({@code pipeline}).
 */
package org.ngramjob.corpus;
