// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class NumberSettingTest {
  private static final NumberSetting OWN = NumberSetting.of("ngramjob.x", 7, 1, 1 << 20);
  private static final NumberSetting HADOOPS =
      NumberSetting.ofHadoop("mapreduce.x", 7, 0, Long.MAX_VALUE);

  private final Configuration configuration = new Configuration(false);

  private void assertRefused(NumberSetting setting, String value, String message) {
    configuration.set(setting.key(), value);
    Failure failure = catchThrowableOfType(Failure.class, () -> setting.in(configuration));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure).hasMessage(setting.key() + " (" + value + ") must be " + message);
  }

  @Test
  void isItsDefaultWhereItIsAbsent() {
    assertThat(OWN.in(configuration)).isEqualTo(7);
    assertThat(HADOOPS.in(configuration)).isEqualTo(7);
  }

  /** Hadoop reads {@code 0x10} as 16, and nothing with a unit. */
  @Test
  void isReadAsItsReaderDoes() {
    configuration.set(OWN.key(), " 32k ");
    assertThat(OWN.intIn(configuration)).isEqualTo(32 << 10);
    configuration.set(HADOOPS.key(), "0x10");
    assertThat(HADOOPS.in(configuration)).isEqualTo(16);
  }

  @Test
  void refusesWhatIsNoNumberByTheKey() {
    String own = "a whole number between 1 and 1048576, as 1000 or 32k";
    for (String value : new String[] {"abc", "1.5", "", "0", "-1", "2m", "99999999999999999999"}) {
      assertRefused(OWN, value, own);
    }
    for (String value : new String[] {"abc", "32k", "-1"}) {
      assertRefused(HADOOPS, value, "a whole number of at least 0");
    }
  }

  @Test
  void checksValuesFromElsewhere() {
    OWN.check(1);
    Failure failure = catchThrowableOfType(Failure.class, () -> OWN.check(0));
    assertThat(failure).hasMessageStartingWith("ngramjob.x (0) must be");
  }
}
