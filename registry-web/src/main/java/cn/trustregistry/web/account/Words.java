package cn.trustregistry.web.account;

import cn.trustregistry.web.portal.Language;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the console says, in the reader's language. */
@Named("say")
@RequestScoped
public class Words {
  private static final String BUNDLE = "cn.trustregistry.web.console.words";

  @Inject Language language;
  @Inject Texts texts;

  public String text(String key, Object... details) {
    return new MessageFormat(bundle().getString(key), language.getLocale()).format(details);
  }

  /** The words for a key, or what to say where there are none. */
  public String orElse(String key, String otherwise) {
    ResourceBundle bundle = bundle();
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE,
        language.getLocale(),
        Words.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A moment in Shanghai. */
  public String time(@Nullable Instant at) {
    return texts.time(at);
  }

  public boolean isChinese() {
    return language.isChinese();
  }

  /** Of two texts the one in this language. */
  public String pick(String chinese, String english) {
    return language.isChinese() ? chinese : english;
  }

  /** Says above the page that something was done; stays over a redirect. */
  public void done(String key, Object... details) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(text(key, details)));
  }

  /** Says above the page why something was not done. */
  public void refused(String key, Object... details) {
    beside(null, key, details);
  }

  /**
   * Says beside a field what is wrong with it.
   *
   * @param field its client id, for example {@code form:name}
   */
  public void beside(@Nullable String field, String key, Object... details) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = text(key, details);
    faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    faces.validationFailed();
  }
}
