package org.safecommunity.risk.register;

import java.util.List;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** The five kinds of controls of the worksheets of graded risk control (五类管控措施). */
public enum ControlKind {
    /** 工程技术. */
    ENGINEERING(
            new LocalText("engineering", "工程技术"),
            ControlLevel.ENGINEERING,
            ControlLevel.SUBSTITUTION,
            ControlLevel.ELIMINATION),
    /** 管理. */
    MANAGEMENT(new LocalText("management", "管理"), ControlLevel.ADMINISTRATIVE),
    /** 培训教育. */
    TRAINING(new LocalText("training and education", "培训教育"), ControlLevel.ADMINISTRATIVE),
    /** 个体防护. */
    PPE(new LocalText("personal protection", "个体防护"), ControlLevel.PPE),
    /** 应急处置. */
    EMERGENCY(new LocalText("emergency response", "应急处置"), ControlLevel.EMERGENCY);

    private final LocalText title;
    private final List<ControlLevel> levels;

    ControlKind(LocalText title, ControlLevel... levels) {
        this.title = title;
        this.levels = List.of(levels);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Levels of the hierarchy that a control of this kind can have, the usual one first. */
    public List<ControlLevel> levels() {
        return levels;
    }

    /** Lower-case name as in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
