// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.util.List;
import java.util.Locale;

/** A drawing, element by element. */
final class Svg {
  /** Told apart also by those who see red and green alike (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00");

  /** Where a text stands to its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringBuilder elements = new StringBuilder();
  private final double width;
  private final double height;

  Svg(double width, double height) {
    this.width = width;
    this.height = height;
  }

  static String colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  void text(double x, double y, Anchor anchor, String style, String text) {
    add(
        "<text x='%.1f' y='%.1f' text-anchor='%s' style='%s'>%s</text>",
        x, y, anchor.name().toLowerCase(Locale.ROOT), style, escape(text));
  }

  /** Reads from below to above. */
  void textUpwards(double x, double y, String text) {
    add(
        "<text transform='translate(%.1f %.1f) rotate(-90)' text-anchor='middle'>%s</text>",
        x, y, escape(text));
  }

  void bar(double x, double y, double length, double thickness, String colour) {
    add(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>",
        x, y, length, thickness, colour);
  }

  void line(double x1, double y1, double x2, double y2, String colour) {
    add("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>", x1, y1, x2, y2, colour);
  }

  /** Joins points, each a pair of x and y, and marks them. */
  void curve(List<double[]> points, String colour) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? "" : " ")
          .append(String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]));
      add("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>", point[0], point[1], colour);
    }
    add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", path, colour);
  }

  private void add(String element, Object... values) {
    elements.append(String.format(Locale.ROOT, element, values)).append('\n');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns='http://www.w3.org/2000/svg' width='%.0f' height='%.0f' viewBox='0 0 %.0f %.0f' \
        font-family='DejaVu Sans, Helvetica, Arial, sans-serif' font-size='12'>
        <rect width='100%%' height='100%%' fill='white'/>
        %s</svg>
        """,
        width,
        height,
        width,
        height,
        elements);
  }
}
