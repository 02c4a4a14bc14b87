package cn.trustregistry.web.soap;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two versions of SOAP, told apart by media type (SOAP 1.1 section 6, SOAP 1.2 part 2, 7). */
enum SoapVersion {
  V11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
  V12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

  private final String namespace;
  private final String mediaType;

  SoapVersion(String namespace, String mediaType) {
    this.namespace = namespace;
    this.mediaType = mediaType;
  }

  String namespace() {
    return namespace;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /** Empty if a message of that content type is no SOAP. */
  static Optional<SoapVersion> ofContentType(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    for (SoapVersion version : values()) {
      if (version.mediaType.equals(type.toLowerCase(Locale.ROOT))) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  static Optional<SoapVersion> ofNamespace(@Nullable String namespace) {
    for (SoapVersion version : values()) {
      if (version.namespace.equals(namespace)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
