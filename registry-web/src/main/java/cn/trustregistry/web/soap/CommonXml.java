package cn.trustregistry.web.soap;

import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.validation.Advice;
import cn.trustregistry.validation.ReasonWords;
import cn.trustregistry.wsdl.common.v1.Category;
import cn.trustregistry.wsdl.common.v1.Evidence;
import cn.trustregistry.wsdl.common.v1.Reason;
import cn.trustregistry.wsdl.common.v1.Text;
import cn.trustregistry.wsdl.common.v1.Verdict;

/** Reads and renders what all contracts share. */
public final class CommonXml {
  private CommonXml() {}

  public static Reason reason(cn.trustregistry.pki.Reason reason) {
    Reason xml = new Reason();
    xml.setCode(reason.code());
    xml.setEffect(Verdict.fromValue(reason.effect().name()));
    xml.setStandard(reason.standard());
    xml.getText().add(text("zh-CN", ReasonWords.chinese(reason)));
    xml.getText().add(text("en", ReasonWords.english(reason)));
    reason.evidence().forEach((name, value) -> xml.getEvidence().add(evidence(name, value)));
    return xml;
  }

  public static cn.trustregistry.wsdl.common.v1.Advice advice(Advice advice) {
    var xml = new cn.trustregistry.wsdl.common.v1.Advice();
    xml.setCode(advice.code().name());
    xml.getText().add(text("zh-CN", ReasonWords.chinese(advice)));
    xml.getText().add(text("en", ReasonWords.english(advice)));
    advice.evidence().forEach((name, value) -> xml.getEvidence().add(evidence(name, value)));
    return xml;
  }

  public static Text text(String lang, String value) {
    Text text = new Text();
    text.setLang(lang);
    text.setValue(value);
    return text;
  }

  public static CategoryRef category(Category category) {
    return new CategoryRef(category.getSystem(), category.getVersion(), category.getValue());
  }

  public static Category category(CategoryRef ref) {
    Category xml = new Category();
    xml.setSystem(ref.system());
    xml.setVersion(ref.version());
    xml.setValue(ref.code());
    return xml;
  }

  private static Evidence evidence(String name, String value) {
    Evidence evidence = new Evidence();
    evidence.setName(name);
    evidence.setValue(value);
    return evidence;
  }
}
