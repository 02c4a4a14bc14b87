package cn.trustregistry.web.apply;

import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.FollowCodes;
import cn.trustregistry.application.Pass;
import cn.trustregistry.application.PortalLimits;
import cn.trustregistry.application.PortalLimits.Use;
import cn.trustregistry.message.Channel;
import cn.trustregistry.message.Messages;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Receipt number and code. */
@Named
@RequestScoped
public class FollowPage {
  private static final Pattern RECEIPT = Pattern.compile("[0-9A-Za-z-]{10,32}");
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  @Inject FollowCodes codes;
  @Inject PortalLimits limits;
  @Inject Messages messages;
  @Inject Applicant applicant;
  @Inject Forms forms;

  private final Instant now = Clock.now();
  private String receipt = "";
  private @Nullable String channel;
  private String code = "";

  @PostConstruct
  void begin() {
    channel = messages.channels().stream().findFirst().map(Channel::name).orElse(null);
  }

  /** Whether somebody was led here from an application that may no longer be looked at. */
  public boolean isLed() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return !faces.isPostback()
        && faces.getExternalContext().getRequestParameterMap().containsKey("fault");
  }

  /** What the Enter key means: with a code to open the application, without one to be sent one. */
  public @Nullable String enter() {
    return code.isEmpty() ? send() : open();
  }

  /** Has a code sent; says the same whether or not somebody has this number. */
  public @Nullable String send() {
    Optional<Channel> chosen =
        messages.channels().stream().filter(c -> c.name().equals(channel)).findFirst();
    if (chosen.isEmpty()) {
      forms.fault("channel", "fault.CHANNEL_MISSING");
    }
    if (!hasReceipt() || chosen.isEmpty()) {
      return null;
    }
    try {
      limits.count(Use.CODE, Applicant.address(), now);
      codes.send(receipt, chosen.get(), now);
      forms.say("codeSent");
    } catch (ApplicationRefused refused) {
      forms.fault(null, "refused." + refused.kind());
    }
    return null;
  }

  /** Opens the application that the code belongs to. */
  public @Nullable String open() {
    if (!CODE.matcher(code).matches()) {
      forms.fault("code", "fault.CODE_FORM");
    }
    if (!hasReceipt() || !CODE.matcher(code).matches()) {
      return null;
    }
    try {
      limits.count(Use.TRY, Applicant.address(), now);
      Optional<Pass> pass = codes.open(receipt, code, now);
      if (pass.isPresent()) {
        applicant.take(pass.get());
        return "/application.xhtml?faces-redirect=true";
      }
      forms.fault("code", "fault.CODE_WRONG");
    } catch (ApplicationRefused refused) {
      forms.fault(null, "refused." + refused.kind());
    }
    return null;
  }

  private boolean hasReceipt() {
    boolean fit = RECEIPT.matcher(receipt).matches();
    if (!fit) {
      forms.fault("receipt", "fault.RECEIPT_FORM");
    }
    return fit;
  }

  public List<SelectItem> getChannels() {
    return messages.channels().stream()
        .map(c -> new SelectItem(c.name(), forms.text("channel." + c)))
        .toList();
  }

  public String getReceipt() {
    return receipt;
  }

  public void setReceipt(@Nullable String value) {
    receipt = value == null ? "" : value.strip();
  }

  public @Nullable String getChannel() {
    return channel;
  }

  public void setChannel(@Nullable String value) {
    channel = value;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String value) {
    code = value == null ? "" : value.strip();
  }
}
