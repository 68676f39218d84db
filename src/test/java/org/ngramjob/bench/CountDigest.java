// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What can be compared of counts that different programs wrote in different orders: per order the
 * number of n-grams, the sum of their counts, and a sum of checksums over n-gram and count.
 *
 * <pre>CountDigest FILE|DIRECTORY…</pre>
 *
 * reads {@code word1 word2 … TAB count} and prints {@code order TAB ngrams TAB sum TAB checksum}.
 */
final class CountDigest {
  private final List<long[]> orders = new ArrayList<>();

  private CountDigest() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String argument : arguments) {
      files.addAll(files(Path.of(argument)));
    }
    System.out.print(of(files));
  }

  /** Of a directory those that hold counts, not what says how they came about. */
  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var files = Files.newDirectoryStream(path, "[!._]*")) {
      List<Path> found = new ArrayList<>();
      files.forEach(found::add);
      return found;
    }
  }

  /** A line an order. */
  static String of(List<Path> files) throws IOException {
    CountDigest digest = new CountDigest();
    for (Path file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          digest.add(line);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (int n = 1; n <= digest.orders.size(); n++) {
      long[] sums = digest.orders.get(n - 1);
      text.append("%d\t%d\t%d\t%016x%n".formatted(n, sums[0], sums[1], sums[2]));
    }
    return text.toString();
  }

  private void add(String line) throws IOException {
    int tab = line.lastIndexOf('\t');
    if (tab <= 0) {
      throw new IOException("no count in the line: " + line);
    }
    int order = 1 + (int) line.substring(0, tab).chars().filter(c -> c == ' ').count();
    while (orders.size() < order) {
      orders.add(new long[3]);
    }
    CRC32C checksum = new CRC32C();
    checksum.update(line.getBytes(StandardCharsets.UTF_8));
    long[] sums = orders.get(order - 1);
    sums[0]++;
    sums[1] += Long.parseLong(line.substring(tab + 1));
    sums[2] += checksum.getValue();
  }
}
