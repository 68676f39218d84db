// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalLogarithmTest {
  private final DecimalLogarithm log10 = new DecimalLogarithm();

  private void assertClose(double x) {
    assertThat(log10.of(x)).as("%s", x).isCloseTo(StrictMath.log10(x), within(1e-14));
  }

  @Test
  void isThatOfTheLibraryToFourteenDecimals() {
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      assertClose(random.nextDouble());
      assertClose(Math.pow(10, -12 * random.nextDouble()));
      assertClose(1 + 3 * random.nextDouble());
    }
  }

  /** Where exponent, table and series change. */
  @Test
  void atTheEdges() {
    for (int i = 0; i <= 256; i++) {
      double edge = 1 + i / 256.0;
      assertClose(edge);
      assertClose(Math.nextDown(edge));
      assertClose(Math.nextDown(edge) * 0x1p-9);
    }
    assertClose(1e-290);
  }

  @Test
  void ofZeroIsWhatTheFormatHasForIt() {
    assertThat(log10.of(0)).isEqualTo(-99);
  }
}
