package cn.trustregistry.web.demo;

import cn.trustregistry.demo.DemoPhone;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Without demonstration mode there is nothing here. */
@WebFilter(urlPatterns = "/demo/*")
public class DemoGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient DemoPhone phone;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (phone.isOn()) {
      response.setHeader("Cache-Control", "no-store");
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
