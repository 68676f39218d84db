// SPDX-License-Identifier: Apache-2.0
/**
 * The conditional probability tables and what they answer.
 *
 * <p>Start at {@link org.ngramjob.model.ModelDirectory}, which opens a model, and {@link
 * org.ngramjob.model.LanguageModel}, which answers P(word | context). {@link
 * org.ngramjob.model.ModelShardWriter} makes a shard of the tables from a bucket of counts; {@link
 * org.ngramjob.model.ModelShard} reads it in place, {@link org.ngramjob.model.ProbabilityWalk} from
 * front to back.
 *
 * <p>The tables hold integers, the counts that the method asks for, in columns as narrow as the
 * values allow; the formulas are in the smooth room. Models that come from an ARPA file hold the
 * file's logarithms in their place ({@link org.ngramjob.model.LogShardWriter}); nobody who asks a
 * {@link org.ngramjob.model.LanguageModel} need know which it is. Sentences, rankings and
 * explanations are in the query room.
 *
 * <pre>{@code
 * LanguageModel model = ModelDirectory.open(directory);
 * ContextPath path = model.newPath().goTo(new int[] {de}, 0, 1);
 * double p = model.probability(path, word);
 * }</pre>
 */
package org.ngramjob.model;
