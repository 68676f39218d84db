// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits until something is so: as long as a slow machine may take, and no longer than it can be.
 */
final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long POLL_MILLIS = 100;

  private final String what;
  private final Driver driver;

  /** For something that has to do with no driver. */
  Patience(String what) {
    this(what, null);
  }

  /** For something that will never be so once the driver has ended. */
  Patience(String what, Driver driver) {
    this.what = what;
    this.driver = driver;
  }

  void until(Callable<Boolean> condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!holds(condition)) {
      if (driver != null && !driver.isAlive()) {
        throw new IOException("the driver ended before " + what + ": " + driver.said());
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "waited "
                + LIMIT.toMinutes()
                + " minutes for "
                + what
                + (driver == null ? "" : "; the driver said: " + driver.said()));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static boolean holds(Callable<Boolean> condition)
      throws IOException, InterruptedException {
    try {
      return condition.call();
    } catch (IOException | InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
