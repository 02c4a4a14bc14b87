package cn.trustregistry.web.xkms;

/** A request that gets a result other than success (XKMS 2.0 part 1, 2.6). */
final class XkmsRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** ResultMajor. */
  enum Major {
    SENDER("Sender"),
    RECEIVER("Receiver");

    private final String name;

    Major(String name) {
      this.name = name;
    }

    String value() {
      return name;
    }
  }

  /** ResultMinor, as far as it is used here. */
  enum Minor {
    FAILURE("Failure"),
    INCOMPLETE("Incomplete"),
    REFUSED("Refused"),
    NO_AUTHENTICATION("NoAuthentication"),
    MESSAGE_NOT_SUPPORTED("MessageNotSupported"),
    TIME_OUT_OF_RANGE("TimeInstantOutOfRange");

    private final String name;

    Minor(String name) {
      this.name = name;
    }

    String value() {
      return name;
    }
  }

  private final Major major;
  private final Minor minor;

  XkmsRefused(Minor minor, String detail) {
    this(Major.SENDER, minor, detail);
  }

  XkmsRefused(Major major, Minor minor, String detail) {
    super(detail);
    this.major = major;
    this.minor = minor;
  }

  Major major() {
    return major;
  }

  Minor minor() {
    return minor;
  }
}
