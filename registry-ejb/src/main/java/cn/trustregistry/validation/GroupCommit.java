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

  private record Waiting<T>(List<T> items, CompletableFuture<Void> done) {}

  /** Items of one group; a batch handed over as one may exceed it and is never torn apart. */
  private static final int MAX_GROUP = 512;

  private final BlockingQueue<Waiting<T>> queue;
  private final Writer<T> writer;
  private volatile boolean open = true;

  /**
   * @param capacity the most batches that may wait; one more is turned away
   */
  GroupCommit(int capacity, Writer<T> writer) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.writer = writer;
  }

  /**
   * Hands items over that are stored together; the future ends when they are durable, or
   * exceptionally when they are not.
   *
   * @return null if too many are waiting or the group is closed
   */
  @org.jspecify.annotations.Nullable
  CompletableFuture<Void> submit(List<T> items) {
    Waiting<T> waiting = new Waiting<>(List.copyOf(items), new CompletableFuture<>());
    return open && queue.offer(waiting) ? waiting.done() : null;
  }

  /** Writes groups until closed; to be run by one thread. */
  @Override
  public void run() {
    List<Waiting<T>> group = new ArrayList<>();
    while (open || !queue.isEmpty()) {
      try {
        Waiting<T> first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          gather(first, group);
          write(group);
          group.clear();
        }
      } catch (InterruptedException e) {
        close();
      }
    }
  }

  private void gather(Waiting<T> first, List<Waiting<T>> group) {
    int items = 0;
    for (Waiting<T> next = first; next != null; next = queue.poll()) {
      group.add(next);
      items += next.items().size();
      if (items >= MAX_GROUP) {
        return;
      }
    }
  }

  private void write(List<Waiting<T>> group) {
    try {
      writer.write(group.stream().flatMap(waiting -> waiting.items().stream()).toList());
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
