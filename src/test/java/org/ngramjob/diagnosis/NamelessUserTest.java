// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.security.auth.login.LoginException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.KerberosAuthException;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Errors as they come with {@code setpriv --reuid 12345}. */
class NamelessUserTest {
  private static LoginException noName() {
    return new LoginException("java.lang.NullPointerException: invalid null input: name");
  }

  private static void assertSaysWhatToDo(IOException error) {
    Failure failure = IoFailure.of(error, new Configuration()).orElseThrow();
    assertThat(failure)
        .hasMessage(
            "this user's id has no name on this machine, and Hadoop needs one: add a line for it"
                + " (id -u shows it) to /etc/passwd, or run as a user that is there");
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void saysWhatToDo() {
    String words = "Invalid UID, could not determine effective user";
    assertSaysWhatToDo(new IOException(words, noName()));
    assertSaysWhatToDo(new IOException(new IOException(words)));
  }

  /** Older versions of Hadoop: nobody is to run kinit for it. */
  @Test
  void doesNotAskForATicket() {
    assertSaysWhatToDo(new KerberosAuthException("failure to login: ", noName()));
  }

  @Test
  void leavesOtherErrorsAlone() {
    assertThat(NamelessUser.behind(new IOException("no route to host"))).isEmpty();
  }
}
