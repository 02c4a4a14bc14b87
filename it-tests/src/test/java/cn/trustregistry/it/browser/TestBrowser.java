package cn.trustregistry.it.browser;

import cn.trustregistry.it.DemoClient;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The distribution's Chromium, headless. Each {@link Visit} is somebody's own browser: nothing is
 * shared between two of them.
 */
public final class TestBrowser implements AutoCloseable {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("registry.it.chromium", "/usr/bin/chromium"));
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final URI base;
  private final DemoClient demo;

  private TestBrowser(URI base, DemoClient demo) {
    this.base = base;
    this.demo = demo;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  /** Opens the pages of the registry at {@code base}, whose demonstration {@code demo} knows. */
  public static TestBrowser on(URI base, DemoClient demo) {
    return new TestBrowser(base, demo);
  }

  /** Somebody at a desk, 1280 by 800, not logged in. */
  public Visit visitor() {
    return visit(new NewContextOptions().setViewportSize(1280, 800));
  }

  /** Somebody with a phone, 390 by 844, not logged in. */
  public Visit phone() {
    return visit(
        new NewContextOptions()
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(2)
            .setIsMobile(true)
            .setHasTouch(true));
  }

  /** Somebody of the demonstration, logged in by password, for example {@code demo-admin-1}. */
  public Visit as(String name) {
    Visit visit = visitor();
    visit.logIn(name, demo.secret(name));
    return visit;
  }

  private Visit visit(NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setBaseURL(base.toString()));
    context.setDefaultTimeout(TIMEOUT_MILLIS);
    return new Visit(context);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
