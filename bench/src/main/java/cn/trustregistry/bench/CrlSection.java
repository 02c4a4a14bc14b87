package cn.trustregistry.bench;

import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.crl.RevocationList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Taking lists in: reading, indexing and verifying them in one pass, from a file. */
final class CrlSection implements Section {
  private static final int MILLION = 1_000_000;
  private static final TestKey KEY = TestKey.of(TestKey.Kind.P256, "long CRL");

  @Override
  public String name() {
    return "crl";
  }

  @Override
  public Measured measure(Mode mode) throws Exception {
    List<Figure> figures = new ArrayList<>();
    take(figures, "10k", 10_000, mode == Mode.SHORT ? 9 : 31);
    take(figures, "100k", 100_000, mode == Mode.SHORT ? 7 : 21);
    take(figures, "1M", MILLION, mode == Mode.SHORT ? 5 : 11);
    if (mode == Mode.FULL) {
      take(figures, "10M", 10 * MILLION, 5);
    }
    return Measured.of(figures);
  }

  private static void take(List<Figure> figures, String size, int entries, int samples)
      throws Exception {
    LongCrl crl = new LongCrl(KEY, entries);
    read(crl);
    double[] times = new double[samples];
    for (int i = 0; i < samples; i++) {
      long start = System.nanoTime();
      RevocationList list = read(crl);
      times[i] = (System.nanoTime() - start) / 1e6;
      if (list.size() != entries) {
        throw new IllegalStateException("read " + list.size());
      }
    }
    figures.add(Figure.of("crl.intake." + size, "ms", times, null));
    figures.add(
        Figure.of("crl.heap." + size, "oct/e", new double[] {heap(crl) / (double) entries}, null));
  }

  private static RevocationList read(LongCrl crl) throws Exception {
    try (InputStream in = crl.open()) {
      RevocationList list = RevocationList.read(in, issuer -> List.of(KEY.publicKey()));
      if (!list.signatures().containsValue(SignatureOutcome.GOOD)) {
        throw new IllegalStateException("the signature is not good");
      }
      return list;
    }
  }

  /** Octets of heap that one list takes. */
  private static long heap(LongCrl crl) throws Exception {
    long before = Heap.used();
    RevocationList list = read(crl);
    long after = Heap.used();
    if (list.size() == 0) {
      throw new IOException("the list is empty");
    }
    return after - before;
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        Goal.atMost("crl.intake.1M", null, 1_000),
        Goal.atMost("crl.heap.1M", null, 24),
        Goal.atMost("crl.heap.10M", null, 24),
        Goal.atMost("lookup.find", null, 200));
  }
}
