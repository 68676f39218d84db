// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ARPA file in memory, for comparing: trusts its writer and complains of little. */
public final class ArpaText {
  /** As {@code ngram 3=1234} of the header says, by order - 1. */
  private final List<Long> declared = new ArrayList<>();

  private final List<Map<String, double[]>> orders = new ArrayList<>();

  /** Reads a file, unpacked when its name ends in {@code .gz}. */
  public static ArpaText read(Path file) throws IOException {
    ArpaText arpa = new ArpaText();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(ReferenceText.open(file), StandardCharsets.UTF_8))) {
      Map<String, double[]> section = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("ngram ")) {
          arpa.declared.add(Long.valueOf(line.substring(line.indexOf('=') + 1).strip()));
        } else if (line.endsWith("-grams:")) {
          section = new LinkedHashMap<>();
          arpa.orders.add(section);
        } else if (line.equals("\\end\\")) {
          return arpa;
        } else if (!line.isEmpty() && !line.equals("\\data\\")) {
          addEntry(section, line);
        }
      }
    }
    throw new IOException(file + " has no \\end\\");
  }

  private static void addEntry(Map<String, double[]> section, String line) throws IOException {
    String[] fields = line.split("\t", -1);
    double backOff = fields.length > 2 ? Double.parseDouble(fields[2]) : 0;
    double[] entry = {Double.parseDouble(fields[0]), backOff};
    if (section.put(fields[1], entry) != null) {
      throw new IOException("twice in the file: " + fields[1]);
    }
  }

  public int order() {
    return orders.size();
  }

  /** What the header promises for this order. */
  public long declared(int order) {
    return declared.get(order - 1);
  }

  /**
   * The n-grams of one order, words between single spaces, in the file's order: log10 probability
   * and log10 back-off weight, 0 where the file has none.
   */
  public Map<String, double[]> ngrams(int order) {
    return orders.get(order - 1);
  }
}
