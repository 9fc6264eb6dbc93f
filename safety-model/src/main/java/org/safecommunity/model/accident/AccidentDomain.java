package org.safecommunity.model.accident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;

/** The four domains whose accidents article 20 of the 2009 guidance asks a community to record. */
public enum AccidentDomain {
    /** 生产. */
    PRODUCTION("production", "生产"),
    /** 交通. */
    TRAFFIC("traffic", "交通"),
    /** 消防. */
    FIRE("fire", "消防"),
    /** 社会治安. */
    PUBLIC_SECURITY("public security", "社会治安");

    private final LocalText title;

    AccidentDomain(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Reads the label or the Chinese name; empty for any other text. */
    public static Optional<AccidentDomain> parse(String text) {
        String word = text.strip();
        for (AccidentDomain domain : values()) {
            if (domain.label().equals(word) || domain.title.zh().equals(word)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static AccidentDomain ofLabel(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("domain must be one of "
                        + Arrays.stream(values()).map(AccidentDomain::label).collect(Collectors.joining(", "))
                        + ", was \"" + label + "\""));
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Kebab-case name as in the files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
