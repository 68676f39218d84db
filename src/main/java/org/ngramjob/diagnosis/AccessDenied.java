// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.security.UserGroupInformation;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** What a user may not do, or cannot do for want of a ticket, however deep Hadoop hides it. */
public final class AccessDenied {
  private static final String NO_TICKET = "Client cannot authenticate";

  private AccessDenied() {}

  /** What is behind an error, if it is about permission. */
  public static Optional<Failure> behind(Throwable error) {
    for (Cause cause : Cause.behind(error)) {
      if (cause.is("KerberosAuthException") || isNoTicket(cause)) {
        return Optional.of(
            new Failure(
                ExitCode.BAD_INPUT,
                "this cluster wants Kerberos and "
                    + user()
                    + " is not logged in: "
                    + cause.text()
                    + "; run kinit, or set KRB5PRINCIPAL and KRB5KEYTAB",
                error));
      }
      if (isDenied(cause)) {
        return Optional.of(
            new Failure(
                ExitCode.BAD_INPUT,
                "permission denied for "
                    + user()
                    + ": "
                    + cause.text().replaceFirst("^Permission denied: ", "")
                    + "; ask the owner",
                error));
      }
    }
    return Optional.empty();
  }

  /**
   * HDFS has a type of its own, object stores and Java's newer calls another; older calls of Java
   * know only that a file cannot be opened and say in brackets why.
   */
  private static boolean isDenied(Cause cause) {
    return cause.is("AccessControlException", "AccessDeniedException")
        || SystemMessage.PERMISSION_DENIED.isIn(cause.message())
        || cause.says("Read-only file system");
  }

  /** An input that must not be read. */
  public static Failure ofInput(String input, AccessControlException error) {
    return Cause.behind(error).stream().anyMatch(AccessDenied::isNoTicket)
        ? behind(error).orElseThrow()
        : unreadable(input, error);
  }

  /** An input that must not be read, found by looking and not by an error. */
  public static Failure ofInput(String input) {
    return unreadable(input, null);
  }

  private static Failure unreadable(String input, AccessControlException error) {
    return new Failure(
        ExitCode.BAD_INPUT,
        "input " + input + " may not be read by " + user() + "; ask its owner for permission",
        error);
  }

  private static boolean isNoTicket(Cause cause) {
    return cause.is("AccessControlException") && cause.message().startsWith(NO_TICKET);
  }

  /** Who we are, in words. */
  static String user() {
    try {
      return "user " + UserGroupInformation.getCurrentUser().getShortUserName();
    } catch (IOException e) {
      return "this user";
    }
  }
}
