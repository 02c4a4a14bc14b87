package cn.trustregistry.demo;

import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.RuleLimits;
import cn.trustregistry.recognition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The categories and the rules of the notice of 2022-12-13. */
final class GuangxiRules {
  private static final Instant FROM = Instant.parse("2022-12-12T16:00:00Z");
  private static final LocalDate LEGACY_LISTED_UNTIL = LocalDate.of(2022, 12, 31);

  /** The notice says that issuing has stopped; it is of the day after. */
  static final LocalDate LEGACY_ISSUED_UNTIL = LocalDate.of(2022, 12, 12);

  private static final RuleLimits UNTIL_PROJECT_ENDS = new RuleLimits(Set.of(), Set.of(), true);

  private static final Set<Region> EVERYWHERE = Set.of(new Region(GuangxiCentres.REGION, true));
  private static final Set<Region> REGION_ONLY = Set.of(new Region(GuangxiCentres.REGION, false));
  private static final Set<Stage> NO_SEAL =
      EnumSet.complementOf(EnumSet.of(Stage.ENTERPRISE_SEAL, Stage.LEGAL_PERSON_SEAL));

  static final List<Category> CATEGORIES =
      List.of(
          category("01", null, "工程建设", "Engineering construction"),
          category("0101", "01", "房屋建筑和市政工程", "Buildings and municipal works"),
          category("0102", "01", "交通工程", "Transport"),
          category("0103", "01", "水利工程", "Water conservancy"),
          category("0104", "01", "铁路工程", "Railways"),
          category("0105", "01", "高标准农田", "High-standard farmland"),
          category("0199", "01", "其他工程", "Other works"),
          category("02", null, "政府采购（非政采云）", "Government procurement"),
          category("03", null, "土地使用权", "Land-use rights"),
          category("04", null, "矿业权", "Mining rights"),
          category("05", null, "国有产权", "State-owned property rights"),
          category("90", null, "其他", "Others"),
          category("9001", "90", "海域使用权", "Sea-use rights"),
          category("9002", "90", "药品和医疗器械", "Drugs and medical devices"),
          category("900201", "9002", "药品", "Drugs"),
          category("900202", "9002", "医疗器械", "Medical devices"));

  private static final Set<CategoryRef> GENERAL = refs("01", "02", "03", "04", "05", "9001");
  private static final Set<CategoryRef> DRUGS = refs("9002");
  private static final Set<CategoryRef> RIGHTS = refs("03", "04", "9001");

  static final List<RecognitionRule> RULES =
      List.of(
          rule(
              "deny-mobile-drugs",
              Effect.DENY,
              Set.of(),
              Set.of(Medium.MOBILE),
              Set.of(),
              DRUGS,
              Set.of(),
              EVERYWHERE,
              null,
              "移动证书暂不支持药品和医疗器械",
              "Mobile certificates are not for drugs and medical devices"),
          allow("general", Set.of(), GENERAL, NO_SEAL, EVERYWHERE),
          allow(
              "general-enterprise-seal",
              Set.of(HolderKind.UNIT),
              GENERAL,
              Set.of(Stage.ENTERPRISE_SEAL),
              EVERYWHERE),
          allow(
              "general-legal-person-seal",
              Set.of(HolderKind.LEGAL_PERSON),
              GENERAL,
              Set.of(Stage.LEGAL_PERSON_SEAL),
              EVERYWHERE),
          allow("drugs", Set.of(), DRUGS, NO_SEAL, REGION_ONLY),
          allow(
              "drugs-enterprise-seal",
              Set.of(HolderKind.UNIT),
              DRUGS,
              Set.of(Stage.ENTERPRISE_SEAL),
              REGION_ONLY),
          allow(
              "drugs-legal-person-seal",
              Set.of(HolderKind.LEGAL_PERSON),
              DRUGS,
              Set.of(Stage.LEGAL_PERSON_SEAL),
              REGION_ONLY),
          rule(
              "legacy-natural-resources",
              Effect.ALLOW,
              Set.of(),
              Set.of(),
              Set.of(Profile.LEGACY),
              RIGHTS,
              Set.of(),
              EVERYWHERE,
              LEGACY_LISTED_UNTIL,
              "原自然资源系统证书仅用于已挂牌项目，至该项目交易结束",
              "Certificates of the old natural-resources systems, for projects already listed,"
                  + " until their trading ends"));

  private GuangxiRules() {}

  private static RecognitionRule allow(
      String id,
      Set<HolderKind> holders,
      Set<CategoryRef> categories,
      Set<Stage> stages,
      Set<Region> regions) {
    return rule(
        id,
        Effect.ALLOW,
        holders,
        Set.of(),
        Set.of(Profile.STANDARD),
        categories,
        stages,
        regions,
        null,
        "三家CA的证书在全区互认",
        "Certificates of every recognised CA, in every centre");
  }

  private static RecognitionRule rule(
      String id,
      Effect effect,
      Set<HolderKind> holders,
      Set<Medium> media,
      Set<Profile> profiles,
      Set<CategoryRef> categories,
      Set<Stage> stages,
      Set<Region> regions,
      @Nullable LocalDate listedTo,
      String noteZh,
      String noteEn) {
    return new RecognitionRule(
        id,
        effect,
        Set.of(),
        holders,
        media,
        profiles,
        categories,
        stages,
        regions,
        null,
        listedTo,
        FROM,
        null,
        noteZh,
        noteEn,
        listedTo == null ? RuleLimits.NONE : UNTIL_PROJECT_ENDS);
  }

  private static Category category(String code, @Nullable String parent, String zh, String en) {
    return new Category(ref(code), parent == null ? null : ref(parent), zh, en);
  }

  private static Set<CategoryRef> refs(String... codes) {
    return Arrays.stream(codes).map(GuangxiRules::ref).collect(Collectors.toUnmodifiableSet());
  }

  static CategoryRef ref(String code) {
    return new CategoryRef("GGZY", "1", code);
  }
}
