package org.safecommunity.risk.register;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;

/** The hierarchy of controls, strongest first. */
public enum ControlLevel {
    /** 消除: the hazard is gone. */
    ELIMINATION(new LocalText("elimination", "消除")),
    /** 替代: something less dangerous takes its place. */
    SUBSTITUTION(new LocalText("substitution", "替代")),
    /** 工程控制: people are kept from it by technical means. */
    ENGINEERING(new LocalText("engineering control", "工程控制")),
    /** 管理控制: signs, warnings, rules, training. */
    ADMINISTRATIVE(new LocalText("administrative control", "管理控制")),
    /** 个体防护. */
    PPE(new LocalText("personal protective equipment", "个体防护")),
    /** 应急: what is done once it happens. */
    EMERGENCY(new LocalText("emergency response", "应急处置"));

    private final LocalText title;

    ControlLevel(LocalText title) {
        this.title = title;
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Whether it works without people doing the right thing: engineering and above. */
    public boolean isTechnical() {
        return compareTo(ENGINEERING) <= 0;
    }

    /** Lower-case name as in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a label, or of its Chinese name. */
    public static Optional<ControlLevel> parse(String text) {
        for (ControlLevel level : values()) {
            if (level.label().equals(text.toLowerCase(Locale.ROOT))
                    || level.title.zh().equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
