package cn.trustregistry.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlicesTest {
  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void results_come_in_the_order_of_the_items_however_many_there_are() throws Exception {
    for (int count : new int[] {0, 1, 15, 16, 17, 1_000}) {
      assertThat(Slices.map(executor, numbers(count), i -> i)).isEqualTo(numbers(count));
    }
  }

  @Test
  void registry_that_is_unavailable_for_one_item_is_so_for_all() {
    for (int bad : new int[] {0, 99}) {
      assertThatThrownBy(
              () ->
                  Slices.map(
                      executor,
                      numbers(100),
                      i -> {
                        if (i == bad) {
                          throw new RegistryUnavailable(
                              RegistryUnavailable.Code.TRUST_NOT_LOADED, "none");
                        }
                        return i;
                      }))
          .isInstanceOf(RegistryUnavailable.class);
    }
  }

  @Test
  void failure_of_one_item_fails_them_all() {
    assertThatThrownBy(() -> Slices.map(executor, numbers(100), i -> 1 / (i - 99)))
        .isInstanceOf(RuntimeException.class);
  }
}
