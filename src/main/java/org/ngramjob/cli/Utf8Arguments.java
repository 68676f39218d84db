// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines as they were typed. In a locale without UTF-8, which containers and schedulers
 * often have, Java reads 判断 as six characters that say nothing; where the system shows a process's
 * own command line as bytes, it can be read again.
 */
public final class Utf8Arguments {
  private static final Path OWN_COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Utf8Arguments() {}

  /** The arguments as UTF-8 where the locale has spoilt them, else as they are. */
  public static String[] restore(String[] arguments) {
    if (isUtf8() || isAscii(arguments)) {
      return arguments;
    }
    try {
      return restore(arguments, Files.readAllBytes(OWN_COMMAND_LINE));
    } catch (IOException e) {
      // Another system; its users see question marks and set a locale.
      return arguments;
    }
  }

  /**
   * The last arguments of a command line.
   *
   * @param commandLine with a NUL after each argument
   */
  static String[] restore(String[] arguments, byte[] commandLine) {
    List<String> all = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] == 0) {
        try {
          all.add(
              StandardCharsets.UTF_8
                  .newDecoder()
                  .decode(ByteBuffer.wrap(commandLine, from, i - from))
                  .toString());
        } catch (CharacterCodingException e) {
          return arguments;
        }
        from = i + 1;
      }
    }
    if (all.size() < arguments.length) {
      return arguments;
    }
    String[] restored =
        all.subList(all.size() - arguments.length, all.size()).toArray(String[]::new);
    return agree(arguments, restored) ? restored : arguments;
  }

  /** Whether all that could be read in any locale is the same. */
  private static boolean agree(String[] arguments, String[] restored) {
    for (int i = 0; i < arguments.length; i++) {
      if ((isAscii(arguments[i]) || isAscii(restored[i])) && !arguments[i].equals(restored[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
  }

  private static boolean isAscii(String... texts) {
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) >= 0x80) {
          return false;
        }
      }
    }
    return true;
  }
}
