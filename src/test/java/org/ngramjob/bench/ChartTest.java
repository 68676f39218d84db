// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@link BarChart} and {@link LineChart}: well-formed, labelled, to scale. */
class ChartTest {
  @Test
  void barsAreAsLongAsTheirValues() throws Exception {
    BarChart chart = new BarChart();
    chart.add("count", "ours", "wall", 10);
    chart.add("count", "Spark <4>", "wall", 40);
    Document svg = parse(chart.draw("Peers & us", "seconds"));
    assertThat(texts(svg)).contains("Peers & us", "seconds", "count", "ours", "Spark <4>", "wall");
    List<Double> lengths = numbers(svg, "rect", "width").subList(1, 3);
    assertThat(lengths.get(1)).isEqualTo(4 * lengths.get(0));
  }

  @Test
  void pointsStandAtTheirValues() throws Exception {
    LineChart chart = new LineChart();
    chart.add("wall", 1e6, 2);
    chart.add("wall", 10e6, 4);
    Document svg = parse(chart.draw("Scaling", "tokens", "µs a token"));
    assertThat(texts(svg)).contains("Scaling", "tokens", "µs a token", "wall", "5 M", "4");
    List<Double> heights = numbers(svg, "circle", "cy");
    assertThat(heights.get(0)).isEqualTo((380 + heights.get(1)) / 2);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  private static List<String> texts(Document svg) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = svg.getElementsByTagName("text");
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** Of the elements that have it as a number of pixels, except for coloured keys. */
  private static List<Double> numbers(Document svg, String element, String attribute) {
    List<Double> numbers = new ArrayList<>();
    NodeList nodes = svg.getElementsByTagName(element);
    for (int i = 0; i < nodes.getLength(); i++) {
      String value = ((Element) nodes.item(i)).getAttribute(attribute);
      if (!value.endsWith("%")) {
        numbers.add(Double.valueOf(value));
      }
    }
    return numbers;
  }
}
