// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * A process that has left something behind, by which others may ask whether it still runs.
 *
 * @param host it runs on
 * @param pid its number there
 * @param start milliseconds since 1970; tells it from a later process with its number
 */
record DriverProcess(String host, long pid, long start) {
  /** Start times are computed from ticks since boot and may differ by a tick or two. */
  private static final long TICKS_MILLIS = 2000;

  /** This one. */
  static DriverProcess self() {
    ProcessHandle process = ProcessHandle.current();
    return new DriverProcess(hostName(), process.pid(), start(process));
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Whether it is for this host to say if it runs. */
  boolean isOfThisHost() {
    return hostName().equals(host);
  }

  /** Whether this host has such a process. */
  boolean runs() {
    return ProcessHandle.of(pid)
        .filter(process -> Math.abs(start(process) - start) < TICKS_MILLIS)
        .isPresent();
  }
}
