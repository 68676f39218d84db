// SPDX-License-Identifier: Apache-2.0
/**
 * Directories of counts on Hadoop file systems, for the stages that write and read them.
 *
 * <p>{@link org.ngramjob.store.CountDirectory} knows the names of the files, {@link
 * org.ngramjob.store.BucketInputFormat} gives a job the buckets of all shards as records. What is
 * inside a bucket is the trie room's business; this room moves bytes.
 *
 * <pre>{@code
 * CountDirectory counts = new CountDirectory(path, configuration);
 * BucketInputFormat.setInput(job, counts.shards());
 * }</pre>
 */
package org.ngramjob.store;
