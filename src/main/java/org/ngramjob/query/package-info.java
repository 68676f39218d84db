// SPDX-License-Identifier: Apache-2.0
/**
 * Answers about text from a {@link org.ngramjob.model.LanguageModel}.
 *
 * <p>Start at {@link org.ngramjob.query.SentenceScorer}: how probable is a sentence? {@link
 * org.ngramjob.query.TextScorer}: what of a whole text? {@link org.ngramjob.query.Comparison} ranks
 * several sentences, {@link org.ngramjob.query.NextWords} lists what may come next, {@link
 * org.ngramjob.query.ConditionalProbability} is one number of the table and how it comes about.
 * {@link org.ngramjob.query.TextIds} turns text into ids with the model's own segmenter, {@link
 * org.ngramjob.query.ResultNumber} writes numbers.
 *
 * <pre>{@code
 * LanguageModel model = ModelDirectory.open(directory);
 * TextIds ids = new TextIds(segmenter, model.vocabulary());
 * SentenceScorer scorer = new SentenceScorer(model);
 * ids.read(line, 0, line.length, scorer);
 * Score score = scorer.take();
 * }</pre>
 *
 * <p>Probabilities are handled as such within a word and as log10 from there on. A probability of 0
 * has the logarithm -Infinity and the perplexity Infinity; what has no value, such as the
 * perplexity of no words, is NaN.
 *
 * <p>Deliberately elsewhere: P(word | context) itself ({@code model}), the formulas ({@code
 * smooth}), files, options and columns ({@code cli}).
 */
package org.ngramjob.query;
