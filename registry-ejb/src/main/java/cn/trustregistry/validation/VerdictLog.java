package cn.trustregistry.validation;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Makes verdict records durable before their answers leave. */
@ApplicationScoped
public class VerdictLog {
  private static final int WAITING = 4_096;
  private static final int REMEMBERED_CERTIFICATES = 65_536;
  private static final long TIMEOUT_SECONDS = 15;

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  @Resource ManagedThreadFactory threads;

  private final Set<String> presented =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED_CERTIFICATES;
                }
              }));

  private GroupCommit<VerdictRecord> group;

  @PostConstruct
  void open() {
    group = new GroupCommit<>(WAITING, new VerdictStore(dataSource)::write);
    threads.newThread(group).start();
  }

  @PreDestroy
  void close() {
    group.close();
  }

  /** Whether the log is known to hold this certificate. */
  boolean holds(String sha256) {
    return presented.contains(sha256);
  }

  /**
   * Waits until the records survive a crash: all of them or, if it throws, perhaps none.
   *
   * @throws RegistryUnavailable if that cannot be said
   */
  void append(List<VerdictRecord> records) throws RegistryUnavailable {
    CompletableFuture<Void> durable = group.submit(records);
    if (durable == null) {
      throw new RegistryUnavailable(
          RegistryUnavailable.Code.OVERLOADED, "Too many questions are waiting.");
    }
    try {
      durable.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      records.forEach(record -> presented.add(record.certificate()));
    } catch (ExecutionException | TimeoutException e) {
      throw notDurable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notDurable(e);
    }
  }

  private static RegistryUnavailable notDurable(Exception cause) {
    return new RegistryUnavailable(
        RegistryUnavailable.Code.RECORD_NOT_DURABLE,
        "The record of the answer could not be made durable.",
        cause);
  }
}
