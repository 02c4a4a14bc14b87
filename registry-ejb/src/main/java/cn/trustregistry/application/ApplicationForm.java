package cn.trustregistry.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;

/**
 * Who applies, as stated by the applicant; empty text where nothing was stated.
 *
 * @param unitName of the market participant (单位名称)
 * @param uscc unified social credit code of the unit
 * @param personName whose personal certificate it is; needed where one is asked for
 * @param contactName who handles it (经办人)
 * @param phone mainland mobile number
 * @param oldCertificate serial number of the certificate to be replaced
 * @param note for the company
 */
public record ApplicationForm(
    String unitName,
    String uscc,
    String personName,
    String contactName,
    String phone,
    String email,
    String oldCertificate,
    String note) {
  byte[] write() {
    return Json.createObjectBuilder()
        .add("unitName", unitName)
        .add("uscc", uscc)
        .add("personName", personName)
        .add("contactName", contactName)
        .add("phone", phone)
        .add("email", email)
        .add("oldCertificate", oldCertificate)
        .add("note", note)
        .build()
        .toString()
        .getBytes(UTF_8);
  }

  static ApplicationForm read(byte[] json) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
      JsonObject form = reader.readObject();
      return new ApplicationForm(
          form.getString("unitName"),
          form.getString("uscc"),
          form.getString("personName"),
          form.getString("contactName"),
          form.getString("phone"),
          form.getString("email"),
          form.getString("oldCertificate"),
          form.getString("note"));
    }
  }
}
