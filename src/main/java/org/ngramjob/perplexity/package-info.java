// SPDX-License-Identifier: Apache-2.0
/**
 * The stage {@code perplexity}: a model's opinion of any amount of text, in one pass.
 *
 * <p>{@link org.ngramjob.perplexity.PerplexityStage} runs one job: each mapper maps the model's
 * files into memory, scores the lines of its splits and writes one score per file; one reducer adds
 * up those of each file. The result is read with {@link org.ngramjob.perplexity.FileScores}.
 *
 * <pre>{@code
 * new Runner(configuration, invocation, messages, false)
 *     .run(Plan.of("perplexity", new PerplexityStage(corpus, inputs, model, output)), FAIL);
 * TextScore all = FileScores.read(output, order, configuration, (file, score) -> {});
 * }</pre>
 *
 * <p>Totals are whole numbers, the sum of logarithms too ({@link org.ngramjob.query.Log10Sum}), so
 * they do not depend on splits, retries or the order in which parts arrive.
 *
 * <p>Deliberately elsewhere: how a token is scored and what perplexity is ({@code query}).
 */
package org.ngramjob.perplexity;
