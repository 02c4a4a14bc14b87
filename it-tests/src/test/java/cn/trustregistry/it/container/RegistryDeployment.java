package cn.trustregistry.it.container;

import cn.trustregistry.pki.TestPki;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it is shipped, plus the test classes of this package, TestPki and AssertJ. */
@ArquillianSuiteDeployment
public class RegistryDeployment {

  @Deployment
  public static WebArchive registry() {
    Path war = Path.of(System.getProperty("registry.it.dist", "")).resolve("registry-web.war");
    return ShrinkWrap.create(ZipImporter.class, "registry-web.war")
        .importFrom(war.toFile())
        .as(WebArchive.class)
        .addPackage(RegistryDeployment.class.getPackage())
        .addAsLibraries(jarOf(Assertions.class), jarOf(TestPki.class));
  }

  private static File jarOf(Class<?> library) {
    try {
      return new File(library.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
