// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A process that has left something behind, by which others may ask whether it still runs. Only
 * those that see the same processes may say that it does not: containers that share a host name
 * have process numbers of their own.
 *
 * @param host it runs on
 * @param namespace in which its number holds, letters, digits and dots; empty where the system has
 *     none, null where a former version has written the others down without it
 * @param pid its number there
 * @param start milliseconds since 1970; tells it from a later process with its number
 */
public record DriverProcess(String host, String namespace, long pid, long start) {
  /** Start times are computed from ticks since boot and may differ by a tick or two. */
  private static final long TICKS_MILLIS = 2000;

  /** The namespace with which every kernel begins: PROC_PID_INIT_INO. */
  private static final String OUTSIDE = "4026531836";

  private static final String NO_NAME = "localhost";
  private static final Path PROC = Path.of("/proc");

  /** This one. */
  public static DriverProcess self() {
    ProcessHandle process = ProcessHandle.current();
    String host = hostName();
    return new DriverProcess(host, namespace(host, PROC), process.pid(), start(process));
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return NO_NAME;
    }
  }

  /** What every machine may be called, and those are that cannot resolve their name. */
  private static boolean isName(String host) {
    return !host.equals(NO_NAME) && !host.startsWith(NO_NAME + ".");
  }

  /**
   * The kernel's number of the namespace. Outside of containers it is the same on all machines.
   * Inside, machines give the same few numbers again and again, and host names too: then what the
   * kernel calls this run of itself tells them apart, as it does where the host has no name.
   *
   * @param proc where the kernel tells of itself and its processes
   */
  static String namespace(String host, Path proc) {
    try {
      String link = Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
      String number = link.replaceAll("[^0-9]", "");
      return isName(host) && number.equals(OUTSIDE)
          ? number
          : number
              + "."
              + Files.readString(proc.resolve("sys/kernel/random/boot_id"))
                  .replaceAll("[^0-9a-f]", "");
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** Whether it is for this process to say if it runs. */
  public boolean isWithinSight() {
    return isWithinSightOf(self());
  }

  /** Whether the other one would see it if it ran. */
  boolean isWithinSightOf(DriverProcess other) {
    return other.host.equals(host)
        && other.namespace.equals(namespace)
        && (isName(host) || !namespace.isEmpty());
  }

  /** Whether there is such a process, asked within sight. */
  public boolean runs() {
    return ProcessHandle.of(pid)
        .filter(process -> Math.abs(start(process) - start) < TICKS_MILLIS)
        .isPresent();
  }
}
