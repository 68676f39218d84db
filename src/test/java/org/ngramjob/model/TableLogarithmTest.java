// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableLogarithmTest {
  @Test
  void nothingBelowWhatStandsForZeroIsStored() {
    assertThat(TableLogarithm.stored(-98.5f)).isEqualTo(-98.5f);
    assertThat(TableLogarithm.stored(-120)).isEqualTo(TableLogarithm.ZERO);
    assertThat(TableLogarithm.of(0)).isEqualTo(TableLogarithm.ZERO);
    assertThat(TableLogarithm.of(1e-120)).isEqualTo(TableLogarithm.ZERO);
    assertThat(TableLogarithm.of(1e-98)).isEqualTo(-98);
  }

  @Test
  void whatStandsForZeroIsZero() {
    assertThat(TableLogarithm.power(TableLogarithm.ZERO)).isZero();
    assertThat(TableLogarithm.power(-120)).isZero();
    assertThat(TableLogarithm.power(-2)).isEqualTo(0.01);
  }
}
