// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.reference.Oracle;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.testing.SameCounts;
import org.ngramjob.trie.BucketTable;

class VocabularyStageTest {
  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** 6,000 sentences with a Zipf-like choice of 3,000 words; the same in every run. */
  private static String zipfText() {
    Random random = new Random(42);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 6000; line++) {
      for (int i = random.nextInt(12); i >= 0; i--) {
        int rank = (int) Math.min(3000, Math.pow(random.nextDouble(), -1.3));
        text.append(rank % 7 == 0 ? "长长的词" : "词").append(rank).append(i == 0 ? "\n" : " ");
      }
    }
    return text.toString();
  }

  private static BucketTable buckets(Path output) throws IOException {
    return VocabularyReader.buckets(
        new org.apache.hadoop.fs.Path(output.toUri()), new Configuration());
  }

  private static Map<String, Long> words(MappedVocabulary vocabulary) {
    Map<String, Long> words = new LinkedHashMap<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      words.put(new String(vocabulary.word(id), UTF_8), vocabulary.count(id));
    }
    return words;
  }

  private static Map<String, Long> counted(String text) {
    Map<String, Long> counts = new HashMap<>(Map.of("<unk>", 0L));
    text.lines()
        .forEach(
            line -> {
              counts.merge("<s>", 1L, Long::sum);
              counts.merge("</s>", 1L, Long::sum);
              for (String word : line.split(" +", -1)) {
                if (!word.isEmpty()) {
                  counts.merge(word, 1L, Long::sum);
                }
              }
            });
    return counts;
  }

  @Test
  void countsAsAMapDoes() throws IOException {
    String text = zipfText();
    MappedVocabulary vocabulary =
        new VocabularyRun(write("text", text)).into(directory.resolve("out"));
    assertThat(words(vocabulary)).isEqualTo(counted(text));
    assertThat(vocabulary.header().sentences()).isEqualTo(6000);
    assertThat(vocabulary.header().segmenter()).contains("whitespace");
    assertThat(vocabulary.header().settings()).containsEntry("segmenter", "whitespace");
  }

  /** Real text, 255,700 tokens, against a map. */
  @Test
  void countsRealTextAsAMapDoes() throws IOException {
    Path file = Oracle.file("zh/train.seg.txt.gz");
    String text;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      text = new String(in.readAllBytes(), UTF_8);
    }
    MappedVocabulary vocabulary = new VocabularyRun(file).into(directory.resolve("out"));
    assertThat(vocabulary.header().tokens()).isEqualTo(255_700);
    assertThat(words(vocabulary)).isEqualTo(counted(text));
  }

  /** The cut into tasks, spills and part files shows neither in sections nor in buckets. */
  @Test
  void sectionsAndBucketsDoNotDependOnSplitsReducersOrMemory() throws IOException {
    Path text = write("text", zipfText());
    long bytes = Files.size(text);
    VocabularySettings settings = new VocabularySettings(1, 0, Lexicon.ANY, 400, 32 << 20);
    Path one = directory.resolve("one");
    MappedVocabulary expected = new VocabularyRun(text).with(settings).cutInto(bytes, 1).into(one);
    assertThat(VocabularyRun.parts(one)).hasSize(1);
    assertThat(buckets(one).size()).isGreaterThan(50);
    assertThat(buckets(one).truncate(1).size()).isLessThan(buckets(one).size());

    Path many = directory.resolve("many");
    new VocabularyRun(text).with(settings).cutInto(bytes / 3 + 1, 7).into(many);
    assertThat(VocabularyRun.parts(many)).hasSize(7);
    Path tiny = directory.resolve("tiny");
    MappedVocabulary spilt =
        new VocabularyRun(text)
            .with(new VocabularySettings(1, 0, Lexicon.ANY, 400, 1000))
            .cutInto(bytes / 5, 3)
            .into(tiny);
    for (Path other : new Path[] {many, tiny}) {
      assertThat(SameCounts.sections(other)).isEqualTo(SameCounts.sections(one));
      assertThat(Files.readAllBytes(other.resolve("buckets")))
          .isEqualTo(Files.readAllBytes(one.resolve("buckets")));
      assertThat(Files.readString(other.resolve("header.json")))
          .isEqualTo(Files.readString(one.resolve("header.json")));
    }
    assertThat(words(spilt)).containsExactlyEntriesOf(words(expected));
  }

  /**
   * Four sentences, 4 words: 的 3, 词性 3, 磁性 1, 磁铁 1. At a minimum of 2 the last two are unknown: 2
   * tokens, 2 words.
   */
  @Test
  void rareWordsBecomeUnknown() throws IOException {
    Path text = write("text", "的 词性\n的 词性\n的 词性 磁铁\n磁性\n");
    VocabularySettings settings = VocabularySettings.DEFAULT.withLimits(2, 0);
    MappedVocabulary vocabulary =
        new VocabularyRun(text).with(settings).into(directory.resolve("out"));
    assertThat(words(vocabulary))
        .isEqualTo(Map.of("<unk>", 2L, "<s>", 4L, "</s>", 4L, "的", 3L, "词性", 3L));
    assertThat(vocabulary.header().unknownWords()).isEqualTo(2);
    assertThat(vocabulary.header().tokens()).isEqualTo(8);
  }

  /**
   * The same words at a list of 词性, 磁铁 and one that the text lacks, in several tasks: 的 3 and 磁性 1
   * are unknown.
   */
  @Test
  void wordsThatAreNotListedBecomeUnknown() throws IOException {
    Path text = write("text", "的 词性\n的 词性\n的 词性 磁铁\n磁性\n");
    Lexicon list = Lexicon.parse("磁铁 词性 词典".getBytes(UTF_8), "list");
    Path output = directory.resolve("out");
    MappedVocabulary vocabulary =
        new VocabularyRun(text)
            .with(VocabularySettings.DEFAULT.withWordList(list))
            .cutInto(20, 3)
            .into(output);
    assertThat(words(vocabulary))
        .isEqualTo(Map.of("<unk>", 4L, "<s>", 4L, "</s>", 4L, "词性", 3L, "磁铁", 1L));
    assertThat(vocabulary.header().unknownWords()).isEqualTo(2);
    assertThat(vocabulary.header().tokens()).isEqualTo(8);
    assertThat(output.resolve("word-list")).hasContent("磁铁\n词典\n词性");
  }

  /** The same words and one more 的: of 4, 3, 1, 1 the first stays, 5 tokens go. */
  @Test
  void aSizeKeepsTheMostFrequentWords() throws IOException {
    Path text = write("text", "的 词性\n的 词性\n的 词性 磁铁\n磁性 的\n");
    VocabularySettings settings = VocabularySettings.DEFAULT.withLimits(1, 1);
    MappedVocabulary vocabulary =
        new VocabularyRun(text).with(settings).into(directory.resolve("out"));
    assertThat(words(vocabulary)).isEqualTo(Map.of("<unk>", 5L, "<s>", 4L, "</s>", 4L, "的", 4L));
    byte[] gone = "词性".getBytes(UTF_8);
    assertThat(vocabulary.id(gone, 0, gone.length)).isEqualTo(SpecialWords.UNKNOWN);
    assertThat(vocabulary.header().unknownWords()).isEqualTo(3);
  }

  /** jieba alone gives 磁性 / 词性 / 词典; with the word in the dictionary it stays whole. */
  @Test
  void tasksUseTheUserDictionaryAndTheOutputCarriesIt() throws IOException {
    Path text = write("text", "磁性词性词典\n");
    Path dictionary = write("words.txt", "磁性词性词典 1000\n");
    Path output = directory.resolve("out");
    MappedVocabulary vocabulary =
        new VocabularyRun(text).segmentedBy("jieba").withDictionary(dictionary).into(output);
    assertThat(words(vocabulary)).containsKey("磁性词性词典").hasSize(4);
    assertThat(output.resolve("user-dictionary")).hasContent("磁性词性词典 1000");
  }

  @Test
  void refusesTextWithoutWords() throws IOException {
    Path text = write("text", " \n\t\n\n");
    assertThatThrownBy(() -> new VocabularyRun(text).into(directory.resolve("out")))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("no words in input " + text);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void refusesALimitThatLeavesNoWord() throws IOException {
    Path text = write("text", "a b a\n");
    VocabularySettings settings = VocabularySettings.DEFAULT.withLimits(3, 0);
    assertThatThrownBy(() -> new VocabularyRun(text).with(settings).into(directory.resolve("out")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("occurs 3 times: lower --min-word-count");
  }

  @Test
  void refusesTextThatIsNotText() throws IOException {
    Path text = Files.write(directory.resolve("text"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> new VocabularyRun(text).into(directory.resolve("out")))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.CHECK_FAILED));
  }
}
