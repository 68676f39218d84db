// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void beginsAtZeroAndEndsWithARoundValue() {
    Axis axis = Axis.fromZero(87, 100, 300);
    assertThat(axis.ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    assertThat(axis.at(0)).isEqualTo(100);
    assertThat(axis.at(25)).isEqualTo(150);
    assertThat(axis.at(100)).isEqualTo(300);
  }

  @Test
  void equalFactorsAreEquallyFarApart() {
    Axis axis = Axis.logarithmic(1e6, 80e6, 0, 100);
    assertThat(axis.ticks()).containsExactly(1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8);
    assertThat(axis.at(10e6) - axis.at(5e6)).isCloseTo(axis.at(2e6) - axis.at(1e6), within(1e-9));
  }

  @Test
  void labelsAreShort() {
    assertThat(Axis.label(0)).isEqualTo("0");
    assertThat(Axis.label(0.254)).isEqualTo("0.25");
    assertThat(Axis.label(40)).isEqualTo("40");
    assertThat(Axis.label(1234.5)).isEqualTo("1235");
    assertThat(Axis.label(20e6)).isEqualTo("20 M");
  }
}
