package cn.trustregistry.bench;

import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevokedEntry;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Looks serial numbers up in a list of a million, one after the other listed and not listed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LookUpBench {
  private static final int ENTRIES = 1_000_000;
  private static final int ASKED = 1 << 14;

  private final BigInteger[] serials = new BigInteger[ASKED];
  private RevocationList list;
  private int next;

  @Setup
  public void prepare() throws Exception {
    TestKey key = TestKey.of(TestKey.Kind.P256, "long CRL");
    LongCrl crl = new LongCrl(key, ENTRIES);
    list = RevocationList.read(crl.open(), issuer -> List.of(key.publicKey()));
    Random random = new Random(1);
    for (int i = 0; i < ASKED; i++) {
      int number = random.nextInt(ENTRIES);
      serials[i] = LongCrl.serial(i % 2 == 0 ? number : number + ENTRIES);
    }
  }

  @Benchmark
  public @Nullable RevokedEntry find() {
    next = (next + 1) & (ASKED - 1);
    return list.find(serials[next], list.issuer());
  }
}
