package org.safecommunity.metrics.questionnaire;

import java.util.Locale;

/** What a scale of a questionnaire is about. The label is stable: scripts rely on it. */
public enum ScaleKind {
    /** Whether people know it (知晓). */
    AWARENESS,
    /** Whether people agree with it (认同). */
    RECOGNITION,
    /** How people see it (态度). */
    ATTITUDE,
    /** Whether people do it (行为). */
    BEHAVIOUR,
    /** Whether people are content with it (满意). */
    SATISFACTION,
    /** Whether people took part in it (参与). */
    PARTICIPATION;

    /** Kebab-case name, e.g. {@code awareness}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
