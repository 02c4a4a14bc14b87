package cn.trustregistry.web.portal;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;

/** The language of the pages: Chinese unless the reader chose English with {@code ?lang=en}. */
@Named
@SessionScoped
public class Language implements Serializable {
  private static final long serialVersionUID = 1L;

  private boolean english;

  public Locale getLocale() {
    String chosen =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("lang");
    if (chosen != null) {
      english = chosen.equals("en");
    }
    return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }

  /** BCP 47 tag of the language in use. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  /** What to put into {@code ?lang=} for the other language. */
  public String getOther() {
    return english ? "zh" : "en";
  }

  /** Of two texts the one in this language. */
  public String pick(String chinese, String other) {
    return english ? other : chinese;
  }

  public boolean isChinese() {
    return !english;
  }
}
