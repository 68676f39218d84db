// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * What a vocabulary says about itself beside its words; the file {@code header.json}.
 *
 * @param version of the whole directory's format
 * @param words different words in the vocabulary, without the special ones
 * @param tokens words in the text, those outside the vocabulary included, sentence ends not
 * @param sentences the count of {@code <s>} and of {@code </s>}
 * @param unknownTokens the count of {@code <unk>}: tokens whose word was left out
 * @param unknownWords different words left out
 * @param wordsKept how many words of each logical partition are in the vocabulary when a size limit
 *     holds (the sections then hold more); empty without a limit
 * @param segmenter fingerprint of the segmenter that cut the text
 * @param settings every setting that changed the result, by name
 * @param skipped what was left out of the text, by reason
 */
public record VocabularyHeader(
    int version,
    long words,
    long tokens,
    long sentences,
    long unknownTokens,
    long unknownWords,
    List<Integer> wordsKept,
    String segmenter,
    SortedMap<String, String> settings,
    SortedMap<String, Long> skipped) {
  /** The file's name in a vocabulary's directory. */
  public static final String FILE = "header.json";

  /** The format that this program writes and reads. */
  public static final int VERSION = 1;

  /** What Gson adds in front of and behind what it has met where. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile("^(\\w+\\.)+\\w+Exception: |\\s+See https?://.*$");

  public VocabularyHeader {
    if (version != VERSION) {
      throw Failure.badInput(
          "the vocabulary has format "
              + version
              + ", this program reads format "
              + VERSION
              + ": make it again with the vocabulary command");
    }
    requireAll("wordsKept", wordsKept);
    requireAll("segmenter", segmenter == null ? null : List.of());
    requireAll("settings", settings == null ? null : settings.values());
    requireAll("skipped", skipped == null ? null : skipped.values());
    if (words < 0
        || tokens < words
        || sentences < 0
        || unknownWords < 0
        || unknownTokens < unknownWords) {
      throw new IllegalArgumentException(
          "0 <= words (%s) <= tokens (%s), 0 <= unknown words (%s) <= unknown tokens (%s), sentences (%s) >= 0"
              .formatted(words, tokens, unknownWords, unknownTokens, sentences));
    }
    if (!wordsKept.isEmpty() && wordsKept.size() != WordHash.PARTITIONS) {
      throw new IllegalArgumentException("wordsKept must have an entry per partition");
    }
    wordsKept = List.copyOf(wordsKept);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
  }

  /** Gson leaves null what a file does not name. */
  private static void requireAll(String field, Collection<?> values) {
    if (values == null || values.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(field + (values == null ? " is missing" : " holds null"));
    }
  }

  /** V, the number of words that a model may predict: these, {@code <unk>} and {@code </s>}. */
  public long predictableWords() {
    return words + 2;
  }

  /** The file's content; equal headers give equal text. */
  public String toJson() {
    return gson().toJson(this) + "\n";
  }

  /**
   * Reads the file, whatever its bytes.
   *
   * @throws Failure if it is not a header of this version
   */
  public static VocabularyHeader read(Path file) throws IOException {
    return fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
  }

  /**
   * Reads the file's content.
   *
   * @param where named in messages
   * @throws Failure if it is not a header of this version
   */
  public static VocabularyHeader fromJson(String json, String where) {
    try {
      VocabularyHeader header = gson().fromJson(json, VocabularyHeader.class);
      if (header != null) {
        return header;
      }
      throw damaged(where, "it is empty", null);
    } catch (Failure e) {
      throw e;
    } catch (RuntimeException e) {
      // Gson wraps what the record's own checks throw.
      Throwable cause = e instanceof JsonParseException || e.getCause() == null ? e : e.getCause();
      if (cause instanceof Failure failure) {
        throw failure;
      }
      String why = FOR_PROGRAMMERS.matcher(String.valueOf(cause.getMessage())).replaceAll("");
      // What Gson quotes of the file may hold line ends.
      why = why.replaceAll("\\s+", " ");
      throw damaged(where, why, e);
    }
  }

  private static Gson gson() {
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  }

  private static Failure damaged(String where, String why, Exception cause) {
    return new Failure(
        ExitCode.BAD_INPUT,
        "damaged vocabulary header "
            + where
            + ": "
            + why
            + "; make the vocabulary again with the vocabulary command",
        cause);
  }
}
