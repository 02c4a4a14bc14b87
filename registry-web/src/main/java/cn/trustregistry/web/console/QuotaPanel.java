package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.centre.Quota;
import cn.trustregistry.centre.Quotas;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.limits.CentreUsage;
import cn.trustregistry.web.limits.CentreUsage.Spent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much a centre may ask, how much of it is used up, and another quota for it. */
@Named("quota")
@ViewScoped
public class QuotaPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

  /** A bar of 100; {@code percent} is never more. */
  public record Bar(String span, long used, long quota, long percent) {}

  @Inject CentreUsage usage;
  @Inject Desk desk;
  @Inject Quotas quotas;
  @Inject Words words;

  private String centre = "";
  private String minute = "";
  private String day = "";

  void open(String code) {
    centre = code;
    Quota quota = usage.spent(code, Clock.now()).quota();
    minute = String.valueOf(quota.minute());
    day = String.valueOf(quota.day());
  }

  public Bar[] getBars() {
    Spent spent = usage.spent(centre, Clock.now());
    return new Bar[] {
      bar("minute", spent.minute(), spent.quota().minute()),
      bar("day", spent.day(), spent.quota().day())
    };
  }

  static Bar bar(String span, long used, long quota) {
    long percent = used == 0 ? 0 : Math.max(1, Math.min(100, used * 100 / Math.max(1, quota)));
    return new Bar(span, used, quota, percent);
  }

  public @Nullable String change() {
    String actor = desk.person().acting(Permission.OPERATE);
    boolean numbers =
        NUMBER.matcher(minute.strip()).matches() && NUMBER.matcher(day.strip()).matches();
    Quota quota =
        numbers
            ? new Quota(Long.parseLong(minute.strip()), Long.parseLong(day.strip()))
            : new Quota(0, 0);
    if (!quota.isFit()) {
      words.beside("quota:minute", "quota.UNFIT");
      return null;
    }
    quotas.give(centre, quota, actor, Clock.now());
    words.done("quotaChanged");
    return "/console/centre.xhtml?faces-redirect=true&code=" + centre;
  }

  public String getMinute() {
    return minute;
  }

  public void setMinute(String minute) {
    this.minute = minute;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }
}
