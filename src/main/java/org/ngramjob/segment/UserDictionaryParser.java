// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;

/** Reads a {@link UserDictionary} line by line and collects everything that is wrong with it. */
final class UserDictionaryParser {
  private static final int REPORTED_LINES = 10;
  private static final long LARGEST_FREQUENCY = 1_000_000_000L;
  private static final int LONGEST_WORD = 64;

  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String source;
  private final TreeMap<String, Long> words = new TreeMap<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int number;
  private int faultyLines;

  UserDictionaryParser(String source) {
    this.source = source;
  }

  UserDictionary parse(byte[] content) {
    for (int from = 0; from < content.length; ) {
      int to = from;
      while (to < content.length && content[to] != '\n') {
        to++;
      }
      number++;
      line(content, from, to);
      from = to + 1;
    }
    if (faultyLines > 0) {
      throw Failure.badInput(message());
    }
    return new UserDictionary(words);
  }

  private void line(byte[] content, int from, int to) {
    String line;
    try {
      line =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(content, from, to - from))
              .toString();
    } catch (CharacterCodingException e) {
      fault("not UTF-8; if the file is GBK: iconv -f GBK -t UTF-8");
      return;
    }
    if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
      line = line.substring(1);
    }
    line = line.strip();
    if (line.isEmpty() || line.equals("#") || line.startsWith("# ") || line.startsWith("#\t")) {
      return;
    }
    String[] fields = BLANKS.split(line, -1);
    if (fields.length > 3) {
      fault("'%s' has %s fields, not word [frequency [tag]]".formatted(line, fields.length));
      return;
    }
    String word = Normaliser.normalise(fields[0]);
    String wrong = wrongWith(fields[0], word);
    if (wrong != null) {
      fault(wrong);
    } else if (fields.length == 1) {
      add(word, UserDictionary.NO_FREQUENCY);
    } else if (NUMBER.matcher(fields[1]).matches()) {
      frequency(word, Long.parseLong(fields[1]));
    } else {
      fault("'%s' is not a frequency (a whole number stands before a tag)".formatted(fields[1]));
    }
  }

  private void frequency(String word, long frequency) {
    if (frequency < 1 || frequency > LARGEST_FREQUENCY) {
      fault("frequency %s is not from 1 to %s".formatted(frequency, LARGEST_FREQUENCY));
    } else {
      add(word, frequency);
    }
  }

  private void add(String word, long frequency) {
    Long earlier = words.putIfAbsent(word, frequency);
    if (earlier == null) {
      lineOf.put(word, number);
    } else if (earlier != frequency) {
      fault("'%s' has another frequency on line %s".formatted(word, lineOf.get(word)));
    }
  }

  /** Why the word could never be a token, or null. */
  private static String wrongWith(String written, String word) {
    if (SpecialWords.FORMS.contains(written)) {
      return "'%s' is a special word".formatted(written);
    }
    if (word.length() > LONGEST_WORD) {
      return "a word of %s characters; %s is the limit".formatted(word.length(), LONGEST_WORD);
    }
    for (int i = 0; i < word.length(); ) {
      int codePoint = word.codePointAt(i);
      if (!JiebaSegmenter.isWordCharacter(codePoint)) {
        return "'%s' can never be a token: %s (U+%04X) is always apart"
            .formatted(
                written,
                CodePoints.isBlank(codePoint) ? "a blank" : Character.toString(codePoint),
                codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return null;
  }

  private void fault(String reason) {
    if (++faultyLines <= REPORTED_LINES) {
      faults.add("line %s: %s".formatted(number, reason));
    }
  }

  private String message() {
    String more =
        faultyLines > REPORTED_LINES ? "; and %s more".formatted(faultyLines - REPORTED_LINES) : "";
    return "user dictionary %s: %s of %s lines cannot be used: %s%s"
        .formatted(source, faultyLines, number, String.join("; ", faults), more);
  }
}
