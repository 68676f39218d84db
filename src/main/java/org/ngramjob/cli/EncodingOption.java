// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.Iterator;
import org.ngramjob.corpus.TextEncoding;
import picocli.CommandLine.Option;

/** How the bytes of files of text stand for characters. */
final class EncodingOption {
  /** For the help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TextEncoding.names().iterator();
    }
  }

  @Option(
      names = "--encoding",
      order = 23,
      paramLabel = "NAME",
      defaultValue = "utf-8",
      completionCandidates = Names.class,
      description =
          "Encoding of the text, one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE});"
              + " gb18030 is for GBK and GB 2312 too.")
  String name;

  /** The encoding that was named. */
  TextEncoding encoding() {
    return TextEncoding.of(name);
  }
}
