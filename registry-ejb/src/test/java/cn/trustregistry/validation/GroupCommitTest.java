package cn.trustregistry.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
  private GroupCommit<String> commit = new GroupCommit<>(10, groups::add);

  @AfterEach
  void close() {
    commit.close();
  }

  @Test
  void item_is_done_only_after_it_was_written() {
    CompletableFuture<Void> done = submit("one");
    assertThat(done).isNotDone();
    start();
    done.join();
    assertThat(groups).containsExactly(List.of("one"));
  }

  @Test
  void what_waits_is_written_in_one_group() {
    CompletableFuture<Void> one = submit("one");
    CompletableFuture<Void> two = submit("two");
    start();
    CompletableFuture.allOf(one, two).join();
    assertThat(groups).containsExactly(List.of("one", "two"));
  }

  @Test
  void items_handed_over_together_are_written_in_one_group_however_many() {
    List<String> many = Collections.nCopies(1_000, "item");
    CompletableFuture<Void> done = Objects.requireNonNull(commit.submit(many));
    start();
    done.join();
    assertThat(groups).containsExactly(many);
  }

  @Test
  void fault_before_the_group_persists_reaches_everyone_who_waits_and_the_next_group_is_written() {
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    commit =
        new GroupCommit<>(
            10,
            items -> {
              if (items.contains("bad")) {
                throw new IOException("disk full");
              }
              written.addAll(items);
            });
    CompletableFuture<Void> bad = submit("bad");
    CompletableFuture<Void> with = submit("with it");
    start();
    assertThatThrownBy(bad::join).hasRootCauseMessage("disk full");
    assertThatThrownBy(with::join).hasRootCauseMessage("disk full");
    submit("good").join();
    assertThat(written).containsExactly("good");
  }

  @Test
  void fault_after_the_group_persisted_is_not_taken_for_success() {
    List<String> stored = new ArrayList<>();
    commit =
        new GroupCommit<>(
            10,
            items -> {
              stored.addAll(items);
              throw new IOException("connection lost while committing");
            });
    CompletableFuture<Void> done = submit("one");
    start();
    assertThatThrownBy(done::join).hasRootCauseMessage("connection lost while committing");
    assertThat(stored).containsExactly("one");
  }

  @Test
  void one_more_than_fits_is_turned_away() {
    for (int i = 0; i < 10; i++) {
      assertThat(commit.submit(List.of("item"))).isNotNull();
    }
    assertThat(commit.submit(List.of("one more"))).isNull();
  }

  @Test
  void closed_group_takes_nothing_and_still_writes_what_waits() throws Exception {
    CompletableFuture<Void> waiting = submit("one");
    commit.close();
    assertThat(commit.submit(List.of("late"))).isNull();
    start().join();
    assertThat(waiting).isCompleted();
  }

  @Test
  void group_fills_while_the_one_before_is_written() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    commit =
        new GroupCommit<>(
            10,
            items -> {
              writing.countDown();
              goOn.await();
              groups.add(items);
            });
    start();
    CompletableFuture<Void> first = submit("first");
    writing.await();
    CompletableFuture<Void> second = submit("second");
    CompletableFuture<Void> third = submit("third");
    goOn.countDown();
    CompletableFuture.allOf(first, second, third).join();
    assertThat(groups).containsExactly(List.of("first"), List.of("second", "third"));
  }

  private CompletableFuture<Void> submit(String item) {
    return Objects.requireNonNull(commit.submit(List.of(item)));
  }

  private Thread start() {
    Thread thread = new Thread(commit);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
