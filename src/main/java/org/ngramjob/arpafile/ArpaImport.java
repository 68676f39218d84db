// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.temporary.TemporaryDirectory;
import org.ngramjob.trie.BucketTable;

/**
 * An ARPA file in; out the files of a model directory, on any file system. Nothing of the file is
 * held in memory but its words and the buffer of a sort; the sort's runs are in the local temporary
 * directory, gone at the end.
 */
public final class ArpaImport {
  /** Makes the files of the model directory. */
  public interface Target {
    /** A new file, named relative to the directory; directories come into being as needed. */
    OutputStream create(String name) throws IOException;

    /** Files in a directory of the local file system. */
    static Target local(Path directory) {
      return name -> {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.newOutputStream(path);
      };
    }
  }

  /**
   * What has been read.
   *
   * @param header of the model
   * @param leftOut n-grams with {@code <s>} behind their first word. CMU's toolkit counts across
   *     sentences and writes such; no sentence comes to one, and to the tables a context ends in
   *     {@code <s>}
   */
  public record Result(ModelHeader header, long leftOut) {}

  /**
   * The setting of the vocabulary that says whether the file's unigrams, but for special words,
   * ascend by bytes, as some programs want them.
   */
  public static final String WORDS_IN_BYTE_ORDER = "words-in-byte-order";

  /** The one file of tables. */
  static final String PART = "part-00000";

  private static final long SORT_BYTES = 128L << 20;
  private static final long BUCKET_ENTRIES = 1 << 20;
  private static final int ENTRIES_UNTOLD = 1 << 12;

  private final String file;
  private final String segmenter;
  private final Map<String, String> settings;
  private final Defects defects;
  private final long sortBytes;
  private final long bucketEntries;

  /**
   * An import.
   *
   * @param file named in messages
   * @param segmenter fingerprint of the one that text will be cut with
   * @param settings its settings
   */
  public ArpaImport(String file, String segmenter, Map<String, String> settings, Defects defects) {
    this(file, segmenter, settings, defects, SORT_BYTES, BUCKET_ENTRIES);
  }

  /** The same with another size of buffer and buckets. */
  ArpaImport(
      String file,
      String segmenter,
      Map<String, String> settings,
      Defects defects,
      long sortBytes,
      long bucketEntries) {
    this.file = file;
    this.segmenter = segmenter;
    this.settings = Map.copyOf(settings);
    this.defects = defects;
    this.sortBytes = sortBytes;
    this.bucketEntries = bucketEntries;
  }

  /** The same as the other, untold. */
  public Result read(InputStream in, Target target) throws IOException {
    return read(in, 0, target, ImportProgress.NONE);
  }

  /**
   * Reads the file, plain or a gzip, to its end.
   *
   * @param length of the file in bytes, for those who are told
   * @throws Failure bad input: a line that names file, line and defect
   */
  public Result read(InputStream in, long length, Target target, ImportProgress progress)
      throws IOException {
    try (TemporaryDirectory scratch = new TemporaryDirectory()) {
      UnigramVocabulary unigrams = new UnigramVocabulary(file, segmenter, settings, defects);
      EntryKeys entries = new EntryKeys(file, unigrams, scratch.path(), sortBytes, defects);
      InputStream watched = new WatchedInput(in, length, share -> progress.at("read", share));
      new ArpaReader(new ArpaLines(ArpaBytes.open(watched, file), file), defects).read(entries);
      ModelHeader header = write(entries, unigrams.vocabulary(), scratch.path(), target, progress);
      return new Result(header, entries.leftOut());
    }
  }

  private ModelHeader write(
      EntryKeys entries,
      MappedVocabulary vocabulary,
      Path scratch,
      Target target,
      ImportProgress progress)
      throws IOException {
    TableFile tables;
    try (OutputStream out =
        new BufferedOutputStream(target.create(ModelDirectory.TABLES + "/" + PART), 1 << 16)) {
      tables = new TableFile(entries.order(), entries.entriesOf(), bucketEntries, out);
      TrieAssembly assembly = new TrieAssembly(file, entries.order(), vocabulary, tables, defects);
      entries.sorted().drainTo(watched(assembly, entries.sorted().entries(), progress));
      tables.finish();
    }
    byte[] buckets = tables.buckets().toBytes();
    write(target, ModelDirectory.UPPER, tables.upper());
    write(target, BucketTable.FILE, buckets);
    String words = MappedVocabulary.PART_PREFIX + "00000";
    for (String name : new String[] {words, VocabularyHeader.FILE}) {
      try (OutputStream out = target.create(ModelDirectory.VOCABULARY + "/" + name)) {
        Files.copy(scratch.resolve(name), out);
      }
    }
    write(target, ModelDirectory.VOCABULARY + "/" + BucketTable.FILE, buckets);
    ModelHeader header =
        ModelHeader.ofImported(vocabulary.header().predictableWords(), tables.ngrams());
    write(target, ModelHeader.FILE, header.toJson().getBytes(StandardCharsets.UTF_8));
    return header;
  }

  private static EntrySort.Visitor watched(
      EntrySort.Visitor visitor, long entries, ImportProgress progress) {
    return new EntrySort.Visitor() {
      private long met;

      @Override
      public void entry(int[] key, float value, long line) throws IOException {
        visitor.entry(key, value, line);
        if (++met % ENTRIES_UNTOLD == 0) {
          progress.at("tables", (double) met / entries);
        }
      }
    };
  }

  private static void write(Target target, String name, byte[] content) throws IOException {
    try (OutputStream out = target.create(name)) {
      out.write(content);
    }
  }
}
