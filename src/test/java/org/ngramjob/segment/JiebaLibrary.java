// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import com.huaban.analysis.jieba.JiebaSegmenter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jieba-analysis library behind a class loader of its own, so that the user words one test
 * loads are not seen by another, and with its messages muffled. {@link #reference} says in plain
 * words what our engine must give.
 */
final class JiebaLibrary {
  private static final Pattern SPECIAL_WORD = Pattern.compile("<s>|</s>|<unk>");
  private static final Pattern SENTENCE = Pattern.compile("(?s)[^。！？!?…]*[。！？!?…]+|[^。！？!?…]+");

  private final ClassLoader loader;
  private final Object segmenter;
  private final Method process;
  private final Object searchMode;
  private final Field word;

  JiebaLibrary() {
    URL jar = JiebaSegmenter.class.getProtectionDomain().getCodeSource().getLocation();
    loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    try {
      Class<?> type = loader.loadClass(JiebaSegmenter.class.getName());
      Class<?> mode = loader.loadClass(JiebaSegmenter.SegMode.class.getName());
      segmenter = quietly(() -> type.getConstructor().newInstance());
      process = type.getMethod("process", String.class, mode);
      searchMode = mode.getField("SEARCH").get(null);
      word = loader.loadClass("com.huaban.analysis.jieba.SegToken").getField("word");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The library's {@code loadUserDict}. */
  void loadUserDictionary(Path file) {
    try {
      Class<?> type = loader.loadClass("com.huaban.analysis.jieba.WordDictionary");
      Object dictionary = type.getMethod("getInstance").invoke(null);
      Method load = type.getMethod("loadUserDict", Path.class);
      Object nothing = quietly(() -> load.invoke(dictionary, file));
      if (nothing != null) {
        throw new IllegalStateException("loadUserDict gave " + nothing);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code process(text, SEARCH)}, as it is. */
  List<String> process(String text) {
    try {
      List<String> tokens = new ArrayList<>();
      for (Object token : (List<?>) process.invoke(segmenter, text, searchMode)) {
        tokens.add((String) word.get(token));
      }
      return tokens;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** The sentences of a line by the rule {@code punctuation}, each a list of tokens. */
  List<List<String>> reference(String line) {
    List<List<String>> sentences = new ArrayList<>();
    Matcher matcher = SENTENCE.matcher(SPECIAL_WORD.matcher(line).replaceAll(" "));
    while (matcher.find()) {
      // LowerCaseTest says where the final sigma of the JDK, which is not ours, is another.
      String normal = LowerCase.of(Normalizer.normalize(matcher.group(), Normalizer.Form.NFKC));
      List<String> tokens = withoutBlanks(withWholePairs(process(normal)));
      if (!tokens.isEmpty()) {
        sentences.add(tokens);
      }
    }
    return sentences;
  }

  private static List<String> withWholePairs(List<String> tokens) {
    List<String> whole = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean half = Character.isHighSurrogate(tokens.get(i).charAt(0));
      whole.add(half ? tokens.get(i) + tokens.get(++i) : tokens.get(i));
    }
    return whole;
  }

  private static List<String> withoutBlanks(List<String> tokens) {
    return tokens.stream()
        .filter(
            token -> {
              int first = token.codePointAt(0);
              return !Character.isWhitespace(first)
                  && !Character.isSpaceChar(first)
                  && !Character.isISOControl(first)
                  && Character.getType(first) != Character.FORMAT;
            })
        .toList();
  }

  private interface Action {
    Object run() throws ReflectiveOperationException;
  }

  private static Object quietly(Action action) throws ReflectiveOperationException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return action.run();
    } finally {
      System.setOut(out);
    }
  }
}
