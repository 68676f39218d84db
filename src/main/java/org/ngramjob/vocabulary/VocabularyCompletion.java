// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.ngram.VocabularyLimit;
import org.ngramjob.ngram.VocabularySection;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.store.VocabularyFiles;
import org.ngramjob.store.WholeFile;
import org.ngramjob.trie.BucketTable;

/**
 * What the driver does once the part files are written: totals from their headers, the size limit,
 * the bucket table; all beside the parts.
 */
final class VocabularyCompletion {
  private final TextOrigin origin;
  private final VocabularySettings settings;
  private final StageRun run;

  VocabularyCompletion(TextOrigin origin, VocabularySettings settings, StageRun run) {
    this.origin = origin;
    this.settings = settings;
    this.run = run;
  }

  /** Completes a directory that holds the parts, and reports. */
  VocabularyHeader complete(Path directory) throws IOException {
    VocabularyFiles files = new VocabularyFiles(directory, run.configuration());
    if (origin.userDictionary().isPresent()) {
      write(directory, RecordedSegmenter.USER_DICTIONARY, origin.userDictionary().get());
    }
    if (!settings.wordList().isAny()) {
      write(directory, Lexicon.FILE, settings.wordList().content());
      run.report("listed words", settings.wordList().size());
    }
    List<VocabularyFile> parts = files.parts();
    VocabularyHeader header = header(parts);
    refuseNoWords(header);
    MappedVocabulary vocabulary = MappedVocabulary.of(parts, header);
    BucketTable buckets = buckets(vocabulary);
    write(directory, BucketTable.FILE, buckets.toBytes());
    write(directory, VocabularyHeader.FILE, header.toJson().getBytes(StandardCharsets.UTF_8));
    run.report("words", header.words());
    run.report("tokens", header.tokens());
    run.report("sentences", header.sentences());
    run.report("unknown tokens", header.unknownTokens());
    run.report("buckets", buckets.size());
    return header;
  }

  private void write(Path directory, String name, byte[] content) throws IOException {
    WholeFile.write(new Path(directory, name), content, run.configuration());
  }

  private VocabularyHeader header(List<VocabularyFile> parts) {
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
        origin.segmenter(),
        allSettings(),
        origin.skipped());
  }

  private SortedMap<String, String> allSettings() {
    SortedMap<String, String> all = new TreeMap<>(origin.settings());
    all.putAll(settings.toMap());
    return all;
  }

  private BucketTable buckets(MappedVocabulary vocabulary) {
    long target =
        settings.bucketWeight() > 0
            ? settings.bucketWeight()
            : BucketPlanner.targetWeight(vocabulary.header().tokens());
    return new BucketPlanner(vocabulary, target).plan();
  }

  private void refuseNoWords(VocabularyHeader header) {
    if (header.words() == 0 && header.tokens() > 0) {
      String input = "no word of input " + origin.inputs();
      throw Failure.badInput(
          settings.wordList().isAny()
              ? input + " occurs " + settings.minimumCount() + " times: lower --min-word-count"
              : input
                  + " is in the --word-list and occurs %d times: does it hold words as %s cuts them?"
                      .formatted(settings.minimumCount(), origin.segmenter()));
    }
  }
}
