package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import cn.trustregistry.it.rest.Company.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An applicant at the portal and a company at the REST door. */
@ExtendWith(SharedRegistry.class)
class ApplicationsIT {
  private static final byte[] PDF = "%PDF-1.7 a licence".getBytes(US_ASCII);
  private static final String GXCA = "广西壮族自治区数字证书认证中心";
  private static final String NEXT = "下一步：上传材料";
  private static final String SUBMIT = "提交申请";

  @Test
  void applicant_applies_corrects_and_follows_and_the_company_works_it(RegistryProcess registry)
      throws Exception {
    Company gxca = Company.of(registry.base(), registry.output(), "gxca-client");
    Company huace = Company.of(registry.base(), registry.output(), "huace-client");
    PageReader browser = applied(registry);
    String receipt = receipt(browser);
    assertThat(browser.body()).contains("已提交", "490 元");
    String path = "applications/" + receipt;
    Answer read = gxca.get(path);
    JsonObject application = read.object();
    assertThat(application.getJsonObject("form").getString("uscc")).isEqualTo("91450100MA5DEM13CX");
    assertThat(application.getInt("feeFen")).isEqualTo(49_000);
    assertThat(gxca.get(path, "If-None-Match", read.header("ETag")).status()).isEqualTo(304);
    Answer material = gxca.get(path + "/materials/1");
    assertThat(material.response().body()).isEqualTo(new String(PDF, US_ASCII));
    assertThat(material.header("Content-Disposition")).startsWith("attachment");
    assertThat(material.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(gxca.get(path + "/materials/9").outcome()).isEqualTo("404 not-found");

    assertThat(huace.get(path).outcome()).isEqualTo("404 application-unknown");
    assertThat(huace.get(path + "/materials/1").outcome()).isEqualTo("404 application-unknown");
    assertThat(huace.post(path + "/moves", "{\"to\":\"ACCEPTED\"}").outcome())
        .isEqualTo("404 application-unknown");
    assertThat(huace.get("applications?limit=500").response().body()).doesNotContain(receipt);
    assertThat(gxca.getWithToken(path, gxca.tokenFor("read")).outcome())
        .isEqualTo("403 not-permitted");

    String fix = "{\"to\":\"NEEDS_CORRECTION\",\"reason\":\"营业执照不清晰\"}";
    assertThat(gxca.post(path + "/moves", fix, "If-Match", "\"v1\"").outcome())
        .isEqualTo("412 application-changed");
    Answer moved = gxca.post(path + "/moves", fix, "Idempotency-Key", "move-" + receipt);
    assertThat(moved.outcome()).isEqualTo("200");
    assertThat(gxca.post(path + "/moves", fix, "Idempotency-Key", "move-" + receipt).outcome())
        .isEqualTo("200");
    assertThat(gxca.post(path + "/moves", fix).outcome()).isEqualTo("409 illegal-move");

    PageReader phone = followed(registry, receipt);
    assertThat(phone.body()).contains("待补正", "营业执照不清晰");
    phone.press(NEXT, values("经办人乙", "91450100MA5DEM13CX"));
    phone.press("上传", "new.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0});
    phone.press(SUBMIT, "", new byte[0]);
    assertThat(phone.path()).isEqualTo("/application.xhtml");
    assertThat(gxca.post(path + "/moves", "{\"to\":\"ACCEPTED\"}").outcome()).isEqualTo("200");
    assertThat(gxca.post(path + "/moves", "{\"to\":\"APPROVED\"}").outcome()).isEqualTo("200");
    assertThat(gxca.post(path + "/moves", "{\"to\":\"ISSUED\"}").outcome())
        .isEqualTo("422 certificates-missing");
    assertThat(gxca.get(path).object().getJsonObject("form").getString("contactName"))
        .isEqualTo("经办人乙");
    assertThat(gxca.get("events?after=0&limit=500").response().body())
        .contains("APPLICATION_APPROVED", receipt)
        .doesNotContain("13800138000");
    assertThat(logs(registry)).doesNotContain("13800138000", "applicant.example");
  }

  @Test
  void faults_stand_beside_their_fields_and_nothing_is_stored(RegistryProcess registry)
      throws Exception {
    PageReader browser = new PageReader(registry.base()).open("apply.xhtml?kind=NEW");
    browser.press(NEXT, values("", "91450100MA5DEM13CY"));
    assertThat(browser.path()).isEqualTo("/apply.xhtml");
    assertThat(browser.body()).contains("请选择一项。", "校验位不正确，请核对。", "请填写此项。");
    assertThat(browser.body()).contains("13800138000");
    assertThat(new PageReader(registry.base()).open("apply-materials.xhtml").path())
        .isEqualTo("/follow.xhtml");
  }

  @Test
  void file_that_is_none_of_the_types_is_told_so(RegistryProcess registry) throws Exception {
    PageReader browser = drafted(registry);
    browser.press("上传", "licence.pdf", "PK\u0003\u0004".getBytes(US_ASCII));
    assertThat(browser.body()).contains("只接受PDF、JPEG、PNG文件");
    browser.press(SUBMIT, "", new byte[0]);
    assertThat(browser.body()).contains("请至少上传一份材料。");
    browser.press("上传", "large.pdf", new byte[(5 << 20) + (1 << 20)]);
    assertThat(browser.body()).contains("文件超过5 MiB。");
  }

  @Test
  void guessed_number_or_code_opens_nothing_and_sounds_the_same(RegistryProcess registry)
      throws Exception {
    PageReader browser = new PageReader(registry.base()).open("follow.xhtml");
    String nobody = "20260101-0000-0000-0000";
    browser.press("发送验证码", Map.of("form:receipt", nobody, "form:channel", "PHONE"));
    assertThat(browser.body()).contains("如果编号正确，验证码已发送。");
    browser.press("查询", Map.of("form:receipt", nobody, "form:code", "123456"));
    assertThat(browser.body()).contains("编号或验证码不正确，或验证码已失效。");
    assertThat(new PageReader(registry.base()).open("application.xhtml").path())
        .isEqualTo("/follow.xhtml");
  }

  @Test
  void code_goes_by_mail_to_the_address_of_the_application(RegistryProcess registry)
      throws Exception {
    String receipt = receipt(applied(registry));
    try (MailBox box = new MailBox(SharedRegistry.MAIL_PORT)) {
      PageReader browser = new PageReader(registry.base()).open("follow.xhtml");
      browser.press("发送验证码", Map.of("form:receipt", receipt, "form:channel", "EMAIL"));
      MailBox.Mail mail = box.mails().poll(60, TimeUnit.SECONDS);
      assertThat(mail).as("a mail within a minute").isNotNull();
      assertThat(mail.to()).isEqualTo("someone@applicant.example");
      Matcher code = Pattern.compile("验证码 (\\d{6})，").matcher(mail.text());
      assertThat(code.find()).as(mail.text()).isTrue();
      browser.press("查询", Map.of("form:receipt", receipt, "form:code", code.group(1)));
      assertThat(browser.path()).isEqualTo("/application.xhtml");
    }
  }

  @Test
  void phone_of_the_demonstration_signs_what_it_scanned(RegistryProcess registry) throws Exception {
    PageReader phone = new PageReader(registry.base()).open("demo/phone.xhtml");
    phone.press("以南宁中心名义发起一次签署", Map.of());
    Matcher payload =
        Pattern.compile(">\\s*(http[^<]*scan.xhtml#[\\w-]{43})").matcher(phone.body());
    assertThat(payload.find()).isTrue();
    phone.press("扫码", Map.of("form:payload", payload.group(1), "form:key", "gxca/mobile-sm2"));
    assertThat(phone.body()).contains("签署《房屋建筑工程施工合同（演示）》", "待签名");
    phone.press("确认签名", Map.of());
    assertThat(phone.body()).contains("已签名");
    assertThat(new PageReader(registry.base()).open("demo/phone.xhtml?lang=en").body())
        .contains("Demonstration phone");
  }

  private static PageReader applied(RegistryProcess registry) throws Exception {
    PageReader browser = drafted(registry);
    browser.press("上传", "licence.pdf", PDF);
    assertThat(browser.body()).contains("licence.pdf");
    browser.press(SUBMIT, "", new byte[0]);
    assertThat(browser.path()).isEqualTo("/application.xhtml");
    return browser;
  }

  private static PageReader drafted(RegistryProcess registry) throws Exception {
    PageReader browser = new PageReader(registry.base()).open("apply.xhtml?kind=SET");
    Map<String, String> values = new HashMap<>(values("经办人", "91450100MA5DEM13CX"));
    values.put("form:offer", browser.choice(GXCA));
    browser.press(NEXT, values);
    assertThat(browser.path()).as(browser.body()).isEqualTo("/apply-materials.xhtml");
    return browser;
  }

  private static Map<String, String> values(String contact, String uscc) {
    return Map.of(
        "form:unitName", "广西演示建设有限公司",
        "form:uscc", uscc,
        "form:personName", "演示甲",
        "form:contactName", contact,
        "form:phone", "13800138000",
        "form:email", "someone@applicant.example",
        "form:note", "");
  }

  private static String receipt(PageReader browser) {
    Matcher receipt = Pattern.compile("\\d{8}(-[0-9A-Z]{4}){3}").matcher(browser.body());
    assertThat(receipt.find()).as(browser.body()).isTrue();
    return receipt.group();
  }

  /** Opens an application with the code that was sent for it. */
  private static PageReader followed(RegistryProcess registry, String receipt) throws Exception {
    PageReader phone = new PageReader(registry.base()).open("follow.xhtml");
    phone.press("发送验证码", Map.of("form:receipt", receipt, "form:channel", "PHONE"));
    String code = code(registry.data().resolve("demo/outbox"), receipt);
    phone.press("查询", Map.of("form:receipt", receipt, "form:code", code));
    assertThat(phone.path()).as(phone.body()).isEqualTo("/application.xhtml");
    return phone;
  }

  private static String code(Path outbox, String receipt) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Pattern text = Pattern.compile("验证码 (\\d{6})，.*" + receipt, Pattern.DOTALL);
    while (System.nanoTime() < end) {
      try (Stream<Path> files = Files.list(outbox)) {
        Optional<String> code =
            files
                .filter(file -> file.toString().endsWith(".txt"))
                .map(ApplicationsIT::read)
                .map(text::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        if (code.isPresent()) {
          return code.get();
        }
      } catch (NoSuchFileException nothingSentYet) {
        // soon
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no code was sent within a minute");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String logs(RegistryProcess registry) throws IOException {
    return registry.output() + Files.readString(registry.data().resolve("log/server.log.0"));
  }
}
