// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriverProcessTest {
  private final DriverProcess self = DriverProcess.self();

  @Test
  void isOfThisHostAndRuns() {
    assertThat(self.isOfThisHost()).isTrue();
    assertThat(self.runs()).isTrue();
    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
  }

  /** Ticks are of ten milliseconds; numbers of processes are not given out again that soon. */
  @Test
  void isNotALaterProcessWithItsNumber() {
    assertThat(new DriverProcess(self.host(), self.pid(), self.start() + 20).runs()).isTrue();
    assertThat(new DriverProcess(self.host(), self.pid(), self.start() - 5000).runs()).isFalse();
  }

  @Test
  void isKnownToRunOnItsOwnHostOnly() {
    assertThat(new DriverProcess("elsewhere", self.pid(), self.start()).isOfThisHost()).isFalse();
  }
}
