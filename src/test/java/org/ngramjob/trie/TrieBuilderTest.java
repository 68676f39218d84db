// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * With a = 3, b = 4 the sentences {@code <s> a b a </s>}, twice {@code <s> b </s>} and {@code <s> b
 * a </s>} at order 3 give, reversed context: followers,
 *
 * <pre>
 * 1: 3x1 4x3     (a begins a sentence once, b three times)
 * 3 1: 4x1       (a b)
 * 3 4: 2x2       (b a &lt;/s&gt;)
 * 4 1: 2x2 3x1   (b &lt;/s&gt;, b a)
 * 4 3: 3x1       (a b a)
 * </pre>
 */
class TrieBuilderTest {
  private static final String[] STRIPES = {
    "1: 3x1 4x3", "3 1: 4x1", "3 4: 2x2", "4 1: 2x2 3x1", "4 3: 3x1"
  };

  /** Writes down what comes: {@code complete|partial context children[ first] followers}. */
  private static final class Recorder implements NodeSink {
    private final List<String> nodes = new ArrayList<>();

    @Override
    public void complete(
        int[] path, int depth, int children, boolean firstChild, Followers followers) {
      add("complete", path, depth, children, firstChild, followers);
    }

    @Override
    public void partial(
        int[] path, int depth, int children, boolean firstChild, Followers followers) {
      add("partial", path, depth, children, firstChild, followers);
    }

    private void add(
        String kind, int[] path, int depth, int children, boolean first, Followers followers) {
      nodes.add(
          "%s [%s] %d%s %s"
              .formatted(
                  kind,
                  BlockList.text(path, depth),
                  children,
                  first ? " first" : "",
                  FollowerGatheringTest.text(followers)));
    }
  }

  private static List<String> build(int order, BucketTable buckets, String... stripes)
      throws IOException {
    Recorder recorder = new Recorder();
    TrieBuilder builder = new TrieBuilder(order, buckets, recorder);
    builder.begin(0);
    int bucket = 0;
    for (String text : stripes) {
      Stripe stripe = BlockList.stripe(text);
      while (buckets.bucketOf(stripe.context(), 0, stripe.depth()) > bucket) {
        builder.end();
        recorder.nodes.add("--");
        builder.begin(++bucket);
      }
      builder.stripe(stripe);
    }
    builder.end();
    return recorder.nodes;
  }

  /**
   * After a (3) stands b once and the end twice, each with one word before; after b (4) the end
   * twice, always after {@code <s> b}, and a twice, after {@code <s> b} and {@code a b}. The root
   * has the contexts {@code <s>}, a and b as children.
   */
  @Test
  void oneBucketWorkedByHand() throws IOException {
    assertThat(build(3, BlockList.oneBucket(), STRIPES))
        .containsExactly(
            "complete [1] 0 first 3:1/1 4:3/3",
            "complete [3 1] 0 first 4:1/1",
            "complete [3 4] 0 2:2/2",
            "complete [3] 2 2:2/1 4:1/1",
            "complete [4 1] 0 first 2:2/2 3:1/1",
            "complete [4 3] 0 3:1/1",
            "complete [4] 2 2:2/1 3:2/2",
            "partial [] 3 first 2:4/2 3:3/2 4:4/2");
  }

  /** The context b is split: neither bucket reports it to the root. */
  @Test
  void splitContextsStayOutOfTheirParents() throws IOException {
    BucketTable buckets = BucketTable.of(List.of(new int[0], new int[] {4, 3}));
    assertThat(build(3, buckets, STRIPES))
        .containsExactly(
            "complete [1] 0 first 3:1/1 4:3/3",
            "complete [3 1] 0 first 4:1/1",
            "complete [3 4] 0 2:2/2",
            "complete [3] 2 2:2/1 4:1/1",
            "complete [4 1] 0 first 2:2/2 3:1/1",
            "partial [4] 1 2:2/1 3:1/1",
            "partial [] 3 first 2:2/1 3:1/1 4:4/2",
            "--",
            "complete [4 3] 0 first 3:1/1",
            "partial [4] 1 first 3:1/1",
            "partial [] 1 first ");
  }

  /** Bucket 0 owns [4] and [4 2] though it has nothing below them; the text lacks bucket 1. */
  @Test
  void ownedUpperNodesAppearThoughNothingIsBelow() throws IOException {
    BucketTable buckets =
        BucketTable.of(List.of(new int[0], new int[] {4, 2, 3}, new int[] {4, 2, 9}));
    assertThat(build(4, buckets, "3 1: 4x1", "4 2 9: 5x1"))
        .containsExactly(
            "complete [3 1] 0 first 4:1/1",
            "complete [3] 1 first 4:1/1",
            "partial [4 2] 0 first ",
            "partial [4] 1 ",
            "partial [] 2 first 4:1/1",
            "--",
            "partial [] 0 first ",
            "--",
            "complete [4 2 9] 0 first 5:1/1",
            "partial [4 2] 1 first 5:1/1",
            "partial [4] 1 first ",
            "partial [] 1 first ");
  }

  @Test
  void anEmptyBucketHasARoot() throws IOException {
    assertThat(build(3, BlockList.oneBucket())).containsExactly("partial [] 0 first ");
    assertThat(build(1, BlockList.oneBucket())).containsExactly("partial [] 0 first ");
  }

  /** At order 1 the root is the only leaf. */
  @Test
  void orderOne() throws IOException {
    assertThat(build(1, BlockList.oneBucket(), ": 2x4 3x3"))
        .containsExactly("partial [] 0 first 2:4/4 3:3/3");
  }
}
