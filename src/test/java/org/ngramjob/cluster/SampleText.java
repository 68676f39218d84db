// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.DefaultCodec;
import org.apache.hadoop.io.compress.GzipCodec;

/** Text for a cluster: lines of {@code data-sample/zh}, drawn again and again. */
final class SampleText {
  private final List<String> lines = new ArrayList<>();
  private final Random random = new Random(20261122);

  SampleText() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("data-sample/zh"))) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
  }

  /** The head of one line and the tail of another: n-grams that no line holds, seen once. */
  private byte[] draw(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String head = lines.get(random.nextInt(lines.size()));
      String tail = lines.get(random.nextInt(lines.size()));
      text.append(head, 0, random.nextInt(head.length() + 1))
          .append(tail, random.nextInt(tail.length() + 1), tail.length())
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One plain file. */
  void plain(Path file, int count) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, draw(count));
  }

  /** Directories in directories, two compressed files, and sixty files of a few lines each. */
  void mixture(Path directory) throws IOException {
    plain(directory.resolve("2026/11/22/news.txt"), 3000);
    plain(directory.resolve("2026/11/21/news.txt"), 500);
    compressed(directory.resolve("2026/11/21/more.txt.gz"), new GzipCodec());
    compressed(directory.resolve("2026/11/20/all.txt.bz2"), new BZip2Codec());
    for (int i = 0; i < 60; i++) {
      plain(directory.resolve("small/part-" + i + ".txt"), 5);
    }
  }

  private void compressed(Path file, CompressionCodec codec) throws IOException {
    if (codec instanceof DefaultCodec configurable) {
      configurable.setConf(new Configuration());
    } else if (codec instanceof BZip2Codec configurable) {
      configurable.setConf(new Configuration());
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out = codec.createOutputStream(Files.newOutputStream(file))) {
      out.write(draw(800));
    }
  }
}
