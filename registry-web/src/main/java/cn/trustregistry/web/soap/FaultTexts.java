package cn.trustregistry.web.soap;

import cn.trustregistry.wsdl.common.v1.Text;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What faults say, Chinese first. */
final class FaultTexts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private FaultTexts() {}

  static List<Text> of(String code, Object... details) {
    return List.of(
        text("zh-CN", Locale.CHINESE, code, details), text("en", Locale.ROOT, code, details));
  }

  private static Text text(String tag, Locale locale, String code, Object... details) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "cn.trustregistry.web.soap.faults",
            locale,
            FaultTexts.class.getClassLoader(),
            NO_FALLBACK);
    Text text = new Text();
    text.setLang(tag);
    text.setValue(new MessageFormat(bundle.getString(code), Locale.ROOT).format(details));
    return text;
  }
}
