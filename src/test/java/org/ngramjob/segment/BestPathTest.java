// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestPathTest {
  @Test
  void takesTheMoreProbablePath() {
    // Of 100: 研究 生命 is 10/100 * 5/100 = 0.005; 研究生 命 is 1/100 * 20/100 = 0.002.
    assertThat(cut("研究生命", "研究 10", "研究生 1", "生命 5", "命 20", "之 64")).isEqualTo("研究 生命");
    // 研究生 at 30/129, 命 at 20/129 is the greater.
    assertThat(cut("研究生命", "研究 10", "研究生 30", "生命 5", "命 20", "之 64")).isEqualTo("研究生 命");
  }

  @Test
  void theShorterWordWinsATie() {
    assertThat(cut("甲乙丙", "甲 5", "甲乙 5", "乙丙 5", "丙 5")).isEqualTo("甲 乙丙");
  }

  @Test
  void aCharacterWithWhichNoWordBeginsStandsAloneAtTheLeastWeight() {
    // Of 100, the least being 1: 甲 乙 丙丁 is 90/100 * 1/100 * 8/100 = 0.00072 and 甲乙丙 丁 is
    // 1/100 * 1/100 = 0.0001. With an eighth of that for 乙 it would be the other way round,
    assertThat(cut("甲乙丙丁", "甲 90", "甲乙丙 1", "丙丁 8", "丁 1")).isEqualTo("甲 乙 丙丁");
    // as it is where 甲乙丙 has 10 (total 109): 0.00055 against 0.00084.
    assertThat(cut("甲乙丙丁", "甲 90", "甲乙丙 10", "丙丁 8", "丁 1")).isEqualTo("甲乙丙 丁");
  }

  @Test
  void aWordIsNotCutWhereNoneOfItsPartsIsOne() {
    assertThat(cut("甲乙", "甲乙 1", "丙 99")).isEqualTo("甲乙");
    // 甲 begins words only as 甲乙: it cannot stand alone, so 甲乙 丙 though 乙丙 is frequent.
    assertThat(cut("甲乙丙", "甲乙 1", "乙丙 99", "丙 1")).isEqualTo("甲乙 丙");
  }

  @Test
  void theWeightToStayWholeIsTheSmallestThatDoes() {
    // Of 100: 甲 20, 乙 10: together 20/100 * 10/100 * 100 = 2, so 3 keeps 甲乙 whole.
    byte[] words = "甲 20\n乙 10\n丙 70\n".getBytes(UTF_8);
    BestPath path = new BestPath(new JiebaDictionary(words, new byte[0]));
    assertThat(path.weightToStayWhole("甲乙".toCharArray())).isEqualTo(Math.log(3 / 100.0));
    assertThat(path.weightToStayWhole("丙".toCharArray())).isEqualTo(Math.log(71 / 100.0));
  }

  private static String cut(String text, String... words) {
    byte[] file = String.join("\n", words).getBytes(UTF_8);
    BestPath path = new BestPath(new JiebaDictionary(file, new byte[0]));
    path.find(("x" + text).toCharArray(), 1, text.length() + 1);
    StringBuilder cut = new StringBuilder();
    for (int i = 0; i < text.length(); i += path.length(i)) {
      cut.append(cut.length() == 0 ? "" : " ").append(text, i, i + path.length(i));
    }
    return cut.toString();
  }
}
