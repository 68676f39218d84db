// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HiddenStatesTest {
  private static final String STATES = "BMES";
  private static final Map<String, Double> LOGS =
      Map.ofEntries(
          Map.entry("^B", -0.26268660809250016),
          Map.entry("^S", -1.4652633398537678),
          Map.entry("BE", -0.51082562376599),
          Map.entry("BM", -0.916290731874155),
          Map.entry("EB", -0.5897149736854513),
          Map.entry("ES", -0.8085250474669937),
          Map.entry("ME", -0.33344856811948514),
          Map.entry("MM", -1.2603623820268226),
          Map.entry("SB", -0.7211965654669841),
          Map.entry("SS", -0.6658631448798212));

  @Test
  void findsTheMostProbableOfAllSequences() {
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      StringBuilder file = new StringBuilder();
      double[][] emissions = new double[4][5];
      for (int state = 0; state < 4; state++) {
        file.append(STATES.charAt(state)).append('\n');
        for (int c = 0; c < 5; c++) {
          emissions[state][c] = -(1 + random.nextInt(9_999_999)) / 1_000_000.0;
          file.append((char) ('一' + c))
              .append('\t')
              .append(String.format(Locale.ROOT, "%.6f", emissions[state][c]));
          file.append('\n');
        }
      }
      int length = 1 + random.nextInt(6);
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < length; j++) {
        text.append((char) ('一' + random.nextInt(5)));
      }
      assertThat(cut(file.toString(), text.toString()))
          .isEqualTo(bestOfAll(emissions, text.toString()));
    }
  }

  private static String cut(String emissions, String text) {
    HiddenStates states = new HiddenStates(new EmissionTable(emissions.getBytes(UTF_8)));
    RecordingSink sink = new RecordingSink();
    TokenWriter writer = new TokenWriter(SegmenterSettings.of("jieba"));
    writer.beginLine(sink);
    states.cut(text.toCharArray(), 0, text.length(), writer);
    return String.join(" ", sink.tokens);
  }

  /** Tries each of the 4^n sequences that ends a word. */
  private static String bestOfAll(double[][] emissions, String text) {
    double best = Double.NEGATIVE_INFINITY;
    String bestStates = "";
    for (int code = 0; code < 1 << (2 * text.length()); code++) {
      StringBuilder states = new StringBuilder("^");
      double sum = 0;
      for (int i = 0; i < text.length(); i++) {
        int state = (code >> (2 * i)) & 3;
        states.append(STATES.charAt(state));
        sum +=
            LOGS.getOrDefault(states.substring(i), -1e9) + emissions[state][text.charAt(i) - '一'];
      }
      if (sum > best && "ES".indexOf(states.charAt(text.length())) >= 0) {
        best = sum;
        bestStates = states.substring(1);
      }
    }
    StringBuilder cut = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      cut.append(i > 0 && "BS".indexOf(bestStates.charAt(i)) >= 0 ? " " : "")
          .append(text.charAt(i));
    }
    return cut.toString();
  }
}
