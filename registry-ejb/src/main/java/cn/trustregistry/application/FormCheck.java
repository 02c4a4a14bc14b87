package cn.trustregistry.application;

import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.recognition.HolderKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks a form over, field by field; pure. */
public final class FormCheck {
  /** The fields of a form. */
  public enum Field {
    UNIT_NAME,
    USCC,
    PERSON_NAME,
    CONTACT_NAME,
    PHONE,
    EMAIL,
    OLD_CERTIFICATE,
    NOTE
  }

  /** What is wrong with a field. */
  public enum Fault {
    MISSING,
    /** Too long, or with characters that do not belong there. */
    UNFIT,
    USCC_FORM,
    USCC_CHECK_CHARACTER,
    PHONE_FORM,
    EMAIL_FORM,
    SERIAL_FORM
  }

  private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
  private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{1,40}");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
  private static final int LONGEST_UNIT = 100;
  private static final int LONGEST_PERSON = 50;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NOTE = 500;

  private final Map<Field, Fault> faults = new EnumMap<>(Field.class);

  private FormCheck() {}

  /** What is wrong, by field; empty if nothing is. */
  public static Map<Field, Fault> faults(
      ApplicationKind kind, Collection<HolderKind> holders, ApplicationForm form) {
    FormCheck check = new FormCheck();
    check.text(Field.UNIT_NAME, form.unitName(), LONGEST_UNIT, true);
    check.uscc(form.uscc());
    boolean personal = holders.stream().anyMatch(holder -> holder != HolderKind.UNIT);
    check.text(Field.PERSON_NAME, form.personName(), LONGEST_PERSON, personal);
    check.text(Field.CONTACT_NAME, form.contactName(), LONGEST_PERSON, true);
    check.form(Field.PHONE, form.phone(), PHONE, Fault.PHONE_FORM, true);
    check.form(Field.EMAIL, form.email(), EMAIL, Fault.EMAIL_FORM, true);
    if (form.email().length() > LONGEST_EMAIL) {
      check.faults.put(Field.EMAIL, Fault.EMAIL_FORM);
    }
    boolean replacing = kind == ApplicationKind.REPLACEMENT;
    check.form(Field.OLD_CERTIFICATE, form.oldCertificate(), SERIAL, Fault.SERIAL_FORM, replacing);
    check.text(Field.NOTE, form.note(), LONGEST_NOTE, false);
    return check.faults;
  }

  /** The form as it is kept: without blanks around, codes in capitals. */
  public static ApplicationForm tidy(ApplicationForm form) {
    return new ApplicationForm(
        form.unitName().strip(),
        form.uscc().strip().toUpperCase(Locale.ROOT),
        form.personName().strip(),
        form.contactName().strip(),
        form.phone().replaceAll("[ -]", "").replaceFirst("^\\+86", ""),
        form.email().strip(),
        form.oldCertificate().replaceAll("[ :]", "").toLowerCase(Locale.ROOT),
        form.note().strip());
  }

  private void text(Field field, String value, int longest, boolean needed) {
    if (value.isEmpty()) {
      missing(field, needed);
    } else if (value.codePointCount(0, value.length()) > longest
        || value.codePoints().anyMatch(c -> isUnfit(field, c))) {
      faults.put(field, Fault.UNFIT);
    }
  }

  /** Names in letters of any script, digits and the marks that stand in names. */
  private static boolean isUnfit(Field field, int c) {
    if (field == Field.NOTE) {
      return (Character.isISOControl(c) && c != '\n' && c != '\r')
          || Character.getType(c) == Character.FORMAT;
    }
    return !Character.isLetterOrDigit(c) && "()（）·.,，&-— '".indexOf(c) < 0;
  }

  private void uscc(String value) {
    if (value.isEmpty()) {
      faults.put(Field.USCC, Fault.MISSING);
    } else if (!USCC.matcher(value).matches()) {
      faults.put(Field.USCC, Fault.USCC_FORM);
    } else if (UnifiedSocialCreditCode.parse(value) == null) {
      faults.put(Field.USCC, Fault.USCC_CHECK_CHARACTER);
    }
  }

  private void form(Field field, String value, Pattern pattern, Fault fault, boolean needed) {
    if (value.isEmpty()) {
      missing(field, needed);
    } else if (!pattern.matcher(value).matches()) {
      faults.put(field, fault);
    }
  }

  private void missing(Field field, boolean needed) {
    if (needed) {
      faults.put(field, Fault.MISSING);
    }
  }
}
