package cn.trustregistry.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gathers what many threads want stored and stores it in one go: while one group is being written
 * the next one fills, so the cost of a commit is shared by all who wait for it.
 *
 * @param <T> what is stored
 */
final class GroupCommit<T> implements Runnable {
  /** Stores all items or none; they survive a crash once it returns. */
  @FunctionalInterface
  interface Writer<T> {
    void write(List<T> items) throws Exception;
  }

  private record Waiting<T>(T item, CompletableFuture<Void> done) {}

  private static final int MAX_GROUP = 512;

  private final BlockingQueue<Waiting<T>> queue;
  private final Writer<T> writer;
  private volatile boolean open = true;

  /**
   * @param capacity the most items that may wait; one more is turned away
   */
  GroupCommit(int capacity, Writer<T> writer) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.writer = writer;
  }

  /**
   * Hands an item over; the future ends when it is durable, or exceptionally when it is not.
   *
   * @return null if too many are waiting or the group is closed
   */
  @org.jspecify.annotations.Nullable
  CompletableFuture<Void> submit(T item) {
    Waiting<T> waiting = new Waiting<>(item, new CompletableFuture<>());
    return open && queue.offer(waiting) ? waiting.done() : null;
  }

  /** Writes groups until closed; to be run by one thread. */
  @Override
  public void run() {
    List<Waiting<T>> group = new ArrayList<>(MAX_GROUP);
    while (open || !queue.isEmpty()) {
      try {
        Waiting<T> first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, MAX_GROUP - 1);
          write(group);
          group.clear();
        }
      } catch (InterruptedException e) {
        close();
      }
    }
  }

  private void write(List<Waiting<T>> group) {
    try {
      writer.write(group.stream().map(Waiting::item).toList());
      group.forEach(waiting -> waiting.done().complete(null));
    } catch (Exception e) {
      group.forEach(waiting -> waiting.done().completeExceptionally(e));
    }
  }

  /** Takes nothing more; what waits is still written. */
  void close() {
    open = false;
  }
}
