package cn.trustregistry.pki.crl;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The revoked serial numbers of one list, looked up exactly: what is found was listed, what is not
 * found was not.
 *
 * <p>Costs about 5.5 octets of heap an entry more than the serial number has, less 2 from half a
 * million entries on; entries are never objects. Serial numbers may be negative or of up to {@value
 * #MAX_SERIAL_OCTETS} octets, more than RFC 5280 4.1.2.2 allows, because lists in use have them;
 * longer ones are refused.
 *
 * <p>If a list names a certificate more than once, the severer reading stands: the earliest date,
 * and a reason for good before a hold, a hold before a removal.
 */
public final class SerialIndex {
  /** Content octets of the longest serial number taken. */
  public static final int MAX_SERIAL_OCTETS = 32;

  /** Certificate issuers that one indirect list may name. */
  public static final int MAX_ISSUERS = 1 << 16;

  private final @Nullable SerialShelf[] shelves;
  private final int size;

  private SerialIndex(@Nullable SerialShelf[] shelves, int size) {
    this.shelves = shelves;
    this.size = size;
  }

  /** Entries taken in, repeated ones included. */
  public int size() {
    return size;
  }

  /**
   * What is listed for a certificate, or null.
   *
   * @param serial content octets of the serial number's INTEGER, not changed
   * @param issuer number of the certificate's issuer in the list; 0 for the issuer of the list
   *     itself
   */
  @Nullable RevokedEntry find(byte[] serial, int issuer) {
    SerialShelf shelf = serial.length < shelves.length ? shelves[serial.length] : null;
    if (shelf == null) {
      return null;
    }
    int at = shelf.find(serial, issuer);
    if (at < 0) {
      return null;
    }
    RevocationReason reason = RevocationReason.of(shelf.reasonCode(at));
    if (reason == null) {
      throw new IllegalStateException("reason code " + shelf.reasonCode(at));
    }
    long invalidSince = shelf.invalidSince(at);
    return new RevokedEntry(
        Instant.ofEpochSecond(shelf.revokedAt(at)),
        reason,
        invalidSince == DerTime.UNREADABLE ? null : Instant.ofEpochSecond(invalidSince));
  }

  /** As {@link #find(byte[], int)}. */
  @Nullable RevokedEntry find(BigInteger serial, int issuer) {
    return find(serial.toByteArray(), issuer);
  }

  /** Gathers the entries of one list. */
  static final class Builder {
    private final @Nullable SerialDraft[] drafts = new SerialDraft[MAX_SERIAL_OCTETS + 1];
    private int size;

    /** Whether the index can hold this time. */
    static boolean holds(long epochSecond) {
      return epochSecond >= 86_400 - SerialShelf.EPOCH
          && epochSecond < SerialShelf.SPAN - SerialShelf.EPOCH;
    }

    /**
     * Adds one entry.
     *
     * @param serial where the content octets of the serial number are, from {@code from}, {@code
     *     length} of them
     * @param revokedAt seconds since 1970
     * @param reason the CRLReason
     * @param invalidSince seconds since 1970, or {@link DerTime#UNREADABLE} for none
     * @param issuer number of the certificate's issuer
     */
    void add(
        byte[] serial,
        int from,
        int length,
        long revokedAt,
        int reason,
        long invalidSince,
        int issuer) {
      SerialDraft draft = drafts[length];
      if (draft == null) {
        draft = new SerialDraft(length);
        drafts[length] = draft;
      }
      long fact = revokedAt + SerialShelf.EPOCH << 4 | reason;
      draft.add(
          serial,
          from,
          fact,
          invalidSince == DerTime.UNREADABLE ? 0 : invalidSince + SerialShelf.EPOCH << 4,
          issuer);
      size++;
    }

    int size() {
      return size;
    }

    /** The index of everything added; the builder is of no use afterwards. */
    SerialIndex build() {
      @Nullable SerialShelf[] shelves = new SerialShelf[drafts.length];
      for (int i = 0; i < drafts.length; i++) {
        SerialDraft draft = drafts[i];
        drafts[i] = null;
        shelves[i] = draft == null ? null : new SerialShelf(draft);
      }
      return new SerialIndex(shelves, size);
    }
  }
}
