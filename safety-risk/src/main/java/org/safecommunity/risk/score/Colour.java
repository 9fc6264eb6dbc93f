package org.safecommunity.risk.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** The four colours of graded risk control, highest first. */
public enum Colour {
    /** 红, 重大风险. */
    RED("red", "红", "major risk", "重大风险"),
    /** 橙, 较大风险. */
    ORANGE("orange", "橙", "larger risk", "较大风险"),
    /** 黄, 一般风险. */
    YELLOW("yellow", "黄", "general risk", "一般风险"),
    /** 蓝, 低风险. */
    BLUE("blue", "蓝", "low risk", "低风险");

    private final LocalText title;
    private final LocalText level;

    Colour(String en, String zh, String levelEn, String levelZh) {
        this.title = new LocalText(en, zh);
        this.level = new LocalText(levelEn, levelZh);
    }

    /** Name of the colour for a reader. */
    public LocalText title() {
        return title;
    }

    /** Level of risk that the colour stands for. */
    public LocalText level() {
        return level;
    }

    /** Lower-case name as in data files and results. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
