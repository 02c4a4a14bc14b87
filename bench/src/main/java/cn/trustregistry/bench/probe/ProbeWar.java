package cn.trustregistry.bench.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packs the probe's archive, with the very Metro that the registry's archive has. */
public final class ProbeWar {
  private static final Pattern METRO =
      Pattern.compile(
          "WEB-INF/lib/(jaxws-rt|jaxb|saaj|jakarta\\.xml|jakarta\\.activation|jakarta\\.mail|angus|"
              + "gmbal|ha-api|management-api|mimepull|pfl|asm|stax|streambuffer|FastInfoset|txw2|"
              + "istack|policy|woodstox|resolver).*\\.jar");

  private static final List<Class<?>> CLASSES =
      List.of(
          EmptyEcho.class,
          CheckedEcho.class,
          LeanEcho.class,
          EmptyApplication.class,
          EmptyApplication.EmptyResource.class);

  private static final String WEB =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <listener>
          <listener-class>com.sun.xml.ws.transport.http.servlet.WSServletContextListener</listener-class>
        </listener>
        <servlet>
          <servlet-name>soap</servlet-name>
          <servlet-class>com.sun.xml.ws.transport.http.servlet.WSServlet</servlet-class>
          <load-on-startup>1</load-on-startup>
        </servlet>
        <servlet-mapping><servlet-name>soap</servlet-name><url-pattern>/echo</url-pattern></servlet-mapping>
        <servlet-mapping><servlet-name>soap</servlet-name><url-pattern>/checked</url-pattern></servlet-mapping>
      </web-app>
      """;

  private static final String ENDPOINTS =
      """
      <endpoints xmlns="http://java.sun.com/xml/ns/jax-ws/ri/runtime" version="2.0">
        <endpoint name="echo" implementation="cn.trustregistry.bench.probe.EmptyEcho" url-pattern="/echo"/>
        <endpoint name="checked" implementation="cn.trustregistry.bench.probe.CheckedEcho" url-pattern="/checked"/>
      </endpoints>
      """;

  private static final String SERVER =
      """
      <glassfish-web-app>
        <context-root>/bench</context-root>
        <class-loader delegate="false"/>
      </glassfish-web-app>
      """;

  private ProbeWar() {}

  /**
   * @param registry the registry's archive
   */
  public static void write(Path registry, Path war) throws IOException {
    try (ZipFile from = new ZipFile(registry.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(war))) {
      add(to, "WEB-INF/web.xml", WEB.getBytes(StandardCharsets.UTF_8));
      add(to, "WEB-INF/sun-jaxws.xml", ENDPOINTS.getBytes(StandardCharsets.UTF_8));
      add(to, "WEB-INF/glassfish-web.xml", SERVER.getBytes(StandardCharsets.UTF_8));
      for (Class<?> each : CLASSES) {
        String name = each.getName().replace('.', '/') + ".class";
        try (InputStream in = ProbeWar.class.getClassLoader().getResourceAsStream(name)) {
          add(to, "WEB-INF/classes/" + name, Objects.requireNonNull(in).readAllBytes());
        }
      }
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (METRO.matcher(entry.getName()).matches()) {
          try (InputStream in = from.getInputStream(entry)) {
            add(to, entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private static void add(ZipOutputStream to, String name, byte[] content) throws IOException {
    to.putNextEntry(new ZipEntry(name));
    to.write(content);
    to.closeEntry();
  }
}
