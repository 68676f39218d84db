// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;

/** Whatever has been asked before, an answer is the method's own. */
class ContextSharesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"modified-kneser-ney", "katz", "stupid-backoff"})
  void sharesAreTheMethodsOwn(String method) throws IOException {
    ModelShard shard = write(method);
    Smoothing smoothing = ModelHeader.read(directory.resolve(ModelHeader.FILE)).smoothing();
    // Several groups, the last one not full.
    assertThat(shard.distinctTotals()).isGreaterThan(40);
    for (int depth = 0; depth < shard.order(); depth++) {
      List<Integer> codes = new ArrayList<>();
      for (int time = 0; time < 2; time++) {
        for (int code = 0; code < shard.distinctTotals(); code++) {
          codes.add(code);
        }
      }
      Collections.shuffle(codes, new Random(depth));
      ContextShares shares = shard.shares(depth, smoothing);
      for (int code : codes) {
        ContextTotals totals = shard.totals(code);
        assertThat(shares.freed(code)).isEqualTo(smoothing.freed(depth + 1, totals));
        for (int count = 1; count <= 6; count++) {
          assertThat(shares.kept(code, count)).isEqualTo(smoothing.kept(depth + 1, count, totals));
        }
      }
    }
  }

  /** The only bucket of a model of order 3. */
  private ModelShard write(String method) throws IOException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < 400; line++) {
      StringBuilder text = new StringBuilder("词0");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(" 词").append((int) (100 * Math.pow(random.nextDouble(), 3)));
      }
      lines.add(text.toString());
    }
    ModelFixture.of(3, method).write(directory, lines);
    return TableShards.read(directory).get(0);
  }
}
