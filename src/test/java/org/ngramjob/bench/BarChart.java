// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Horizontal bars in groups, a band of bars for each label, a bar in it for each series. */
final class BarChart {
  private static final double WIDTH = 860;
  private static final double LEFT = 260;
  private static final double RIGHT = 70;
  private static final double TOP = 62;
  private static final double BOTTOM = 52;
  private static final double BAR = 13;
  private static final double GAP = 8;
  private static final double HEADING = 26;

  private final Map<String, Map<String, Map<String, Double>>> groups = new LinkedHashMap<>();
  private final List<String> series = new ArrayList<>();
  private double largest;

  void add(String group, String label, String name, double value) {
    groups
        .computeIfAbsent(group, key -> new LinkedHashMap<>())
        .computeIfAbsent(label, key -> new LinkedHashMap<>())
        .put(name, value);
    if (!series.contains(name)) {
      series.add(name);
    }
    largest = Math.max(largest, value);
  }

  String draw(String title, String unit) {
    double bottom = TOP + groups.values().stream().mapToDouble(this::height).sum();
    Svg svg = new Svg(WIDTH, bottom + BOTTOM);
    svg.text(20, 26, Svg.Anchor.START, "font-size:16px;font-weight:bold", title);
    legend(svg);
    Axis axis = Axis.fromZero(largest, LEFT, WIDTH - RIGHT);
    for (double tick : axis.ticks()) {
      svg.line(axis.at(tick), TOP, axis.at(tick), bottom, "#dddddd");
      svg.text(axis.at(tick), bottom + 18, Svg.Anchor.MIDDLE, "", Axis.label(tick));
    }
    svg.text((LEFT + WIDTH - RIGHT) / 2, bottom + 40, Svg.Anchor.MIDDLE, "", unit);
    double y = TOP;
    for (Map.Entry<String, Map<String, Map<String, Double>>> group : groups.entrySet()) {
      svg.text(20, y + 18, Svg.Anchor.START, "font-weight:bold", group.getKey());
      double at = y + HEADING;
      for (Map.Entry<String, Map<String, Double>> band : group.getValue().entrySet()) {
        band(svg, axis, band.getKey(), band.getValue(), at);
        at += band();
      }
      y += height(group.getValue());
    }
    svg.line(LEFT, TOP, LEFT, bottom, "#333333");
    return svg.toString();
  }

  private void legend(Svg svg) {
    for (int i = 0; i < series.size(); i++) {
      double x = LEFT + i * 160;
      svg.bar(x, 40, 12, 12, Svg.colour(i));
      svg.text(x + 18, 50, Svg.Anchor.START, "", series.get(i));
    }
  }

  private void band(Svg svg, Axis axis, String label, Map<String, Double> values, double top) {
    svg.text(LEFT - 10, top + series.size() * BAR / 2 + 4, Svg.Anchor.END, "", label);
    values.forEach(
        (name, value) -> {
          int place = series.indexOf(name);
          double y = top + place * BAR;
          svg.bar(LEFT, y, axis.at(value) - LEFT, BAR - 2, Svg.colour(place));
          svg.text(
              axis.at(value) + 5,
              y + BAR - 3,
              Svg.Anchor.START,
              "font-size:11px",
              Axis.label(value));
        });
  }

  private double band() {
    return series.size() * BAR + GAP;
  }

  private double height(Map<String, Map<String, Double>> group) {
    return HEADING + group.size() * band();
  }
}
