// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.settings.NumberSetting;

/**
 * What text a job reads and how it treats what is wrong with it.
 *
 * @param inputs files, directories (read with all below them) and globs
 * @param encoding of their bytes
 * @param maxLineBytes longer lines are skipped; 1 to 1 GiB
 * @param badLineLimit share of undecodable and over-long lines, 0 to 1, above which the job fails
 * @param specialWords what happens to special words in the text
 */
public record CorpusSettings(
    List<String> inputs,
    TextEncoding encoding,
    int maxLineBytes,
    double badLineLimit,
    SpecialWordPolicy specialWords) {
  /** Longer lines are hardly text: 1 MiB. */
  public static final int DEFAULT_MAX_LINE_BYTES = 1 << 20;

  /** One bad line in a hundred. */
  public static final double DEFAULT_BAD_LINE_LIMIT = 0.01;

  /** 1 GiB: an array holds no line that is much longer. */
  public static final int LARGEST_MAX_LINE_BYTES = 1 << 30;

  private static final String INPUTS = "ngramjob.corpus.inputs";
  private static final String ENCODING = "ngramjob.corpus.encoding";
  private static final NumberSetting MAX_LINE_BYTES =
      NumberSetting.of(
          "ngramjob.corpus.max-line-bytes", DEFAULT_MAX_LINE_BYTES, 1, LARGEST_MAX_LINE_BYTES);
  private static final String BAD_LINE_LIMIT = "ngramjob.corpus.bad-line-limit";
  private static final String SPECIAL_WORDS = "ngramjob.corpus.special-words";

  public CorpusSettings {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw Failure.usage("no input is named; add --input PATH");
    }
    if (maxLineBytes < 1 || maxLineBytes > LARGEST_MAX_LINE_BYTES) {
      throw Failure.usage(
          "--max-line-bytes ("
              + maxLineBytes
              + ") must lie between 1 and "
              + LARGEST_MAX_LINE_BYTES);
    }
    BadLineLimit.refuseUnlessShare(badLineLimit);
  }

  /** These inputs with the default of everything else. */
  public static CorpusSettings of(List<String> inputs) {
    return new CorpusSettings(
        inputs,
        TextEncoding.UTF8,
        DEFAULT_MAX_LINE_BYTES,
        DEFAULT_BAD_LINE_LIMIT,
        SpecialWordPolicy.SKIP);
  }

  /** What changes tokens or their number, by the names people use. */
  public SortedMap<String, String> toMap() {
    SortedMap<String, String> map = decodedToMap();
    // UTF-8 goes without saying: manifests made before there was a choice do not name it.
    if (encoding != TextEncoding.UTF8) {
      map.put("encoding", encoding.toString());
    }
    return map;
  }

  /**
   * The same but for the encoding: text that says the same in another one is the same text, and its
   * counts can be added up with those of this one.
   */
  SortedMap<String, String> decodedToMap() {
    SortedMap<String, String> map = new TreeMap<>();
    map.put("max-line-bytes", Integer.toString(maxLineBytes));
    map.put("special-words", specialWords.name().toLowerCase(Locale.ROOT));
    return map;
  }

  /** Puts the settings where {@link #readFrom} finds them in a task. */
  public void writeTo(Configuration configuration) {
    configuration.set(INPUTS, new Gson().toJson(inputs));
    configuration.set(ENCODING, encoding.toString());
    configuration.setInt(MAX_LINE_BYTES.key(), maxLineBytes);
    configuration.set(BAD_LINE_LIMIT, Double.toString(badLineLimit));
    configuration.set(SPECIAL_WORDS, specialWords.name().toLowerCase(Locale.ROOT));
  }

  /**
   * What {@link #writeTo} has put there; where a key is absent, its default.
   *
   * @throws Failure with exit code 2 that names the key if a value makes no sense
   */
  public static CorpusSettings readFrom(Configuration configuration) {
    return new CorpusSettings(
        inputs(configuration),
        TextEncoding.of(configuration.getTrimmed(ENCODING, TextEncoding.UTF8.toString())),
        MAX_LINE_BYTES.intIn(configuration),
        badLineLimit(configuration),
        specialWords(configuration));
  }

  /** Raw, because a path may hold {@code ${…}}, which Hadoop would replace. */
  private static List<String> inputs(Configuration configuration) {
    String json = configuration.getRaw(INPUTS);
    if (json == null) {
      return List.of();
    }
    try {
      return List.of(new Gson().fromJson(json, String[].class));
    } catch (JsonParseException | NullPointerException e) {
      throw new Failure(
          ExitCode.USAGE, INPUTS + " must be a JSON list of paths; use --input instead of -D", e);
    }
  }

  private static double badLineLimit(Configuration configuration) {
    String value = configuration.getTrimmed(BAD_LINE_LIMIT);
    try {
      return value == null ? DEFAULT_BAD_LINE_LIMIT : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new Failure(
          ExitCode.USAGE, BAD_LINE_LIMIT + " (" + value + ") must lie between 0 and 1", e);
    }
  }

  private static SpecialWordPolicy specialWords(Configuration configuration) {
    String value = configuration.getTrimmed(SPECIAL_WORDS, "skip");
    for (SpecialWordPolicy policy : SpecialWordPolicy.values()) {
      if (policy.name().equalsIgnoreCase(value)) {
        return policy;
      }
    }
    throw Failure.usage(SPECIAL_WORDS + " (" + value + ") must be skip or fail");
  }
}
