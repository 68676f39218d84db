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
import org.ngramjob.failure.Failure;
import org.ngramjob.model.TableLogarithm;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.VocabularyFileWriter;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.ngram.WordHash;

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
  private final Defects defects;
  private final byte[][] special =
      SpecialWords.FORMS.stream()
          .map(form -> form.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);
  private byte[] text = new byte[1 << 12];
  private int[] begins = new int[1 << 8];
  private float[] probabilities = new float[1 << 8];
  private float[] weights = new float[1 << 8];
  private long[] lines = new long[1 << 8];
  private int size;
  private boolean inByteOrder = true;
  private final long[] specialLines = new long[SpecialWords.FIRST_WORD];
  private final float[] specialProbabilities = new float[SpecialWords.FIRST_WORD];
  private final float[] specialWeights = new float[SpecialWords.FIRST_WORD];

  /** Which of the words is {@code <UNK>}. */
  private int upperCaseUnknown = NONE;

  /** That word, where it stands for {@code <unk>}. */
  private int unknownWord = NONE;

  private MappedVocabulary vocabulary;

  UnigramVocabulary(String file, Defects defects) {
    this.file = file;
    this.defects = defects;
  }

  /** Takes an n-gram of order 1. */
  void add(ArpaEntry entry) {
    int from = entry.begin(0);
    int to = entry.end(0);
    int id = specialId(entry.bytes(), from, to);
    if (id == NONE) {
      if (isUpperCaseUnknown(entry.bytes(), from, to)) {
        upperCaseUnknown = size;
      }
      addWord(entry, from, to);
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

  private void addWord(ArpaEntry entry, int from, int to) {
    int begin = begins[size];
    if (begin + (long) to - from > Integer.MAX_VALUE - 8) {
      throw Failure.badInput(
          "%s line %d: the words together exceed 2 GiB".formatted(file, entry.line()));
    }
    int end = begin + to - from;
    if (end > text.length) {
      text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8, 2L * end));
    }
    if (size + 2 > begins.length) {
      begins = Arrays.copyOf(begins, 2 * begins.length);
      probabilities = Arrays.copyOf(probabilities, begins.length);
      weights = Arrays.copyOf(weights, begins.length);
      lines = Arrays.copyOf(lines, begins.length);
    }
    System.arraycopy(entry.bytes(), from, text, begin, to - from);
    probabilities[size] = entry.log10Probability();
    weights[size] = entry.log10Weight();
    lines[size] = entry.line();
    size++;
    begins[size] = end;
    // A special word may stand anywhere, and this may turn out to be one.
    int before = upperCaseUnknown == size - 2 ? size - 3 : size - 2;
    if (before >= 0 && upperCaseUnknown != size - 1) {
      inByteOrder &=
          Arrays.compareUnsigned(text, begins[before], begins[before + 1], text, begin, end) < 0;
    }
  }

  /** Writes header and words into a local directory and maps them. */
  void write(Path directory, String segmenter, Map<String, String> settings) throws IOException {
    if (specialLines[SpecialWords.UNKNOWN] == 0 && upperCaseUnknown != NONE) {
      unknownWord = upperCaseUnknown;
      setSpecial(
          SpecialWords.UNKNOWN,
          lines[unknownWord],
          probabilities[unknownWord],
          weights[unknownWord]);
    }
    long tokens = 0;
    long different = 0;
    Path part = directory.resolve(MappedVocabulary.PART_PREFIX + "00000");
    try (VocabularyFileWriter out =
        new VocabularyFileWriter(new BufferedOutputStream(Files.newOutputStream(part)), 1)) {
      out.sentences(count(SpecialWords.END));
      int before = -1;
      for (int word : order()) {
        if (before >= 0 && compare(before, word) == 0) {
          defects.add(
              "%s line %d: the word '%s' stands among the unigrams twice, first in line %d"
                  .formatted(file, lines[word], shown(word), lines[before]));
          continue;
        }
        before = word;
        if (word == unknownWord) {
          continue;
        }
        long count = count(probabilities[word]);
        out.word(partition(word), text, begins[word], begins[word + 1], count);
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
    int id = specialId(bytes, from, to);
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
    for (int word = 0; word < size; word++) {
      if (word != unknownWord) {
        int id = vocabulary.id(text, begins[word], begins[word + 1]);
        visitor.unigram(id, probabilities[word], weights[word]);
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

  private int specialId(byte[] bytes, int from, int to) {
    if (from == to || bytes[from] != '<') {
      return NONE;
    }
    for (int id = 0; id < special.length; id++) {
      if (Arrays.equals(special[id], 0, special[id].length, bytes, from, to)) {
        return id;
      }
    }
    return NONE;
  }

  private static boolean isUpperCaseUnknown(byte[] bytes, int from, int to) {
    return Arrays.equals(UPPER_CASE_UNKNOWN, 0, UPPER_CASE_UNKNOWN.length, bytes, from, to);
  }

  /** The words by partition, then bytes: a merge sort of their numbers, without an object each. */
  private int[] order() {
    int[] from = new int[size];
    Arrays.setAll(from, i -> i);
    int[] to = new int[size];
    for (long width = 1; width < size; width *= 2) {
      for (long begin = 0; begin < size; begin += 2 * width) {
        merge(from, to, (int) begin, (int) Math.min(begin + width, size), 2 * width + begin);
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private void merge(int[] from, int[] to, int begin, int middle, long limit) {
    int end = (int) Math.min(limit, size);
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      boolean takeLeft = right == end || (left < middle && compare(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }

  private int compare(int a, int b) {
    int partitions = Integer.compare(partition(a), partition(b));
    return partitions != 0
        ? partitions
        : Arrays.compareUnsigned(text, begins[a], begins[a + 1], text, begins[b], begins[b + 1]);
  }

  private int partition(int word) {
    return WordHash.partition(WordHash.of(text, begins[word], begins[word + 1]));
  }

  private String shown(int word) {
    return ArpaLines.shown(
        new String(text, begins[word], begins[word + 1] - begins[word], StandardCharsets.UTF_8));
  }
}
