// SPDX-License-Identifier: Apache-2.0
/**
 * The truth that the real thing is tested against: slow, plain, and written a second time from the
 * papers. Nothing here may import a class of ours from outside this package.
 *
 * <p>{@link org.ngramjob.reference.ReferenceModel} answers P(word | context) for every smoothing
 * method from hash maps of word lists; it is itself held against tables of KenLM. {@link
 * org.ngramjob.reference.ReferenceCounts} has the counts under it, {@link
 * org.ngramjob.reference.NaiveNgramCount} the same raw counts as the MapReduce job everyone writes
 * first. {@link org.ngramjob.reference.RandomCorpus} invents text, {@link
 * org.ngramjob.reference.ReferenceText} and {@link org.ngramjob.reference.ArpaText} read files,
 * {@link org.ngramjob.reference.Oracle} finds the tables of other programs or skips the test.
 *
 * <pre>
 * var model = ReferenceModel.train(sentences, 3, "modified-kneser-ney", Map.of("prune", "0 0 1"));
 * double p = model.probability(List.of("&lt;s&gt;", "判断"), "的");
 * </pre>
 */
package org.ngramjob.reference;
