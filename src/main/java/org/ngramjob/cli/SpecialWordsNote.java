// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

/** What whoever gives text is told of special words in it: nothing disappears without a word. */
final class SpecialWordsNote {
  private SpecialWordsNote() {}

  /**
   * Says it, where there were any.
   *
   * @param number of them that were taken for white space
   */
  static void print(long number, Console console) {
    if (number > 0) {
      console
          .err()
          .println(number + " special words (<s>, </s>, <unk>) were taken for white space");
    }
  }
}
