package org.safecommunity.risk.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All combinations of the scales of a scheme. */
final class Combinations {
    private Combinations() {}

    static List<Map<String, BigDecimal>> of(Scheme scheme) {
        List<Map<String, BigDecimal>> all = List.of(Map.of());
        for (Factor factor : scheme.factors()) {
            List<Map<String, BigDecimal>> longer = new ArrayList<>();
            for (Map<String, BigDecimal> ratings : all) {
                for (ScaleValue value : factor.values()) {
                    Map<String, BigDecimal> more = new LinkedHashMap<>(ratings);
                    more.put(factor.name(), value.value());
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
