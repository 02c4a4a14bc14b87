package cn.trustregistry.demo;

import cn.trustregistry.centre.TradingCentre;
import java.util.List;

/** The autonomous region's trading centre and those of its 14 cities (GB/T 2260). */
final class GuangxiCentres {
  static final String REGION = "450000";

  static final List<TradingCentre> ALL =
      List.of(
          new TradingCentre(REGION, null, "广西壮族自治区公共资源交易中心", "Guangxi (autonomous region)"),
          city("450100", "南宁", "Nanning"),
          city("450200", "柳州", "Liuzhou"),
          city("450300", "桂林", "Guilin"),
          city("450400", "梧州", "Wuzhou"),
          city("450500", "北海", "Beihai"),
          city("450600", "防城港", "Fangchenggang"),
          city("450700", "钦州", "Qinzhou"),
          city("450800", "贵港", "Guigang"),
          city("450900", "玉林", "Yulin"),
          city("451000", "百色", "Baise"),
          city("451100", "贺州", "Hezhou"),
          city("451200", "河池", "Hechi"),
          city("451300", "来宾", "Laibin"),
          city("451400", "崇左", "Chongzuo"));

  private GuangxiCentres() {}

  private static TradingCentre city(String code, String zh, String en) {
    return new TradingCentre(code, REGION, zh + "市公共资源交易中心", en);
  }
}
