// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class InputPathsTest {
  @TempDir Path directory;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.writeString(directory.resolve(name), text);
  }

  private Inputs resolve(String... inputs) throws IOException {
    return InputPaths.resolve(
        Stream.of(inputs).map(input -> directory + "/" + input).toList(), new Configuration());
  }

  private List<String> names(String... inputs) throws IOException {
    return resolve(inputs).files().stream()
        .map(file -> directory.relativize(Path.of(file.getPath().toUri().getPath())).toString())
        .toList();
  }

  private void assertRefused(String part, String... inputs) {
    Failure failure = catchThrowableOfType(Failure.class, () -> resolve(inputs));
    assertThat(failure).as("accepted").isNotNull();
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining(part);
    assertThat(failure.getMessage().lines()).hasSize(1);
  }

  @Test
  void findsFilesBelowDirectoriesInOrderOnceEach() throws IOException {
    write("b/2.txt", "22");
    write("b/1/x.txt", "1");
    write("a.txt", "333");
    write("b/_SUCCESS", "");
    write("b/.x.txt.crc", "crc");
    write("b/_temporary/y.txt", "no");

    assertThat(names("b", "a.txt", "b/2.txt")).containsExactly("a.txt", "b/1/x.txt", "b/2.txt");
    assertThat(resolve("b", "a.txt").bytes()).isEqualTo(6);
    assertThat(resolve("b", "a.txt").roots()).hasSize(2);
  }

  @Test
  void resolvesGlobsButTakesAnExistingNameAsItIs() throws IOException {
    write("dt=1/a", "1");
    write("dt=2/a", "2");
    write("dt=3/a", "3");
    write("[x].txt", "4");
    write("词 表%20+.txt", "5");

    assertThat(names("dt={1,3}")).containsExactly("dt=1/a", "dt=3/a");
    assertThat(names("dt=[2-9]/*")).containsExactly("dt=2/a", "dt=3/a");
    assertThat(names("[x].txt")).containsExactly("[x].txt");
    assertThat(names("词 表%20+.txt")).containsExactly("词 表%20+.txt");
  }

  @Test
  void readsOnceWhatALinkLeadsBackTo() throws IOException {
    write("in/a/text", "x");
    Files.createSymbolicLink(directory.resolve("in/a/up"), directory.resolve("in"));
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("in/a/text"));

    assertThat(names("in", "link")).containsExactly("in/a/text", "link");
  }

  @Test
  void refusesNamesThatHadoopLeavesOut() throws IOException, InterruptedException {
    write("bytes/text", "x");
    // A byte that is no UTF-8, which Java has no way to write.
    String command = "touch \"$0\"/bytes/$'\\xff.txt'";
    Process touch =
        new ProcessBuilder("bash", "-c", command, directory.toString()).inheritIO().start();
    assertThat(touch.waitFor()).isZero();
    assertRefused("set LC_ALL=C.UTF-8, or rename it", "bytes");

    write("colon/12:30.txt", "x");
    write("colon/_12:30.txt", "hidden");
    assertRefused("colon/12:30.txt: Hadoop cannot read a local file", "colon");
    assertRefused("whose name holds a colon; rename it", "colon/12:30.txt");
    assertRefused("colon/*.txt cannot be matched", "colon/*.txt");
  }

  @Test
  void refusesAMalformedPattern() {
    assertRefused("[.txt is no pattern: Illegal file pattern", "[.txt");
  }

  @Test
  void refusesAPipe() throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder("mkfifo", directory.resolve("pipe").toString()).inheritIO().start();
    assertThat(made.waitFor()).isZero();

    assertRefused("pipe is a pipe or a device; write what comes out of it to a file", "pipe");
  }

  @Test
  void leavesOutEmptyFilesBesideText() throws IOException {
    write("in/empty", "");
    write("in/text", "x");

    assertThat(names("in")).containsExactly("in/text");
  }

  @Test
  void refusesWhatHoldsNoText() throws IOException {
    write("in/empty", "");
    Files.createDirectories(directory.resolve("void/deep"));

    assertRefused("nowhere does not exist", "nowhere");
    assertRefused("x*.txt matches no file", "x*.txt");
    assertRefused("only empty files", "in/empty");
    assertRefused("holds no files", "void");
    assertRefused("nowhere does not exist", "in", "nowhere");
  }

  @Test
  void namesTheToolThatUnpacksAForeignFormat() throws IOException {
    write("novels.txt.xz", "x");
    write("all.tar.gz", "x");

    assertRefused("xz -dk", "novels.txt.xz");
    assertRefused("tar -xzf", "all.tar.gz");
  }

  @Test
  void refusesAnUnknownFileSystem() {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> InputPaths.resolve(List.of("nosuch://host/a"), new Configuration()));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("nosuch://host/a");
  }

  @Test
  void namesAFileOrDirectoryThatMayNotBeRead() throws IOException {
    write("secret", "x");
    write("closed/a", "x");
    Files.setPosixFilePermissions(
        directory.resolve("secret"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        directory.resolve("closed"), PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(
        Files.isReadable(directory.resolve("secret")), "this user may read everything");

    assertRefused("secret may not be read", "secret");
    assertRefused("closed may not be read", "closed");
  }

  @Test
  void splitsAtCommasOutsideBraces() {
    assertThat(InputPaths.split("a, b/{c,d},,e")).containsExactly("a", "b/{c,d}", "e");
    assertThat(InputPaths.split("a/{b,{c,d}},e")).containsExactly("a/{b,{c,d}}", "e");
    assertThat(catchThrowableOfType(Failure.class, () -> InputPaths.split(" , ")).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  /** A file may be called so. */
  @Test
  void splitsWhereABraceStandsAlone() {
    assertThat(InputPaths.split("a}b.txt,c.txt")).containsExactly("a}b.txt", "c.txt");
    assertThat(InputPaths.split("a{b.txt,c.txt")).containsExactly("a{b.txt", "c.txt");
    assertThat(InputPaths.split("a{b,c{d,e}f,g")).containsExactly("a{b", "c{d,e}f", "g");
    assertThat(InputPaths.split("a}b{c,d}e,f")).containsExactly("a}b{c,d}e", "f");
  }
}
