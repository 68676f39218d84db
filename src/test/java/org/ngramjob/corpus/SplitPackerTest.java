// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.junit.jupiter.api.Test;

class SplitPackerTest {
  private static LocatedFileStatus file(String name, long length, BlockLocation... blocks) {
    return new LocatedFileStatus(
        new FileStatus(length, false, 1, 128 << 20, 0, new Path("/" + name)), blocks);
  }

  private static BlockLocation block(long from, long length, String... hosts) {
    return new BlockLocation(new String[0], hosts, from, length);
  }

  /** As {@code a[0,100) b[0,20)}, a line a split. */
  private static List<String> shown(SplitPacker packer) {
    List<String> shown = new ArrayList<>();
    for (CombineFileSplit split : packer.splits()) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < split.getNumPaths(); i++) {
        long from = split.getOffset(i);
        parts.add(
            "%s[%d,%d)".formatted(split.getPath(i).getName(), from, from + split.getLength(i)));
      }
      shown.add(String.join(" ", parts));
    }
    return shown;
  }

  private static List<String> hosts(SplitPacker packer) throws IOException {
    List<String> hosts = new ArrayList<>();
    for (CombineFileSplit split : packer.splits()) {
      hosts.add(String.join(" ", split.getLocations()));
    }
    return hosts;
  }

  /** 250 = 100 + 100 + 50; a rest of 1.1 parts, 110, stays whole, and 111 does not. */
  @Test
  void cutsAFileIntoPartsButNoSmallRestOff() {
    SplitPacker packer = new SplitPacker(100);
    packer.add(file("a", 250), 100);
    packer.add(file("b", 110), 100);
    packer.add(file("c", 111), 100);

    assertThat(shown(packer))
        .containsExactly(
            "a[0,100)", "a[100,200)", "a[200,250)", "b[0,110)", "c[0,100)", "c[100,111)");
  }

  /**
   * To open a file counts as a hundredth of 1000: with 90 bytes of its own it weighs 100, and ten
   * such fill a split.
   */
  @Test
  void putsSmallFilesTogetherUntilASplitIsFull() {
    SplitPacker packer = new SplitPacker(1000);
    for (char name = 'a'; name <= 'l'; name++) {
      packer.add(file(String.valueOf(name), 90), Long.MAX_VALUE);
    }

    assertThat(shown(packer))
        .containsExactly(
            "a[0,90) b[0,90) c[0,90) d[0,90) e[0,90) f[0,90) g[0,90) h[0,90) i[0,90) j[0,90)",
            "k[0,90) l[0,90)");
  }

  /**
   * Of 100 MiB a hundredth is 1 MiB, but no more than 256 KiB are counted: 768 KiB become 1 MiB.
   */
  @Test
  void countsAQuarterOfAMebibyteForOpeningAFileAtMost() {
    SplitPacker packer = new SplitPacker(100 << 20);
    for (int i = 0; i < 101; i++) {
      packer.add(file("a", 768 << 10), Long.MAX_VALUE);
    }

    assertThat(packer.splits()).extracting(CombineFileSplit::getNumPaths).containsExactly(100, 1);
  }

  /** 510 and 590 are 1100, a tenth more than 1000; 591 would be too much. */
  @Test
  void fillsASplitByATenthMoreButNotFurther() {
    for (int length : new int[] {580, 581}) {
      SplitPacker packer = new SplitPacker(1000);
      packer.add(file("a", 500), Long.MAX_VALUE);
      packer.add(file("b", length), Long.MAX_VALUE);
      packer.add(file("c", 1), Long.MAX_VALUE);

      assertThat(shown(packer))
          .isEqualTo(
              length == 580
                  ? List.of("a[0,500) b[0,580)", "c[0,1)")
                  : List.of("a[0,500)", "b[0,581) c[0,1)"));
    }
  }

  /** 76 and 10 for opening, 502 and 10 for opening, 502: 1100. */
  @Test
  void countsTheOpeningOfAFileOnce() {
    SplitPacker packer = new SplitPacker(1000);
    packer.add(file("a", 76), Long.MAX_VALUE);
    packer.add(file("b", 1004), 502);

    assertThat(shown(packer)).containsExactly("a[0,76) b[0,502) b[502,1004)");
  }

  @Test
  void givesAFileThatIsLargerThanASplitOneOfItsOwn() {
    SplitPacker packer = new SplitPacker(100);
    packer.add(file("a", 5_000_000_000L), Long.MAX_VALUE);
    packer.add(file("b", 1000), Long.MAX_VALUE);

    assertThat(shown(packer)).containsExactly("a[0,5000000000)", "b[0,1000)");
  }

  @Test
  void makesNoSplitOfNothing() {
    SplitPacker packer = new SplitPacker(1000);
    assertThat(packer.splits()).isEmpty();
    packer.add(file("empty", 0), 10);
    assertThat(packer.splits()).isEmpty();
  }

  /**
   * Whatever the sizes, the parts of each file follow one another from its first byte to its last.
   */
  @Test
  void losesAndRepeatsNoByte() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      SplitPacker packer = new SplitPacker(1 + random.nextInt(500));
      int[] lengths = random.ints(20, 0, 1000).toArray();
      long[] next = new long[lengths.length];
      for (int i = 0; i < lengths.length; i++) {
        packer.add(file(Integer.toString(i), lengths[i]), 1 + random.nextInt(300));
      }
      int last = 0;
      for (CombineFileSplit split : packer.splits()) {
        for (int i = 0; i < split.getNumPaths(); i++) {
          int number = Integer.parseInt(split.getPath(i).getName());
          assertThat(number).isGreaterThanOrEqualTo(last);
          assertThat(split.getOffset(i)).isEqualTo(next[number]);
          assertThat(split.getLength(i)).isPositive();
          next[number] += split.getLength(i);
          last = number;
        }
      }
      assertThat(next).isEqualTo(Arrays.stream(lengths).asLongStream().toArray());
    }
  }

  /**
   * Of [0,150) a has all, b 60 bytes, c 50 and d 40; of [150,300) b and c have all. Three are
   * named, by bytes, then by name.
   */
  @Test
  void namesTheHostsThatHoldMostOfASplit() throws IOException {
    SplitPacker packer = new SplitPacker(150);
    packer.add(
        file(
            "text",
            300,
            block(0, 50, "c", "a"),
            block(50, 60, "b", "a"),
            block(110, 40, "d", "a"),
            block(150, 150, "c", "b")),
        150);
    assertThat(hosts(packer)).containsExactly("a b c", "b c");

    SplitPacker whole = new SplitPacker(300);
    whole.add(file("text", 300, block(0, 300, "d", "c", "b", "a")), 300);
    assertThat(hosts(whole)).containsExactly("a b c");
  }

  @Test
  void goesWithoutHostsThatCannotBeTold() throws IOException {
    BlockLocation untold =
        new BlockLocation() {
          @Override
          public String[] getHosts() throws IOException {
            throw new IOException("nobody knows");
          }
        };
    untold.setLength(10);
    SplitPacker packer = new SplitPacker(100);
    packer.add(file("a", 10, untold), 10);

    assertThat(hosts(packer)).containsExactly("");
    assertThat(shown(packer)).containsExactly("a[0,10)");
  }
}
