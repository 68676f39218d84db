// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  private static final String KEY = "io.file.buffer.size";

  private Configuration configuration;

  @BeforeEach
  void readDefaultFiles() {
    configuration = new Configuration();
  }

  private void read(String source, String value) {
    String xml =
        "<configuration><property><name>%s</name><value>%s</value></property></configuration>"
            .formatted(KEY, value);
    configuration.addResource(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), source);
  }

  private void assertIs(boolean isDefault, boolean isOfUser) {
    assertThat(Defaults.isDefault(configuration, KEY)).isEqualTo(isDefault);
    assertThat(Defaults.isOfUser(configuration, KEY)).isEqualTo(isOfUser);
  }

  @Test
  void areWhatHadoopsDefaultFilesSay() {
    // core-default.xml has it.
    assertThat(configuration.get(KEY)).isEqualTo("4096");
    assertIs(true, false);
    read("yarn-default.xml", "1");
    assertIs(true, false);
  }

  @Test
  void areWhatNobodySays() {
    assertThat(Defaults.isDefault(configuration, "test.nobody")).isTrue();
    assertThat(Defaults.isOfUser(configuration, "test.nobody")).isFalse();
  }

  @Test
  void areNotWhatAnAdministratorOrThisProgramHasSet() {
    read("core-site.xml", "1");
    assertIs(false, false);
    configuration.set(KEY, "2");
    assertIs(false, false);
  }

  /** By {@code -D}, or by {@code -conf} with a file, also with one of the cluster's. */
  @Test
  void areNotWhatAUserHasSet() {
    configuration.set(KEY, "2", "from command line");
    assertIs(false, true);
    for (String file : new String[] {"file:/home/u/mine.xml", "file:/etc/hadoop/core-site.xml"}) {
      readDefaultFiles();
      read(file, "1");
      assertIs(false, true);
    }
  }

  @Test
  void ofTheProgramReplaceHadoopsOnly() {
    Defaults.set(configuration, KEY, "65536");
    assertThat(configuration.get(KEY)).isEqualTo("65536");
    Defaults.set(configuration, KEY, "1");
    assertThat(configuration.get(KEY)).isEqualTo("65536");
    Defaults.set(configuration, "test.nobody", "x");
    assertThat(configuration.get("test.nobody")).isEqualTo("x");
  }
}
