// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk under another scheme, so that nothing may take its paths for local ones. */
public final class RemoteFileSystem extends RawLocalFileSystem {
  static final String SCHEME = "remote";

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }
}
