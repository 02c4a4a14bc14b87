package cn.trustregistry.wsdl;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * xs:date as a calendar day in Asia/Shanghai; an offset written after the day is ignored. What no
 * calendar shows becomes {@link LocalDate#MIN}, for the reason given at {@link XmlInstant}.
 */
public final class XmlDay extends XmlAdapter<String, LocalDate> {
  @Override
  public LocalDate unmarshal(String text) {
    try {
      return LocalDate.from(DateTimeFormatter.ISO_DATE.parse(text.strip()));
    } catch (DateTimeException unreadable) {
      return LocalDate.MIN;
    }
  }

  @Override
  public String marshal(LocalDate day) {
    return day == null ? null : DateTimeFormatter.ISO_LOCAL_DATE.format(day);
  }
}
