package org.safecommunity.risk.danger;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;

/** The two grades of a hidden danger. */
public enum DangerGrade {
    /** 一般事故隐患. */
    GENERAL(new LocalText("general", "一般")),
    /** 重大事故隐患. */
    MAJOR(new LocalText("major", "重大"));

    private final LocalText title;

    DangerGrade(LocalText title) {
        this.title = title;
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Lower-case name as in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grade of a label or Chinese name, with or without 隐患 or 事故隐患 behind it. */
    public static Optional<DangerGrade> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace("事故隐患", "").replace("隐患", "");
        for (DangerGrade grade : values()) {
            if (grade.label().equals(plain) || grade.title.zh().equals(plain)) {
                return Optional.of(grade);
            }
        }
        return Optional.empty();
    }
}
