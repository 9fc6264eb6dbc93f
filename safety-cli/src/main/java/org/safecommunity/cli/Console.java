package org.safecommunity.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A standard stream in UTF-8 that remembers why writing failed. */
final class Console extends PrintWriter {
    private final Target target;

    private Console(Target target) {
        super(target, false);
        this.target = target;
    }

    /** The stream of a descriptor. */
    static Console of(FileDescriptor descriptor) {
        return of(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    static Console of(Writer writer) {
        return new Console(new Target(writer));
    }

    /** Why writing failed; null when it did not, or when the reader of a pipe went away, which is its right. */
    @Nullable
    String failure() {
        flush();
        String message = target.failure;
        return message == null || message.contains("Broken pipe") || message.contains("pipe is being closed")
                ? null
                : message;
    }

    private static final class Target extends Writer {
        private final Writer writer;
        private @Nullable String failure;

        Target(Writer writer) {
            this.writer = writer;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            try {
                writer.write(text, offset, length);
            } catch (IOException e) {
                throw remember(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                writer.flush();
            } catch (IOException e) {
                throw remember(e);
            }
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }

        private IOException remember(IOException e) {
            if (failure == null) {
                failure = String.valueOf(e.getMessage());
            }
            return e;
        }
    }
}
