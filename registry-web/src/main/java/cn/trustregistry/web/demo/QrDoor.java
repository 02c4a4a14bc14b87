package cn.trustregistry.web.demo;

import cn.trustregistry.web.signing.QrCode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The QR code that the demonstration's centre shows to this browser. */
@WebServlet(name = "demo-qr", urlPatterns = "/demo/qr.svg")
public class QrDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient PhoneMemory memory;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (memory.payload().isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("image/svg+xml;charset=UTF-8");
    response.getWriter().write(QrCode.of(memory.payload()).svg());
  }
}
