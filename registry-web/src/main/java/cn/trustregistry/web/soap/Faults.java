package cn.trustregistry.web.soap;

import cn.trustregistry.wsdl.common.v1.InvalidRequest;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.NotAuthenticated;
import cn.trustregistry.wsdl.common.v1.QuotaExceeded;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailable;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.common.v1.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the typed faults of all contracts. Each code has its words in {@code faults.properties} and
 * {@code faults_zh.properties} of this package.
 */
public final class Faults {
  private Faults() {}

  /**
   * @param field the element at fault; null if it is none in particular
   * @param details what the words of the code leave open
   */
  public static InvalidRequestFault invalidRequest(
      String code, @Nullable String field, Object... details) {
    InvalidRequest fault = invalid(code, field, details);
    return new InvalidRequestFault(english(fault.getText()), fault);
  }

  /** Nothing was decided or changed, and asking again is safe. */
  public static RegistryUnavailableFault unavailable(String code, Object... details) {
    RegistryUnavailable fault = new RegistryUnavailable();
    fault.setCode(code);
    fault.getText().addAll(FaultTexts.of(code, details));
    return new RegistryUnavailableFault(english(fault.getText()), fault);
  }

  /** The content of such a fault, for one item among many. */
  public static InvalidRequest invalid(String code, @Nullable String field, Object... details) {
    InvalidRequest fault = new InvalidRequest();
    fault.setCode(code);
    fault.setField(field);
    fault.getText().addAll(FaultTexts.of(code, details));
    return fault;
  }

  static NotAuthenticated notAuthenticated(String code) {
    NotAuthenticated fault = new NotAuthenticated();
    fault.setCode(code);
    fault.getText().addAll(FaultTexts.of(code));
    return fault;
  }

  static QuotaExceeded quotaExceeded(Duration wait) {
    QuotaExceeded fault = new QuotaExceeded();
    fault.setCode("QUOTA_EXCEEDED");
    fault.setRetryAfterSeconds((int) wait.toSeconds());
    fault.getText().addAll(FaultTexts.of("QUOTA_EXCEEDED", wait.toSeconds()));
    return fault;
  }

  static String english(List<Text> texts) {
    return texts.get(texts.size() - 1).getValue();
  }
}
