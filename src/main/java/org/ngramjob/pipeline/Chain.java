// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * A plan as a whole: whether it is finished, and its own manifest. The manifest of a chain names
 * the manifests of its stages as its outputs and their fingerprints as its inputs.
 */
final class Chain {
  private static final String UNFINISHED = "." + Manifest.FILE_NAME + ".unfinished";

  private final Plan plan;
  private final Configuration configuration;

  Chain(Plan plan, Configuration configuration) {
    this.plan = plan;
    this.configuration = configuration;
  }

  /** What people would call the output of this plan. */
  Path result() {
    return plan.directory().orElse(plan.stages().get(plan.stages().size() - 1).output());
  }

  boolean isFinished() throws IOException {
    Path marker =
        plan.directory().isPresent()
            ? new Path(plan.directory().get(), Manifest.FILE_NAME)
            : result();
    FileSystem fileSystem = marker.getFileSystem(configuration);
    return fileSystem.exists(marker) && PendingManifest.of(fileSystem, marker).isEmpty();
  }

  /** Stops where something stands that this plan would have to replace without being told to. */
  void check(IfExists ifExists) throws IOException {
    Path result = result();
    DanglingLink.refuse(result, configuration);
    for (Stage stage : plan.stages()) {
      DanglingLink.refuse(stage.output(), configuration);
      refuseForeign(stage.output());
    }
    if (ifExists == IfExists.FAIL && isFinished()) {
      throw exists(result, "exists");
    }
    if (plan.directory().isEmpty()) {
      return;
    }
    FileSystem fileSystem = result.getFileSystem(configuration);
    if (!fileSystem.exists(result)) {
      return;
    }
    if (fileSystem.getFileStatus(result).isFile()) {
      throw new Failure(
          ExitCode.OUTPUT_EXISTS, result + " is a file; a directory is to be made there: move it");
    }
    if (ifExists == IfExists.FAIL) {
      checkNothingForeign(fileSystem, result);
    }
  }

  /**
   * A directory without a manifest may be somebody else's, whatever its name: a stage's output
   * appears with one. A file that is named may be replaced.
   */
  private void refuseForeign(Path output) throws IOException {
    FileSystem fileSystem = output.getFileSystem(configuration);
    if (fileSystem.exists(output)
        && fileSystem.getFileStatus(output).isDirectory()
        && !fileSystem.exists(new Path(output, Manifest.FILE_NAME))
        && fileSystem.listStatus(output).length > 0) {
      throw new Failure(
          ExitCode.OUTPUT_EXISTS,
          output
              + " exists and has no "
              + Manifest.FILE_NAME
              + ", so it may be somebody's own and is never replaced; choose another output, or move"
              + " or remove it");
    }
  }

  private void checkNothingForeign(FileSystem fileSystem, Path directory) throws IOException {
    Set<String> ours = new HashSet<>();
    for (Stage stage : plan.stages()) {
      ours.add(stage.output().getName());
      ours.add(Aside.directoryOf(stage.output()).getName());
    }
    for (FileStatus status : fileSystem.listStatus(directory)) {
      String name = status.getPath().getName();
      if (!ours.contains(name) && !name.startsWith(".")) {
        throw exists(
            directory, "exists and holds " + name + ", which " + plan.name() + " does not make");
      }
    }
  }

  static Failure exists(Path path, String what) {
    return new Failure(
        ExitCode.OUTPUT_EXISTS,
        path + " " + what + "; choose another output or add --if-exists skip|overwrite");
  }

  /** From now on the chain is unfinished; a driver that dies leaves something to resume. */
  void begin() throws IOException {
    if (plan.directory().isPresent()) {
      Path marker = new Path(plan.directory().get(), Manifest.FILE_NAME);
      marker.getFileSystem(configuration).delete(marker, false);
    }
  }

  void finish(Manifest.Run run, List<StageResult> results) throws IOException {
    if (plan.directory().isEmpty()) {
      return;
    }
    Path directory = plan.directory().get();
    FileSystem fileSystem = directory.getFileSystem(configuration);
    Path marker = new Path(directory, Manifest.FILE_NAME);
    // One name for all runs: the next one writes over what a dead driver has left.
    Path written = new Path(directory, UNFINISHED);
    ManifestFile.write(fileSystem, written, summary(run, results));
    if (!fileSystem.rename(written, marker)) {
      throw new IOException("cannot rename " + written + " to " + marker);
    }
  }

  private Manifest summary(Manifest.Run run, List<StageResult> results) {
    List<InputState> inputs = new ArrayList<>();
    List<JobRecord> jobs = new ArrayList<>();
    List<OutputFile> outputs = new ArrayList<>();
    Map<String, Long> figures = new LinkedHashMap<>();
    for (StageResult result : results) {
      Manifest manifest = result.manifest();
      String name = manifest.fingerprint().stage();
      long bytes = manifest.result().outputs().stream().mapToLong(OutputFile::bytes).sum();
      inputs.add(
          new InputState(
              result.output().toString(),
              manifest.result().outputs().size(),
              bytes,
              manifest.fingerprint().sha256()));
      jobs.addAll(manifest.result().jobs());
      manifest.result().figures().forEach((key, value) -> figures.put(name + "." + key, value));
      for (OutputFile file : manifest.result().outputs()) {
        String path = result.output().getName() + "/" + file.path();
        outputs.add(new OutputFile(path, file.bytes(), file.sha256()));
      }
    }
    return new Manifest(
        run,
        Fingerprint.of(plan.name(), 1, new TreeMap<>(), inputs),
        new Manifest.Result(jobs, figures, outputs));
  }
}
