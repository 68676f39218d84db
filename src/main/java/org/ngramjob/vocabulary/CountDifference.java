// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.pipeline.TaskFailures;

/**
 * Takes counts of the words of a partition from others; a word of which nothing is left is gone. In
 * a block stands twice a count, plus one if it is to be taken. Memory: one logical partition.
 *
 * <p>Fails with exit code 3 where less than nothing would be left.
 */
final class CountDifference
    extends Reducer<IntWritable, BytesWritable, IntWritable, BytesWritable> {
  private final WordCounts left = new WordCounts();
  private final WordCounts taken = new WordCounts();

  /** How a count stands in a block. */
  static long code(long count, boolean isTaken) {
    return Math.addExact(Math.multiplyExact(2, count), isTaken ? 1 : 0);
  }

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void reduce(IntWritable key, Iterable<BytesWritable> blocks, Context context)
      throws IOException, InterruptedException {
    int partition = key.get();
    for (BytesWritable block : blocks) {
      WordBlock.read(block.getBytes(), block.getLength(), this::add);
    }
    taken.drain(
        (utf8, from, to, count) -> {
          long rest = left.add(WordHash.of(utf8, from, to), utf8, from, to, -count);
          if (rest < 0) {
            boolean sentences = partition == WordBlocks.SENTENCES;
            String word = new String(utf8, from, to - from, StandardCharsets.UTF_8);
            throw tooMuch(
                sentences ? "sentence ends" : "the word " + word,
                count,
                rest + count,
                context.getConfiguration());
          }
        });
    WordBlocks rest = WordBlocks.of(context);
    left.drain(
        (utf8, from, to, count) -> {
          if (count > 0) {
            rest.add(partition, utf8, from, to, count);
          }
        });
    rest.flush();
  }

  private void add(byte[] utf8, int from, int to, long coded) {
    WordCounts counts = (coded & 1) == 1 ? taken : left;
    counts.add(WordHash.of(utf8, from, to), utf8, from, to, coded >> 1);
  }

  private static Failure tooMuch(String what, long asked, long there, Configuration configuration) {
    return Failure.badInput(
        "%s is no part of %s: it has %s %d times, the latter %d times; take away only what was added, once"
            .formatted(
                holders(VocabularyPartFormat.taken(configuration)),
                holders(VocabularyPartFormat.added(configuration)),
                what,
                asked,
                there));
  }

  /** The directories that hold the vocabularies: what people know. */
  private static String holders(List<Path> vocabularies) {
    return vocabularies.stream()
        .map(vocabulary -> vocabulary.getParent().toString())
        .collect(Collectors.joining(","));
  }
}
