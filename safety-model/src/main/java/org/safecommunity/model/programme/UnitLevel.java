package org.safecommunity.model.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** Level of the unit that a community is. */
public enum UnitLevel {
    /** 街道办事处. */
    STREET("street office", "街道"),
    /** 乡 or 镇. */
    TOWNSHIP("township or town", "乡镇"),
    /** An enterprise. */
    ENTERPRISE("enterprise", "企业"),
    /** Industrial park or development zone. */
    PARK("park or development zone", "园区"),
    /** District or county. */
    DISTRICT("district or county", "区县"),
    /** 居委会: part of a street or town, no unit of its own. */
    NEIGHBOURHOOD("residents' committee", "社区居委会"),
    /** 村: part of a township or town, no unit of its own. */
    VILLAGE("village", "村");

    private final LocalText title;

    UnitLevel(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** The level that a type of community generally is (articles 16 and 17 of the guidance; for the others by their name). */
    public static UnitLevel of(CommunityType type) {
        return switch (type) {
            case URBAN -> STREET;
            case RURAL -> TOWNSHIP;
            case ENTERPRISE -> ENTERPRISE;
            case PARK -> PARK;
            case DISTRICT -> DISTRICT;
        };
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
