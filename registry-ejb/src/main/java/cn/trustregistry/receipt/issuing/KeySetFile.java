package cn.trustregistry.receipt.issuing;

import cn.trustregistry.receipt.ReceiptKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Leaves the public keys in the data directory, where the verifier finds them without a server. */
final class KeySetFile {
  private static final Logger LOG = Logger.getLogger(KeySetFile.class.getName());

  private KeySetFile() {}

  /** The database keeps the keys; a file that cannot be written is only told of. */
  static void write(Path file, ReceiptKeys keys) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path aside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(aside, keys.toJson());
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the receipt keys could not be left in " + file, e);
    }
  }
}
