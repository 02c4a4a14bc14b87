package cn.trustregistry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom (DESIGN.md). */
@AnalyzeClasses(packages = "cn.trustregistry", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule rooms_do_not_know_each_other_in_circles =
      slices().matching("cn.trustregistry.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_knows_start_or_demo =
      noClasses()
          .that()
          .resideOutsideOfPackages("..start..", "..demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..start..", "..demo..");

  @ArchTest
  static final ArchRule rooms_know_no_doors =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..web..", "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.xml.ws..");

  @ArchTest
  static final ArchRule rooms_below_trust_do_not_know_it =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..audit..",
              "..access..",
              "..authority..",
              "..centre..",
              "..recognition..",
              "..project..",
              "..pricing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..trust..", "..publication..", "..validation..");

  @ArchTest
  static final ArchRule receipts_are_verified_without_a_server =
      noClasses()
          .that()
          .resideInAPackage("cn.trustregistry.receipt")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "javax.sql..", "..access..", "..receipt.issuing..");
}
