package cn.trustregistry.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.account.Permission;
import cn.trustregistry.audit.AuditSearch;
import cn.trustregistry.audit.AuditSearch.Entry;
import cn.trustregistry.audit.AuditSearch.Wanted;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.portal.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries of the trail that somebody asked for, as CSV (RFC 4180), page by page. */
@WebServlet("/console/audit.csv")
public class AuditExport extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100_000;
  private static final int AT_A_TIME = 1_000;

  @Inject transient AuditSearch search;
  @Inject transient Desk desk;
  @Inject transient Texts texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.person().acting(Permission.AUDIT);
    Map<String, String> question = new HashMap<>();
    AuditPage.FIELDS.forEach(field -> question.put(field, request.getParameter(field)));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    // spreadsheets take a file for UTF-8 only with this mark
    response.getOutputStream().write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    PrintWriter out = new PrintWriter(response.getOutputStream(), false, UTF_8);
    out.print("seq,time,actor,tenant,action,subject,details\r\n");
    int written = 0;
    List<Entry> page;
    do {
      Wanted wanted = AuditPage.wanted(question);
      page = search.find(wanted, AT_A_TIME);
      page.forEach(entry -> out.print(line(entry)));
      written += page.size();
      if (!page.isEmpty()) {
        question.put("before", String.valueOf(page.get(page.size() - 1).seq()));
      }
    } while (page.size() == AT_A_TIME && written < MOST);
    out.flush();
  }

  private String line(Entry entry) {
    String tenant = entry.tenant();
    return String.join(
            ",",
            String.valueOf(entry.seq()),
            Csv.cell(texts.time(entry.at())),
            Csv.cell(entry.actor()),
            Csv.cell(tenant == null ? "" : tenant),
            Csv.cell(entry.action()),
            Csv.cell(entry.subject()),
            Csv.cell(entry.details()))
        + "\r\n";
  }
}
