// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MethodTest {
  private static final List<Option> HELD_OUT = List.of(Option.path(SmoothingSpec.HELD_OUT));

  /** Otherwise a path would be taken and not read, or a fit never be asked for. */
  @Test
  void heldOutTextAndItsOptionGoTogether() {
    Function<HeldOutFit, Smoothing> fit = text -> new Mle();
    assertThat(method(HELD_OUT, Optional.of(fit)).heldOut()).contains(fit);
    assertThat(method(List.of(), Optional.empty()).heldOut()).isEmpty();
    assertThatThrownBy(() -> method(HELD_OUT, Optional.empty()))
        .hasMessageContaining("m must both have the option heldout and be made from held-out text");
    assertThatThrownBy(() -> method(List.of(), Optional.of(fit)))
        .hasMessageContaining("or neither");
  }

  /** Several options are a choice; the name stands once. */
  @Test
  void usageIsThatOfItsOptions() {
    Option k = Option.aboveUpTo("k", 0, 1).byDefault(0.5);
    assertThat(method(List.of(k), Optional.empty()).usage()).isEqualTo("m:k=0.5");
    Option discount = Option.within("d", 0, 1).meaning("D, from the counts");
    assertThat(method(List.of(k, discount), Optional.empty()).usage())
        .isEqualTo("m:k=0.5, or d=D, from the counts");
  }

  private static Method method(
      List<Option> options, Optional<Function<HeldOutFit, Smoothing>> heldOut) {
    return new Method(
        "m",
        LowerOrder.NONE,
        options,
        (spec, orders, fallback) -> {},
        (spec, totals, fallback) -> new Mle(),
        stored -> new Mle(),
        heldOut);
  }
}
