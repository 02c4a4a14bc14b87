package cn.trustregistry.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Does the same to each of many things on all processors; for work that waits for nobody. */
final class Slices {
  /** Fewer than this are not worth handing to another thread. */
  private static final int WORTH_IT = 16;

  /** What is done to one thing. */
  @FunctionalInterface
  interface Step<T, R> {
    R apply(T item) throws RegistryUnavailable;
  }

  private Slices() {}

  /**
   * @return what came of each, in their order
   */
  static <T, R> List<R> map(ExecutorService executor, List<T> items, Step<T, R> step)
      throws RegistryUnavailable {
    int slices =
        items.size() < WORTH_IT
            ? 1
            : Math.min(Runtime.getRuntime().availableProcessors(), items.size());
    List<Future<List<R>>> others = new ArrayList<>();
    for (int i = 1; i < slices; i++) {
      List<T> slice = slice(items, i, slices);
      others.add(executor.submit(() -> each(slice, step)));
    }
    List<R> results = new ArrayList<>(each(slice(items, 0, slices), step));
    for (Future<List<R>> other : others) {
      results.addAll(result(other));
    }
    return results;
  }

  private static <T> List<T> slice(List<T> items, int index, int slices) {
    int size = items.size();
    return items.subList(size * index / slices, size * (index + 1) / slices);
  }

  private static <T, R> List<R> each(List<T> items, Step<T, R> step) throws RegistryUnavailable {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(step.apply(item));
    }
    return results;
  }

  private static <R> List<R> result(Future<List<R>> future) throws RegistryUnavailable {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RegistryUnavailable unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException("a question of a batch failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a batch was decided", e);
    }
  }
}
