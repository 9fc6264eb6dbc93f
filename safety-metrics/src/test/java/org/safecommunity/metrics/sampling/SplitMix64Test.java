package org.safecommunity.metrics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    /** The first outputs of the reference program (Vigna, splitmix64.c) for this seed, as unsigned numbers. */
    @Test
    void gives_the_published_numbers() {
        SplitMix64 random = new SplitMix64(1234567);
        for (String expected : new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        }) {
            assertThat(Long.toUnsignedString(random.next())).isEqualTo(expected);
        }
    }

    @Property(tries = 50)
    void agrees_with_the_library(@ForAll long seed) {
        SplitMix64 random = new SplitMix64(seed);
        SplittableRandom library = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            assertThat(random.next()).isEqualTo(library.nextLong());
        }
    }

    @Property(tries = 100)
    void numbers_stay_in_their_range(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        SplitMix64 random = new SplitMix64(seed);
        assertThat(random.unit()).isBetween(0.0, Math.nextDown(1.0));
        assertThat(random.below(bound)).isBetween(0, bound - 1);
    }

    @Test
    void refuses_a_bound_below_one() {
        assertThatThrownBy(() -> new SplitMix64(1).below(0)).hasMessage("bound must be 1 or more, was 0");
    }
}
