// SPDX-License-Identifier: Apache-2.0
/**
 * ARPA files, read: whatever KenLM, SRILM, MITLM or we have written becomes the files of a model
 * directory.
 *
 * <p>Start at {@link org.ngramjob.arpafile.ArpaImport}, which puts the steps together. {@link
 * org.ngramjob.arpafile.ArpaBytes} unpacks and recognises files that are something else, {@link
 * org.ngramjob.arpafile.ArpaReader} knows the grammar and hands each n-gram to a sink, {@link
 * org.ngramjob.arpafile.UnigramVocabulary} gives ids to the words of a {@link
 * org.ngramjob.arpafile.UnigramList}, {@link org.ngramjob.arpafile.EntryKeys} makes keys of
 * n-grams, {@link org.ngramjob.arpafile.EntrySort} sorts the n-grams by reversed context on the
 * local disk, {@link org.ngramjob.arpafile.TrieAssembly} writes the tables and sees that every
 * n-gram has its context and suffix. Memory: the vocabulary while it is written, one bucket of
 * tables, and the buffer of the sort.
 *
 * <p>What is wrong with a file goes to {@link org.ngramjob.arpafile.Defects}, with the line number:
 * it stops an import, and is collected by a check.
 *
 * <pre>{@code
 * new ArpaImport(name, segmenter, settings, Defects.stopping())
 *     .read(in, local -> Files.newOutputStream(directory.resolve(local)));
 * LanguageModel model = ModelDirectory.open(directory);
 * }</pre>
 *
 * <p>Deliberately elsewhere: writing ARPA files and the stage that imports ({@code arpa}), answers
 * ({@code model}).
 */
package org.ngramjob.arpafile;
