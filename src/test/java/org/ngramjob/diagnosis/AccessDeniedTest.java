// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.PrivilegedAction;
import java.util.List;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.security.KerberosAuthException;
import org.apache.hadoop.security.UserGroupInformation;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class AccessDeniedTest {
  /** As whom all is tried, whoever runs the tests. */
  private static final String READER = "reader";

  private static final String USER = "user " + READER;

  private static Failure behind(IOException error) {
    return asReader(() -> AccessDenied.behind(error).orElseThrow());
  }

  private static Failure asReader(PrivilegedAction<Failure> action) {
    return UserGroupInformation.createRemoteUser(READER).doAs(action);
  }

  private static IOException wrapped(IOException cause) {
    return new IOException("DestHost:destPort nn:8020 , LocalHost:localPort here:0", cause);
  }

  /** As Hadoop's client wraps it, twice. */
  @Test
  void tellsHowToLogIn() {
    Failure failure =
        behind(
            wrapped(
                new IOException(
                    new AccessControlException(
                        "Client cannot authenticate via:[TOKEN, KERBEROS]"))));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage(
            "this cluster wants Kerberos and "
                + USER
                + " is not logged in: Client cannot authenticate via:[TOKEN, KERBEROS];"
                + " run kinit, or set KRB5PRINCIPAL and KRB5KEYTAB");
  }

  @Test
  void tellsThatAKeytabDoesNotWork() {
    KerberosAuthException error = new KerberosAuthException("failure to login: ");
    error.setKeytabFile("/none.keytab");

    Failure failure = AccessDenied.behind(error).orElseThrow();

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("/none.keytab").hasMessageContaining("KRB5KEYTAB");
  }

  @Test
  void namesWhatIsForbidden() {
    Failure failure =
        behind(wrapped(new AccessControlException("Permission denied: user=a, access=WRITE")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage("permission denied for " + USER + ": user=a, access=WRITE; ask the owner");
  }

  /** A server's error that the client has not unpacked, an object store's, and Java's two. */
  @Test
  void knowsEveryWayOfSayingSo() {
    List<IOException> errors =
        List.of(
            wrapped(
                new RemoteException(AccessControlException.class.getName(), "user=a, access=READ")),
            new java.nio.file.AccessDeniedException("s3a://b/k", null, "Access Denied (403)"),
            new FileNotFoundException("/x/part-r-00000 (Permission denied)"),
            new FileSystemException("/x/y", null, "Read-only file system"));
    for (IOException error : errors) {
      assertThat(AccessDenied.behind(error).orElseThrow().exitCode())
          .as("%s", error)
          .isEqualTo(ExitCode.BAD_INPUT);
    }
  }

  @Test
  void leavesOtherErrorsAlone() {
    assertThat(AccessDenied.behind(wrapped(new IOException("no route to host")))).isEmpty();
  }

  @Test
  void namesTheInputAndTheUser() {
    assertThat(asReader(() -> AccessDenied.ofInput("/private/a.txt")))
        .hasMessage(
            "input /private/a.txt may not be read by " + USER + "; ask its owner for permission");
  }

  /** Then the file has nothing to do with it. */
  @Test
  void doesNotBlameAFileWhereATicketIsMissing() {
    assertThat(
            AccessDenied.ofInput(
                "/a.txt", new AccessControlException("Client cannot authenticate via:[KERBEROS]")))
        .hasMessageContaining("run kinit");
  }
}
