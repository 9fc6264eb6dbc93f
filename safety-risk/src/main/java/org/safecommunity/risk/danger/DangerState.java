package org.safecommunity.risk.danger;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.model.LocalText;

/**
 * States of the loop of a hidden danger. Being overdue is no state: it follows from the time limit and the day.
 *
 * <p>found → registered → assigned → in progress → submitted → accepted → closed; a refusal leads from submitted back to in
 * progress.
 */
public enum DangerState {
    /** 发现. */
    FOUND(new LocalText("found", "发现"), "found_on"),
    /** 登记, graded. */
    REGISTERED(new LocalText("registered", "已登记"), "registered_on"),
    /** 分派, with the five fixes. */
    ASSIGNED(new LocalText("assigned", "已分派"), "assigned_on"),
    /** 整改中. */
    IN_PROGRESS(new LocalText("in progress", "整改中"), "started_on"),
    /** 报请验收. */
    SUBMITTED(new LocalText("submitted for acceptance", "待验收"), "submitted_on"),
    /** 验收合格. */
    ACCEPTED(new LocalText("accepted", "已验收"), "accepted_on"),
    /** 销号. */
    CLOSED(new LocalText("closed", "已销号"), "closed_on");

    private final LocalText title;
    private final String column;

    DangerState(LocalText title, String column) {
        this.title = title;
        this.column = column;
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Column that holds the day the state was reached. */
    public String column() {
        return column;
    }

    /** Kebab-case name as in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** States that may follow. */
    public Set<DangerState> next() {
        return switch (this) {
            case FOUND -> Set.of(REGISTERED);
            case REGISTERED -> Set.of(ASSIGNED);
            case ASSIGNED -> Set.of(IN_PROGRESS);
            case IN_PROGRESS -> Set.of(SUBMITTED);
            case SUBMITTED -> Set.of(ACCEPTED, IN_PROGRESS);
            case ACCEPTED -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** Whether the loop has come this far. */
    public boolean isAtLeast(DangerState other) {
        return compareTo(other) >= 0;
    }

    /** The state of a label (hyphen, underscore or space) or Chinese name. */
    public static Optional<DangerState> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        for (DangerState state : values()) {
            String zh = state.title.zh();
            if (state.label().equals(plain)
                    || zh.equals(plain)
                    || zh.replace("已", "").equals(plain)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
