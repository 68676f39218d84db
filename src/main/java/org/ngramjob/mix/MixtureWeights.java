// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ngramjob.failure.Failure;

/** The share λ that each model has in a mixture: positive numbers that add up to 1. */
public final class MixtureWeights {
  /** What people's decimals may lack: 0.333333 three times is right, 0.33 three times is not. */
  private static final double TOLERANCE = 1e-5;

  /** What a sum of decimals may lack that are right. */
  private static final double ROUNDING = 1e-12;

  /** Shares that are computed are so many millionths. */
  private static final int UNITS = 1_000_000;

  private final double[] shares;

  private MixtureWeights(double[] shares) {
    this.shares = shares;
  }

  /** The same share for each of so many models. */
  public static MixtureWeights equal(int models) {
    double[] shares = new double[models];
    Arrays.fill(shares, 1.0 / models);
    return new MixtureWeights(shares);
  }

  /**
   * Shares that have been computed, in millionths, so that people can read and give them; none is
   * 0, which would keep a model's own words out of the mixture.
   *
   * @param shares add up to 1 but for rounding
   */
  static MixtureWeights rounded(double[] shares) {
    long[] units = new long[shares.length];
    int largest = 0;
    long sum = 0;
    for (int i = 0; i < shares.length; i++) {
      units[i] = Math.max(1, Math.round(shares[i] * UNITS));
      sum += units[i];
      largest = units[i] > units[largest] ? i : largest;
    }
    units[largest] += UNITS - sum;
    return new MixtureWeights(Arrays.stream(units).mapToDouble(u -> (double) u / UNITS).toArray());
  }

  /**
   * From the words of a command line, {@code 0.7,0.3}.
   *
   * @param models how many there must be
   * @throws Failure usage, where they are no shares of so many models
   */
  public static MixtureWeights parse(String text, int models) {
    String[] words = text.split(",", -1);
    if (words.length != models) {
      throw Failure.usage(
          "--weights %s has %d numbers for %d models; give one for each"
              .formatted(text, words.length, models));
    }
    double[] shares = new double[models];
    for (int i = 0; i < models; i++) {
      shares[i] = share(words[i].strip(), text);
    }
    double sum = DoubleStream.of(shares).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw Failure.usage(
          "--weights %s add up to %s; give shares that add up to 1, such as 0.7,0.3"
              .formatted(text, (float) sum));
    }
    for (int i = 0; i < models; i++) {
      shares[i] = Math.abs(sum - 1) > ROUNDING ? shares[i] / sum : shares[i];
    }
    return new MixtureWeights(shares);
  }

  private static double share(String word, String text) {
    try {
      double share = Double.parseDouble(word);
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Refused below with all that is no share.
    }
    throw Failure.usage(
        "--weights %s: \"%s\" is no share; give numbers above 0 and below 1, such as 0.7,0.3"
            .formatted(text, word));
  }

  /** How many models there are. */
  public int size() {
    return shares.length;
  }

  /** The share of a model, by its place among them. */
  public double share(int model) {
    return shares[model];
  }

  /** As {@link #parse} reads it, to the last bit. */
  @Override
  public String toString() {
    return DoubleStream.of(shares)
        .mapToObj(share -> BigDecimal.valueOf(share).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(","));
  }
}
