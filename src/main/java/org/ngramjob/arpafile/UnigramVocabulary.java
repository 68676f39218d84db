// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.model.TableLogarithm;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.VocabularyFileWriter;
import org.ngramjob.ngram.VocabularyHeader;

/**
 * The unigrams of an ARPA file, and the vocabulary made of them.
 *
 * <p>An ARPA file has no counts, but ids are to fall with frequency. So a word's count is what its
 * probability makes of a text of 10^9 tokens, at least 1; and at most all of them, where a defect
 * of the file gives it a probability above 1: so sums stay within a long.
 */
final class UnigramVocabulary {
  /** The setting that says where the counts come from. */
  static final String COUNTS = "counts";

  private static final double TEXT_TOKENS = 1e9;

  private static final int NONE = -1;

  /** Stands for {@code <unk>} where a file has none, as with KenLM; else it is a word. */
  private static final byte[] UPPER_CASE_UNKNOWN = "<UNK>".getBytes(StandardCharsets.US_ASCII);

  private final String file;
  private final String segmenter;
  private final Map<String, String> settings;
  private final Defects defects;
  private final UnigramList words;
  private boolean inByteOrder = true;
  private final long[] specialLines = new long[SpecialWords.FIRST_WORD];
  private final float[] specialProbabilities = new float[SpecialWords.FIRST_WORD];
  private final float[] specialWeights = new float[SpecialWords.FIRST_WORD];

  /** Which of the words is {@code <UNK>}. */
  private int upperCaseUnknown = NONE;

  /** That word, where it stands for {@code <unk>}. */
  private int unknownWord = NONE;

  private MappedVocabulary vocabulary;

  /**
   * Nothing yet.
   *
   * @param file named in messages
   * @param segmenter fingerprint of the one that text will be cut with
   * @param settings its settings
   */
  UnigramVocabulary(String file, String segmenter, Map<String, String> settings, Defects defects) {
    this.file = file;
    this.segmenter = segmenter;
    this.settings = settings;
    this.defects = defects;
    this.words = new UnigramList(file);
  }

  /** Takes an n-gram of order 1. */
  void add(ArpaEntry entry) {
    int from = entry.begin(0);
    int to = entry.end(0);
    int id = SpecialWords.idOf(entry.bytes(), from, to);
    if (id == NONE) {
      if (isUpperCaseUnknown(entry.bytes(), from, to)) {
        upperCaseUnknown = words.size();
      }
      addWord(entry);
      return;
    }
    if (specialLines[id] > 0) {
      defects.add(
          "%s line %d: %s stands among the unigrams twice, first in line %d"
              .formatted(file, entry.line(), SpecialWords.FORMS.get(id), specialLines[id]));
    }
    setSpecial(id, entry.line(), entry.log10Probability(), entry.log10Weight());
  }

  private void setSpecial(int id, long line, float log10Probability, float log10Weight) {
    specialLines[id] = line;
    specialProbabilities[id] = log10Probability;
    specialWeights[id] = log10Weight;
  }

  private void addWord(ArpaEntry entry) {
    int word = words.size();
    words.add(entry);
    // A special word may stand anywhere, and this may turn out to be one.
    int before = upperCaseUnknown == word - 1 ? word - 2 : word - 1;
    if (before >= 0 && upperCaseUnknown != word) {
      inByteOrder &= words.compareBytes(before, word) < 0;
    }
  }

  /** Writes header and words into a local directory and maps them. */
  void write(Path directory) throws IOException {
    if (specialLines[SpecialWords.UNKNOWN] == 0 && upperCaseUnknown != NONE) {
      unknownWord = upperCaseUnknown;
      setSpecial(
          SpecialWords.UNKNOWN,
          words.line(unknownWord),
          words.log10Probability(unknownWord),
          words.log10Weight(unknownWord));
    }
    long tokens = 0;
    long different = 0;
    Path part = directory.resolve(MappedVocabulary.PART_PREFIX + "00000");
    try (VocabularyFileWriter out =
        new VocabularyFileWriter(new BufferedOutputStream(Files.newOutputStream(part)), 1)) {
      out.sentences(count(SpecialWords.END));
      int before = -1;
      for (int word : words.byPartition()) {
        if (before >= 0 && words.compareBytes(before, word) == 0) {
          defects.add(
              "%s line %d: the word '%s' stands among the unigrams twice, first in line %d"
                  .formatted(file, words.line(word), words.shown(word), words.line(before)));
          continue;
        }
        before = word;
        if (word == unknownWord) {
          continue;
        }
        long count = count(words.log10Probability(word));
        out.word(words.partition(word), words.text(), words.begin(word), words.end(word), count);
        tokens += count;
        different++;
      }
    }
    SortedMap<String, String> all = new TreeMap<>(settings);
    all.put(COUNTS, "10^9 times the probability");
    all.put(ArpaImport.WORDS_IN_BYTE_ORDER, inByteOrder ? "yes" : "no");
    long unknown = count(SpecialWords.UNKNOWN);
    VocabularyHeader header =
        new VocabularyHeader(
            VocabularyHeader.VERSION,
            different,
            tokens + unknown,
            count(SpecialWords.END),
            unknown,
            0,
            List.of(),
            segmenter,
            all,
            Collections.emptySortedMap());
    Files.writeString(directory.resolve(VocabularyHeader.FILE), header.toJson());
    vocabulary = MappedVocabulary.open(directory);
  }

  MappedVocabulary vocabulary() {
    return vocabulary;
  }

  /** The id of a word that must stand among the unigrams, or -1. */
  int id(byte[] bytes, int from, int to) {
    int id = SpecialWords.idOf(bytes, from, to);
    if (id >= 0) {
      return specialLines[id] > 0 ? id : NONE;
    }
    int known = vocabulary.id(bytes, from, to);
    if (known != SpecialWords.UNKNOWN) {
      return known;
    }
    boolean unknown = unknownWord != NONE && isUpperCaseUnknown(bytes, from, to);
    return unknown ? SpecialWords.UNKNOWN : NONE;
  }

  /** Takes what the file says of a unigram. */
  interface Visitor {
    void unigram(int id, float log10Probability, float log10Weight) throws IOException;
  }

  /** Meets the unigrams, once {@link #write} has given ids; in no order. */
  void forEach(Visitor visitor) throws IOException {
    for (int id = 0; id < SpecialWords.FIRST_WORD; id++) {
      if (specialLines[id] > 0) {
        visitor.unigram(id, specialProbabilities[id], specialWeights[id]);
      }
    }
    for (int word = 0; word < words.size(); word++) {
      if (word != unknownWord) {
        int id = vocabulary.id(words.text(), words.begin(word), words.end(word));
        visitor.unigram(id, words.log10Probability(word), words.log10Weight(word));
      }
    }
  }

  private long count(int specialId) {
    boolean absent = specialLines[specialId] == 0;
    return absent || specialProbabilities[specialId] <= TableLogarithm.ZERO
        ? 0
        : count(specialProbabilities[specialId]);
  }

  private static long count(float log10Probability) {
    return Math.max(1, Math.round(TEXT_TOKENS * StrictMath.pow(10, Math.min(0, log10Probability))));
  }

  private static boolean isUpperCaseUnknown(byte[] bytes, int from, int to) {
    return Arrays.equals(UPPER_CASE_UNKNOWN, 0, UPPER_CASE_UNKNOWN.length, bytes, from, to);
  }
}
