// SPDX-License-Identifier: Apache-2.0
/**
 * Directories of counts and of vocabularies on Hadoop file systems, for the stages that write and
 * read them. What is inside a file is the business of {@code trie} and {@code ngram}; this room
 * moves bytes.
 *
 * <ul>
 *   <li>{@link org.ngramjob.store.CountDirectory} knows the names of the files of counts, {@link
 *       org.ngramjob.store.Shards} lists files of buckets and reads their footers;
 *   <li>{@link org.ngramjob.store.VocabularyReader} opens a vocabulary, in the driver or in a task;
 *       {@link org.ngramjob.store.VocabularyFiles} are its files one by one;
 *   <li>{@link org.ngramjob.store.BucketInputFormat} gives a job buckets as records, cut by {@link
 *       org.ngramjob.store.BucketSplit}; {@link org.ngramjob.store.BucketBytes} reads single ones,
 *       wherever they lie; what tasks read beside them is in {@link
 *       org.ngramjob.store.CountTaskFiles};
 *   <li>{@link org.ngramjob.store.WholeFile} reads and writes small files, {@link
 *       org.ngramjob.store.KernelCopy} copies large ones between local disks.
 * </ul>
 *
 * <pre>{@code
 * CountDirectory counts = new CountDirectory(path, configuration);
 * CountTaskFiles.ship(run, job, counts, order);              // driver
 * VocabularyReader.ship(run, job, counts.vocabulary());
 * CountTaskFiles files = CountTaskFiles.open(configuration); // setup of a task
 * }</pre>
 */
package org.ngramjob.store;
