// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;

/**
 * What a model says about itself; the file {@code header.json}.
 *
 * @param version of the whole directory's format
 * @param order N, length of the longest n-grams
 * @param vocabularySize V, the words that can be predicted: distinct words, {@code </s>} and {@code
 *     <unk>}, without {@code <s>}
 * @param method name of the smoothing method, or {@code arpa} for an imported model
 * @param parameters everything fitted or chosen for the method, by name
 * @param pruning thresholds as {@link CountCutoffs#parse} reads them
 * @param entropyPruning cost below which further n-grams were left out; null where none were
 * @param ngrams n-grams kept at each order, order 1 first
 */
public record ModelHeader(
    int version,
    int order,
    long vocabularySize,
    String method,
    SortedMap<String, String> parameters,
    String pruning,
    String entropyPruning,
    List<Long> ngrams) {
  /** The file's name in a model directory. */
  public static final String FILE = "header.json";

  /** The format that this program writes and reads. */
  public static final int VERSION = 2;

  /** The name of the method of imported models. */
  private static final String IMPORTED = "arpa";

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** The header of a model of this version. */
  public static ModelHeader of(
      long vocabularySize, Smoothing smoothing, CountCutoffs pruning, List<Long> ngrams) {
    return new ModelHeader(
        VERSION,
        ngrams.size(),
        vocabularySize,
        smoothing.name(),
        smoothing.parameters(),
        pruning.toString(),
        null,
        List.copyOf(ngrams));
  }

  /** The same model without the n-grams that entropy pruning leaves out. */
  public ModelHeader prunedByEntropy(String cost, List<Long> left) {
    return new ModelHeader(
        version, order, vocabularySize, method, parameters, pruning, cost, List.copyOf(left));
  }

  /** The header of a model that was computed elsewhere and has logarithms in place of counts. */
  public static ModelHeader ofImported(long vocabularySize, List<Long> ngrams) {
    return new ModelHeader(
        VERSION,
        ngrams.size(),
        vocabularySize,
        IMPORTED,
        Collections.emptySortedMap(),
        CountCutoffs.NONE.toString(),
        null,
        List.copyOf(ngrams));
  }

  /** Whether the tables came from an ARPA file: no method of this program has made them. */
  public boolean isImported() {
    return method.equals(IMPORTED);
  }

  /** Whether the tables hold logarithms and no counts. */
  public boolean hasLogarithms() {
    return isImported() || entropyPruning != null;
  }

  /** Whether the model's answers are probabilities and not scores. */
  public boolean isProbability() {
    return isImported() || smoothing().isProbability();
  }

  /**
   * The method, ready for use.
   *
   * @throws Failure bad input, when the tables were imported
   */
  public Smoothing smoothing() {
    if (isImported()) {
      throw Failure.badInput(
          "the model was imported from an ARPA file: it has no counts and no smoothing method, so"
              + " only questions about probabilities can be answered; estimate a model for this");
    }
    return SmoothingMethods.restore(method, order, new TreeMap<>(parameters));
  }

  /** The thresholds of {@code pruning}, ready for use. */
  public CountCutoffs thresholds() {
    return CountCutoffs.parse(pruning);
  }

  public String toJson() {
    return GSON.toJson(this);
  }

  /** Reads the file, whatever its bytes. */
  public static ModelHeader read(Path file) throws IOException {
    return fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
  }

  /**
   * Reads a header.
   *
   * @param where named in messages
   */
  public static ModelHeader fromJson(String json, String where) {
    ModelHeader header;
    try {
      header = GSON.fromJson(json, ModelHeader.class);
    } catch (RuntimeException e) {
      // Gson wraps what the record's own checks throw, and has errors of its own.
      header = null;
    }
    if (header == null || header.method == null) {
      throw Failure.badInput(where + " is no header of a model or is cut; estimate again");
    }
    if (header.version != VERSION) {
      throw Failure.badInput(
          where
              + " has format "
              + header.version
              + ", this program reads format "
              + VERSION
              + "; estimate again");
    }
    header.defect().ifPresent(what -> refuse(where, what));
    try {
      header.checkMethod();
    } catch (Failure e) {
      refuse(where, e.getMessage());
    }
    return header;
  }

  private static void refuse(String where, String what) {
    throw Failure.badInput(
        "%s is damaged or edited: %s; copy it again or estimate again".formatted(where, what));
  }

  /** What is wrong with the numbers, if anything is. */
  private Optional<String> defect() {
    if (order < 1 || order > NgramOrder.LONGEST) {
      return Optional.of("order is " + order);
    }
    if (ngrams == null || ngrams.size() != order) {
      return Optional.of("ngrams must hold a number for each of %d orders".formatted(order));
    }
    if (ngrams.stream().anyMatch(number -> number == null || number < 0)) {
      return Optional.of("ngrams holds " + ngrams);
    }
    if (vocabularySize < 1) {
      return Optional.of("vocabularySize is " + vocabularySize);
    }
    if (parameters == null) {
      return Optional.of("parameters are missing");
    }
    return pruning == null ? Optional.of("pruning is missing") : Optional.empty();
  }

  /** Makes what a user of the model makes of the texts. */
  private void checkMethod() {
    thresholds();
    if (!isImported()) {
      smoothing();
    }
  }
}
