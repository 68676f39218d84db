// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.mix.ModelSource;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.VocabularyHeader;

/** The models that a command line names to be mixed: directories and ARPA files. */
final class MixedModels implements ModelSource, AutoCloseable {
  private static final String OPTION = "--model";

  private final List<Path> paths = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final Environment environment;
  private final List<ModelFiles> opened = new ArrayList<>();
  private final List<OpenModel> open = new ArrayList<>();

  private MixedModels(Environment environment) {
    this.environment = environment;
  }

  /**
   * Finds them; none is opened yet.
   *
   * @throws Failure usage, unless they are several; bad input, where one is not there
   */
  static MixedModels find(Day day, List<String> given, Environment environment) throws IOException {
    if (given.size() < 2) {
      throw Failure.usage("mix takes several models; give --model A,B");
    }
    MixedModels models = new MixedModels(environment);
    Configuration configuration = environment.configuration();
    for (String name : given) {
      Path file = Directories.path(OPTION, day.ofFile(OPTION, name));
      if (Directories.isFile(file, configuration)) {
        models.files.add(file);
        models.paths.add(file);
      } else {
        String directory = day.in(OPTION, name);
        models.paths.add(Directories.find(OPTION, directory, DirectoryKind.MODEL, configuration));
      }
    }
    return models;
  }

  @Override
  public List<Path> paths() {
    return List.copyOf(paths);
  }

  @Override
  public List<Path> files() {
    return List.copyOf(files);
  }

  /**
   * What held-out text has been read with is what is mixed, while the account of the run is of what
   * stands there when the mixing begins: it must be the same.
   */
  @Override
  public List<LanguageModel> open() throws IOException {
    for (ModelFiles files : opened) {
      files.requireSame("read");
    }
    for (int i = open.size(); i < paths.size(); i++) {
      Configuration configuration = environment.configuration();
      opened.add(ModelFiles.of(paths.get(i).getFileSystem(configuration), paths.get(i)));
      FoundModel found = FoundModel.find(OPTION, paths.get(i).toString(), configuration);
      OpenModel model = OpenModel.open(found, configuration);
      open.add(model);
      model.noteCaveats(environment.console());
      refuseUnlessBackOff(model.model());
      refuseUnlessCutLikeFirst(i);
    }
    return open.stream().map(OpenModel::model).toList();
  }

  /** What no model has backs off in the mixture too, so it must in all of them. */
  private static void refuseUnlessBackOff(LanguageModel model) {
    if (!model.isProbability() || !model.asksShorterContexts()) {
      throw Failure.usage(
          "%s cannot be mixed: a mixture needs probabilities that ask shorter contexts for what a longer one lacks; estimate with a method such as modified-kneser-ney"
              .formatted(model.header().method()));
    }
  }

  private void refuseUnlessCutLikeFirst(int i) throws IOException {
    String first = open.get(0).vocabularyHeader().segmenter();
    String other = open.get(i).vocabularyHeader().segmenter();
    if (!other.equals(first)) {
      throw Failure.badInput(
          "the text of %s was cut into words by %s, that of %s by %s: mix models of text that was cut alike; of an ARPA file, import says how (--segmenter)"
              .formatted(paths.get(0), first, paths.get(i), other));
    }
  }

  /** The first of them, which cuts text for all; once they are open. */
  OpenModel first() {
    return open.get(0);
  }

  @Override
  public VocabularyHeader vocabularyHeader() throws IOException {
    return first().vocabularyHeader();
  }

  @Override
  public byte[] userDictionary() throws IOException {
    return first().userDictionary();
  }

  @Override
  public void close() {
    open.forEach(OpenModel::close);
  }
}
