package org.safecommunity.model.injury;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What names the person of an injury card. Kept apart from {@link InjuryRecord} so that it can be left out or stored
 * elsewhere. Neither {@code toString} nor JSON shows anything of it; it can be read from JSON. Immutable.
 *
 * @param name      name 姓名, or null
 * @param idNumber  identity number 身份证号, or null
 * @param telephone telephone 联系电话, or null
 * @param address   address 联系地址, or null
 */
@JsonIgnoreProperties(
        value = {"name", "idNumber", "telephone", "address"},
        allowSetters = true)
public record PersonalDetails(
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String telephone,
        @Nullable String address) {
    /** A text without any of the values. */
    @Override
    public String toString() {
        return "PersonalDetails[withheld]";
    }
}
