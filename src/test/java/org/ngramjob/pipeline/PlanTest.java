// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class PlanTest {
  private static CopyStage stage(String name, String output) {
    return new CopyStage(name, new Path("/in"), new Path(output));
  }

  @Test
  void numbersItsStagesForPeople() {
    Plan plan = Plan.of("train", stage("vocabulary", "/a"), stage("count", "/b"));
    assertThat(plan.step(0)).isEqualTo("1/2 vocabulary");
    assertThat(plan.step(1)).isEqualTo("2/2 count");
    assertThat(plan.directory()).isEmpty();
  }

  @Test
  void ofAChainKnowsItsDirectory() {
    Plan plan = Plan.chain("train", new Path("/all"), List.of(stage("count", "/all/counts")));
    assertThat(plan.directory()).contains(new Path("/all"));
    assertThat(plan.step(0)).isEqualTo("1/1 count");
  }

  /** The second would be made of the first's place, or wait for its lock for ever. */
  @Test
  void refusesTwoOutputsOfOneName() {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Plan.of("count", stage("a", "/x"), stage("b", "/y"), stage("c", "/x")));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure)
        .hasMessage("two outputs of count have the same name, /x; choose another for one of them");
  }

  @Test
  void hasAStage() {
    assertThatThrownBy(() -> Plan.of("train")).hasMessage("plan train has no stages");
  }
}
