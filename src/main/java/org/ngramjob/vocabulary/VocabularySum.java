// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.pipeline.Reducers;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.store.VocabularyFiles;

/**
 * In: vocabularies of texts, some to be taken away from the others; none has left a word out, and
 * all are of texts that were cut alike. Out: the vocabulary of what is left, to the byte that which
 * {@link VocabularyStage} makes of that text.
 *
 * <p>Fails with exit code 3 if more is taken away than is there.
 */
public final class VocabularySum {
  /** Part files for which one reducer is enough. */
  private static final long BYTES_PER_REDUCER = 2L << 30;

  private final List<Path> added;
  private final List<Path> taken;
  private final VocabularySettings settings;

  /**
   * A sum and difference of vocabularies.
   *
   * @param added at least one directory
   * @param settings limits of the new vocabulary
   */
  public VocabularySum(List<Path> added, List<Path> taken, VocabularySettings settings) {
    this.added = List.copyOf(added);
    this.taken = List.copyOf(taken);
    this.settings = settings;
  }

  /** The directories that hold vocabularies: what people know. */
  static String holders(List<Path> vocabularies) {
    return vocabularies.stream()
        .map(vocabulary -> vocabulary.getParent().toString())
        .collect(Collectors.joining(","));
  }

  /** Runs the job and completes the directory. */
  public VocabularyHeader make(StageRun run, Path directory)
      throws IOException, InterruptedException {
    Job job = run.newJob("vocabulary");
    Configuration configuration = job.getConfiguration();
    settings.writeTo(configuration);
    VocabularyPartFormat.setInputs(job, added, taken);
    job.setMapperClass(VocabularyPartMapper.class);
    job.setMapOutputKeyClass(IntWritable.class);
    job.setMapOutputValueClass(BytesWritable.class);
    job.setPartitionerClass(WordPartitioner.class);
    job.setReducerClass(taken.isEmpty() ? CountSumReducer.class : CountDifferenceReducer.class);
    Reducers.choose(job, bytes(configuration), BYTES_PER_REDUCER, WordHash.PARTITIONS);
    job.setOutputFormatClass(VocabularyOutputFormat.class);
    job.setOutputKeyClass(IntWritable.class);
    job.setOutputValueClass(BytesWritable.class);
    FileOutputFormat.setOutputPath(job, directory);
    LexiconFile.ship(settings.wordList(), job, run);
    run.runJob(job);
    VocabularyHeader made =
        new VocabularyCompletion(origin(run.configuration()), settings, run).complete(directory);
    requireSentencesOfHeaders(made.sentences(), run.configuration());
    return made;
  }

  /** Part files have no checksum over their number of sentences, but headers know it too. */
  private void requireSentencesOfHeaders(long found, Configuration configuration)
      throws IOException {
    long expected = 0;
    for (Path vocabulary : added) {
      expected += new VocabularyFiles(vocabulary, configuration).header().sentences();
    }
    for (Path vocabulary : taken) {
      expected -= new VocabularyFiles(vocabulary, configuration).header().sentences();
    }
    if (found != expected) {
      throw Failure.badInput(
          "the part files of %s make %d sentences, the headers %d: one is damaged; ngram-job validate tells which, copy or make it again"
              .formatted(
                  String.join(",", all().stream().map(Path::toString).toList()), found, expected));
    }
  }

  private long bytes(Configuration configuration) throws IOException {
    long bytes = 0;
    for (Path vocabulary : all()) {
      for (FileStatus part : new VocabularyFiles(vocabulary, configuration).partFiles()) {
        bytes += part.getLen();
      }
    }
    return bytes;
  }

  private List<Path> all() {
    List<Path> all = new ArrayList<>(added);
    all.addAll(taken);
    return all;
  }

  /** As all texts were cut alike, the first vocabulary speaks for them. */
  private TextOrigin origin(Configuration configuration) throws IOException {
    VocabularyFiles first = new VocabularyFiles(added.get(0), configuration);
    return new TextOrigin(
        String.join(",", all().stream().map(Path::toString).toList()),
        VocabularySettings.ofText(first.header()),
        first.header().segmenter(),
        first.has(RecordedSegmenter.USER_DICTIONARY)
            ? Optional.of(first.read(RecordedSegmenter.USER_DICTIONARY))
            : Optional.empty(),
        skipped(configuration));
  }

  private SortedMap<String, Long> skipped(Configuration configuration) throws IOException {
    SortedMap<String, Long> skipped = new TreeMap<>();
    for (Path vocabulary : added) {
      new VocabularyFiles(vocabulary, configuration)
          .header()
          .skipped()
          .forEach((reason, number) -> skipped.merge(reason, number, Math::addExact));
    }
    for (Path vocabulary : taken) {
      new VocabularyFiles(vocabulary, configuration)
          .header()
          .skipped()
          .forEach((reason, number) -> skipped.merge(reason, -number, Math::addExact));
    }
    for (String reason : new TreeSet<>(skipped.keySet())) {
      if (skipped.get(reason) < 0) {
        throw Failure.badInput(
            "%s is no part of %s: it skipped more %s; take away only what was added, once"
                .formatted(holders(taken), holders(added), reason));
      }
    }
    return skipped;
  }
}
