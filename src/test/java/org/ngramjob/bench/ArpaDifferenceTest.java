// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.reference.ArpaText;

class ArpaDifferenceTest {
  @TempDir private Path directory;

  @Test
  void findsTheLargest() throws IOException {
    ArpaText one = arpa("-99\t<s>\t-0.5", "-1.25\t</s>", "-0.5\t<s> </s>");
    ArpaText other = arpa("0\t<s>\t-0.25", "-1.75\t</s>", "-0.5\t<s> </s>");
    assertThat(ArpaDifference.between(one, other, 0.5))
        .isEqualTo("1\t2\t5.0e-01\t2.5e-01\n2\t1\t0.0e+00\t0.0e+00\n");
    assertThatThrownBy(() -> ArpaDifference.between(one, other, 0.49))
        .hasMessageContaining("order 1 differs by 0.5");
  }

  @Test
  void refusesOtherNgrams() throws IOException {
    ArpaText one = arpa("0\t<s>\t0", "-1\t</s>", "-0.5\t<s> </s>");
    ArpaText other = arpa("0\t<s>\t0", "-1\ta", "-0.5\t<s> </s>");
    assertThatThrownBy(() -> ArpaDifference.between(one, other, 9))
        .hasMessageContaining("other n-grams: 2 and 2");
  }

  @Test
  void refusesWhatIsNoNumber() throws IOException {
    ArpaText one = arpa("0\t<s>\t0", "NaN\t</s>", "-0.5\t<s> </s>");
    assertThatThrownBy(() -> ArpaDifference.between(one, one, 9)).hasMessageContaining("NaN");
  }

  private ArpaText arpa(String begin, String end, String bigram) throws IOException {
    String text =
        "\\data\\\nngram 1=2\nngram 2=1\n\n\\1-grams:\n%s\n%s\n\n\\2-grams:\n%s\n\n\\end\\\n"
            .formatted(begin, end, bigram);
    return ArpaText.read(Files.writeString(directory.resolve("a.arpa"), text));
  }
}
