package cn.trustregistry.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One person's browser with one page open. */
public final class Visit implements AutoCloseable {
  private static final Path SHOTS =
      Path.of(System.getProperty("registry.it.work", "target/it")).resolve("screenshots");
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private int status;

  Visit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text() + " at " + page.url());
          }
        });
    page.onPageError(error -> errors.add(error + " at " + page.url()));
  }

  public Page page() {
    return page;
  }

  /** Goes to an address and returns the status it was answered with. */
  public int open(String path) {
    Response response = page.navigate(path);
    status = response == null ? 0 : response.status();
    return status;
  }

  void logIn(String name, String password) {
    open("/log-in.xhtml");
    fill("enter:name", name);
    fill("enter:password", password);
    press("enter:go");
  }

  /** An element by its id, as Faces writes it. */
  public Locator at(String id) {
    return page.locator("[id='" + id + "']");
  }

  public Visit fill(String id, String text) {
    at(id).fill(text);
    return this;
  }

  /** Presses a button and waits for the page that comes. */
  public Visit press(String id) {
    return press(at(id));
  }

  public Visit press(Locator button) {
    Response response = page.waitForNavigation(button::click);
    status = response == null ? 0 : response.status();
    return this;
  }

  /** What the page says, all of it. */
  public String text() {
    return page.locator("body").innerText();
  }

  public int status() {
    return status;
  }

  /**
   * The page as it is has no serious fault of accessibility, and up to here nothing was written to
   * the browser's console as an error; keeps a picture of it.
   */
  public Visit looksRight(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    hasNoErrors(name);
    List<String> violations =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(String.valueOf(rule.getImpact())))
                .map(Visit::inWords)
                .toList();
    assertThat(violations).as("accessibility of " + name).isEmpty();
    return this;
  }

  /** Up to here nothing was written to the browser's console as an error. */
  public Visit hasNoErrors(String name) {
    assertThat(errors).as("errors in the console of the browser, at " + name).isEmpty();
    return this;
  }

  private static String inWords(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }

  /** Forgets errors that were to be expected, such as the answer 403. */
  public Visit forgetErrors() {
    errors.clear();
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}
