package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import cn.trustregistry.account.Role;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.web.account.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Published certificates, as far as the person at the desk may see them: operators of a CA company
 * those of the company, everybody else all, since publishing is for relying parties to see.
 */
@RequestScoped
class VisibleCertificates {
  static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  @Inject Desk desk;
  @Inject Publications publications;

  Optional<PublishedCertificate> find(String sha256) {
    return SHA256.matcher(sha256).matches()
        ? publications.published(List.of(sha256)).stream()
            .filter(certificate -> sees(certificate.tenant()))
            .findFirst()
        : Optional.empty();
  }

  /** Whether the person may see what that company published. */
  boolean sees(String company) {
    return sees(desk.person(), company);
  }

  static boolean sees(Person person, String company) {
    return person.role().scope() == Role.Scope.OWN_COMPANY
        ? person.mayForCompany(Permission.SEE, company)
        : person.maySomewhere(Permission.SEE);
  }
}
