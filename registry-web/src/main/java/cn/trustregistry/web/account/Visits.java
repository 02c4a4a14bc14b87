package cn.trustregistry.web.account;

import cn.trustregistry.account.Person;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Writes down who looked at what; the overview, which shows itself anew all the time, is left out.
 */
@ApplicationScoped
public class Visits {
  private static final int LONGEST = 500;

  @Inject AuditTrail audit;

  @Transactional
  public void note(Person person, ConsolePage page, HttpServletRequest request) {
    if (page != ConsolePage.INDEX && request.getMethod().equals("GET")) {
      String query = Optional.ofNullable(request.getQueryString()).orElse("");
      audit.append(
          person.name(),
          person.owner(),
          "PAGE_OPENED",
          page.getKey(),
          query.length() > LONGEST ? query.substring(0, LONGEST) : query,
          Clock.now());
    }
  }

  /** Writes down what somebody asked on a page without its being in the address. */
  @Transactional
  public void note(Person person, ConsolePage page, String subject, String details) {
    audit.append(
        person.name(), person.owner(), "ASKED_" + page.name(), subject, details, Clock.now());
  }
}
