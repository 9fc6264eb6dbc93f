package org.safecommunity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void what_is_written_arrives() {
        StringWriter text = new StringWriter();
        Console console = Console.of(text);
        console.print("粗率\n");
        assertThat(console.failure()).isNull();
        assertThat(text).hasToString("粗率\n");
    }

    @Test
    void a_failure_is_remembered() {
        Console console = Console.of(failing("No space left on device"));
        console.print("text");
        assertThat(console.failure()).isEqualTo("No space left on device");
        assertThat(console.checkError()).isTrue();
    }

    @Test
    void a_reader_that_went_away_is_no_failure() {
        Console console = Console.of(failing("Broken pipe"));
        console.print("text");
        assertThat(console.failure()).isNull();
    }

    private static Writer failing(String message) {
        return new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
