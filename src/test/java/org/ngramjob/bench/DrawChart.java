// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Draws a table as SVG, from standard input to standard output.
 *
 * <pre>
 * DrawChart bars TITLE UNIT             group TAB label TAB series TAB value
 * DrawChart lines TITLE BELOW BESIDE    series TAB x TAB y
 * </pre>
 */
final class DrawChart {
  private DrawChart() {}

  public static void main(String[] arguments) throws IOException {
    List<String[]> rows;
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      rows = in.lines().map(line -> line.split("\t", -1)).toList();
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(
        switch (arguments[0]) {
          case "bars" -> bars(rows).draw(arguments[1], arguments[2]);
          case "lines" -> lines(rows).draw(arguments[1], arguments[2], arguments[3]);
          default -> throw new IllegalArgumentException("neither bars nor lines: " + arguments[0]);
        });
  }

  private static BarChart bars(List<String[]> rows) {
    BarChart chart = new BarChart();
    rows.forEach(row -> chart.add(row[0], row[1], row[2], Double.parseDouble(row[3])));
    return chart;
  }

  private static LineChart lines(List<String[]> rows) {
    LineChart chart = new LineChart();
    rows.forEach(row -> chart.add(row[0], Double.parseDouble(row[1]), Double.parseDouble(row[2])));
    return chart;
  }
}
