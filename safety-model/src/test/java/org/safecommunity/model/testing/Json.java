package org.safecommunity.model.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDate;

/** The strict mapper of the round-trip tests. */
public final class Json {
    public static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, new WriteDate())
                    .addDeserializer(LocalDate.class, new ReadDate()))
            .build();

    private Json() {}

    public static <T> void assertRoundTrip(T value, Class<T> type) throws JsonProcessingException {
        String text = STRICT.writeValueAsString(value);
        assertThat(STRICT.readValue(text, type)).as(text).isEqualTo(value);
    }

    private static final class WriteDate extends StdSerializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        WriteDate() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(date.toString());
        }
    }

    private static final class ReadDate extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        ReadDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return LocalDate.parse(in.getText());
        }
    }
}
