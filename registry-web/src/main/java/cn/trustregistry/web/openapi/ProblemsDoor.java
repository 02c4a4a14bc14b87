package cn.trustregistry.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /problems/<name>}: what a problem type means, its row of docs/problems.md. A type is a
 * link that a reader may follow (RFC 9457 3.1.1).
 */
@WebServlet(name = "problems", urlPatterns = "/problems/*")
public class ProblemsDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern NAME = Pattern.compile("/([a-z0-9-]{1,64})");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher name = NAME.matcher(String.valueOf(request.getPathInfo()));
    Optional<String> text = name.matches() ? text(name.group(1)) : Optional.empty();
    if (text.isEmpty()) {
      response.sendError(404);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.getWriter().write(text.get());
  }

  /** A row is {@code | `name` | status | meaning |}. */
  private Optional<String> text(String name) throws IOException {
    try (InputStream list = getServletContext().getResourceAsStream("/WEB-INF/problems.md")) {
      return list == null
          ? Optional.empty()
          : new String(list.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> line.startsWith("| `" + name + "` |"))
              .findFirst()
              .map(line -> line.replaceAll("^\\| | \\|$", "").replace(" | ", "\n") + "\n");
    }
  }
}
