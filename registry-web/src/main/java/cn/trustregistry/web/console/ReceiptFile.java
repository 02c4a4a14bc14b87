package cn.trustregistry.web.console;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.receipt.issuing.Receipts;
import cn.trustregistry.receipt.issuing.Receipts.Issued;
import cn.trustregistry.validation.VerdictHistory;
import cn.trustregistry.validation.VerdictSummary;
import cn.trustregistry.web.account.Desk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The receipt of a verdict as a file, as it was handed out before; none is signed here. Whoever may
 * not see the verdict learns no more than that there is none.
 */
@WebServlet("/console/receipt")
public class ReceiptFile extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Receipts receipts;
  @Inject transient VerdictHistory history;
  @Inject transient VisibleCertificates visible;
  @Inject transient Desk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String record = Optional.ofNullable(request.getParameter("record")).orElse("");
    Optional<Issued> receipt =
        history.find(record).filter(this::sees).flatMap(verdict -> receipts.kept(verdict.id()));
    if (receipt.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] text = receipt.get().text().getBytes(US_ASCII);
    response.setContentType("application/octet-stream");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"receipt-" + receipt.get().recordId() + ".txt\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }

  /** As on the certificate's page: centres see what they were answered, companies their own. */
  private boolean sees(VerdictSummary verdict) {
    String centre = desk.person().ownCentre();
    return (centre == null || centre.equals(verdict.centre()))
        && visible.find(verdict.certificate()).isPresent();
  }
}
