// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.arpafile.ImportProgress;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.UserDictionary;

/** Which errors are about the file; what comes of a whole one is tested with what is exported. */
class ArpaImportStageTest {
  private static final String UNIGRAMS =
      "\\data\\\nngram 1=1\n\n\\1-grams:\n-0.5\t<unk>\n\n\\end\\\n";

  @TempDir private Path directory;

  private static ArpaImport.Result read(Path file, ArpaImport.Target target) throws IOException {
    return ArpaImportStage.read(
        new org.apache.hadoop.fs.Path(file.toUri()),
        SegmenterSettings.of("whitespace"),
        UserDictionary.NONE,
        Defects.stopping(),
        target,
        ImportProgress.NONE,
        new Configuration());
  }

  /** Java's error for a file that may not be read, or made, is the same as for one that is none. */
  @Test
  void anOutputThatCannotBeMadeIsNotTakenForAMissingFile() throws IOException {
    Path file = Files.writeString(directory.resolve("lm.arpa"), UNIGRAMS);
    ArpaImport.Target full =
        name -> {
          throw new FileNotFoundException("/out/" + name + " (Too many open files)");
        };
    assertThatThrownBy(() -> read(file, full))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageEndingWith("(Too many open files)");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = directory.resolve("none.arpa");
    assertThatThrownBy(() -> read(file, ArpaImport.Target.local(directory)))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining(file.toString());
  }
}
