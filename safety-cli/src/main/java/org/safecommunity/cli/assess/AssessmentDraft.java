package org.safecommunity.cli.assess;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment document as written, before anything about it is known to be right.
 *
 * @param catalogue  name or file of the catalogue
 * @param scheme     name or file of the scheme
 * @param community  who is assessed
 * @param assessor   who assesses
 * @param date       day of the assessment
 * @param indicators grades
 */
public record AssessmentDraft(
        @Nullable String catalogue,
        @Nullable String scheme,
        @Nullable String community,
        @Nullable String assessor,
        @Nullable LocalDate date,
        @Nullable List<Row> indicators) {
    /**
     * The grades of one indicator.
     *
     * @param id       indicator
     * @param presence grade of presence
     * @param trace    grade of traces
     * @param effect   grade of effect
     * @param evidence files, links or descriptions of what was seen
     * @param note     remark
     */
    public record Row(
            @Nullable String id,
            @Nullable String presence,
            @Nullable String trace,
            @Nullable String effect,
            @Nullable List<String> evidence,
            @Nullable String note) {
        /** What an empty entry of the list stands for. */
        static final Row EMPTY = new Row(null, null, null, null, null, null);
    }
}
