package org.safecommunity.model.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/**
 * Kind of community. Urban, rural and enterprise-led communities are the three of the 2009 guidance (articles 16 to 18);
 * the park comes from a Sichuan draft of 2014, and the whole district is an aggregate seen in practice.
 */
public enum CommunityType {
    /** 城市社区; its unit is generally a street office (街道办事处). */
    URBAN("urban (street)", "城市型（街道）"),
    /** 农村社区; its unit is generally a township or town (乡、镇). */
    RURAL("rural (township or town)", "农村型（乡镇）"),
    /** 企业主导型; run by the enterprise, residents mainly its staff and their families. */
    ENTERPRISE("enterprise-led", "企业主导型"),
    /** 园区型; industrial park or development zone approved by a county government or above. */
    PARK("park", "园区型"),
    /** 城区 or 县; a whole district or county whose streets or townships qualify. */
    DISTRICT("district or county", "区县（整体）");

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
