package cn.trustregistry.wsdl;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * xs:dateTime as an instant; one without a zone is read as Asia/Shanghai (UTC+8), written as UTC.
 *
 * <p>What the schema allows and no clock shows (24:00:00, years before 0) becomes {@link
 * Instant#MIN}: JAXB takes an exception for an absent element, and absent means now.
 */
public final class XmlInstant extends XmlAdapter<String, Instant> {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public Instant unmarshal(String text) {
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip(), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime zoned
          ? zoned.toInstant()
          : LocalDateTime.from(parsed).atZone(SHANGHAI).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.MIN;
    }
  }

  @Override
  public String marshal(Instant instant) {
    return instant == null ? null : DateTimeFormatter.ISO_INSTANT.format(instant);
  }
}
