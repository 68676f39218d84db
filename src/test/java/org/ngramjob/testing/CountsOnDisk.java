// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.Shards;
import org.ngramjob.trie.BucketFileFooter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;
import org.ngramjob.trie.TrieWalk;
import org.ngramjob.trie.UpperNodes;

/** A directory of counts, read back as words. */
public final class CountsOnDisk {
  private final Path directory;
  private final CountHeader header;
  private final List<String> words = new ArrayList<>();
  private final BucketTable bucketTable;
  private final UpperNodes upper;
  private final List<Map<List<String>, Long>> raw = new ArrayList<>();
  private final List<Map<List<String>, Long>> adjusted = new ArrayList<>();

  /** Meets n-grams. */
  public interface Visitor {
    void ngram(List<String> words, long raw, long adjusted);
  }

  CountsOnDisk(Path directory) throws IOException {
    this.directory = directory;
    CountDirectory counts =
        new CountDirectory(new org.apache.hadoop.fs.Path(directory.toUri()), new Configuration());
    header = counts.readHeader();
    bucketTable = counts.readBuckets();
    upper = counts.readUpper();
    MappedVocabulary vocabulary = MappedVocabulary.open(directory.resolve("vocabulary"));
    for (int id = 0; id < vocabulary.size(); id++) {
      words.add(new String(vocabulary.word(id), UTF_8));
    }
  }

  /** Meets every n-gram once: contexts and, in each, words must ascend. */
  public void forEach(Visitor visitor) throws IOException {
    TrieWalk walk = new TrieWalk(header.order(), bucketTable, upper);
    int[][] before = {null};
    for (Map.Entry<Integer, byte[]> bucket : buckets("shards").entrySet()) {
      TrieVisitor each =
          (nodes, depth) -> {
            if (nodes[depth].isOwned()) {
              int[] context = new int[depth];
              Arrays.setAll(context, d -> nodes[d + 1].id());
              assertThat(before[0] == null || Arrays.compare(before[0], context) < 0).isTrue();
              before[0] = context;
              enter(nodes, depth, visitor);
            }
          };
      walk.walk(bucket.getKey(), bucket.getValue(), bucket.getValue().length, each);
    }
  }

  private void enter(TrieNode[] nodes, int depth, Visitor visitor) {
    Followers followers = nodes[depth].followers();
    String[] ngram = new String[depth + 1];
    for (int d = 1; d <= depth; d++) {
      ngram[depth - d] = words.get(nodes[d].id());
    }
    for (int i = 0; i < followers.size(); i++) {
      assertThat(i == 0 || followers.word(i - 1) < followers.word(i)).isTrue();
      ngram[depth] = words.get(followers.word(i));
      visitor.ngram(List.of(ngram), followers.raw(i), followers.adjusted(i));
    }
  }

  private void load() throws IOException {
    if (raw.isEmpty()) {
      for (int n = 1; n <= header.order(); n++) {
        raw.add(new HashMap<>());
        adjusted.add(new HashMap<>());
      }
      forEach(
          (ngram, rawCount, adjustedCount) -> {
            raw.get(ngram.size() - 1).put(ngram, rawCount);
            adjusted.get(ngram.size() - 1).put(ngram, adjustedCount);
          });
    }
  }

  /** Occurrences of the n-grams of a length. */
  public Map<List<String>, Long> raw(int n) throws IOException {
    load();
    return raw.get(n - 1);
  }

  /** Distinct words to the left of the n-grams of a length; see {@code ReferenceCounts}. */
  public Map<List<String>, Long> adjusted(int n) throws IOException {
    load();
    return adjusted.get(n - 1);
  }

  public CountHeader header() {
    return header;
  }

  /** The words by id. */
  public List<String> words() {
    return words;
  }

  /** A file of the directory. */
  public byte[] file(String name) throws IOException {
    return Files.readAllBytes(directory.resolve(name));
  }

  /** How many part files the buckets are in. */
  public int parts() throws IOException {
    return footers(directory.resolve("shards")).size();
  }

  /** The bytes of every bucket, checksums verified. */
  public Map<Integer, byte[]> buckets(String shards) throws IOException {
    return bucketBytes(directory.resolve(shards));
  }

  /** The bytes of every bucket in a directory of part files, by number. */
  public static Map<Integer, byte[]> bucketBytes(Path shards) throws IOException {
    Map<Integer, byte[]> buckets = new TreeMap<>();
    for (BucketFileFooter file : footers(shards)) {
      byte[] bytes = Files.readAllBytes(Path.of(java.net.URI.create(file.name())));
      for (BucketFileFooter.Bucket bucket : file.buckets()) {
        int from = (int) bucket.offset();
        byte[] content = Arrays.copyOfRange(bytes, from, from + bucket.length());
        bucket.check(content, file.name());
        assertThat(buckets.put(bucket.number(), content)).isNull();
      }
    }
    return buckets;
  }

  private static List<BucketFileFooter> footers(Path shards) throws IOException {
    Configuration configuration = new Configuration();
    List<BucketFileFooter> footers = new ArrayList<>();
    for (FileStatus part :
        Shards.list(new org.apache.hadoop.fs.Path(shards.toUri()), configuration)) {
      footers.add(Shards.footer(part, configuration));
    }
    return footers;
  }
}
