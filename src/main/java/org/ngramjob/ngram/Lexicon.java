// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;

/**
 * The only words that a vocabulary may hold, such as those that a recogniser can spell; checked and
 * immutable. Reading one from a file's bytes is {@link #parse}; {@link #content} writes it in the
 * same format, so that an output can carry the words it was made with.
 *
 * <p>Memory: the words, each with an array of its own.
 */
public final class Lexicon {
  /** The file in a vocabulary's directory that holds the list it was made with, if any. */
  public static final String FILE = "word-list";

  /** Any word may be in the vocabulary. */
  public static final Lexicon ANY = new Lexicon(new byte[0][]);

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Ascending as unsigned bytes, each once. */
  private final byte[][] words;

  private Lexicon(byte[][] words) {
    this.words = words;
  }

  /**
   * Reads a list: UTF-8, words with white space between, as in {@code --limit_vocab_file} of
   * KenLM's {@code lmplz}. White space is NUL, TAB, LF, CR and the space; a byte order mark, words
   * given twice and special words, which any vocabulary has, are harmless.
   *
   * @param source its name, for messages
   * @throws Failure bad input, when it is no UTF-8 or has no words
   */
  public static Lexicon parse(byte[] content, String source) {
    refuseUnlessUtf8(content, source);
    List<byte[]> found = new ArrayList<>();
    boolean marked =
        content.length >= BYTE_ORDER_MARK.length
            && Arrays.equals(
                content, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    for (int from = marked ? BYTE_ORDER_MARK.length : 0; from < content.length; from++) {
      int to = from;
      while (to < content.length && !isWhiteSpace(content[to])) {
        to++;
      }
      if (to > from && SpecialWords.idOf(content, from, to) < 0) {
        found.add(Arrays.copyOfRange(content, from, to));
      }
      from = to;
    }
    if (found.isEmpty()) {
      throw Failure.badInput(source + " holds no words; give one a line");
    }
    return new Lexicon(distinct(found));
  }

  private static byte[][] distinct(List<byte[]> words) {
    byte[][] sorted = words.toArray(byte[][]::new);
    Arrays.sort(sorted, Arrays::compareUnsigned);
    int kept = 0;
    for (byte[] word : sorted) {
      if (kept == 0 || !Arrays.equals(sorted[kept - 1], word)) {
        sorted[kept++] = word;
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static boolean isWhiteSpace(byte character) {
    return character == 0
        || character == '\t'
        || character == '\n'
        || character == '\r'
        || character == ' ';
  }

  private static void refuseUnlessUtf8(byte[] content, String source) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += content[i] == '\n' ? 1 : 0;
      }
      throw Failure.badInput(
          "%s, line %d: not UTF-8; if the file is GBK: iconv -f GBK -t UTF-8"
              .formatted(source, line));
    }
  }

  /** Whether it leaves no word out. */
  public boolean isAny() {
    return words.length == 0;
  }

  /** The number of different words. */
  public int size() {
    return words.length;
  }

  /** Names the words, whatever their order and layout; "" for any word. */
  public String hash() {
    return isAny() ? "" : ContentHash.of(content());
  }

  /** Whether the word in {@code utf8[from, to)} may be in the vocabulary. */
  public boolean contains(byte[] utf8, int from, int to) {
    int low = 0;
    int high = words.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      byte[] word = words[middle];
      int order = Arrays.compareUnsigned(word, 0, word.length, utf8, from, to);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return isAny();
  }

  /** The words, sorted by their bytes, one a line. */
  public byte[] content() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] word : words) {
      content.writeBytes(word);
      content.write('\n');
    }
    return content.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lexicon list && Arrays.deepEquals(words, list.words);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(words);
  }

  @Override
  public String toString() {
    return isAny() ? "any words" : words.length + " words with the hash " + hash();
  }
}
