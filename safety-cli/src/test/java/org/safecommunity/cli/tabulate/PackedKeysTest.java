package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackedKeysTest {
    @Property(tries = 200)
    void what_is_packed_comes_out_again(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1000) Integer> numbers) {
        int[] ids = numbers.stream().mapToInt(Integer::intValue).toArray();
        PackedKeys keys =
                PackedKeys.forSizes(numbers.stream().mapToInt(n -> n + 1).toArray());
        int[] out = new int[ids.length];
        long key = keys.pack(ids);
        keys.unpack(key, out);
        assertThat(out).isEqualTo(ids);
        assertThat(key).isNotNegative();
    }

    @Property(tries = 200)
    void keys_are_ordered_as_their_numbers(
            @ForAll @IntRange(max = 50) int a1,
            @ForAll @IntRange(max = 50) int b1,
            @ForAll @IntRange(max = 50) int a2,
            @ForAll @IntRange(max = 50) int b2) {
        PackedKeys keys = PackedKeys.forSizes(new int[] {51, 51});
        int expected = a1 != a2 ? Integer.compare(a1, a2) : Integer.compare(b1, b2);
        assertThat(Long.compare(keys.pack(new int[] {a1, b1}), keys.pack(new int[] {a2, b2})))
                .isEqualTo(expected);
    }

    @Test
    void one_dimension_takes_every_number() {
        PackedKeys keys = PackedKeys.forSizes(new int[] {0});
        assertThat(keys.holds(0, Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void sizes_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> PackedKeys.forSizes(new int[] {1 << 30, 1 << 30, 1 << 30}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("need 90 bits");
    }
}
