package cn.trustregistry.web.apply;

import cn.trustregistry.application.ApplicationForm;
import cn.trustregistry.application.ApplicationKind;
import cn.trustregistry.application.FormCheck;
import cn.trustregistry.application.FormCheck.Fault;
import cn.trustregistry.application.FormCheck.Field;
import cn.trustregistry.recognition.HolderKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of a form. */
@Named
@RequestScoped
public class FormFields {
  private static final Map<Field, String> INPUTS =
      Map.of(
          Field.UNIT_NAME, "unitName",
          Field.USCC, "uscc",
          Field.PERSON_NAME, "personName",
          Field.CONTACT_NAME, "contactName",
          Field.PHONE, "phone",
          Field.EMAIL, "email",
          Field.OLD_CERTIFICATE, "oldCertificate",
          Field.NOTE, "note");

  @Inject Forms forms;

  private String unitName = "";
  private String uscc = "";
  private String personName = "";
  private String contactName = "";
  private String phone = "";
  private String email = "";
  private String oldCertificate = "";
  private String note = "";

  ApplicationForm form() {
    return FormCheck.tidy(
        new ApplicationForm(
            unitName, uscc, personName, contactName, phone, email, oldCertificate, note));
  }

  void show(ApplicationForm form) {
    unitName = form.unitName();
    uscc = form.uscc();
    personName = form.personName();
    contactName = form.contactName();
    phone = form.phone();
    email = form.email();
    oldCertificate = form.oldCertificate();
    note = form.note();
  }

  /** Puts a message beside each field that has a fault; whether there was none. */
  boolean check(ApplicationKind kind, Collection<HolderKind> holders) {
    Map<Field, Fault> faults = FormCheck.faults(kind, holders, form());
    faults.forEach((field, fault) -> forms.fault(INPUTS.get(field), "fault." + fault));
    return faults.isEmpty();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  public String getUnitName() {
    return unitName;
  }

  public void setUnitName(@Nullable String value) {
    unitName = text(value);
  }

  public String getUscc() {
    return uscc;
  }

  public void setUscc(@Nullable String value) {
    uscc = text(value);
  }

  public String getPersonName() {
    return personName;
  }

  public void setPersonName(@Nullable String value) {
    personName = text(value);
  }

  public String getContactName() {
    return contactName;
  }

  public void setContactName(@Nullable String value) {
    contactName = text(value);
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String value) {
    phone = text(value);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String value) {
    email = text(value);
  }

  public String getOldCertificate() {
    return oldCertificate;
  }

  public void setOldCertificate(@Nullable String value) {
    oldCertificate = text(value);
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String value) {
    note = text(value);
  }
}
