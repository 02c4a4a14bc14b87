package cn.trustregistry.recognition;

/**
 * A region of a rule by GB/T 2260 code: one centre alone ({@code 450000}) or everything that lies
 * in the region as well ({@code 450000+}).
 */
public record Region(String code, boolean withAllInside) {
  public static Region parse(String text) {
    return text.endsWith("+")
        ? new Region(text.substring(0, text.length() - 1), true)
        : new Region(text, false);
  }

  /** GB/T 2260: pairs of digits name province, prefecture and county; 00 means the whole. */
  public boolean contains(String centre) {
    if (!withAllInside) {
      return centre.equals(code);
    }
    int significant = code.length();
    while (significant >= 2 && code.startsWith("00", significant - 2)) {
      significant -= 2;
    }
    return centre.startsWith(code.substring(0, significant));
  }

  @Override
  public String toString() {
    return withAllInside ? code + "+" : code;
  }
}
