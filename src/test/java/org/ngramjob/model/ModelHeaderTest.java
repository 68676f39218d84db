// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.SmoothingMethods;

class ModelHeaderTest {
  private static ModelHeader header() {
    TreeMap<String, String> discounts = new TreeMap<>();
    for (int order = 1; order <= 3; order++) {
      discounts.put("discounts-order" + order, "0.5 1.0 1.5");
    }
    return ModelHeader.of(
        12,
        SmoothingMethods.restore("modified-kneser-ney", 3, discounts),
        CountCutoffs.parse("0 0 1"),
        List.of(12L, 20L, 5L));
  }

  @Test
  void survivesJson() {
    assertThat(ModelHeader.fromJson(header().toJson(), "h")).isEqualTo(header());
    ModelHeader pruned = header().prunedByEntropy("1e-7", List.of(12L, 3L, 0L));
    assertThat(ModelHeader.fromJson(pruned.toJson(), "h")).isEqualTo(pruned);
    ModelHeader imported = ModelHeader.ofImported(5, List.of(5L));
    assertThat(ModelHeader.fromJson(imported.toJson(), "h")).isEqualTo(imported);
  }

  /** Each of these once gave other numbers or an error of Java's, and no word about the header. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"pruning\" | \"pruninx\" | pruning is missing",
        "0 0 1 | 0 x 1 | is no whole number",
        "\"parameters\" | \"parametera\" | parameters are missing",
        "\"ngrams\" | \"ngramz\" | ngrams must hold a number for each of 3 orders",
        "20, | null, | ngrams holds [12, null, 5]",
        "20, | -20, | ngrams holds [12, -20, 5]",
        "\"order\": 3 | \"order\": 2 | ngrams must hold a number for each of 2 orders",
        "\"order\": 3 | \"order\": 0 | order is 0",
        "\"vocabularySize\": 12 | \"vocabularySize\": 0 | vocabularySize is 0",
        "discounts-order3 | discounts-order4 | modified-kneser-ney lacks discounts-order3",
        "\"0.5 1.0 1.5\" | \"0.5 1.0\" | modified-kneser-ney has discounts-order1=\"0.5 1.0\"",
        "modified-kneser-ney | modified-kneser-nez | \"modified-kneser-nez\" is not known here",
      })
  void refusesWhatItCannotUse(String good, String bad, String why) {
    String json = header().toJson();
    assertThat(json).contains(good);
    assertThatThrownBy(() -> ModelHeader.fromJson(json.replace(good, bad), "m/header.json"))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("m/header.json is damaged or edited: ")
        .hasMessageContaining(why)
        .hasMessageEndingWith("; copy it again or estimate again")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
