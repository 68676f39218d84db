// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Curves over a logarithmic axis; upwards the values begin at 0. */
final class LineChart {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 440;
  private static final double LEFT = 80;
  private static final double RIGHT = 150;
  private static final double TOP = 56;
  private static final double BOTTOM = 60;

  private final Map<String, List<double[]>> curves = new LinkedHashMap<>();

  void add(String name, double x, double y) {
    curves.computeIfAbsent(name, key -> new ArrayList<>()).add(new double[] {x, y});
  }

  String draw(String title, String below, String beside) {
    Svg svg = new Svg(WIDTH, HEIGHT);
    svg.text(20, 26, Svg.Anchor.START, "font-size:16px;font-weight:bold", title);
    Axis across = Axis.logarithmic(smallest(0), largest(0), LEFT, WIDTH - RIGHT);
    Axis up = Axis.fromZero(largest(1), HEIGHT - BOTTOM, TOP);
    for (double tick : across.ticks()) {
      svg.line(across.at(tick), TOP, across.at(tick), HEIGHT - BOTTOM, "#eeeeee");
      svg.text(across.at(tick), HEIGHT - BOTTOM + 18, Svg.Anchor.MIDDLE, "", Axis.label(tick));
    }
    for (double tick : up.ticks()) {
      svg.line(LEFT, up.at(tick), WIDTH - RIGHT, up.at(tick), "#dddddd");
      svg.text(LEFT - 8, up.at(tick) + 4, Svg.Anchor.END, "", Axis.label(tick));
    }
    svg.line(LEFT, TOP, LEFT, HEIGHT - BOTTOM, "#333333");
    svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "#333333");
    svg.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 18, Svg.Anchor.MIDDLE, "", below);
    svg.textUpwards(24, (TOP + HEIGHT - BOTTOM) / 2, beside);
    curves(svg, across, up);
    return svg.toString();
  }

  private void curves(Svg svg, Axis across, Axis up) {
    int place = 0;
    for (Map.Entry<String, List<double[]>> curve : curves.entrySet()) {
      svg.curve(
          curve.getValue().stream()
              .map(point -> new double[] {across.at(point[0]), up.at(point[1])})
              .toList(),
          Svg.colour(place));
      double y = TOP + 10 + place * 20;
      svg.bar(WIDTH - RIGHT + 16, y - 10, 12, 12, Svg.colour(place));
      svg.text(WIDTH - RIGHT + 34, y, Svg.Anchor.START, "", curve.getKey());
      place++;
    }
  }

  private double largest(int coordinate) {
    return curves.values().stream()
        .flatMap(List::stream)
        .mapToDouble(point -> point[coordinate])
        .max()
        .orElseThrow();
  }

  private double smallest(int coordinate) {
    return curves.values().stream()
        .flatMap(List::stream)
        .mapToDouble(point -> point[coordinate])
        .min()
        .orElseThrow();
  }
}
