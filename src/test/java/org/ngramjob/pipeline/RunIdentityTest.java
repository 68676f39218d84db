// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.GenericOptionsParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIdentityTest {
  @TempDir Path directory;

  private static Manifest.Run run(Configuration configuration, String... arguments) {
    return new RunIdentity(Invocation.of(List.of(arguments)), configuration).since(Instant.now());
  }

  @Test
  void holdsWhatTheUserHasSetAndWhereJobsRan() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("own.xml"),
            "<configuration><property><name>ngramjob.count.block-bytes</name><value>9</value>"
                + "</property></configuration>");
    Configuration configuration = new Configuration();
    configuration.addResource(
        new java.io.ByteArrayInputStream(
            "<configuration><property><name>of.cluster</name><value>1</value></property></configuration>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "mapred-site.xml");
    new GenericOptionsParser(
        configuration,
        new String[] {
          "-conf", file.toString(), "-D", "mapreduce.job.queuename=night", "-Da.password=x"
        });

    assertThat(run(configuration).configuration())
        .containsEntry("ngramjob.count.block-bytes", "9")
        .containsEntry("mapreduce.job.queuename", "night")
        .containsEntry("a.password", "(blanked)")
        .containsEntry("fs.defaultFS", "file:///")
        .containsEntry("mapreduce.framework.name", "local")
        .doesNotContainKeys("of.cluster", "io.file.buffer.size");
  }

  @Test
  void blanksSecretsInTheCommandLine() {
    assertThat(run(new Configuration(), "count", "-Da.secret=x").arguments())
        .containsExactly("count", "-Da.secret=(blanked)");
  }

  @Test
  void hasAnIdOfItsOwn() {
    Configuration configuration = new Configuration();
    assertThat(run(configuration).id())
        .matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")
        .isNotEqualTo(run(configuration).id());
  }
}
