// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class DayTest {
  private static final Day DAY = Day.parse("2026-11-22");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026-11-22 ",
        " 2026-11-22",
        "2026-1-2",
        "20261122",
        "2026/11/22",
        "22-11-2026",
        "2026-02-29",
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "2026-11-31",
        "+2026-11-22",
        "2026-11-2２"
      })
  void whatIsNoDayOfTheCalendarIsRefused(String text) {
    assertThatThrownBy(() -> Day.parse(text))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--dt \"" + text + "\" is no day of the calendar");
  }

  @Test
  void aLeapDayIsADay() {
    assertThat(Day.parse("2028-02-29").minus(1).label()).isEqualTo("dt=2028-02-28");
    assertThat(Day.parse("2026-01-03").minus(6).label()).isEqualTo("dt=2025-12-28");
  }

  @Test
  void withoutADayPathsStay() {
    assertThat(Day.parse(null).in("--input", "logs/dt=2026-11-22")).isEqualTo("logs/dt=2026-11-22");
    assertThat(Day.NONE.ofFile("--arpa", "a.arpa")).isEqualTo("a.arpa");
    assertThat(Day.NONE.label()).isEmpty();
  }

  @Test
  void directoriesHavePartitions() {
    assertThat(DAY.in("--input", "logs")).isEqualTo("logs/dt=2026-11-22");
    assertThat(DAY.in("--input", "hdfs://n/logs/")).isEqualTo("hdfs://n/logs/dt=2026-11-22");
    assertThat(DAY.in("--input", "logs/{a,b}*")).isEqualTo("logs/{a,b}*/dt=2026-11-22");
    assertThat(DAY.ofFile("--arpa", "out/m.arpa.gz")).isEqualTo("out/dt=2026-11-22/m.arpa.gz");
    assertThat(DAY.ofFile("--arpa", "m.arpa")).isEqualTo("dt=2026-11-22/m.arpa");
  }

  @Test
  void aPathInThePartitionStays() {
    assertThat(DAY.in("--input", "logs/dt=2026-11-22")).isEqualTo("logs/dt=2026-11-22");
    assertThat(DAY.in("--counts", "m/dt=2026-11-22/counts")).isEqualTo("m/dt=2026-11-22/counts");
  }

  @Test
  void aPathInThePartitionOfAnotherDayIsRefused() {
    assertThatThrownBy(() -> DAY.in("--input", "logs/dt=2026-11-21"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "--input logs/dt=2026-11-21 names the partition dt=2026-11-21, but --dt says"
                + " dt=2026-11-22; leave one of them out");
  }

  /** Nobody has typed the day that {@code --days} comes to. */
  @Test
  void ofDaysBeforeTheOneNamedTheDirectoryOfAllIsAskedFor() {
    Day first = DAY.minus(6);
    assertThat(first.in("--counts", "c/dt=2026-11-16")).isEqualTo("c/dt=2026-11-16");
    assertThatThrownBy(() -> first.in("--counts", "c/dt=2026-11-22"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "--counts c/dt=2026-11-22 names the partition dt=2026-11-22, but --days needs"
                + " dt=2026-11-16; give the directory of all days, without dt=2026-11-22");
    assertThatThrownBy(() -> DAY.minus(0).in("--counts", "c/dt=2026-11-16"))
        .hasMessageContaining("--dt says dt=2026-11-22");
  }
}
