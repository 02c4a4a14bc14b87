package cn.trustregistry.server.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.receipt.ReceiptKeys;
import cn.trustregistry.receipt.ReceiptRefused;
import cn.trustregistry.receipt.ReceiptVerifier;
import cn.trustregistry.receipt.ReceiptWords;
import cn.trustregistry.receipt.TimeStampAuthorities;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code verify-receipt}. */
public final class VerifyReceipt {
  public static final String NAME = "verify-receipt";

  /** Exit code: the receipt is genuine. */
  public static final int GENUINE = 0;

  /** Exit code: it proves nothing. */
  public static final int NOT_PROVEN = 1;

  /** Exit code: it could not be looked at. */
  public static final int NOT_CHECKED = 2;

  private static final String USAGE =
      """
      usage: run verify-receipt FILE [--jwks FILE] [--tsa FILE] [--data DIRECTORY]

        FILE      the receipt as it was handed out; - reads standard input
        --jwks    the registry's public keys, as /.well-known/receipt-jwks.json gives them;
                  default keys/receipt-jwks.json in the data directory
        --tsa     certificates (PEM) of the time-stamping authorities that are believed;
                  default keys/tsa.pem in the data directory
        --data    data directory, default ./data (REGISTRY_DATA)

      Ends with 0 if the receipt is genuine, 1 if it proves nothing, 2 if it could not be checked.
      """;

  /** Above any receipt, so that a wrong file is not read to its end. */
  private static final int LIMIT = 1 << 20;

  private @Nullable Path receipt;
  private @Nullable Path jwks;
  private @Nullable Path tsa;
  private Path data;

  private VerifyReceipt(Path data) {
    this.data = data;
  }

  /**
   * @param words what follows the name of the command
   * @param data the data directory unless the words name another
   * @return the exit code
   */
  public static int run(List<String> words, String data, PrintStream out, PrintStream err) {
    if (words.contains("--help")) {
      out.print(USAGE);
      return GENUINE;
    }
    try {
      VerifyReceipt command = new VerifyReceipt(Path.of(data));
      command.parse(words);
      return command.verify(out);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return NOT_CHECKED;
    }
  }

  private void parse(List<String> arguments) {
    Deque<String> words = new ArrayDeque<>(arguments);
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      switch (word) {
        case "--jwks" -> jwks = value(word, words);
        case "--tsa" -> tsa = value(word, words);
        case "--data" -> data = value(word, words);
        default -> {
          if (receipt != null || word.startsWith("--")) {
            throw new IllegalArgumentException("Unknown argument " + word + " (see --help).");
          }
          receipt = Path.of(word);
        }
      }
    }
  }

  private static Path value(String word, Deque<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(word + " needs a value (see --help).");
    }
    return Path.of(words.removeFirst());
  }

  private int verify(PrintStream out) throws IOException, GeneralSecurityException {
    if (receipt == null) {
      throw new IllegalArgumentException("Which receipt? (see --help)");
    }
    String text = read(receipt);
    Path keyFile = jwks == null ? data.resolve("keys").resolve("receipt-jwks.json") : jwks;
    ReceiptVerifier verifier = new ReceiptVerifier(keys(keyFile), authorities());
    try {
      ReceiptVerifier.Proven proven = verifier.verify(text);
      ReceiptWords.CHINESE.of(proven).forEach(out::println);
      out.println();
      ReceiptWords.ENGLISH.of(proven).forEach(out::println);
      return GENUINE;
    } catch (ReceiptRefused refused) {
      out.println(ReceiptWords.CHINESE.of(refused));
      out.println(ReceiptWords.ENGLISH.of(refused));
      return NOT_PROVEN;
    }
  }

  private static ReceiptKeys keys(Path file) throws IOException {
    try {
      return ReceiptKeys.parse(read(file));
    } catch (ReceiptRefused refused) {
      throw new IOException(file + ": " + ReceiptWords.ENGLISH.of(refused), refused);
    }
  }

  private TimeStampAuthorities authorities() throws IOException, GeneralSecurityException {
    Path usual = data.resolve("keys").resolve("tsa.pem");
    if (tsa == null && !Files.exists(usual)) {
      return TimeStampAuthorities.NONE;
    }
    Path file = tsa == null ? usual : tsa;
    try {
      return TimeStampAuthorities.parse(read(file).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new GeneralSecurityException(file + " holds no certificates.", e);
    }
  }

  private static String read(Path file) throws IOException {
    boolean standardInput = file.toString().equals("-");
    if (!standardInput && !Files.isReadable(file)) {
      throw new IOException(file + " cannot be read.");
    }
    try (InputStream in = standardInput ? System.in : Files.newInputStream(file)) {
      return UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(in.readNBytes(LIMIT))).toString();
    } catch (MalformedInputException notText) {
      throw new IOException(file + " is no text.", notText);
    }
  }
}
