package cn.trustregistry.demo;

import cn.trustregistry.access.IssuedSecret;
import cn.trustregistry.account.OwnAccount;
import cn.trustregistry.account.People;
import cn.trustregistry.account.People.Newcomer;
import cn.trustregistry.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One person of each role, and a second admin. */
@ApplicationScoped
public class DemoPeople {
  private static final String ACTOR = "demo-start";
  private static final List<Newcomer> ALL =
      List.of(
          new Newcomer("demo-admin-1", "演示管理员甲", Role.PLATFORM_ADMIN, null),
          new Newcomer("demo-admin-2", "演示管理员乙", Role.PLATFORM_ADMIN, null),
          new Newcomer("demo-approver", "演示审批人", Role.SECOND_APPROVER, null),
          new Newcomer("demo-gxca", "演示广西CA操作员", Role.CA_OPERATOR, "gxca"),
          new Newcomer("demo-nanning", "演示南宁中心操作员", Role.CENTRE_OPERATOR, "450100"),
          new Newcomer("demo-auditor", "演示审计员", Role.AUDITOR, null));

  @Inject People people;
  @Inject OwnAccount accounts;

  /** Makes them and tells their passwords. */
  List<IssuedSecret> create(Instant at) {
    List<IssuedSecret> secrets = new ArrayList<>();
    for (Newcomer newcomer : ALL) {
      people.invite(newcomer, ACTOR, at);
      secrets.add(new IssuedSecret(newcomer.name(), accounts.demoPassword(newcomer.name(), at)));
    }
    return secrets;
  }
}
