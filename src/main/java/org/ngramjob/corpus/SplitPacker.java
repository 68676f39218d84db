// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;

/** Cuts files into parts and puts parts together, in order, until a split is full. */
final class SplitPacker {
  /** A rest this much larger than a split is not cut again, as in Hadoop's own input formats. */
  private static final double SLOP = 1.1;

  /** What opening a file costs, in bytes that could be read instead. */
  private static final long OPENING = 256 << 10;

  private static final int HOSTS = 3;

  private final long capacity;
  private final List<CombineFileSplit> splits = new ArrayList<>();
  private final List<Path> paths = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();
  private final Map<String, Long> bytesByHost = new HashMap<>();
  private long weight;

  /** Makes splits of about {@code capacity} bytes. */
  SplitPacker(long capacity) {
    this.capacity = capacity;
  }

  void add(LocatedFileStatus file, long partBytes) {
    long start = 0;
    long rest = file.getLen();
    while (rest / (double) partBytes > SLOP) {
      add(file, start, partBytes);
      start += partBytes;
      rest -= partBytes;
    }
    if (rest > 0) {
      add(file, start, rest);
    }
  }

  private void add(LocatedFileStatus file, long start, long length) {
    long cost = length + (start == 0 ? Math.min(OPENING, capacity / 100) : 0);
    if (weight > 0 && weight + cost > capacity * SLOP) {
      close();
    }
    paths.add(file.getPath());
    starts.add(start);
    lengths.add(length);
    weight += cost;
    addHosts(file, start, length);
    if (weight >= capacity) {
      close();
    }
  }

  private void addHosts(LocatedFileStatus file, long start, long length) {
    for (BlockLocation block : file.getBlockLocations()) {
      long from = Math.max(start, block.getOffset());
      long to = Math.min(start + length, block.getOffset() + block.getLength());
      if (from < to) {
        for (String host : hosts(block)) {
          bytesByHost.merge(host, to - from, Long::sum);
        }
      }
    }
  }

  private static String[] hosts(BlockLocation block) {
    try {
      return block.getHosts();
    } catch (IOException e) {
      // Without a hint the split simply runs anywhere.
      return new String[0];
    }
  }

  List<CombineFileSplit> splits() {
    if (!paths.isEmpty()) {
      close();
    }
    return splits;
  }

  private void close() {
    String[] hosts =
        bytesByHost.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(HOSTS)
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    splits.add(
        new CombineFileSplit(
            paths.toArray(Path[]::new),
            starts.stream().mapToLong(Long::longValue).toArray(),
            lengths.stream().mapToLong(Long::longValue).toArray(),
            hosts));
    paths.clear();
    starts.clear();
    lengths.clear();
    bytesByHost.clear();
    weight = 0;
  }
}
