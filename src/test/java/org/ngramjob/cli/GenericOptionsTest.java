// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class GenericOptionsTest {
  @Test
  void takesThemOutWhereverTheyStand() {
    GenericOptions options =
        GenericOptions.split(
            List.of(
                "-Da=1",
                "count",
                "-fs",
                "file:///",
                "--order",
                "2",
                "-D",
                "b=2",
                "-libjars",
                "x.jar"));
    assertThat(options.generic())
        .containsExactly("-D", "a=1", "-fs", "file:///", "-D", "b=2", "-libjars", "x.jar");
    assertThat(options.rest()).containsExactly("count", "--order", "2");
  }

  @Test
  void theCommandComesFirst() {
    String main = "org.ngramjob.Main";
    assertThat(GenericOptions.split(List.of("-jt", "count", main, "train", main)).words())
        .containsExactly("train", main);
    assertThat(GenericOptions.split(List.of("train", "-Da=1")).words()).containsExactly("train");
    assertThat(GenericOptions.split(List.of("-Da=1")).words()).isEmpty();
  }

  @Test
  void leavesWhatStandsBehindTwoHyphens() {
    GenericOptions options = GenericOptions.split(List.of("compare", "-Da=1", "--", "-Db=2"));
    assertThat(options.generic()).containsExactly("-D", "a=1");
    assertThat(options.rest()).containsExactly("compare", "--", "-Db=2");
  }

  @Test
  void changesTheConfigurationAsHadoopDoes() throws IOException {
    Configuration configuration = new Configuration();
    GenericOptions.split(List.of("-Da.b=x=y", "-jt", "local", "-Da.c=")).applyTo(configuration);
    assertThat(configuration.get("a.b")).isEqualTo("x=y");
    assertThat(configuration.get("a.c")).isEmpty();
    assertThat(configuration.get("yarn.resourcemanager.address")).isEqualTo("local");
  }

  @Test
  void aMissingJarIsAUsageError() {
    GenericOptions options = GenericOptions.split(List.of("-libjars", "missing.jar"));
    assertThatThrownBy(() -> options.applyTo(new Configuration()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("missing.jar");
  }

  /** Errors stand in the logs of schedulers. */
  @Test
  void errorsNameNoValueThatMayBeSecret() {
    GenericOptions missing =
        GenericOptions.split(List.of("-Dfs.s3a.secret.key=abc", "-files", "nosuch"));
    assertThatThrownBy(() -> missing.applyTo(new Configuration()))
        .hasMessage("-files nosuch: File nosuch does not exist");

    GenericOptions cut = GenericOptions.split(List.of("-Dkey=abc", "-files", "-conf", "-D", "x=1"));
    assertThatThrownBy(() -> cut.applyTo(new Configuration()))
        .hasMessage(
            "generic options -D, -files make no sense: is a value missing? see ngram-job --help");

    assertThatThrownBy(() -> GenericOptions.split(List.of("-conf", "-Dfs.s3a.secret.key=abc")))
        .hasMessage("option -conf needs a value");
  }
}
