// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.model.TemporaryDirectory;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.VocabularyHeader;
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

  /** In a vocabulary's directory, the table of buckets. */
  private static final String VOCABULARY_BUCKETS = "buckets";

  private static final long SORT_BYTES = 128L << 20;
  private static final long BUCKET_ENTRIES = 1 << 20;

  /** Value, line, and what the sort takes for a key and a position. */
  private static final int SORT_ENTRY_BYTES = 24;

  /** Lines of unigrams are not kept: whatever can be wrong with one is found when it is read. */
  private static final long UNIGRAMS = 1;

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

  /**
   * Reads the file, plain or a gzip, to its end.
   *
   * @throws Failure bad input: a line that names file, line and defect
   */
  public Result read(InputStream in, Target target) throws IOException {
    try (TemporaryDirectory scratch = new TemporaryDirectory()) {
      UnigramVocabulary unigrams = new UnigramVocabulary(file, defects);
      Entries entries = new Entries(unigrams, scratch.path());
      new ArpaReader(new ArpaLines(ArpaBytes.open(in, file), file), defects).read(entries);
      ModelHeader header = write(entries, unigrams.vocabulary(), scratch.path(), target);
      return new Result(header, entries.leftOut);
    }
  }

  private ModelHeader write(
      Entries entries, MappedVocabulary vocabulary, Path scratch, Target target)
      throws IOException {
    TableFile tables;
    try (OutputStream out =
        new BufferedOutputStream(target.create(ModelDirectory.TABLES + "/" + PART), 1 << 16)) {
      tables = new TableFile(entries.order(), entries.entriesOf(), bucketEntries, out);
      entries
          .sorted()
          .drainTo(new TrieAssembly(file, entries.order(), vocabulary, tables, defects));
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
    write(target, ModelDirectory.VOCABULARY + "/" + VOCABULARY_BUCKETS, buckets);
    ModelHeader header = ModelHeader.ofImported(vocabulary.header().words() + 2, tables.ngrams());
    write(target, ModelHeader.FILE, header.toJson().getBytes(StandardCharsets.UTF_8));
    return header;
  }

  private static void write(Target target, String name, byte[] content) throws IOException {
    try (OutputStream out = target.create(name)) {
      out.write(content);
    }
  }

  /** Gives ids to what the reader reads, and hands it to the sort. */
  private final class Entries implements ArpaSink {
    private final UnigramVocabulary unigrams;
    private final Path scratch;
    private int order;
    private int[] ids;
    private int[] key;
    private EntrySort sort;
    private long[] entriesOf;
    private long leftOut;

    Entries(UnigramVocabulary unigrams, Path scratch) {
      this.unigrams = unigrams;
      this.scratch = scratch;
    }

    int order() {
      return order;
    }

    EntrySort sorted() {
      return sort;
    }

    /** How many entries have contexts that begin with a word, by id. */
    long[] entriesOf() {
      return entriesOf;
    }

    @Override
    public void begin(long[] ngrams) {
      order = ngrams.length;
      key = new int[order];
      ids = new int[order];
    }

    @Override
    public void entry(ArpaEntry entry) throws IOException {
      if (entry.order() == 1) {
        unigrams.add(entry);
        return;
      }
      int n = entry.order();
      boolean spansSentences = false;
      for (int i = 0; i < n; i++) {
        int id = unigrams.id(entry.bytes(), entry.begin(i), entry.end(i));
        if (id < 0) {
          defects.add(
              "%s line %d: the word '%s' does not stand among the unigrams"
                  .formatted(file, entry.line(), entry.shown(i)));
          return;
        }
        spansSentences |= id == SpecialWords.BEGIN && i > 0;
        ids[n - 1 - i] = id;
      }
      if (spansSentences) {
        leftOut++;
        return;
      }
      add(n, entry.log10Probability(), entry.log10Weight(), entry.line());
    }

    @Override
    public void endOfSection(int ofOrder) throws IOException {
      if (ofOrder > 1) {
        return;
      }
      unigrams.write(scratch, segmenter, settings);
      int words = unigrams.vocabulary().size();
      int capacity = (int) Math.max(1, sortBytes / (Integer.BYTES * order + SORT_ENTRY_BYTES));
      sort = new EntrySort(order, words, capacity, scratch);
      entriesOf = new long[words];
      unigrams.forEach(
          (id, log10Probability, log10Weight) -> {
            ids[0] = id;
            add(1, log10Probability, log10Weight, UNIGRAMS);
          });
    }

    /** Adds the n-gram whose words are the first ids, the last word first. */
    private void add(int n, float log10Probability, float log10Weight, long line)
        throws IOException {
      fillKey(1, n, ids[0] + 1);
      sort.add(key, log10Probability, line);
      if (n < order) {
        fillKey(0, n, 0);
        sort.add(key, log10Weight, line);
      }
    }

    private void fillKey(int from, int to, int last) {
      Arrays.fill(key, 0);
      for (int i = from; i < to; i++) {
        key[i - from] = ids[i] + 1;
      }
      key[order - 1] = last;
      if (from < to) {
        entriesOf[ids[from]]++;
      }
    }
  }
}
