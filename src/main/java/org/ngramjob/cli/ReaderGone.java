// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

/**
 * Nobody reads standard output any more, as when {@code head} has its lines: no error, but nothing
 * is left to do.
 */
final class ReaderGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReaderGone() {
    super("the reader of standard output has gone", null, false, false);
  }
}
