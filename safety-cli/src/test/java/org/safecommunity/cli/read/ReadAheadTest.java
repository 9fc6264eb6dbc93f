package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safecommunity.cli.shell.UserError;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReadAheadTest {
    /** Rows 1 to some number, then a failure or the end. */
    private static final class Numbers implements RowSource {
        private final int last;
        private final @Nullable RuntimeException failure;
        private int line;
        private boolean closed;

        Numbers(int last, @Nullable RuntimeException failure) {
            this.last = last;
            this.failure = failure;
        }

        @Override
        public @Nullable RawRow next() {
            if (line == last) {
                if (failure != null) {
                    throw failure;
                }
                return null;
            }
            line++;
            return new RawRow(line, List.of(String.valueOf(line), "x"), false);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static List<Integer> lines(RowSource rows) {
        List<Integer> lines = new ArrayList<>();
        for (RowSource.RawRow row = rows.next(); row != null; row = rows.next()) {
            lines.add(row.line());
        }
        return lines;
    }

    @Test
    void rows_come_in_their_order_and_none_is_lost() throws IOException {
        Numbers numbers = new Numbers(10_000, null);
        try (ReadAhead rows = new ReadAhead(numbers)) {
            assertThat(lines(rows)).hasSize(10_000).isSorted().startsWith(1, 2).endsWith(10_000);
            assertThat(rows.next()).isNull();
        }
        assertThat(numbers.closed).isTrue();
    }

    @Test
    void a_source_without_rows_ends_at_once() throws IOException {
        try (ReadAhead rows = new ReadAhead(new Numbers(0, null))) {
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void a_failure_comes_after_the_rows_before_it() throws IOException {
        UserError failure = UserError.input("error.read", "people.csv", "gone");
        try (ReadAhead rows = new ReadAhead(new Numbers(3, failure))) {
            assertThat(rows.next()).extracting(RowSource.RawRow::line).isEqualTo(1);
            assertThat(rows.next()).extracting(RowSource.RawRow::line).isEqualTo(2);
            assertThat(rows.next()).extracting(RowSource.RawRow::line).isEqualTo(3);
            assertThatThrownBy(rows::next).isSameAs(failure);
        }
    }

    @Test
    void closing_before_the_end_stops_the_reader() throws IOException {
        Numbers numbers = new Numbers(Integer.MAX_VALUE, null);
        ReadAhead rows = new ReadAhead(numbers);

        assertThat(rows.next()).isNotNull();
        rows.close();

        assertThat(numbers.closed).isTrue();
        // what was read ahead is bounded: four batches wait, one is made, one is used
        assertThat(numbers.line).isLessThanOrEqualTo(6 * 1024 + 1);
    }
}
