// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;

/**
 * A model of order 3 and its ARPA file, worked out by hand. The text is "a b c" twice and "a a b":
 * a, of 4 times, is id 3, b id 4 and c id 5. What begins with a is split: bucket 0 has all contexts
 * up to "a" itself and those that end in {@code <s> a}, bucket 1 those in "a a", bucket 2 the rest.
 *
 * <p>Witten-Bell: T followers, R different ones, free R / (T + R), and a word seen c times has (c +
 * R p) / (T + R), p after the shorter context, at first 1/V of V = 5. After nothing T = 12, R = 4:
 *
 * <pre>
 * a (4 + 0.8) / 16 = 0.3, b and &lt;/s&gt; 3.8 / 16 = 0.2375, c 0.175, &lt;unk&gt; 0.05
 * after s, 1/4 free:   a (3 + 0.3) / 4 = 0.825
 * after a, 2/6:        a (1 + 0.6) / 6 = 0.266667, b (3 + 0.475) / 6 = 0.579167
 * after b, 2/5:        /s (1 + 0.475) / 5 = 0.295, c (2 + 0.35) / 5 = 0.47
 * after c, 1/3:        /s (2 + 0.2375) / 3 = 0.745833
 * after s a, 2/5:      a (1 + 0.533333) / 5 = 0.306667, b (2 + 1.158333) / 5 = 0.631667
 * after a a, 1/2:      b (1 + 0.579167) / 2 = 0.789583
 * after a b, 2/5:      /s (1 + 0.59) / 5 = 0.318, c (2 + 0.94) / 5 = 0.588
 * after b c, 1/3:      /s (2 + 0.745833) / 3 = 0.915278
 * </pre>
 */
final class WorkedModel {
  static final int BUCKETS = 3;

  private final Path directory;

  private WorkedModel(Path directory) {
    this.directory = directory;
  }

  static WorkedModel write(Path directory) throws IOException {
    ModelFixture.of(3, "witten-bell")
        .cut(List.of(List.of("a", "a"), List.of("b")))
        .write(directory, List.of("a b c", "a b c", "a a b"));
    return new WorkedModel(directory);
  }

  org.apache.hadoop.fs.Path tables() {
    return LocalChain.hadoop(directory.resolve("tables"));
  }

  /** What tasks read beside the tables. */
  Configuration shipped() throws IOException {
    Configuration configuration = new Configuration();
    ShippedFiles.ship(configuration, ArpaTaskFiles.HEADER, directory.resolve("header.json"));
    ShippedFiles.ship(configuration, ArpaTaskFiles.BUCKETS, directory.resolve("buckets"));
    ShippedFiles.ship(configuration, ArpaTaskFiles.UPPER, directory.resolve("upper"));
    ShippedFiles.ship(configuration, "vocabulary", directory.resolve("vocabulary"));
    return configuration;
  }

  /** The bytes of each bucket's tables. */
  Map<Integer, byte[]> buckets() throws IOException {
    return CountsOnDisk.bucketBytes(directory.resolve("tables"));
  }

  /** Where a mapper over them reads from. */
  InputSplit split() throws IOException {
    Job job = Job.getInstance(new Configuration());
    BucketInputFormat.setInput(job, tables());
    return new BucketInputFormat().getSplits(job).get(0);
  }
}
