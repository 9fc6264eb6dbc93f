package org.safecommunity.model.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** Kind of community. */
public enum CommunityType {
    /** Street of a town. */
    URBAN("urban street", "城市街道型"),
    /** Township or village. */
    RURAL("township", "乡镇农村型"),
    /** Community of an enterprise. */
    ENTERPRISE("enterprise", "企业主导型"),
    /** Industrial or science park. */
    PARK("park", "园区型"),
    /** District or county. */
    DISTRICT("district", "区县型");

    private final LocalText title;

    CommunityType(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Lower-case name as in the files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
