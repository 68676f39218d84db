// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;

/**
 * What a directory of counts says about itself; the file {@code header.json}.
 *
 * @param version of the whole directory's format
 * @param order length of the longest n-grams
 * @param buckets number of buckets
 * @param orders sums over the n-grams of each order, order 1 first
 */
public record CountHeader(int version, int order, int buckets, List<OrderSums> orders) {
  /** The file's name in a directory of counts. */
  public static final String FILE = "header.json";

  /** The format that this program writes and reads. */
  public static final int VERSION = 1;

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /**
   * Sums over the n-grams of one order.
   *
   * @param ngrams distinct n-grams
   * @param total their raw counts added up
   * @param adjustedTotal their adjusted counts added up
   * @param rawCountsOfCounts how many have raw count 1, 2, … 6
   * @param adjustedCountsOfCounts how many have adjusted count 1, 2, … 6
   */
  public record OrderSums(
      long ngrams,
      long total,
      long adjustedTotal,
      List<Long> rawCountsOfCounts,
      List<Long> adjustedCountsOfCounts) {
    private boolean isWhole() {
      return ngrams >= 0
          && total >= ngrams
          && adjustedTotal >= ngrams
          && isWhole(rawCountsOfCounts)
          && isWhole(adjustedCountsOfCounts);
    }

    private static boolean isWhole(List<Long> n) {
      return n != null
          && n.size() == CountStatistics.TRACKED
          && n.stream().allMatch(number -> number != null && number >= 0);
    }
  }

  /** The header of counts with these sums. */
  public static CountHeader of(CountStatistics statistics, int buckets) {
    List<OrderSums> orders = new ArrayList<>();
    for (int n = 1; n <= statistics.order(); n++) {
      Long[] raw = new Long[CountStatistics.TRACKED];
      Long[] adjusted = new Long[CountStatistics.TRACKED];
      for (int count = 1; count <= CountStatistics.TRACKED; count++) {
        raw[count - 1] = statistics.rawCountOfCount(n, count);
        adjusted[count - 1] = statistics.adjustedCountOfCount(n, count);
      }
      orders.add(
          new OrderSums(
              statistics.ngrams(n),
              statistics.total(n),
              statistics.adjustedTotal(n),
              Arrays.asList(raw),
              Arrays.asList(adjusted)));
    }
    return new CountHeader(VERSION, statistics.order(), buckets, orders);
  }

  public String toJson() {
    return GSON.toJson(this);
  }

  /**
   * Reads a header.
   *
   * @param where named in messages
   */
  public static CountHeader fromJson(String json, String where) {
    CountHeader header;
    try {
      header = GSON.fromJson(json, CountHeader.class);
    } catch (RuntimeException e) {
      // Gson has errors of its own, and not only for what is no JSON.
      header = null;
    }
    if (header != null && header.version > VERSION) {
      throw Failure.badInput(
          where
              + " has format "
              + header.version
              + ", this program reads format "
              + VERSION
              + "; count again");
    }
    if (header == null || !header.isWhole()) {
      throw Failure.badInput(where + " is no header of counts or is cut; count again");
    }
    return header;
  }

  private boolean isWhole() {
    return version == VERSION
        && order >= 1
        && order <= NgramOrder.LONGEST
        && buckets >= 1
        && orders != null
        && orders.size() == order
        && orders.stream().allMatch(sums -> sums != null && sums.isWhole());
  }
}
