package cn.trustregistry.pki.lint;

/**
 * One thing that is wrong with a certificate.
 *
 * @param lint stable name; that of zlint where zlint has the lint. Its first letter is zlint's
 *     severity, which need not be ours
 * @param severity what it means for a publication
 * @param standard standard and clause that ask for it
 * @param detail what was found, for an engineer to read
 */
public record Finding(String lint, Severity severity, String standard, String detail) {
  /** An error refuses the publication; a warning goes along with it. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Finding error(String lint, String standard, String detail) {
    return new Finding(lint, Severity.ERROR, standard, detail);
  }

  public static Finding warning(String lint, String standard, String detail) {
    return new Finding(lint, Severity.WARNING, standard, detail);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
