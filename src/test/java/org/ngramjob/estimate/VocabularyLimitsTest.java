// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.testing.ModelComparison;

/**
 * A limited vocabulary gives what one gets from a text in which somebody has written {@code <unk>}
 * for each word left out.
 */
class VocabularyLimitsTest {
  @TempDir private Path directory;

  @ParameterizedTest(name = "corpus {0}: words seen {1} times, at most {2}")
  @CsvSource({"1, 2, 0", "2, 1, 7", "3, 3, 0", "4, 2, 12", "5, 1, 1", "6, 4, 1000"})
  void leftOutWordsAreUnknownWords(int seed, long leastCount, int mostWords) throws IOException {
    Random random = new Random(seed);
    List<List<String>> corpus = RandomCorpus.sentences(seed, 60, 50);
    LocalChain chain =
        new LocalChain(directory)
            .with("ngramjob.vocabulary.min-word-count", leastCount)
            .with("ngramjob.vocabulary.size", mostWords)
            .with("ngramjob.vocabulary.bucket-weight", 40)
            .with("mapreduce.job.reduces", 2);
    CountsOnDisk onDisk = chain.count(chain.write(RandomCorpus.text(corpus)), 3);
    Set<String> kept = kept(chain.estimate("witten-bell", "0"));
    assertMostFrequent(kept, corpus, leastCount, mostWords);

    ReferenceCounts counts = new ReferenceCounts(written(corpus, kept), 3);
    for (int n = 1; n <= 3; n++) {
      assertThat(onDisk.raw(n)).isEqualTo(counts.raw(n));
      assertThat(onDisk.adjusted(n)).isEqualTo(counts.adjusted(n));
    }
    for (String method : List.of("modified-kneser-ney", "katz", "laplace")) {
      String prune = List.of("0", "0 0 1", "0 1 1").get(random.nextInt(3));
      Map<String, String> options = new HashMap<>();
      options.put("fallback", "0.5 1 1.5");
      options.put("prune", prune);
      new ModelComparison(
              chain.estimate(method, prune, DiscountFallback.DEFAULT),
              ReferenceModel.train(counts, method, options))
          .compare(ModelComparison.contexts(counts, random), method + " " + prune);
    }
  }

  private static Set<String> kept(LanguageModel model) {
    Set<String> kept = new HashSet<>();
    for (int id = SpecialWords.FIRST_WORD; id < model.vocabulary().size(); id++) {
      kept.add(new String(model.vocabulary().word(id), UTF_8));
    }
    return kept;
  }

  /** As many as there may be; none left out is more frequent than one kept. */
  private static void assertMostFrequent(
      Set<String> kept, List<List<String>> corpus, long leastCount, int mostWords) {
    Map<String, Long> counts = new HashMap<>();
    corpus.forEach(sentence -> sentence.forEach(word -> counts.merge(word, 1L, Long::sum)));
    long frequent = counts.values().stream().filter(count -> count >= leastCount).count();
    assertThat(kept).hasSize((int) (mostWords == 0 ? frequent : Math.min(frequent, mostWords)));
    assertThat(kept.size()).isLessThan(counts.size());
    long least = kept.stream().mapToLong(counts::get).min().orElseThrow();
    assertThat(least).isGreaterThanOrEqualTo(leastCount);
    for (Map.Entry<String, Long> word : counts.entrySet()) {
      if (!kept.contains(word.getKey())) {
        assertThat(word.getValue()).as(word.getKey()).isLessThanOrEqualTo(least);
      }
    }
  }

  private static List<List<String>> written(List<List<String>> corpus, Set<String> kept) {
    List<List<String>> written = new ArrayList<>();
    for (List<String> sentence : corpus) {
      written.add(
          sentence.stream()
              .map(word -> kept.contains(word) ? word : ReferenceModel.UNKNOWN)
              .toList());
    }
    return written;
  }
}
