package example;

import example.common.Category;
import example.common.Reason;
import example.common.Stage;
import example.validation.InvalidRequestFault;
import example.validation.ValidateCertificate;
import example.validation.ValidateCertificateResponse;
import example.validation.Validation;
import example.validation.ValidationService;
import jakarta.xml.ws.BindingProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Asks the registry about two certificates of the demonstration, and keeps the receipt of the first
 * answer.
 */
public final class Validate {
  private final Validation registry;
  private final Path demo;

  private Validate(Validation registry, Path demo) {
    this.registry = registry;
    this.demo = demo;
  }

  public static void main(String[] arguments) throws Exception {
    Validate example = new Validate(connect(), Path.of(setting("DEMO", "../../data/demo")));
    try {
      ValidateCertificateResponse answer = example.ask("gxca/unit-rsa-sign.pem");
      Files.writeString(Path.of("receipt.txt"), answer.getReceipt().getText());
      System.out.println(
          "receipt of record " + answer.getReceipt().getRecordId() + " kept in receipt.txt");
      example.ask("gxca/revoked-rsa-sign.pem");
    } catch (InvalidRequestFault fault) {
      System.err.println(fault.getFaultInfo().getCode() + " in " + fault.getFaultInfo().getField());
      System.exit(1);
    }
  }

  private static Validation connect() {
    Validation port = new ValidationService().getValidationPort();
    var context = ((BindingProvider) port).getRequestContext();
    String address = setting("REGISTRY", "http://127.0.0.1:8080") + "/soap/v1/validation";
    context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
    context.put(BindingProvider.USERNAME_PROPERTY, setting("CENTRE", "centre-450100"));
    context.put(BindingProvider.PASSWORD_PROPERTY, setting("CENTRE_SECRET", null));
    return port;
  }

  private ValidateCertificateResponse ask(String file) throws Exception {
    Category category = new Category();
    category.setValue("0101");
    ValidateCertificate question = new ValidateCertificate();
    question.setCertificate(der(demo.resolve(file)));
    question.setCategory(category);
    question.setStage(Stage.LOGIN);
    question.setWithReceipt(true);
    ValidateCertificateResponse answer = registry.validateCertificate(question);
    System.out.println(file + ": " + answer.getVerdict());
    for (Reason reason : answer.getReason()) {
      System.out.println(
          "  "
              + reason.getCode()
              + " ("
              + reason.getStandard()
              + "): "
              + reason.getText().get(0).getValue());
    }
    return answer;
  }

  private static byte[] der(Path pem) throws IOException {
    return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[^-]+-----", ""));
  }

  private static String setting(String name, String usual) {
    String value = System.getenv().getOrDefault(name, usual);
    if (value == null) {
      throw new IllegalStateException(
          name + " is not set: the registry printed it at its first start");
    }
    return value;
  }
}
