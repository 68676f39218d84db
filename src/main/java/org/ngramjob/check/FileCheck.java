// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.FileDigest;
import org.ngramjob.pipeline.Manifest;
import org.ngramjob.pipeline.ManifestFile;
import org.ngramjob.pipeline.OutputFile;
import org.ngramjob.store.Shards;
import org.ngramjob.trie.BucketFileFooter;

/** Checks the files of a directory without regard to what they mean. */
public final class FileCheck {
  private final Path directory;
  private final Configuration configuration;
  private final FileSystem fileSystem;

  public FileCheck(Path directory, Configuration configuration) throws IOException {
    this.directory = directory;
    this.configuration = configuration;
    this.fileSystem = directory.getFileSystem(configuration);
  }

  /**
   * Checks that the files are those that the manifest lists, where there is one: their sizes, and
   * the content of those whose digest it has.
   */
  public void listed(Findings findings) throws IOException {
    Optional<Manifest> manifest;
    try {
      manifest = ManifestFile.readIfPresent(fileSystem, directory);
    } catch (Failure e) {
      findings.defect(e.getMessage());
      return;
    }
    if (manifest.isEmpty()) {
      findings.figure("files", "not checked: there is no manifest");
      return;
    }
    long bytes = 0;
    for (OutputFile file : manifest.get().result().outputs()) {
      bytes += file.bytes();
      checkListed(file, findings);
    }
    findings.figure("files", manifest.get().result().outputs().size());
    findings.figure("bytes", bytes);
  }

  private void checkListed(OutputFile file, Findings findings) throws IOException {
    Path path = new Path(directory, file.path());
    try {
      long length = fileSystem.getFileStatus(path).getLen();
      if (length != file.bytes()) {
        findings.defect(
            "%s has %d bytes, the manifest says %d".formatted(path, length, file.bytes()));
      } else if (file.sha256() != null && !file.sha256().equals(FileDigest.of(fileSystem, path))) {
        findings.defect(
            path
                + " is not what was written: its SHA-256 is not that of the manifest; copy it again or"
                + " make it again");
      }
    } catch (FileNotFoundException e) {
      findings.defect(path + " is in the manifest but is missing");
    } catch (ChecksumException e) {
      findings.defect(damaged(e));
    }
  }

  /** Meets the buckets of part files. */
  public interface BucketVisitor {
    /** A bucket, its checksum verified; the array is valid during the call. */
    void bucket(int number, byte[] bytes, int length) throws IOException;
  }

  /**
   * Reads every bucket of a directory of part files, checks its checksum, and that none is missing
   * or there twice.
   *
   * @return whether all is well
   */
  public boolean buckets(Path parts, int buckets, Findings findings, BucketVisitor visitor)
      throws IOException {
    BitSet seen = new BitSet(buckets);
    long before = findings.defects();
    try {
      for (FileStatus part : Shards.list(parts, configuration)) {
        try (FSDataInputStream in = fileSystem.open(part.getPath())) {
          for (BucketFileFooter.Bucket bucket : Shards.footer(part, configuration).buckets()) {
            if (bucket.number() >= buckets) {
              findings.defect(
                  "%s holds bucket %d, which is beyond the %d there are"
                      .formatted(part.getPath(), bucket.number(), buckets));
            } else if (seen.get(bucket.number())) {
              findings.defect(
                  "%s holds bucket %d once more".formatted(part.getPath(), bucket.number()));
            } else {
              seen.set(bucket.number());
              read(in, part.getPath(), bucket, findings, visitor);
            }
          }
        } catch (ChecksumException e) {
          findings.defect(damaged(e));
        } catch (Failure e) {
          findings.defect(e.getMessage());
        }
      }
    } catch (Failure e) {
      findings.defect(e.getMessage());
    }
    if (seen.cardinality() < buckets) {
      findings.defect("%s lacks bucket %d of %d".formatted(parts, seen.nextClearBit(0), buckets));
    }
    findings.figure("buckets", buckets);
    return findings.defects() == before;
  }

  /** What a file system has found that keeps checksums of its own. */
  public static String damaged(ChecksumException e) {
    return "damaged file: the file system's checksum differs: " + e.getMessage();
  }

  private static void read(
      FSDataInputStream in,
      Path part,
      BucketFileFooter.Bucket bucket,
      Findings findings,
      BucketVisitor visitor)
      throws IOException {
    byte[] bytes = new byte[bucket.length()];
    try {
      in.readFully(bucket.offset(), bytes);
      bucket.check(bytes, part.toString());
    } catch (ChecksumException e) {
      findings.defect(damaged(e));
      return;
    } catch (Failure e) {
      findings.defect(e.getMessage());
      return;
    }
    visitor.bucket(bucket.number(), bytes, bytes.length);
  }
}
