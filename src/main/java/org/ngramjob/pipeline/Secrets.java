// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.hadoop.conf.Configuration;

/**
 * Keeps passwords, keys and tokens out of what is written down. A setting is secret where its name
 * says so, or where the cluster's {@code hadoop.security.sensitive-config-keys} names it; in other
 * values, such as environments of tasks, what follows such a name is, and so is a user with a
 * password in a URL. This program's own settings are not secret; their tokens are words.
 */
final class Secrets {
  private static final String BLANKED = "(blanked)";
  private static final String OWN = "ngramjob.";
  private static final String NAMES =
      "secret|passw|token|credential|private|signature|\\bsig\\b|(access|account|api|encryption|session).?key";
  private static final Pattern NAME = Pattern.compile("(?i)" + NAMES);
  private static final Pattern INSIDE =
      Pattern.compile("(?i)((?:" + NAMES + ")[\\w.-]*=)[^\\s,;&]+");
  private static final Pattern USER_OF_URL = Pattern.compile("(://)[^/@:\\s]*:[^/@\\s]*@");

  /** What the cluster names. */
  private final List<Pattern> named = new ArrayList<>();

  Secrets(Configuration configuration) {
    for (String key :
        configuration.getTrimmedStrings("hadoop.security.sensitive-config-keys", new String[0])) {
      try {
        named.add(Pattern.compile(key));
      } catch (PatternSyntaxException e) {
        // Hadoop itself says so where it uses the list; the other patterns still hold.
      }
    }
  }

  /** A value without what is secret in it. */
  String blankValue(String key, String value) {
    boolean secret =
        (!key.startsWith(OWN) && NAME.matcher(key).find())
            || named.stream().anyMatch(pattern -> pattern.matcher(key).find());
    return secret ? BLANKED : blankText(value);
  }

  /** Arguments without what is secret in them. */
  List<String> blank(List<String> arguments) {
    List<String> blanked = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String key = equals < 0 ? "" : argument.substring(0, equals).replaceFirst("^-D", "");
      blanked.add(
          equals < 0
              ? blankText(argument)
              : argument.substring(0, equals + 1)
                  + blankValue(key, argument.substring(equals + 1)));
    }
    return blanked;
  }

  private static String blankText(String text) {
    String outsideOfUrls = INSIDE.matcher(text).replaceAll("$1" + BLANKED);
    return USER_OF_URL.matcher(outsideOfUrls).replaceAll("$1" + BLANKED + "@");
  }
}
