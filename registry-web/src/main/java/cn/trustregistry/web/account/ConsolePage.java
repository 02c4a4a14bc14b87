package cn.trustregistry.web.account;

import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages of the console and what each asks for: the gate and the navigation read this list. */
public enum ConsolePage {
  INDEX(Permission.SEE, true),
  APPROVALS(Permission.APPROVE, true),
  COMPANIES(Permission.SEE, true),
  COMPANY(Permission.SEE, false),
  ISSUER(Permission.SEE, false),
  CENTRES(Permission.SEE, true),
  CENTRE(Permission.SEE, false),
  PRICES(Permission.SEE, true) {
    @Override
    boolean opensTo(Person person) {
      return super.opensTo(person) && person.ownCentre() == null;
    }
  },
  TARIFF(Permission.PRICES, false),
  APPLICATIONS(Permission.APPLICATIONS, true),
  APPLICATION(Permission.APPLICATIONS, false),
  MATERIAL(Permission.APPLICATIONS, false) {
    @Override
    String file() {
      return "material";
    }
  },
  NOTICES(Permission.NOTICES, true),
  NOTICE(Permission.NOTICES, false),
  EXPLAIN(Permission.SEE, true),
  RECOGNITION(Permission.SEE, true),
  RULES(Permission.RULES, true),
  DRAFT(Permission.RULES, false),
  RULE(Permission.RULES, false),
  PREVIEW(Permission.RULES, false),
  CERTIFICATES(Permission.SEE, true),
  CERTIFICATE(Permission.SEE, false),
  RECEIPT(Permission.SEE, false) {
    @Override
    String file() {
      return "receipt";
    }
  },
  PEOPLE(Permission.PEOPLE, true),
  AUDIT(Permission.AUDIT, true),
  EXPORT(Permission.AUDIT, false) {
    @Override
    String file() {
      return "audit.csv";
    }
  },
  ACCOUNT(Permission.SELF, false);

  private final Permission permission;
  private final boolean inNavigation;

  ConsolePage(Permission permission, boolean inNavigation) {
    this.permission = permission;
    this.inNavigation = inNavigation;
  }

  /** The page at a path below {@code /console/}; empty if there is none. */
  static Optional<ConsolePage> at(String file) {
    String name = file.isEmpty() ? "index.xhtml" : file;
    return Arrays.stream(values()).filter(page -> page.file().equals(name)).findFirst();
  }

  static List<ConsolePage> navigationOf(Person person) {
    return Arrays.stream(values()).filter(p -> p.inNavigation && p.opensTo(person)).toList();
  }

  boolean opensTo(Person person) {
    return person.maySomewhere(permission);
  }

  String file() {
    return getKey() + ".xhtml";
  }

  /** Its name in addresses and texts, for example {@code company}. */
  public String getKey() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String getPath() {
    return this == INDEX ? "/console/" : "/console/" + file();
  }
}
