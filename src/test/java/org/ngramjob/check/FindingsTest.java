// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void partsShareOneAccount() {
    findings.figure("order", 3);
    Findings part = findings.of("counts").of("shards");
    part.figure("buckets", 7L);
    part.defect("bucket 2 is cut");
    findings.defect("the header is missing");
    findings.figure("order", 4);
    assertThat(part.figures())
        .containsExactly(entry("order", "4"), entry("counts.shards.buckets", "7"));
    assertThat(findings.first())
        .containsExactly("counts.shards: bucket 2 is cut", "the header is missing");
    assertThat(part.defects()).isEqualTo(2);
  }

  @Test
  void tenDefectsAreKeptAndAllAreCounted() {
    for (int i = 1; i <= 12; i++) {
      findings.defect("defect " + i);
    }
    assertThat(findings.first()).hasSize(10).endsWith("defect 10");
    assertThat(findings.defects()).isEqualTo(12);
  }

  /** Two of 1,000 are told; of these one has room here. */
  @Test
  void defectsCountedElsewhereCountOnce() {
    for (int i = 0; i < 9; i++) {
      findings.defect("earlier");
    }
    findings.of("words").defects(List.of("a", "b"), 1000);
    assertThat(findings.first()).hasSize(10).endsWith("words: a");
    assertThat(findings.defects()).isEqualTo(1009);
  }

  @Test
  void nothingIsFoundAtFirst() {
    assertThat(findings.figures()).isEmpty();
    assertThat(findings.first()).isEmpty();
    assertThat(findings.defects()).isZero();
  }
}
