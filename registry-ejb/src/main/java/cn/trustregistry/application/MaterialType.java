package cn.trustregistry.application;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/** What a material may be, told by how it begins and never by its name. Nothing is unpacked. */
public enum MaterialType {
  PDF("application/pdf", "%PDF-".getBytes(US_ASCII)),
  JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

  private final String mediaType;
  private final byte[] beginning;

  MaterialType(String mediaType, byte[] beginning) {
    this.mediaType = mediaType;
    this.beginning = beginning;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Empty if it is none of these. */
  static Optional<MaterialType> of(byte[] content) {
    for (MaterialType type : values()) {
      byte[] mark = type.beginning;
      if (content.length > mark.length
          && Arrays.equals(content, 0, mark.length, mark, 0, mark.length)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
