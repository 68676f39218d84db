// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

/** Is told, often, how far an import is. */
@FunctionalInterface
public interface ImportProgress {
  /** Nobody wants to know. */
  ImportProgress NONE = (part, share) -> {};

  /**
   * So much of a part is done.
   *
   * @param part {@code read}, then {@code tables}
   * @param share 0 to 1
   */
  void at(String part, double share);
}
