// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Which build of this program runs: the version and the commit that the jar's manifest names.
 *
 * <p>Read from where this class itself is. Java's own {@code Package} knows nothing of a jar that
 * {@code hadoop jar} has unpacked, and other jars on the class path have manifests too.
 *
 * @param version as in the pom; {@code development} for classes that were never packed
 * @param commit twelve hexadecimal digits, or empty where it is not known
 */
public record Program(String version, String commit) {
  private static final String NAME = "ngram-job";
  private static final String DEVELOPMENT = "development";

  public Program {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(commit, "commit");
  }

  /** The one that runs. */
  public static Program running() {
    String file = Program.class.getName().replace('.', '/') + ".class";
    URL self = Objects.requireNonNull(Program.class.getResource("/" + file));
    String place = self.toString();
    String root = place.substring(0, place.length() - file.length());
    try (InputStream in = URI.create(root + "META-INF/MANIFEST.MF").toURL().openStream()) {
      return of(new Manifest(in).getMainAttributes());
    } catch (IOException e) {
      return new Program(DEVELOPMENT, "");
    }
  }

  static Program of(Attributes attributes) {
    if (!NAME.equals(attributes.getValue("Implementation-Title"))) {
      return new Program(DEVELOPMENT, "");
    }
    String commit = attributes.getValue("Implementation-Commit");
    // A build outside of a repository leaves the place as it stands in the pom.
    boolean known = commit != null && commit.matches("[0-9a-f]+");
    return new Program(
        Objects.requireNonNullElse(attributes.getValue("Implementation-Version"), DEVELOPMENT),
        known ? commit : "");
  }

  /** For people: {@code ngram-job 0.1.0 (commit 24bc9eff4cfe)}. */
  @Override
  public String toString() {
    return NAME + " " + version + (commit.isEmpty() ? "" : " (commit " + commit + ")");
  }
}
