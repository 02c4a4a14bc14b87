package cn.trustregistry.web.console;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.CompanyDesk;
import cn.trustregistry.application.Material;
import cn.trustregistry.web.account.Desk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A material of an application, as a download and never as a page: it comes from a stranger. */
@WebServlet("/console/material")
public class MaterialDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CompanyDesk company;
  @Inject transient Desk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CaClient client = desk.ownClient(Permission.APPLICATIONS, Scope.APPLICATIONS);
    String receipt = Optional.ofNullable(request.getParameter("receipt")).orElse("");
    Optional<Material> material = material(client, receipt, request.getParameter("number"));
    Optional<byte[]> content = material.flatMap(m -> company.material(client, receipt, m.number()));
    if (material.isEmpty() || content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String ending = material.get().type().name().toLowerCase(Locale.ROOT);
    String name = receipt + "-" + material.get().number() + "." + ending;
    response.setContentType("application/octet-stream");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(content.get().length);
    response.getOutputStream().write(content.get());
  }

  private Optional<Material> material(CaClient client, String receipt, String number) {
    try {
      Application application = company.read(client, receipt);
      return application.materials().stream()
          .filter(m -> String.valueOf(m.number()).equals(number))
          .findFirst();
    } catch (ApplicationRefused unknown) {
      return Optional.empty();
    }
  }
}
