// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which methods a stage spends its time in, from a recording of the JDK's flight recorder: {@code
 * stage TAB share TAB samples TAB method}, the methods on top of the stack, most samples first.
 *
 * <pre>ProfileReport RECORDING METHODS [STAGE STARTED MILLIS]…</pre>
 *
 * STARTED as in a manifest. What lies in no stage is left out; without stages, all is one.
 */
final class ProfileReport {
  private final List<Stage> stages = new ArrayList<>();

  /** A stretch of time and what was sampled in it. */
  private record Stage(String name, Instant from, Instant to, Map<String, Integer> samples) {
    boolean holds(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  private ProfileReport() {}

  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    System.out.print(
        of(Path.of(all.get(0)), Integer.parseInt(all.get(1)), all.subList(2, all.size())));
  }

  /** The stages as name, start and milliseconds one after the other. */
  static String of(Path recording, int methods, List<String> stages) throws IOException {
    ProfileReport report = new ProfileReport();
    for (int i = 0; i < stages.size(); i += 3) {
      Instant from = Instant.parse(stages.get(i + 1));
      report.add(stages.get(i), from, from.plusMillis(Long.parseLong(stages.get(i + 2))));
    }
    if (stages.isEmpty()) {
      report.add("all", Instant.MIN, Instant.MAX);
    }
    report.read(recording);
    return report.text(methods);
  }

  private void add(String name, Instant from, Instant to) {
    stages.add(new Stage(name, from, to, new HashMap<>()));
  }

  private void read(Path recording) throws IOException {
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")
            && event.getStackTrace() != null) {
          String method = name(event.getStackTrace().getFrames());
          stages.stream()
              .filter(stage -> stage.holds(event.getStartTime()))
              .forEach(stage -> stage.samples().merge(method, 1, Integer::sum));
        }
      }
    }
  }

  /** The method on top, and the nearest of our own below it where that is another's. */
  private static String name(List<RecordedFrame> frames) {
    String top = name(frames.get(0).getMethod());
    if (top.startsWith("org.ngramjob.")) {
      return top;
    }
    return frames.stream()
        .map(frame -> name(frame.getMethod()))
        .filter(method -> method.startsWith("org.ngramjob."))
        .findFirst()
        .map(method -> top + " in " + method)
        .orElse(top);
  }

  private static String name(RecordedMethod method) {
    return method.getType().getName() + "." + method.getName();
  }

  private String text(int methods) {
    StringBuilder text = new StringBuilder();
    for (Stage stage : stages) {
      int all = stage.samples().values().stream().mapToInt(Integer::intValue).sum();
      stage.samples().entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(methods)
          .forEach(
              method ->
                  text.append(
                      "%s\t%.1f%%\t%d\t%s%n"
                          .formatted(
                              stage.name(),
                              100.0 * method.getValue() / all,
                              method.getValue(),
                              method.getKey())));
    }
    return text.toString();
  }
}
