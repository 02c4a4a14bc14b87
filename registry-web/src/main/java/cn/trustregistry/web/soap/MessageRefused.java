package cn.trustregistry.web.soap;

import org.jspecify.annotations.Nullable;

/** A message that does not get as far as Metro; the code is that of the fault. */
final class MessageRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String field;
  private final transient Object[] details;

  MessageRefused(String code, @Nullable String field, Object... details) {
    super(code);
    this.code = code;
    this.field = field;
    this.details = details;
  }

  String code() {
    return code;
  }

  @Nullable String field() {
    return field;
  }

  Object[] details() {
    return details.clone();
  }
}
