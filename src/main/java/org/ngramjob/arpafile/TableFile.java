// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.model.LogShardWriter;
import org.ngramjob.trie.BucketFileWriter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;

/**
 * The tables of a model in one file, cut into buckets of about equal size as they come.
 *
 * <p>A word nearest to the predicted one whose contexts fill more than a bucket is cut at the words
 * before it, and its own followers stand with those of the empty context in the shard of upper
 * nodes. Memory: one bucket and the upper nodes.
 */
final class TableFile {
  private final long bucketEntries;
  private final long[] entriesOf;
  private final BucketFileWriter file;
  private final LogShardWriter shard;
  private final LogShardWriter upper;
  private final ByteWriter bytes = new ByteWriter(1 << 16);
  private final List<int[]> boundaries = new ArrayList<>();
  private final long[] ngrams;
  private long entries;

  /** Whether the contexts of the nearest word at hand are cut. */
  private boolean cutting;

  /** Whether the context of that word alone has been given. */
  private boolean cutContextGiven;

  /**
   * Ready for the empty context.
   *
   * @param entriesOf how many entries have contexts that begin with a word, by id
   * @param bucketEntries that a bucket should have
   * @param out stays open
   */
  TableFile(int order, long[] entriesOf, long bucketEntries, OutputStream out) {
    this.bucketEntries = bucketEntries;
    this.entriesOf = entriesOf;
    this.file = new BucketFileWriter(out);
    this.shard = new LogShardWriter(order);
    this.upper = new LogShardWriter(order);
    this.ngrams = new long[order];
    upper.addContext(0, 0, 0);
    shard.addContext(0, 0, 0);
    boundaries.add(new int[0]);
  }

  /** Counts an entry of the bucket at hand; those of the empty context are in none. */
  void count() {
    entries++;
  }

  /**
   * The contexts to come begin otherwise than those before.
   *
   * @param path their beginning
   * @param length words of it that are given, at most 2
   * @param common how many of these are as they were
   */
  void enter(int[] path, int length, int common) throws IOException {
    if (common == 0) {
      long coming = entriesOf[path[0]];
      cutBefore(path, 1, entries + coming > bucketEntries);
      cutting = coming > bucketEntries;
      cutContextGiven = false;
    } else if (cutting && length == 2) {
      cutBefore(path, 2, entries >= bucketEntries);
    }
  }

  private void cutBefore(int[] path, int length, boolean full) throws IOException {
    if (!full || entries == 0) {
      return;
    }
    endBucket();
    boundaries.add(Arrays.copyOf(path, length));
    shard.addContext(0, 0, 0);
    if (length == 2 && cutContextGiven) {
      shard.addContext(1, path[0], 0);
    }
  }

  /** A context whose shorter ones have been given. */
  void context(int depth, int id, float log10Weight) {
    if (depth == 1 && cutting) {
      cutContextGiven = true;
      upper.addContext(1, id, log10Weight);
      shard.addContext(1, id, 0);
    } else {
      shard.addContext(depth, id, log10Weight);
    }
  }

  /** A follower of the context of this depth that was given last. */
  void follower(int depth, int word, float log10Probability) {
    boolean isUpper = depth == 0 || (depth == 1 && cutting);
    (isUpper ? upper : shard).addFollower(depth, word, log10Probability);
  }

  /** Ends the last bucket and the file. */
  void finish() throws IOException {
    endBucket();
    ByteWriter addition = new ByteWriter(64);
    for (long number : ngrams) {
      addition.writeVarLong(number);
    }
    file.finish(addition);
    add(upper.ngrams());
  }

  private void endBucket() throws IOException {
    bytes.clear();
    shard.writeTo(bytes);
    file.write(bytes);
    file.endBucket(boundaries.size() - 1);
    add(shard.ngrams());
    shard.clear();
    entries = 0;
  }

  private void add(long[] more) {
    for (int i = 0; i < ngrams.length; i++) {
      ngrams[i] += more[i];
    }
  }

  /** The shard of upper nodes, once the file is finished. */
  byte[] upper() {
    bytes.clear();
    upper.writeTo(bytes);
    return bytes.toByteArray();
  }

  BucketTable buckets() {
    return BucketTable.of(boundaries);
  }

  /** N-grams of each order, order 1 first, once the file is finished. */
  List<Long> ngrams() {
    return Arrays.stream(ngrams).boxed().toList();
  }
}
