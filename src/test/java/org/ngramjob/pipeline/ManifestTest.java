// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Gson would let through: a field that is missing is null to it, or 0. */
class ManifestTest {
  private static final Manifest WHOLE = Manifests.of();

  @Test
  void isOfTodaysFormat() {
    assertThat(WHOLE.format()).isEqualTo(1);
    for (int format : new int[] {0, 2}) {
      assertThatThrownBy(
              () -> new Manifest(format, WHOLE.run(), WHOLE.fingerprint(), WHOLE.result()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("format (" + format + ") must be 1");
    }
  }

  @Test
  void namesThePartThatIsMissing() {
    assertThatThrownBy(() -> new Manifest(null, WHOLE.fingerprint(), WHOLE.result()))
        .hasMessage("run");
    assertThatThrownBy(() -> new Manifest(WHOLE.run(), null, WHOLE.result()))
        .hasMessage("fingerprint");
    assertThatThrownBy(() -> new Manifest(WHOLE.run(), WHOLE.fingerprint(), null))
        .hasMessage("result");
    assertThatThrownBy(() -> run(null, "p", "now")).hasMessage("run id");
    assertThatThrownBy(() -> run("r", null, "now")).hasMessage("program");
    assertThatThrownBy(() -> run("r", "p", null)).hasMessage("started");
  }

  private static Manifest.Run run(String id, String program, String started) {
    return new Manifest.Run(id, program, List.of(), new TreeMap<>(), started, 1);
  }

  @Test
  void hasANumberForEveryFigure() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("tokens", null);
    assertThatThrownBy(() -> new Manifest.Result(List.of(), figures, List.of()))
        .hasMessage("figures must have values");
  }

  /** A stage goes on reporting into the map and the list it has given. */
  @Test
  void doesNotChangeAnyMore() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("tokens", 2L);
    figures.put("lines", 1L);
    List<OutputFile> files = new ArrayList<>(List.of(new OutputFile("a", 1)));
    Manifest.Result result = new Manifest.Result(List.of(), figures, files);
    figures.put("words", 3L);
    files.clear();

    assertThat(result.figures()).containsExactly(Map.entry("tokens", 2L), Map.entry("lines", 1L));
    assertThat(result.outputs()).containsExactly(new OutputFile("a", 1));
    assertThatThrownBy(() -> result.figures().put("words", 3L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void holdsNoFileOrInputOfLessThanNothing() {
    assertThatThrownBy(() -> new OutputFile("a", -1))
        .hasMessage("a: bytes (-1) must not be negative");
    assertThatThrownBy(() -> new OutputFile(null, 1)).hasMessage("output path");
    assertThat(new InputState("a", 0, 0, "00").files()).isZero();
    assertThatThrownBy(() -> new InputState("a", -1, 0, "00"))
        .hasMessage("input a: files (-1) and bytes (0) must not be negative");
    assertThatThrownBy(() -> new InputState("a", 0, -1, "00"))
        .hasMessage("input a: files (0) and bytes (-1) must not be negative");
    assertThatThrownBy(() -> new InputState("a", 0, 0, null)).hasMessage("input state");
  }
}
