// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.ngram.VocabularyLimit;
import org.ngramjob.ngram.VocabularySection;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;
import org.ngramjob.trie.BucketTable;

/**
 * What the driver does once the part files are written: totals from their headers, the size limit,
 * the bucket table; all beside the parts.
 */
final class VocabularyCompletion {
  private static final List<LineCounter> SKIPPED =
      List.of(
          LineCounter.BLANK_LINES,
          LineCounter.UNDECODABLE_LINES,
          LineCounter.OVERLONG_LINES,
          LineCounter.SPECIAL_WORDS);

  private final TextSource text;
  private final VocabularySettings settings;
  private final StageRun run;

  VocabularyCompletion(TextSource text, VocabularySettings settings, StageRun run) {
    this.text = text;
    this.settings = settings;
    this.run = run;
  }

  void complete(Counters counters) throws IOException {
    VocabularyFiles directory = new VocabularyFiles(run.directory(), run.configuration());
    UserDictionary dictionary = userDictionary();
    if (text.userDictionary().isPresent()) {
      directory.write(VocabularyFiles.USER_DICTIONARY, dictionary.content());
    }
    List<VocabularyFile> parts = directory.parts();
    String fingerprint = Segmenters.create(text.segmenter(), dictionary).fingerprint();
    VocabularyHeader header = header(parts, fingerprint, counters);
    refuseNoWords(header);
    MappedVocabulary vocabulary = MappedVocabulary.of(parts, header);
    BucketTable buckets = buckets(vocabulary);
    directory.write(VocabularyFiles.BUCKETS, buckets.toBytes());
    directory.write(VocabularyHeader.FILE, header.toJson().getBytes(StandardCharsets.UTF_8));
    run.report("words", header.words());
    run.report("tokens", header.tokens());
    run.report("sentences", header.sentences());
    run.report("unknown tokens", header.unknownTokens());
    run.report("buckets", buckets.size());
  }

  private VocabularyHeader header(
      List<VocabularyFile> parts, String fingerprint, Counters counters) {
    List<VocabularySection> sections =
        parts.stream().flatMap(part -> part.sections().stream()).toList();
    long written = sections.stream().mapToLong(VocabularySection::words).sum();
    long dropped = parts.stream().mapToLong(VocabularyFile::droppedWords).sum();
    long unknown = parts.stream().mapToLong(VocabularyFile::droppedTokens).sum();
    long tokens = unknown + sections.stream().mapToLong(VocabularySection::tokens).sum();
    long words = written;
    List<Integer> kept = List.of();
    if (settings.size() > 0 && written > settings.size()) {
      int[] limit = VocabularyLimit.wordsKept(sections, settings.size());
      kept = Arrays.stream(limit).boxed().toList();
      words = settings.size();
      unknown += VocabularyLimit.tokensCut(sections, limit);
    }
    return new VocabularyHeader(
        VocabularyHeader.VERSION,
        words,
        tokens,
        parts.stream().mapToLong(VocabularyFile::sentences).sum(),
        unknown,
        dropped + written - words,
        kept,
        fingerprint,
        allSettings(),
        skipped(counters));
  }

  private SortedMap<String, String> allSettings() {
    SortedMap<String, String> all = text.settings();
    all.putAll(settings.toMap());
    return all;
  }

  private static SortedMap<String, Long> skipped(Counters counters) {
    SortedMap<String, Long> skipped = new TreeMap<>();
    for (LineCounter counter : SKIPPED) {
      String name = counter.name().toLowerCase(Locale.ROOT).replace('_', '-');
      skipped.put(name, counters.findCounter(counter).getValue());
    }
    return skipped;
  }

  private BucketTable buckets(MappedVocabulary vocabulary) {
    long target =
        settings.bucketWeight() > 0
            ? settings.bucketWeight()
            : BucketPlanner.targetWeight(vocabulary.header().tokens());
    return new BucketPlanner(vocabulary, target).plan();
  }

  private void refuseNoWords(VocabularyHeader header) {
    String inputs = String.join(",", text.corpus().inputs());
    if (header.tokens() == 0) {
      throw Failure.badInput(
          "no words in input " + inputs + ": all lines are blank or skipped; is it text in UTF-8?");
    }
    if (header.words() == 0) {
      throw Failure.badInput(
          "no word of input "
              + inputs
              + " occurs "
              + settings.minimumCount()
              + " times: lower --min-word-count");
    }
  }

  private UserDictionary userDictionary() throws IOException {
    if (text.userDictionary().isEmpty()) {
      return UserDictionary.NONE;
    }
    Path file = text.userDictionary().get();
    try (InputStream in = file.getFileSystem(run.configuration()).open(file)) {
      return UserDictionary.parse(in.readAllBytes(), file.toString());
    }
  }
}
