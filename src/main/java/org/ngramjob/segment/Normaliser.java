// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.text.Normalizer;

/**
 * The one spelling under which words are counted: Unicode NFKC, then {@link LowerCase}. Full-width
 * {@code Ａ}, {@code A} and {@code a} become one word, {@code ㎏} becomes {@code kg}; the JVM's own
 * locale has no say (Turkish would make {@code ı} of {@code I}).
 *
 * <p>What it gives hangs on the Unicode version of the running JDK, for characters that are young
 * only: the spelling of an assigned character never changes. {@link #NAME} therefore holds the
 * version.
 */
final class Normaliser {
  /** Stands in fingerprints. The number is raised when a character may be spelled otherwise. */
  static final String NAME = "nfkc-lower/2-unicode" + unicodeVersion();

  private Normaliser() {}

  static String normalise(String text) {
    return LowerCase.of(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  /** No method tells, so it asks for a character that each version was the first to assign. */
  private static String unicodeVersion() {
    if (Character.isDefined(0x088F)) {
      return "17";
    }
    if (Character.isDefined(0x0897)) {
      return "16";
    }
    if (Character.isDefined(0x2FFC)) {
      return "15.1";
    }
    if (Character.isDefined(0x0CF3)) {
      return "15";
    }
    return Character.isDefined(0x061D) ? "14" : "13";
  }
}
