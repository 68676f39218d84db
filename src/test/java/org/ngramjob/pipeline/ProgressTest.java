// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Locale before = Locale.getDefault();
  private long now;

  /** A comma-decimal locale must not show. */
  @BeforeEach
  void useGermanLocale() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  private void wait(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesAPlainLineAtMostEveryThirtySeconds() {
    Progress progress = new Progress(out, false, () -> now);
    progress.begin("2/3 count", 0);
    for (int i = 0; i < 65; i++) {
      wait(1);
      progress.update("", i / 100.0, 0, false);
    }

    // Shown after 30 and 60 seconds, when 29 % and 59 % are done.
    assertThat(text().lines()).containsExactly("2/3 count 29% 30.0 s", "2/3 count 59% 0:01:00");
  }

  /** Without a speed: the part may have read any share of the bytes. */
  @Test
  void showsHowFarAPartIsThatIsNoJob() {
    Progress progress = new Progress(out, false, () -> now);
    progress.begin("1/1 import", 60_000_000);
    wait(30);
    progress.advance("tables", 0.5);
    wait(29);
    progress.advance("tables", 0.6);
    wait(1);
    progress.advance("", 0.75);
    assertThat(text().lines())
        .containsExactly("1/1 import tables 50% 30.0 s", "1/1 import 75% 0:01:00");
  }

  @Test
  void tellsWaitingFromWork() {
    Progress progress = new Progress(out, false, () -> now);
    progress.begin("2/3 count", 0);
    wait(29);
    progress.waiting("");
    wait(1);
    progress.waiting("");
    wait(30);
    progress.waiting("words");

    assertThat(text().lines())
        .containsExactly(
            "2/3 count waits for the cluster to start it, 30.0 s",
            "2/3 count words waits for the cluster to start it, 0:01:00");
  }

  /** 60 MB, half of them read after 30 seconds: 1 MB a second. */
  @Test
  void showsHowFastTextIsRead() {
    Progress progress = new Progress(out, false, () -> now);
    progress.begin("2/3 count", 60_000_000);
    wait(30);
    progress.update("", 0.5, 0, true);
    wait(30);
    progress.update("", 0, 0, true);

    assertThat(text().lines())
        .containsExactly(
            "2/3 count 25% (map 50%, reduce 0%), 1.0 MB/s 30.0 s",
            "2/3 count 0% (map 0%, reduce 0%) 0:01:00");
  }

  @Test
  void writesOverOneLineOnATerminal() {
    Progress progress = new Progress(out, true, () -> now);
    progress.begin("1/1 estimate", 0);
    wait(1);
    progress.update("index", 1, 0.5, true);
    progress.done(Map.of());

    assertThat(text())
        .isEqualTo(
            "\r\u001b[K1/1 estimate …\r\u001b[K1/1 estimate index 75% (map 100%, reduce 50%) 1.0 s\r\u001b[K"
                + "1/1 estimate done in 1.0 s"
                + System.lineSeparator());
  }

  @Test
  void endsAStageWithThroughputAndFigures() {
    Progress progress = new Progress(out, false, () -> now);
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("tokens", 20_000_000L);
    figures.put("lines", 5L);
    progress.begin("2/3 count", 30_000_000);
    wait(10);
    progress.done(figures);

    assertThat(text().lines())
        .containsExactly("2/3 count done in 10.0 s, 30.0 MB at 3.0 MB/s: tokens 20000000, lines 5");
  }
}
