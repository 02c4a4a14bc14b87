package cn.trustregistry.web.demo;

import cn.trustregistry.demo.DemoPhone;
import cn.trustregistry.scan.SigningPayload;
import cn.trustregistry.scan.SigningRefused;
import cn.trustregistry.scan.SigningSession;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.apply.Forms;
import cn.trustregistry.web.portal.Language;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acts as the app on a phone: scans, shows, signs. */
@Named
@RequestScoped
public class PhonePage {
  @Inject DemoPhone phone;
  @Inject PhoneMemory memory;
  @Inject Forms forms;
  @Inject Texts texts;
  @Inject Language language;

  private final Instant now = Clock.now();
  private String payload = "";
  private @Nullable String key;
  private @Nullable SigningSession session;

  /** The centre of Nanning asks for a signature. */
  public String ask() {
    memory.ask(phone.ask(forms.text("phone.samplePurpose"), now).payload());
    return "/demo/phone.xhtml?faces-redirect=true";
  }

  public @Nullable String scan() {
    Optional<String> token = SigningPayload.token(payload);
    Optional<DemoPhone.Key> chosen = chosen();
    if (token.isEmpty()) {
      forms.fault("payload", "phone.payloadUnfit");
    }
    if (chosen.isEmpty()) {
      forms.fault("key", "phone.keyMissing");
    }
    if (token.isEmpty() || chosen.isEmpty()) {
      return null;
    }
    try {
      String tenant = chosen.get().tenant();
      SigningSession claimed = phone.scan(tenant, token.get(), now);
      memory.claim(tenant, chosen.get().id(), claimed.id());
      return "/demo/phone.xhtml?faces-redirect=true";
    } catch (SigningRefused refused) {
      forms.fault("payload", "signing." + refused.reason());
      return null;
    }
  }

  public @Nullable String sign() {
    try {
      session = phone.sign(memory.tenant(), memory.key(), memory.session(), now);
    } catch (SigningRefused refused) {
      forms.fault(null, "signing." + refused.reason());
      session = null;
    }
    return null;
  }

  public @Nullable String decline() {
    try {
      session = phone.decline(memory.tenant(), memory.session(), now);
    } catch (SigningRefused refused) {
      forms.fault(null, "signing." + refused.reason());
      session = null;
    }
    return null;
  }

  public String restart() {
    memory.forget();
    return "/demo/phone.xhtml?faces-redirect=true";
  }

  private Optional<DemoPhone.Key> chosen() {
    return phone.keys().stream().filter(k -> name(k).equals(key)).findFirst();
  }

  private static String name(DemoPhone.Key key) {
    return key.tenant() + "/" + key.id();
  }

  public List<SelectItem> getKeys() {
    return phone.keys().stream()
        .map(
            k ->
                new SelectItem(
                    name(k),
                    (language.isChinese() ? k.companyZh() : k.companyEn())
                        + " · "
                        + forms.text("phone.key." + k.id())))
        .toList();
  }

  /** The session that the phone has, or null. */
  public @Nullable SigningSession getSession() {
    if (session == null && memory.isClaimed()) {
      session = phone.look(memory.tenant(), memory.session(), now).orElse(null);
    }
    return session;
  }

  public String getHash() {
    SigningSession shown = getSession();
    return shown == null ? "" : HexFormat.of().formatHex(shown.request().hash());
  }

  public String getExpires() {
    SigningSession shown = getSession();
    return shown == null ? "" : texts.time(shown.expiresAt());
  }

  public boolean isWaiting() {
    SigningSession shown = getSession();
    return shown != null && !shown.state().isEnded();
  }

  public String getState() {
    SigningSession shown = getSession();
    return shown == null ? "" : forms.text("phone.state." + shown.state());
  }

  public String getUsedKey() {
    return forms.text("phone.key." + memory.key());
  }

  public String getPayload() {
    return payload.isEmpty() ? memory.payload() : payload;
  }

  public void setPayload(@Nullable String value) {
    payload = value == null ? "" : value.strip();
  }

  public @Nullable String getKey() {
    return key;
  }

  public void setKey(@Nullable String value) {
    key = value;
  }

  public boolean isAsked() {
    return !memory.payload().isEmpty();
  }
}
