package cn.trustregistry.server.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.receipt.ReceiptAlgorithm;
import cn.trustregistry.receipt.ReceiptClaims;
import cn.trustregistry.receipt.ReceiptKeys;
import cn.trustregistry.receipt.ReceiptSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyReceiptTest {
  private static final String ANSWER =
      """
      {"decidedAt":"2026-11-24T00:00:00Z","at":"2026-11-24T00:00:00Z",
       "knownAt":"2026-11-24T00:00:00Z","certificate":"ab","category":"GGZY:1:0101",
       "stage":"LOGIN","verdict":"VALID"}
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path receipt;
  private Path keys;

  @BeforeEach
  void sign() throws IOException {
    sign(ReceiptAlgorithm.ES256);
  }

  private void sign(ReceiptAlgorithm algorithm) throws IOException {
    ReceiptSigner signer = ReceiptSigner.generate(algorithm, Instant.EPOCH);
    String text =
        signer.sign(ReceiptClaims.of("https://registry.example", "record", "450100", ANSWER));
    receipt = Files.writeString(folder.resolve("receipt.txt"), text + "\n");
    keys =
        Files.writeString(
            folder.resolve("jwks.json"), new ReceiptKeys(List.of(signer.publicKey())).toJson());
  }

  private int run(String... words) {
    return VerifyReceipt.run(
        List.of(words),
        folder.toString(),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void genuine_receipt_is_said_in_both_languages_and_ends_with_0(ReceiptAlgorithm algorithm)
      throws IOException {
    sign(algorithm);
    assertThat(run(receipt.toString(), "--jwks", keys.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("回执真实", "Genuine", "450100", "Verdict: VALID");
  }

  @Test
  void keys_of_the_data_directory_are_used_unless_others_are_named() throws IOException {
    Files.createDirectories(folder.resolve("keys"));
    Files.copy(keys, folder.resolve("keys").resolve("receipt-jwks.json"));
    assertThat(run(receipt.toString())).isZero();
  }

  @Test
  void altered_receipt_and_strange_key_end_with_1() throws IOException {
    String text = Files.readString(receipt);
    Files.writeString(receipt, text.replaceFirst("\\.(.)", ".A$1"));
    assertThat(run(receipt.toString(), "--jwks", keys.toString())).isEqualTo(1);
    Files.writeString(receipt, text);
    Files.writeString(keys, "{\"keys\":[]}");
    assertThat(run(receipt.toString(), "--jwks", keys.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("Not proven", "未能证明");
  }

  @Test
  void what_cannot_be_checked_ends_with_2_and_says_why() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run("none.txt")).isEqualTo(2);
    assertThat(run(receipt.toString())).as("no keys").isEqualTo(2);
    assertThat(run(receipt.toString(), "--jwks")).isEqualTo(2);
    assertThat(run(receipt.toString(), "--what")).isEqualTo(2);
    assertThat(run(receipt.toString(), receipt.toString())).isEqualTo(2);
    Files.writeString(keys, "nonsense");
    assertThat(run(receipt.toString(), "--jwks", keys.toString())).isEqualTo(2);
    Files.write(receipt, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(run(receipt.toString(), "--jwks", keys.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("none.txt cannot be read", "is no text");
  }

  @Test
  void anchors_of_time_stamps_that_are_no_certificates_end_with_2() throws IOException {
    Path anchors = Files.writeString(folder.resolve("tsa.pem"), "-----BEGIN CERTIFICATE-----\nx");
    assertThat(run(receipt.toString(), "--jwks", keys.toString(), "--tsa", anchors.toString()))
        .isEqualTo(2);
  }

  @Test
  void help_names_every_option() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--jwks", "--tsa", "--data");
  }
}
