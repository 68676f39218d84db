// SPDX-License-Identifier: Apache-2.0
/**
 * Large text files that many tasks write: lines as bytes, in pieces, which the driver joins.
 *
 * <p>{@link org.ngramjob.pieces.WordText}, {@link org.ngramjob.pieces.ContextPrefix} and {@link
 * org.ngramjob.pieces.DecimalText} make lines without an object per word; {@link
 * org.ngramjob.pieces.ArpaFrame} is what stands around those of an ARPA file. A task emits them
 * under a {@link org.ngramjob.pieces.PieceKey}; {@link org.ngramjob.pieces.PieceOutputFormat}
 * writes a {@code PieceFile} for each section. The driver finds them as {@link
 * org.ngramjob.pieces.Pieces} and joins them byte by byte as {@link
 * org.ngramjob.pieces.JoinedText}, so that the text depends neither on the number of tasks nor on
 * how contexts were cut into buckets.
 *
 * <pre>{@code
 * job.setOutputFormatClass(PieceOutputFormat.class);
 * …
 * JoinedText text = new JoinedText(new Pieces(directory, configuration));
 * text.addSection(order);
 * text.writeTo(file, configuration);
 * }</pre>
 *
 * <p>Deliberately elsewhere: what the lines say ({@code export}: counts; {@code arpa}, {@code mix}:
 * models).
 */
package org.ngramjob.pieces;
