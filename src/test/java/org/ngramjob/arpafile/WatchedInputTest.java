// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedInputTest {
  private final List<Double> told = new ArrayList<>();

  private WatchedInput of(int bytes, long length) {
    return new WatchedInput(new ByteArrayInputStream(new byte[bytes]), length, told::add);
  }

  @Test
  void tellsWhichShareHasBeenRead() throws IOException {
    WatchedInput in = of(8, 8);
    assertThat(in.read(new byte[8], 0, 2)).isEqualTo(2);
    assertThat(in.read()).isZero();
    assertThat(in.read(new byte[8])).isEqualTo(5);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.read(new byte[8])).isEqualTo(-1);
    assertThat(told).containsExactly(0.25, 0.375, 1.0, 1.0, 1.0);
  }

  /** A file grows while it is read, or its length is not known. */
  @Test
  void noShareIsAboveAll() throws IOException {
    assertThat(of(8, 4).read(new byte[8])).isEqualTo(8);
    assertThat(of(8, 0).read(new byte[8])).isEqualTo(8);
    assertThat(told).containsExactly(1.0, 1.0);
  }
}
