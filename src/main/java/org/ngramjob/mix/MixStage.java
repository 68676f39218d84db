// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pieces.WordText;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.temporary.TemporaryDirectory;

/**
 * Several models in, of texts that were cut into words alike; out a model directory, their mixture,
 * with the n-grams of all. The driver makes it alone, no job is run. Memory: the words; on the
 * local disk, for a while, the mixture as ARPA text.
 */
public final class MixStage implements Stage {
  private static final String WEIGHTS = "mixture-weights";

  private final ModelSource models;
  private final MixtureWeights weights;
  private final Path output;

  /** A mixture of as many models as there are weights. */
  public MixStage(ModelSource models, MixtureWeights weights, Path output) {
    this.models = models;
    this.weights = weights;
    this.output = output;
  }

  @Override
  public String name() {
    return "mix";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Path> inputs() {
    return models.paths();
  }

  @Override
  public List<Path> sources() {
    return models.files();
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    return new TreeMap<>(Map.of(WEIGHTS, weights.toString()));
  }

  @Override
  public void run(StageRun run) throws IOException {
    FileSystem fileSystem = run.directory().getFileSystem(run.configuration());
    ArpaImport.Target target = name -> fileSystem.create(new Path(run.directory(), name), false);
    List<LanguageModel> parts = models.open();
    VocabularyHeader header = models.vocabularyHeader();
    SegmenterSettings segmenter = SegmenterSettings.fromMap(header.settings());
    ArpaImport reader =
        new ArpaImport(
            "the mixture of " + models.paths(),
            header.segmenter(),
            vocabularySettings(segmenter),
            Defects.stopping());
    ModelHeader made = mix(parts, reader, target, run);
    if (segmenter.hasUserDictionary()) {
      String name = ModelDirectory.VOCABULARY + "/" + RecordedSegmenter.USER_DICTIONARY;
      try (OutputStream out = target.create(name)) {
        out.write(models.userDictionary());
      }
    }
    for (int n = 1; n <= made.order(); n++) {
      run.report("ngrams_" + n, made.ngrams().get(n - 1));
    }
  }

  /** Inspecting the model shows that it is a mixture. */
  private SortedMap<String, String> vocabularySettings(SegmenterSettings segmenter) {
    SortedMap<String, String> settings = new TreeMap<>(segmenter.toMap());
    settings.put(WEIGHTS, weights.toString());
    return settings;
  }

  private ModelHeader mix(
      List<LanguageModel> parts, ArpaImport reader, ArpaImport.Target target, StageRun run)
      throws IOException {
    UnionVocabulary words = UnionVocabulary.of(parts);
    MixtureWalk walk = new MixtureWalk(parts, words, weights);
    try (TemporaryDirectory scratch = new TemporaryDirectory();
        MixtureText text = new MixtureText(walk.order(), new WordText(words), scratch.path())) {
      walk.walk(text, share -> run.advance("n-grams", share));
      try (InputStream in = text.read()) {
        return reader.read(in, text.bytes(), target, run::advance).header();
      }
    }
  }
}
