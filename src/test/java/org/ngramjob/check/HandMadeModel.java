// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.LogShardWriter;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.trie.BucketFileWriter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;

/**
 * Models of logarithms over the words a (3) and b (4), each number given: also such as no writer
 * would write.
 *
 * <p>A shard is lines {@code CONTEXT | WEIGHT | WORD=LOG10 …}, all words by id, those of a context
 * the nearest first, a context before the longer ones.
 */
final class HandMadeModel {
  private HandMadeModel() {}

  /** Writes a model of one bucket into an empty directory and opens it. */
  static LanguageModel open(Path directory, List<Long> ngrams, String upper, String bucket)
      throws IOException {
    return open(directory, ngrams, upper, BucketTable.of(List.of(new int[0])), bucket);
  }

  static LanguageModel open(
      Path directory, List<Long> ngrams, String upper, BucketTable buckets, String... shards)
      throws IOException {
    SectionFixture.vocabulary(
        Files.createDirectory(directory.resolve(ModelDirectory.VOCABULARY)),
        Map.of("a", 2L, "b", 1L));
    int order = ngrams.size();
    Files.write(directory.resolve(BucketTable.FILE), buckets.toBytes());
    Files.write(directory.resolve(ModelDirectory.UPPER), shard(order, upper).toByteArray());
    Path tables = Files.createDirectory(directory.resolve(ModelDirectory.TABLES));
    try (OutputStream out = Files.newOutputStream(tables.resolve("part-m-00000"))) {
      BucketFileWriter file = new BucketFileWriter(out);
      for (int bucket = 0; bucket < shards.length; bucket++) {
        file.write(shard(order, shards[bucket]));
        file.endBucket(bucket);
      }
      file.finish(new ByteWriter(1));
    }
    // a, b, </s> and <unk>
    String header = ModelHeader.ofImported(4, ngrams).toJson();
    Files.writeString(directory.resolve(ModelHeader.FILE), header);
    return ModelDirectory.open(directory);
  }

  private static ByteWriter shard(int order, String lines) {
    LogShardWriter writer = new LogShardWriter(order);
    for (String line : lines.lines().toList()) {
      String[] parts = line.split("\\|", -1);
      String[] context = words(parts[0]);
      int last = context.length == 0 ? 0 : Integer.parseInt(context[context.length - 1]);
      writer.addContext(context.length, last, Float.parseFloat(parts[1].strip()));
      for (String follower : words(parts[2])) {
        String[] pair = follower.split("=", -1);
        writer.addFollower(context.length, Integer.parseInt(pair[0]), Float.parseFloat(pair[1]));
      }
    }
    ByteWriter out = new ByteWriter(1 << 8);
    writer.writeTo(out);
    return out;
  }

  private static String[] words(String part) {
    return Arrays.stream(part.strip().split(" ", -1))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }
}
