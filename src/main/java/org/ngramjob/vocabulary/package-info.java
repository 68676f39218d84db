// SPDX-License-Identifier: Apache-2.0
/**
 * The stage {@code vocabulary}: counts the words of a text, gives them ids, and cuts the order of
 * contexts into buckets of about equal weight. Start with {@link
 * org.ngramjob.vocabulary.VocabularyStage}; what it wrote is opened by {@link
 * org.ngramjob.store.VocabularyReader}.
 *
 * <p>One job: {@code VocabularyMapper} adds up words in a {@code WordCounter} and emits a {@code
 * WordBlock} for each logical partition, {@code CountSumReducer} sums as combiner and reducer, and
 * {@code VocabularyOutputFormat} writes each logical partition as a section. From the counts {@code
 * BucketPlanner} cuts the order of contexts into buckets.
 *
 * <p>The directory holds
 *
 * <ul>
 *   <li>{@code part-r-*}: sections, see {@code ngram.VocabularyFileWriter};
 *   <li>{@code header.json}: totals, settings, segmenter, see {@code ngram.VocabularyHeader};
 *   <li>{@code buckets}: the {@code trie.BucketTable};
 *   <li>{@code user-dictionary}: the words of the user dictionary, if there is one;
 *   <li>{@code word-list}: the only words that it may hold, if they were given.
 * </ul>
 *
 * <p>All of that is a function of the words' counts, so {@link
 * org.ngramjob.vocabulary.VocabularySum} makes the vocabulary of several texts from theirs, or of
 * what is left of one: {@code VocabularyPartMapper} reads sections, {@code CountDifferenceReducer}
 * takes counts away.
 *
 * <p>Nothing in it but the cut into part files depends on the number of mappers or reducers.
 *
 * <p>Deliberately elsewhere: the format and how ids come about ({@code ngram}), cutting lines into
 * words ({@code segment}, {@code corpus}), running and committing ({@code pipeline}).
 */
package org.ngramjob.vocabulary;
