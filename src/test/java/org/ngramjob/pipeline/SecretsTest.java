// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  private final Configuration configuration = new Configuration();

  private String blank(String argument) {
    return new Secrets(configuration).blank(List.of(argument)).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Dfs.s3a.secret.key=ab,c|-Dfs.s3a.secret.key=(blanked)",
        "x.PASSWORD=y|x.PASSWORD=(blanked)",
        "-Dfs.azure.account.key.a.net=k|-Dfs.azure.account.key.a.net=(blanked)",
        "-Dfs.s3a.access.key=k|-Dfs.s3a.access.key=(blanked)",
        // Named by Hadoop's own list alone.
        "-Dfs.azure.oauth2.client=k|-Dfs.azure.oauth2.client=(blanked)",
        "-Dmapreduce.map.env=A=b,AWS_SECRET_ACCESS_KEY=c,D=e"
            + "|-Dmapreduce.map.env=A=b,AWS_SECRET_ACCESS_KEY=(blanked),D=e",
        "-Dx=-Djavax.net.ssl.keyStorePassword=p -Xmx1g"
            + "|-Dx=-Djavax.net.ssl.keyStorePassword=(blanked) -Xmx1g",
        "https://a/b?sp=r&sig=abc&x=1|https://a/b?sp=r&sig=(blanked)&x=1",
        "s3a://id:key@bucket/x|s3a://(blanked)@bucket/x",
        "-Dhttp.proxy=http://me:pw@proxy:80|-Dhttp.proxy=http://(blanked)@proxy:80"
      })
  void areBlanked(String argument, String expected) {
    assertThat(blank(argument)).isEqualTo(expected);
  }

  /** A container and its account look like a user and a host. */
  @ParameterizedTest
  @CsvSource({
    "--order=3",
    "token",
    "--input",
    "hdfs://nameservice:8020/corpus/dt=2026-11-22",
    "abfs://container@account.dfs.core.windows.net/x",
    "-Dmapreduce.job.reduces=8",
    // Tokens of text.
    "-Dngramjob.count.buffer-tokens=1000"
  })
  void othersStay(String argument) {
    assertThat(blank(argument)).isEqualTo(argument);
  }

  @Test
  void areWhatTheClusterSaysTheyAre() {
    configuration.set("hadoop.security.sensitive-config-keys", "^our\\.thing$,(broken");
    assertThat(new Secrets(configuration).blankValue("our.thing", "x")).isEqualTo("(blanked)");
    assertThat(new Secrets(configuration).blankValue("our.things", "x")).isEqualTo("x");
  }
}
