// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Random;

/** Random lines of everything that stands in Chinese text, and of what should not. */
final class FuzzText {
  private static final String FREQUENT_HAN =
      "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
          + "词性判断单词磁性很强的磁铁北京的词性是名词研究生命起源南京市长江大桥中华人民共和国乒乓球拍卖完了";
  private static final String CONNECTORS = "+#&._-";
  private static final String MARKS = "。！？!?…，、；：“”‘’（）《》—·,;:'\"()[]<>/\\@$%^*=|~`";
  private static final String BLANKS = " \t　\u00A0\u200B\uFEFF\u0000\u0085\u2028\u00AD\u200D";
  private static final String FORMS = "ＡＢＺａｚ０９！？．＋＃＆＿－ｶﾞﾊﾟ㎏㈱①½ﬁŀ豈⼀〇々〆ヶかなカナゟヿÉéİıßΣσςΑЖḍ̇́̈";
  private static final String[] WORDS = {
    "AT&T",
    "C++",
    "c#",
    "B超",
    "T恤",
    "3.14",
    "1.2.3",
    "e-mail",
    "seat&table",
    "<s>",
    "</s>",
    "<unk>",
    "<",
    "50%",
    "IT",
    "😀",
    "👩‍🚀",
    "❤️",
    "🇨🇳",
    "𠮷",
    "𪚥",
    "㐀",
    "䶵",
    "鿿",
    "龥",
    "龦",
    "γ射线",
    "卡拉OK",
    "4S店",
    "......",
    "——"
  };

  private FuzzText() {}

  /** Up to {@code longest} draws, each a character or a short word. */
  static String line(Random random, int longest) {
    StringBuilder line = new StringBuilder();
    int draws = random.nextInt(longest + 1);
    boolean mostlyHan = random.nextBoolean();
    for (int i = 0; i < draws; i++) {
      if (mostlyHan && random.nextInt(4) > 0) {
        line.append(of(FREQUENT_HAN, random));
      } else {
        draw(random, line);
      }
    }
    return line.toString();
  }

  private static void draw(Random random, StringBuilder line) {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> line.append(of(FREQUENT_HAN, random));
      case 3 -> line.append((char) (0x4E00 + random.nextInt(0x9FFF - 0x4E00 + 1)));
      case 4 -> line.append((char) (0x3400 + random.nextInt(0x4DBF - 0x3400 + 1)));
      case 5 -> line.appendCodePoint(0x20000 + random.nextInt(0xA6DE));
      case 6 -> line.append((char) ('a' + random.nextInt(26)));
      case 7 -> line.append((char) ('A' + random.nextInt(26)));
      case 8 -> line.append((char) ('0' + random.nextInt(10)));
      case 9 -> line.append(of(CONNECTORS, random));
      case 10 -> line.append(of(MARKS, random));
      case 11 -> line.append(of(BLANKS, random));
      case 12 -> line.append(of(FORMS, random));
      default -> line.append(WORDS[random.nextInt(WORDS.length)]);
    }
  }

  private static char of(String characters, Random random) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
