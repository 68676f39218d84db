// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.count.CountSettings;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.vocabulary.VocabularySettings;

/** {@code conf/ngram-job.xml} and the keys in the code are the same, with the same defaults. */
class ConfigurationKeysTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("conf/ngram-job.xml");
  private static final Pattern KEY = Pattern.compile("\"(ngramjob\\.[a-z.-]+)\"");

  /** How drivers tell their tasks what the options of the command say; nobody sets them. */
  private static final Set<String> CARRIED =
      Set.of(
          "ngramjob.corpus.encoding",
          "ngramjob.corpus.inputs",
          "ngramjob.corpus.roots",
          "ngramjob.corpus.max-line-bytes",
          "ngramjob.corpus.bad-line-limit",
          "ngramjob.corpus.special-words",
          "ngramjob.segmenter.",
          "ngramjob.vocabulary.min-word-count",
          "ngramjob.vocabulary.size",
          "ngramjob.vocabulary.word-list",
          "ngramjob.vocabulary.added.",
          "ngramjob.vocabulary.taken.",
          "ngramjob.count.order",
          "ngramjob.estimate.prune",
          "ngramjob.estimate.prune-entropy",
          "ngramjob.estimate.shards",
          "ngramjob.estimate.tokens",
          "ngramjob.estimate.count-kind",
          "ngramjob.arpa.tables",
          "ngramjob.export.min-count",
          "ngramjob.exchange.ranges",
          "ngramjob.merge.added",
          "ngramjob.merge.taken",
          "ngramjob.store.order",
          "ngramjob.store.shards.",
          "ngramjob.store.source",
          "ngramjob.pipeline.task-file.",
          "ngramjob.pipeline.task-failures");

  @Test
  void everyKeyOfTheCodeIsExplainedOrCarried() throws IOException {
    Set<String> known = new TreeSet<>(CARRIED);
    known.addAll(explained());
    assertThat(keysOfTheCode())
        .as("add a new key to conf/ngram-job.xml, or here if an option stands for it")
        .containsExactlyElementsOf(known);
  }

  @Test
  void everyExplainedKeyHasADescriptionAndAValue() throws IOException {
    String page = Files.readString(PAGE);
    for (String key : explained()) {
      assertThat(page)
          .containsPattern(
              "<name>" + Pattern.quote(key) + "</name>\\s*<value>[^<]+</value>\\s*<description>");
    }
  }

  @Test
  void valuesAreTheDefaults() {
    Configuration none = new Configuration(false);
    Configuration page = page();
    NgramOrder order = new NgramOrder(3);
    assertThat(VocabularySettings.readFrom(page)).isEqualTo(VocabularySettings.readFrom(none));
    assertThat(CountSettings.of(order, page)).isEqualTo(CountSettings.of(order, none));
    assertThat(page.getLongBytes("ngramjob.store.split-bytes", 0)).isEqualTo(32L << 20);
  }

  private static Configuration page() {
    Configuration page = new Configuration(false);
    page.addResource(new org.apache.hadoop.fs.Path(PAGE.toUri()));
    return page;
  }

  private static Set<String> explained() {
    return new TreeSet<>(page().getPropsWithPrefix("").keySet());
  }

  private static Set<String> keysOfTheCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1));
        }
      }
    }
    return keys;
  }
}
