package cn.trustregistry.web.receipt;

import cn.trustregistry.receipt.issuing.ReceiptKeyring;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The JWK set (RFC 7517) of receipts, with all its history. */
@WebServlet(name = "receipt-keys", urlPatterns = "/.well-known/receipt-jwks.json")
public class ReceiptKeysDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ReceiptKeyring keyring;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/jwk-set+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "public, max-age=600");
    response.getWriter().write(keyring.known().toJson());
  }
}
