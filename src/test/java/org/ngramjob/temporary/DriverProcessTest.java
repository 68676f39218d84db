// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverProcessTest {
  private final DriverProcess self = DriverProcess.self();
  @TempDir Path proc;

  @Test
  void isWithinSightAndRuns() {
    assertThat(self.isWithinSight()).isTrue();
    assertThat(self.runs()).isTrue();
    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
  }

  /** Ticks are of ten milliseconds; numbers of processes are not given out again that soon. */
  @Test
  void isNotALaterProcessWithItsNumber() {
    assertThat(startedAt(self.start() + 20).runs()).isTrue();
    assertThat(startedAt(self.start() - 5000).runs()).isFalse();
  }

  private DriverProcess startedAt(long start) {
    return new DriverProcess(self.host(), self.namespace(), self.pid(), start);
  }

  private static DriverProcess at(String host, String namespace) {
    return new DriverProcess(host, namespace, 7, 1);
  }

  @Test
  void isSeenFromItsOwnHostOnly() {
    assertThat(at("here", "42").isWithinSightOf(at("here", "42"))).isTrue();
    assertThat(at("elsewhere", "42").isWithinSightOf(at("here", "42"))).isFalse();
  }

  /** As with {@code docker run --network host}. */
  @Test
  void isNotSeenFromAnotherContainerOfThatName() {
    assertThat(at("here", "43").isWithinSightOf(at("here", "42"))).isFalse();
  }

  @Test
  void isSeenWhereTheSystemHasNoContainers() {
    assertThat(at("here", "").isWithinSightOf(at("here", ""))).isTrue();
    assertThat(at("localhost", "").isWithinSightOf(at("localhost", ""))).isFalse();
    assertThat(at("localhost.localdomain", "").isWithinSightOf(at("localhost.localdomain", "")))
        .isFalse();
  }

  /** The former version may have written it in any container. */
  @Test
  void isNotSeenWhereItHasNotSaidInWhichNamespaceItRuns() {
    DriverProcess former =
        new Gson().fromJson("{\"host\":\"here\",\"pid\":7,\"start\":1}", DriverProcess.class);

    assertThat(former).isEqualTo(at("here", null));
    assertThat(former.isWithinSightOf(at("here", "42"))).isFalse();
    assertThat(former.isWithinSightOf(at("here", ""))).isFalse();
  }

  @Test
  void theNamespaceIsTheKernelsNumberAndOnHostsWithoutANameItsRunToo() throws IOException {
    assertThat(DriverProcess.namespace("here", proc)).isEmpty();
    Path namespaces = Files.createDirectories(proc.resolve("self/ns"));
    Files.createSymbolicLink(namespaces.resolve("pid"), Path.of("pid:[4026531836]"));
    assertThat(DriverProcess.namespace("here", proc)).isEqualTo("4026531836");

    assertThat(DriverProcess.namespace("localhost", proc)).isEmpty();
    Path random = Files.createDirectories(proc.resolve("sys/kernel/random"));
    Files.writeString(random.resolve("boot_id"), "51430193-c20d-49aa\n");
    assertThat(DriverProcess.namespace("localhost", proc)).isEqualTo("4026531836.51430193c20d49aa");
    assertThat(DriverProcess.namespace("here", proc)).isEqualTo("4026531836");
    // A container's: other machines give the same numbers.
    Files.delete(namespaces.resolve("pid"));
    Files.createSymbolicLink(namespaces.resolve("pid"), Path.of("pid:[4026532181]"));
    assertThat(DriverProcess.namespace("here", proc)).isEqualTo("4026532181.51430193c20d49aa");
  }
}
