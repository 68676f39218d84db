// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class EmissionTableTest {
  @Test
  void readsStatesCharactersAndLogarithms() {
    EmissionTable table = new EmissionTable("M\n一\t-8.5\nS\n一\t-1\n龥\t-3.25".getBytes(UTF_8));
    assertThat(table.of(table.row('一'), HiddenStates.MIDDLE)).isEqualTo(-8.5);
    assertThat(table.of(table.row('一'), HiddenStates.SINGLE)).isEqualTo(-1);
    assertThat(table.of(table.row('龥'), HiddenStates.SINGLE)).isEqualTo(-3.25);
    assertThat(table.of(table.row('一'), HiddenStates.BEGIN)).isEqualTo(HiddenStates.IMPOSSIBLE);
  }

  @Test
  void everyNumberOfTheRealTableIsTheNearestDouble() throws IOException {
    byte[] file;
    try (InputStream in = getClass().getResourceAsStream("/prob_emit.txt")) {
      file = in.readAllBytes();
    }
    EmissionTable table = new EmissionTable(file);
    int state = -1;
    int compared = 0;
    for (String line : new String(file, UTF_8).lines().toList()) {
      if (line.length() == 1) {
        state = "BMES".indexOf(line);
      } else if (EmissionTable.isHan(line.charAt(0))) {
        double found = table.of(table.row(line.charAt(0)), state);
        assertThat(found).as(line).isEqualTo(Double.parseDouble(line.substring(2)));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30_000);
  }
}
