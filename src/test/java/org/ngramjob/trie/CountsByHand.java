// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Directories of counts in one bucket, each number given: also such as no counting makes. The
 * header's sums are those of what stands there; a vocabulary is to be added.
 *
 * <p>Nodes are texts {@code CONTEXT: WORD=RAW/ADJUSTED …}, all words by id, those of a context the
 * nearest first, in the order of contexts; the first is the root, without context.
 */
public final class CountsByHand {
  private CountsByHand() {}

  /** Writes all but the vocabulary. */
  public static void write(Path directory, int order, String... nodes) throws IOException {
    List<int[]> contexts = new ArrayList<>();
    for (String node : nodes) {
      contexts.add(BlockList.ids(node.substring(0, node.indexOf(':'))));
    }
    CountStatistics statistics = new CountStatistics(order);
    ByteWriter[] sections = new ByteWriter[order];
    Arrays.setAll(sections, depth -> new ByteWriter(1 << 8));
    UpperNodes upper = new UpperNodes();
    int[] siblings = new int[order];
    for (int i = 0; i < nodes.length; i++) {
      int[] context = contexts.get(i);
      Followers followers = followers(nodes[i]);
      statistics.addAll(context.length, followers);
      int depth = context.length;
      if (depth == 0) {
        upper.add(context, followers);
        NodeCodec.writePartial(sections[0], 0, 0, order == 1, children(contexts, context));
      } else {
        int id = context[depth - 1];
        NodeCodec.write(
            sections[depth],
            depth,
            id - siblings[depth],
            NodeCodec.isLeaf(order, depth, id),
            children(contexts, context),
            followers);
        siblings[depth] = id;
      }
      Arrays.fill(siblings, Math.min(order, depth + 1), order, 0);
    }
    writeFiles(directory, sections, upper);
    Files.writeString(directory.resolve(CountHeader.FILE), CountHeader.of(statistics, 1).toJson());
  }

  private static int children(List<int[]> contexts, int[] parent) {
    return (int)
        contexts.stream()
            .filter(child -> child.length == parent.length + 1)
            .filter(child -> Arrays.equals(Arrays.copyOf(child, parent.length), parent))
            .count();
  }

  private static Followers followers(String node) {
    Followers followers = new Followers();
    for (String follower : node.substring(node.indexOf(':') + 2).split(" ", -1)) {
      String[] numbers = follower.split("[=/]", -1);
      followers.add(
          Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
    return followers;
  }

  private static void writeFiles(Path directory, ByteWriter[] sections, UpperNodes upper)
      throws IOException {
    Path shards = Files.createDirectories(directory.resolve("shards"));
    try (OutputStream out = Files.newOutputStream(shards.resolve("part-r-00000"))) {
      BucketFileWriter file = new BucketFileWriter(out);
      ByteWriter head = new ByteWriter(16);
      for (ByteWriter section : sections) {
        head.writeVarLong(section.length());
      }
      file.write(head);
      for (ByteWriter section : sections) {
        file.write(section);
      }
      file.endBucket(0);
      file.finish(new ByteWriter(1));
    }
    ByteWriter upperFile = new ByteWriter(1 << 8);
    upper.writeTo(upperFile);
    Files.write(directory.resolve("upper"), upperFile.toByteArray());
    Files.write(directory.resolve(BucketTable.FILE), BlockList.oneBucket().toBytes());
  }
}
