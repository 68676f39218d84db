// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils.TraditionalBinaryPrefix;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * A whole number that a configuration may hold, read in one way wherever it is needed: a value that
 * makes no sense is refused by the name of its key.
 *
 * @param key where it stands
 * @param absent what it is where nobody has set it
 * @param least the smallest value allowed
 * @param most the largest
 * @param units whether a unit may follow, as in {@code 32m}; Hadoop reads its own without
 */
public record NumberSetting(String key, long absent, long least, long most, boolean units) {
  /** One of this program's own. */
  public static NumberSetting of(String key, long absent, long least, long most) {
    return new NumberSetting(key, absent, least, most, true);
  }

  /** One that Hadoop reads, too. */
  public static NumberSetting ofHadoop(String key, long absent, long least, long most) {
    return new NumberSetting(key, absent, least, most, false);
  }

  /**
   * What the configuration says.
   *
   * @throws Failure with exit code 2 if that is no number, or none that is allowed
   */
  public long in(Configuration configuration) {
    String value = configuration.getTrimmed(key);
    if (value == null) {
      return absent;
    }
    long number;
    try {
      boolean unit = units && !value.isEmpty();
      number =
          unit ? TraditionalBinaryPrefix.string2long(value) : configuration.getLong(key, absent);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, refusal(value), e);
    }
    refuseUnlessAllowed(number, value);
    return number;
  }

  /** The same where what is allowed fits into an int. */
  public int intIn(Configuration configuration) {
    return Math.toIntExact(in(configuration));
  }

  /**
   * Looks at a value from elsewhere.
   *
   * @throws Failure with exit code 2 if it is not allowed
   */
  public void check(long value) {
    refuseUnlessAllowed(value, Long.toString(value));
  }

  private void refuseUnlessAllowed(long number, String value) {
    if (number < least || number > most) {
      throw Failure.usage(refusal(value));
    }
  }

  private String refusal(String value) {
    String allowed =
        most < Long.MAX_VALUE
            ? "between %d and %d".formatted(least, most)
            : least > Long.MIN_VALUE ? "of at least " + least : "of 64 bits";
    return "%s (%s) must be a whole number %s%s"
        .formatted(key, value, allowed, units ? ", as 1000 or 32k" : "");
  }
}
