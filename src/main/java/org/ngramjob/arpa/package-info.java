// SPDX-License-Identifier: Apache-2.0
/**
 * The stages {@code arpa}, a model as the text file that other toolkits read, and {@code import}, a
 * model from such a file.
 *
 * <p>{@link org.ngramjob.arpa.ArpaStage} runs one job over the tables. {@link
 * org.ngramjob.arpa.WeightMapper} computes back-off weights and sends each to the n-gram it belongs
 * to ({@link org.ngramjob.exchange.NgramKey}); {@link org.ngramjob.arpa.ArpaReducer} walks the
 * tables again, joins the weights of its buckets and writes the lines of all orders. Lines are in
 * the order of the trie: by reversed context, then word, both by id. {@link
 * org.ngramjob.arpa.DecimalLogarithm} makes the numbers the same on every machine.
 *
 * <p>{@link org.ngramjob.arpa.ArpaImportStage} runs no job: the driver streams the file through the
 * room {@code arpafile}.
 *
 * <pre>{@code
 * Stage arpa = new ArpaStage(model, output);
 * Stage back = new ArpaImportStage(file, segmenter, Optional.empty(), directory);
 * }</pre>
 */
package org.ngramjob.arpa;
