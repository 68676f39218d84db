// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.UpperNodes;

/** Makes the shard of the nodes above the buckets. */
public final class UpperShard {
  private UpperShard() {}

  /** Fills an empty writer with all upper nodes and gives the shard's bytes. */
  public static ByteWriter write(UpperNodes nodes, ModelShardWriter writer) {
    // Context order puts a prefix first: each node comes after its parent and before its siblings.
    nodes.forEach(
        (context, followers) ->
            writer.add(
                context.length, context.length == 0 ? -1 : context[context.length - 1], followers));
    ByteWriter out = new ByteWriter(1 << 16);
    writer.writeTo(out);
    return out;
  }
}
