// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in {@code target/ngram-job.jar}, which every task of every job unpacks. */
class JarIT {
  private static final Path JAR = Path.of("target/ngram-job.jar");
  private static final long MOST_BYTES = 15 << 20;

  /** The major version of class files for Java 17. */
  private static final int JAVA_17 = 61;

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(MOST_BYTES);
  }

  /** So no Hadoop, slf4j, log4j, Guava, Jackson, protobuf or commons-cli, whose versions clash. */
  @Test
  void holdsOurClassesAndRelocatedOnesOnly() throws IOException {
    assertThat(names())
        .allMatch(
            name ->
                name.startsWith("org/ngramjob/")
                    || name.startsWith("META-INF/")
                    || List.of("org/", "dict.txt", "prob_emit.txt").contains(name));
  }

  @Test
  void holdsTheLibrariesUnderOurName() throws IOException {
    assertThat(names())
        .contains(
            "org/ngramjob/Main.class",
            "org/ngramjob/shaded/picocli/CommandLine.class",
            "org/ngramjob/shaded/gson/Gson.class",
            "dict.txt");
  }

  /** It would replace the cluster's own logging and settings. */
  @Test
  void holdsNoSettings() throws IOException {
    assertThat(names()).noneMatch(name -> name.endsWith(".properties") || name.endsWith(".xml"));
  }

  @Test
  void runsOnJava17() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (ZipEntry entry : jar.stream().filter(JarIT::isPlainClass).toList()) {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
          assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
          in.readUnsignedShort();
          assertThat(in.readUnsignedShort()).as(entry.getName()).isLessThanOrEqualTo(JAVA_17);
        }
      }
    }
  }

  private static boolean isPlainClass(ZipEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/versions/");
  }

  @Test
  void saysWhatItIs() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Main-Class")).isEqualTo("org.ngramjob.Main");
      assertThat(manifest.getValue("Implementation-Version")).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
      // Without a repository nobody knows the commit, and the place is left as it stands in the
      // pom.
      if (Files.exists(Path.of(".git"))) {
        assertThat(manifest.getValue("Implementation-Commit")).matches("[0-9a-f]{12}");
      }
    }
  }

  private static List<String> names() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
