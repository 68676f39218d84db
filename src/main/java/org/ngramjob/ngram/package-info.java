// SPDX-License-Identifier: Apache-2.0
/**
 * Words and ids, without a heap structure per word and without one process that sees all words.
 *
 * <p>Start with {@link org.ngramjob.ngram.Vocabulary}, what everybody else uses, and {@link
 * org.ngramjob.ngram.MappedVocabulary}, which reads it from files by mapping them.
 *
 * <p>How ids come about: a word's {@link org.ngramjob.ngram.WordHash} names one of 64 logical
 * partitions; all words of a partition are one self-contained {@link
 * org.ngramjob.ngram.VocabularySection}, ordered by {@link org.ngramjob.ngram.CountClass}
 * (falling), count (falling) and bytes. Part files are any concatenation of sections ({@link
 * org.ngramjob.ngram.VocabularyFileWriter}, {@link org.ngramjob.ngram.VocabularyFile}). Ids run by
 * count class, then partition, then rank in the section, so they come from the sections' headers
 * alone and do not depend on how many part files there are. Example: with three words of class 2 in
 * partition 0, one of class 2 in partition 5 and one of class 1 in partition 0, these have the ids
 * 3, 4, 5; 6; and 7, after the three {@link org.ngramjob.ngram.SpecialWords}.
 *
 * <pre>{@code
 * Vocabulary vocabulary = MappedVocabulary.open(directory);
 * int id = vocabulary.id(utf8, 0, utf8.length);
 * }</pre>
 *
 * <p>{@link org.ngramjob.ngram.NgramText} shows ids to people.
 *
 * <p>Deliberately elsewhere: cutting text into words ({@code segment}), counting them and writing
 * the files in a job ({@code vocabulary}), anything with more than one word ({@code trie}).
 */
package org.ngramjob.ngram;
