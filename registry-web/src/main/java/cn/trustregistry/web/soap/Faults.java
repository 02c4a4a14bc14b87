package cn.trustregistry.web.soap;

import cn.trustregistry.wsdl.validation.v1.InvalidRequest;
import cn.trustregistry.wsdl.validation.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.validation.v1.NotAuthenticated;
import cn.trustregistry.wsdl.validation.v1.RegistryUnavailable;
import cn.trustregistry.wsdl.validation.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.validation.v1.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the typed faults of the contract. */
final class Faults {
  private Faults() {}

  static InvalidRequest invalid(String code, @Nullable String field, Object... details) {
    InvalidRequest fault = new InvalidRequest();
    fault.setCode(code);
    fault.setField(field);
    fault.getText().addAll(FaultTexts.of(code, details));
    return fault;
  }

  static InvalidRequestFault invalidRequest(
      String code, @Nullable String field, Object... details) {
    InvalidRequest fault = invalid(code, field, details);
    return new InvalidRequestFault(english(fault.getText()), fault);
  }

  static NotAuthenticated notAuthenticated(String code) {
    NotAuthenticated fault = new NotAuthenticated();
    fault.setCode(code);
    fault.getText().addAll(FaultTexts.of(code));
    return fault;
  }

  static RegistryUnavailableFault unavailable(String code, Object... details) {
    RegistryUnavailable fault = new RegistryUnavailable();
    fault.setCode(code);
    fault.getText().addAll(FaultTexts.of(code, details));
    return new RegistryUnavailableFault(english(fault.getText()), fault);
  }

  static String english(List<Text> texts) {
    return texts.get(texts.size() - 1).getValue();
  }
}
