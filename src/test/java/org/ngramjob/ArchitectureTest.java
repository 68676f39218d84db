// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ngramjob.pipeline.TaskFailures;

/** Holds the code to the rooms of ARCHITECTURE.md and to the rules about state and doors. */
class ArchitectureTest {
  private static final String ROOT = "org.ngramjob.";
  private static final Path PAGE = Path.of("ARCHITECTURE.md");

  /** Packages that a word in the column "libraries" stands for. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "Hadoop", "org.apache.hadoop..",
          "gson", "com.google.gson..",
          "picocli", "picocli..",
          "log4j", "org.apache.log4j..");

  private static JavaClasses main;

  @BeforeAll
  static void read() {
    main =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ngramjob");
  }

  @Test
  void theTableNamesEveryRoomAndNoOther() throws IOException {
    Set<String> rooms = new TreeSet<>();
    main.forEach(
        type -> {
          if (type.getPackageName().startsWith(ROOT)) {
            rooms.add(type.getPackageName().substring(ROOT.length()));
          }
        });
    assertThat(RoomsTable.read(PAGE).rooms().keySet()).containsExactlyInAnyOrderElementsOf(rooms);
  }

  @TestFactory
  Stream<DynamicTest> aRoomImportsOnlyWhatItsRowSays() throws IOException {
    return RoomsTable.read(PAGE).rooms().entrySet().stream()
        .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> check(room)));
  }

  private static void check(Map.Entry<String, RoomsTable.Row> room) {
    List<String> allowed = new ArrayList<>(List.of("java..", ROOT + room.getKey()));
    room.getValue().imports().forEach(name -> allowed.add(ROOT + name));
    for (String library : room.getValue().libraries()) {
      assertThat(LIBRARIES).containsKey(library);
      allowed.add(LIBRARIES.get(library));
    }
    classes()
        .that()
        .resideInAPackage(ROOT + room.getKey())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .because("ARCHITECTURE.md's table of rooms says so")
        .check(main);
  }

  @Test
  void mainImportsTheCommandLine() {
    classes()
        .that()
        .haveFullyQualifiedName(ROOT + "Main")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.ngramjob", ROOT + "cli", ROOT + "failure")
        .check(main);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(main);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().check(main);
  }

  /** A final field may still hold something that changes. */
  @Test
  void staticFieldsHoldNoState() {
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            assignableTo(ThreadLocal.class)
                .or(assignableTo("java.lang.AbstractStringBuilder"))
                .or(assignableTo("java.util.AbstractMap"))
                .or(assignableTo("java.util.AbstractCollection"))
                .or(assignableTo("java.util.concurrent.ExecutorService"))
                .or(resideInAtomic()))
        .check(main);
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> resideInAtomic() {
    return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
        "java.util.concurrent.atomic");
  }

  /** Hadoop limits the number of counters: names made from data kill the job. */
  @Test
  void countersAreEnums() {
    noClasses()
        .should()
        .callMethodWhere(
            target(name("getCounter")).or(target(name("findCounter"))).and(takesStrings()))
        .check(main);
  }

  private static DescribedPredicate<JavaCall<?>> takesStrings() {
    return DescribedPredicate.describe(
        "takes names as strings",
        call ->
            call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(String.class)));
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethodWhere(
            target(name("terminate"))
                .and(target(owner(assignableTo("org.apache.hadoop.util.ExitUtil")))))
        .check(main);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ngramjob", ROOT + "cli", ROOT + "report")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
        .check(main);
  }

  @Test
  void onlyThePipelineRunsJobs() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "pipeline")
        .should()
        .callMethod(Job.class, "waitForCompletion", boolean.class)
        .orShould()
        .callMethod(Job.class, "submit")
        .check(main);
  }

  /** Or the driver could only say that a task has failed, not why. */
  @Test
  void tasksCarryTheirFailuresToTheDriver() {
    classes()
        .that()
        .areAssignableTo(Mapper.class)
        .or()
        .areAssignableTo(Reducer.class)
        .should()
        .callMethod(TaskFailures.class, "carry", TaskAttemptContext.class, TaskFailures.Body.class)
        .check(main);
  }

  /** A path knows its file system; the default one is the wrong one half of the time. */
  @Test
  void nobodyAsksForTheDefaultFileSystem() {
    noClasses().should().callMethod(FileSystem.class, "get", Configuration.class).check(main);
  }

  /** Then no text, whatever it says, can make it do so. */
  @Test
  void nothingStartsProgramsOrLoadsCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.(ProcessBuilder|ClassLoader)|java\\.io\\.ObjectInputStream"
                + "|java\\.net\\.URLClassLoader|javax\\.(script|naming)\\..*")
        .orShould()
        .callMethodWhere(target(name("exec")).and(target(owner(assignableTo(Runtime.class)))))
        .orShould()
        .callMethodWhere(target(name("forName")).and(target(owner(assignableTo(Class.class)))))
        .check(main);
  }

  @Test
  void roomsHavePackageDocumentation() throws IOException {
    for (String room : RoomsTable.read(PAGE).rooms().keySet()) {
      assertThat(Path.of("src/main/java/org/ngramjob", room, "package-info.java"))
          .as("the doorway of " + room)
          .isRegularFile();
    }
  }
}
