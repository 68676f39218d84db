// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteReader;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.UpperNodes;

/**
 * A directory of counts: {@code header.json}, {@code buckets}, {@code upper}, {@code vocabulary/}
 * and {@code shards/part-r-…}; complete in itself, so that it can be moved and kept.
 */
public final class CountDirectory {
  public static final String UPPER = "upper";
  public static final String VOCABULARY = "vocabulary";
  public static final String SHARDS = "shards";

  private final Path path;
  private final Configuration configuration;

  public CountDirectory(Path path, Configuration configuration) {
    this.path = path;
    this.configuration = configuration;
  }

  public Path buckets() {
    return new Path(path, BucketTable.FILE);
  }

  public Path upper() {
    return new Path(path, UPPER);
  }

  public Path vocabulary() {
    return new Path(path, VOCABULARY);
  }

  public Path shards() {
    return new Path(path, SHARDS);
  }

  /**
   * The header.
   *
   * @throws Failure if the directory holds no counts
   */
  public CountHeader readHeader() throws IOException {
    Path file = new Path(path, CountHeader.FILE);
    try {
      return CountHeader.fromJson(WholeFile.text(file, configuration), file.toString());
    } catch (FileNotFoundException e) {
      throw Failure.badInput(
          "no counts in "
              + path
              + ": it has no "
              + CountHeader.FILE
              + "; give a directory that count or train wrote (train: DIR/counts)");
    }
  }

  public BucketTable readBuckets() throws IOException {
    return BucketTable.fromBytes(WholeFile.bytes(buckets(), configuration), buckets().toString());
  }

  public UpperNodes readUpper() throws IOException {
    return upperNodes(WholeFile.bytes(upper(), configuration), upper().toString());
  }

  /**
   * Decodes the content of the file of upper nodes.
   *
   * @param where the file, for messages
   */
  static UpperNodes upperNodes(byte[] bytes, String where) {
    try {
      return UpperNodes.read(new ByteReader().reset(bytes, 0, bytes.length));
    } catch (Failure e) {
      throw new Failure(e.exitCode(), where + ": " + e.getMessage(), e);
    }
  }
}
