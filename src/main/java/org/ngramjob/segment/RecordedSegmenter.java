// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.VocabularyHeader;

/**
 * Makes the segmenter that a vocabulary was made with, from what its directory records: settings
 * and fingerprint in the header, the words of a user dictionary in a file of their own.
 */
public final class RecordedSegmenter {
  /** The file in a vocabulary's directory that holds the words of the user dictionary, if any. */
  public static final String USER_DICTIONARY = "user-dictionary";

  private RecordedSegmenter() {}

  /** Reads {@link #USER_DICTIONARY}, wherever the vocabulary's directory is. */
  @FunctionalInterface
  public interface Words {
    byte[] read() throws IOException;
  }

  /**
   * A new segmenter, for one thread.
   *
   * @param vocabulary the directory on the local file system
   * @throws Failure bad input, when this program would cut text otherwise than the one that made
   *     the vocabulary
   */
  public static Segmenter open(Path vocabulary) throws IOException {
    return open(vocabulary, VocabularyHeader.read(vocabulary.resolve(VocabularyHeader.FILE)));
  }

  static Segmenter open(Path vocabulary, VocabularyHeader header) throws IOException {
    return open(
        vocabulary.toString(),
        header,
        () -> Files.readAllBytes(vocabulary.resolve(USER_DICTIONARY)));
  }

  /**
   * The same on any file system.
   *
   * @param vocabulary the directory, for messages
   * @param words read only where the header records some
   */
  public static Segmenter open(String vocabulary, VocabularyHeader header, Words words)
      throws IOException {
    Segmenter segmenter = create(vocabulary, header, words);
    if (!segmenter.fingerprint().equals(header.segmenter())) {
      throw Failure.badInput(
          "%s was made with the segmenter %s, this program has %s: use %s, or make it again"
              .formatted(
                  vocabulary,
                  header.segmenter(),
                  segmenter.fingerprint(),
                  differInUnicode(header.segmenter(), segmenter.fingerprint())
                      ? "a Java as old or new as the one that made it, which knew another Unicode"
                      : "the version that made it"));
    }
    return segmenter;
  }

  private static boolean differInUnicode(String one, String other) {
    return withoutUnicode(one).equals(withoutUnicode(other));
  }

  private static String withoutUnicode(String fingerprint) {
    return fingerprint.replaceAll("-unicode[0-9.]+", "");
  }

  private static Segmenter create(String vocabulary, VocabularyHeader header, Words recorded)
      throws IOException {
    try {
      SegmenterSettings settings = SegmenterSettings.fromMap(header.settings());
      UserDictionary words = UserDictionary.NONE;
      if (settings.hasUserDictionary()) {
        String file = vocabulary + "/" + USER_DICTIONARY;
        words = UserDictionary.parse(recorded.read(), file);
        if (!words.hash().equals(settings.userDictionaryHash())) {
          throw Failure.badInput(
              ("%s does not have the hash that %s records (%s, not %s): it is damaged, or an earlier"
                      + " version gave its words without frequency other weights; make %s again")
                  .formatted(
                      file,
                      VocabularyHeader.FILE,
                      words.hash(),
                      settings.userDictionaryHash(),
                      vocabulary));
        }
      }
      return Segmenters.create(settings, words);
    } catch (Failure e) {
      if (e.exitCode() != ExitCode.USAGE) {
        throw e;
      }
      // Nobody has typed what stands there, so it is no misuse of an option.
      throw new Failure(
          ExitCode.BAD_INPUT,
          "%s records a segmenter that this program does not know (%s); use the version that made it, or make it again"
              .formatted(vocabulary + "/" + VocabularyHeader.FILE, e.getMessage()),
          e);
    }
  }
}
