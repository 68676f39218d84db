// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;

class OrderSharesTest {
  @TempDir private Path directory;

  /**
   * Of 9 tokens a and {@code </s>} are 3 each, b 2, c 1. After a, the pruned c is a third; c itself
   * is no context any more, as the only word after it is pruned.
   */
  @Test
  void givesTheShareOfEveryOrderWhoseContextIsKnown() throws IOException {
    LanguageModel model =
        ModelDirectory.open(
            ModelFixture.of(2, "mle").pruned("0 1").write(directory, List.of("a b", "a b", "a c")));
    List<String> tokens = new ArrayList<>();
    OrderShares shares =
        new OrderShares(
            model,
            (orders, seen, lost) ->
                tokens.add(
                    "%s of %s, lost %s"
                        .formatted(
                            Arrays.toString(Arrays.copyOf(seen, orders)),
                            orders,
                            Arrays.toString(Arrays.copyOf(lost, orders)))));
    byte[] line = "a b".getBytes(UTF_8);
    TextIds ids = new QueryFixture(model).textIds();
    ids.read(line, 0, line.length, shares);
    line = "a c x a".getBytes(UTF_8);
    ids.read(line, 0, line.length, shares);
    String none = "[0.0, 0.0]";
    assertThat(tokens)
        .containsExactly(
            row(3 / 9.0, 1, none), // a after <s>
            row(2 / 9.0, 2 / 3.0, "[0.0, " + 1 / 3.0 + "]"), // b after a
            row(3 / 9.0, 1, none), // </s> after b
            row(3 / 9.0, 1, none), // a after <s>: the sentence before is forgotten
            row(1 / 9.0, 0, "[0.0, " + 1 / 3.0 + "]"), // c after a
            "[0.0] of 1, lost [0.0]", // x after c
            "[" + 3 / 9.0 + "] of 1, lost [0.0]", // a after <unk>
            row(3 / 9.0, 0, "[0.0, " + 1 / 3.0 + "]")); // </s> after a
  }

  private static String row(double first, double second, String lost) {
    return "[%s, %s] of 2, lost %s".formatted(first, second, lost);
  }
}
