package cn.trustregistry.demo;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.gm.SubjectIdPlace;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the three recognised CA companies. Names are those of the notice of 2022-12-13; hotlines
 * and fees are made up for the demonstration, but for the medium fees, which the notice states.
 *
 * @param numberOid extension in which it puts the holder's number
 * @param mediumFen fee for a USB key
 * @param monthly whether mobile certificates can be paid by the month
 */
record GuangxiCompany(
    String code,
    String nameZh,
    String nameEn,
    String numberOid,
    long certificateFen,
    long mediumFen,
    boolean monthly) {
  /** The notice's last day of the free trial of mobile certificates. */
  private static final LocalDate PROMOTION_ENDS = LocalDate.of(2022, 12, 31);

  static final List<GuangxiCompany> ALL =
      List.of(
          new GuangxiCompany(
              "gxca", "广西壮族自治区数字证书认证中心", "Guangxi CA", "1.2.156.10260.4.1.4", 18_000, 4_000, false),
          new GuangxiCompany(
              "huace", "华测电子认证有限责任公司", "CTI CA (Huace)", "1.2.86.11.7.4", 20_000, 0, true),
          new GuangxiCompany(
              "itrus", "北京天威诚信电子商务服务有限公司", "iTrusChina", "1.2.156.112578.1", 19_000, 0, true));

  CaCompany company() {
    return new CaCompany(
        code,
        nameZh,
        nameEn,
        "0771-0000000（演示）",
        new SubjectIdMapping(List.of(new SubjectIdPlace.InExtension(numberOid))));
  }

  /** Prices up to the end of 2022: mobile certificates are free for two months. */
  List<TariffItem> promotion() {
    List<TariffItem> items = new ArrayList<>(lasting());
    items.add(promoted("unit-mobile-2", HolderKind.UNIT, 3_000));
    items.add(promoted("person-mobile-2", HolderKind.PERSON, 1_600));
    return items;
  }

  /** Prices from 2023 on: some companies offer mobile certificates by the month. */
  List<TariffItem> tariff() {
    List<TariffItem> items = new ArrayList<>(lasting());
    if (monthly) {
      items.add(monthly("unit-mobile-1", HolderKind.UNIT, 1_500));
      items.add(monthly("person-mobile-1", HolderKind.PERSON, 800));
    }
    return items;
  }

  private List<TariffItem> lasting() {
    List<TariffItem> items = new ArrayList<>();
    items.add(usbKey("unit-usb-12", HolderKind.UNIT, certificateFen, 6_000));
    items.add(usbKey("legal-person-usb-12", HolderKind.LEGAL_PERSON, certificateFen / 2, 4_000));
    items.add(mobile("unit-mobile-12", HolderKind.UNIT, 12, certificateFen / 2));
    items.add(mobile("person-mobile-12", HolderKind.PERSON, 12, certificateFen / 4));
    return items;
  }

  private TariffItem usbKey(String id, HolderKind kind, long fen, long sealFen) {
    return new TariffItem(
        id,
        kind,
        Medium.USB_KEY,
        12,
        fen,
        mediumFen,
        sealFen,
        2_000,
        null,
        "演示价格",
        "demonstration");
  }

  private static TariffItem mobile(String id, HolderKind kind, int months, long fen) {
    return mobile(id, kind, months, fen, null, null, "演示价格", "demonstration");
  }

  private static TariffItem promoted(String id, HolderKind kind, long fen) {
    return mobile(
        id, kind, 2, fen, PROMOTION_ENDS, null, "推广期免费两个月", "free for two months (promotion)");
  }

  private static TariffItem monthly(String id, HolderKind kind, long fen) {
    return mobile(id, kind, 1, fen, null, fen, "演示价格，按月付费", "demonstration, by the month");
  }

  private static TariffItem mobile(
      String id,
      HolderKind kind,
      int months,
      long fen,
      @Nullable LocalDate freeUntil,
      @Nullable Long monthlyFen,
      String zh,
      String en) {
    return new TariffItem(
        id, kind, Medium.MOBILE, months, fen, 0, 0, 0, freeUntil, zh, en, monthlyFen, 0);
  }
}
