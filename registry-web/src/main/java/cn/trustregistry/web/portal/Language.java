package cn.trustregistry.web.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /** The address of the page that is shown in the other language: the same question again. */
  public String getLink() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Map<String, String> question = new TreeMap<>();
    if (((HttpServletRequest) faces.getExternalContext().getRequest()).getMethod().equals("GET")) {
      question.putAll(faces.getExternalContext().getRequestParameterMap());
    }
    for (UIViewParameter one : ViewMetadata.getViewParameters(faces.getViewRoot())) {
      String value = one.getStringValue(faces);
      if (value != null && !value.isEmpty()) {
        question.put(one.getName(), value);
      }
    }
    question.put("lang", getOther());
    return question.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Of two texts the one in this language. */
  public String pick(String chinese, String other) {
    return english ? other : chinese;
  }

  public boolean isChinese() {
    return !english;
  }
}
