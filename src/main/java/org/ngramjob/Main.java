// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

/** The entry point: the only {@code main} and the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(2);
  }
}
