package cn.trustregistry.web.apply;

import cn.trustregistry.web.portal.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Words of these pages in the reader's language, and messages beside fields. */
@RequestScoped
public class Forms {
  @Inject Language language;

  public String text(String key, Object... details) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "cn.trustregistry.web.apply.forms",
            language.getLocale(),
            Forms.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return details.length == 0
        ? bundle.getString(key)
        : new MessageFormat(bundle.getString(key), language.getLocale()).format(details);
  }

  /**
   * @param field id of the input, or null for the whole form
   */
  public void fault(@Nullable String field, String key) {
    message(FacesMessage.SEVERITY_ERROR, field, key);
  }

  public void say(String key) {
    message(FacesMessage.SEVERITY_INFO, null, key);
  }

  private void message(FacesMessage.Severity severity, @Nullable String field, String key) {
    String text = text(key);
    FacesContext.getCurrentInstance()
        .addMessage(field == null ? null : "form:" + field, new FacesMessage(severity, text, text));
  }
}
