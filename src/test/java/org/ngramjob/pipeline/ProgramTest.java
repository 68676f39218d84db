// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static Attributes attributes(String title, String version, String commit) {
    Attributes attributes = new Attributes();
    attributes.putValue("Implementation-Title", title);
    attributes.putValue("Implementation-Version", version);
    attributes.putValue("Implementation-Commit", commit);
    return attributes;
  }

  @Test
  void isNamedByTheManifestOfItsJar() {
    Program program = Program.of(attributes("ngram-job", "0.1.0", "24bc9eff4cfe"));
    assertThat(program).hasToString("ngram-job 0.1.0 (commit 24bc9eff4cfe)");
  }

  /** Without a repository the build leaves the place as it stands in the pom. */
  @Test
  void doesNotInventACommit() {
    assertThat(Program.of(attributes("ngram-job", "0.1.0", "${git.commit.id.abbrev}")))
        .hasToString("ngram-job 0.1.0");
  }

  @Test
  void doesNotTakeTheManifestOfAnother() {
    assertThat(Program.of(attributes("hadoop-common", "3.4.3", "24bc9eff4cfe")))
        .hasToString("ngram-job development");
  }

  @Test
  void knowsClassesThatWereNeverPacked() {
    assertThat(Program.running()).hasToString("ngram-job development");
  }
}
