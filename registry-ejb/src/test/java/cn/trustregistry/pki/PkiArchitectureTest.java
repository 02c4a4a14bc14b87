package cn.trustregistry.pki;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "cn.trustregistry.pki",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PkiArchitectureTest {
  @ArchTest
  static final ArchRule engine_knows_the_jdk_and_bouncy_castle_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.bouncycastle..", "org.jspecify..", "cn.trustregistry.pki..");

  @ArchTest
  static final ArchRule engine_does_not_look_at_a_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule engine_does_not_use_the_network_or_files =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..");

  @ArchTest
  static final ArchRule rooms_of_the_engine_do_not_go_round_in_circles =
      slices().matching("cn.trustregistry.pki.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule core_knows_none_of_its_rooms =
      noClasses()
          .that()
          .resideInAPackage("cn.trustregistry.pki")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("cn.trustregistry.pki.(*)..");
}
