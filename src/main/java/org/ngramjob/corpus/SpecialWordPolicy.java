// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

/** What happens to {@code <s>}, {@code </s>} and {@code <unk>} in the text. */
public enum SpecialWordPolicy {
  /** They are white space, counted and reported. */
  SKIP,
  /** The job ends with exit code 3 and names file and place. */
  FAIL
}
