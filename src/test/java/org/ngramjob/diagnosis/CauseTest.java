// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.ipc.RemoteException;
import org.junit.jupiter.api.Test;

class CauseTest {
  private static final class OfOurOwnException extends IOException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void areTheErrorAndAllBehindItOutermostFirst() {
    IOException inner = new IOException("disk\nat line 2");
    assertThat(Cause.behind(new IllegalStateException("outer", inner)))
        .containsExactly(
            new Cause("IllegalStateException", "outer"), new Cause("IOException", "disk"));
  }

  /** {@code new UncheckedIOException(e)} has the name and the text of e as its own text. */
  @Test
  void quoteNoCauseByItsClass() {
    assertThat(Cause.behind(new UncheckedIOException(new IOException("disk"))))
        .containsExactly(
            new Cause("UncheckedIOException", "disk"), new Cause("IOException", "disk"));
    assertThat(Cause.behind(new IOException("org.x.Foo$BarError: gone: a.b.CException: why")))
        .containsExactly(new Cause("IOException", "org.x.Foo$BarError: gone: a.b.CException: why"));
    // No package, or no error: somebody's own words.
    for (String words :
        new String[] {"IOException: disk", "a.b.Count: 3", "at a.b.CException: x"}) {
      assertThat(Cause.behind(new IOException(words)))
          .containsExactly(new Cause("IOException", words));
    }
  }

  @Test
  void areNamedAsTheServerNamedThem() {
    assertThat(Cause.behind(new RemoteException("org.x.SafeModeException", "wait")))
        .containsExactly(new Cause("SafeModeException", "wait"));
    assertThat(Cause.behind(new RemoteException("org.x.Node$StandbyException", "no")))
        .containsExactly(new Cause("StandbyException", "no"));
    assertThat(Cause.behind(new RemoteException(null, "no")))
        .containsExactly(new Cause("null", "no"));
  }

  @Test
  void withoutAMessageAreQuotedByTheirType() {
    Cause cause = Cause.behind(new OfOurOwnException()).get(0);
    assertThat(cause).isEqualTo(new Cause("OfOurOwnException", ""));
    assertThat(cause.text()).isEqualTo("OfOurOwnException");
    assertThat(new Cause("IOException", "words").text()).isEqualTo("words");
    assertThat(Cause.quoted("words").type()).isEmpty();
  }

  @Test
  void areKnownByTypeOrWords() {
    Cause cause = new Cause("IOException", "disk is full");
    assertThat(cause.is("FileNotFoundException", "IOException")).isTrue();
    assertThat(cause.is("Exception", "ioexception")).isFalse();
    assertThat(cause.says("is full")).isTrue();
    assertThat(cause.says("IOException")).isFalse();
  }

  /** Two errors may each have the other as their cause. */
  @Test
  void endAtFifty() {
    IOException first = new IOException("first");
    first.initCause(new IOException("second", first));
    assertThat(Cause.behind(first)).hasSize(50);
  }
}
