// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

/**
 * What to do about a plan that is already finished. An unfinished plan is resumed under each of
 * them.
 */
public enum IfExists {
  /** Stop with exit code 4. */
  FAIL,
  /** Skip every stage whose output is complete and made from the same things; else stop. */
  SKIP,
  /** Make everything again and put the new output in the place of the old one by renaming. */
  OVERWRITE
}
