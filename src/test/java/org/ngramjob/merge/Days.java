// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.vocabulary.VocabularySettings;

/** Texts counted day by day, and any of them at once, below one directory of the test's. */
final class Days {
  private final Path directory;
  private final int order;
  private final Map<String, Object> settings = new TreeMap<>();
  private String segmenter = "whitespace";
  private int made;

  /** Texts that share most of their words, but not all; the same in every run. */
  static String[] texts(int number, int order) {
    String[] texts = new String[number];
    for (int day = 0; day < number; day++) {
      // Latin words, a quarter of all, are others on every second day.
      texts[day] =
          RandomCorpus.text(RandomCorpus.sentences(100 * order + day, 60, 40))
              .replaceAll("w(\\d+)", "w$1-" + day % 2);
    }
    return texts;
  }

  Days(Path directory, int order) {
    this.directory = directory;
    this.order = order;
  }

  /** Sets what {@code -D key=value} would, from now on. */
  Days with(String key, Object value) {
    settings.put(key, value);
    return this;
  }

  Days segmentedBy(String engine) {
    segmenter = engine;
    return this;
  }

  /** Counts of texts together: where they are. */
  Path count(String... texts) throws IOException {
    LocalChain chain = chain();
    chain.count(chain.write(String.join("", texts)), order);
    return chain.counts();
  }

  /** Counts of each. */
  Path[] countEach(String... texts) throws IOException {
    Path[] counts = new Path[texts.length];
    for (int i = 0; i < texts.length; i++) {
      counts[i] = count(texts[i]);
    }
    return counts;
  }

  Path merge(Path... counts) throws IOException {
    return make(List.of(counts), List.of());
  }

  Path subtract(Path whole, Path... days) throws IOException {
    return make(List.of(whole), List.of(days));
  }

  private Path make(List<Path> added, List<Path> taken) throws IOException {
    LocalChain chain = chain();
    Parts parts = Parts.read(hadoop(added), hadoop(taken), chain.configuration());
    VocabularySettings limits = VocabularySettings.readFrom(chain.configuration());
    chain.run(new MergeStage(parts, limits, LocalChain.hadoop(chain.counts())));
    return chain.counts();
  }

  private LocalChain chain() {
    LocalChain chain =
        new LocalChain(directory.resolve(Integer.toString(made++)))
            .segmentedBy(segmenter)
            .alsoEmpty();
    chain.with("mapreduce.job.reduces", 2);
    settings.forEach(chain::with);
    return chain;
  }

  /** As the command line gives them: without a slash at the end. */
  static List<org.apache.hadoop.fs.Path> hadoop(List<Path> paths) {
    return paths.stream().map(path -> new org.apache.hadoop.fs.Path("file:" + path)).toList();
  }
}
