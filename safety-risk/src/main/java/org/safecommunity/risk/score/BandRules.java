package org.safecommunity.risk.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.internal.Checks;

/** Rules between the bands of a scheme. Each lists every fault; paths are relative to the scheme. */
final class BandRules {
    private static final LocalText HINT = new LocalText(
            "let each band begin where the one below it ends; leave out \"to\" in the highest only",
            "每一等级的下限应等于下一等级的上限；仅最高等级可不写上限");

    private BandRules() {}

    /** Bands fall, none overlaps another, and under a policy with one open end none leaves a gap to the next. */
    static List<Finding> tiling(List<Band> bands, BoundaryPolicy policy) {
        List<Finding> faults = new ArrayList<>(Duplicates.in(bands, "bands", "id", Band::id));
        for (int i = 0; i < bands.size(); i++) {
            String path = "bands[" + i + "]";
            Band band = bands.get(i);
            if (policy != BoundaryPolicy.BOTH_INCLUSIVE
                    && band.to() != null
                    && band.to().compareTo(band.from()) == 0) {
                faults.add(fault(
                        "empty-band",
                        path + ".to",
                        "to must be above from where one bound is left out, was "
                                + band.to().toPlainString(),
                        "只含一端时上限须大于下限，现为 " + band.to().toPlainString()));
            }
            if (i > 0) {
                between(bands.get(i - 1), band, policy, path).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<Finding> between(Band above, Band band, BoundaryPolicy policy, String path) {
        String bound = above.from().toPlainString();
        if (band.from().compareTo(above.from()) >= 0) {
            return Optional.of(fault(
                    "bands-not-falling",
                    path + ".from",
                    "from must be below that of the band before, " + bound + ", was "
                            + band.from().toPlainString(),
                    "下限须低于前一等级的下限 " + bound + "，现为 " + band.from().toPlainString()));
        }
        BigDecimal to = band.to();
        if (to == null) {
            return Optional.of(fault(
                    "overlapping-bands",
                    path + ".to",
                    "to must be given below the highest band, or band " + band.id() + " overlaps " + above.id(),
                    "最高等级以外须给出上限，否则等级 " + band.id() + " 与 " + above.id() + " 重叠"));
        }
        int order = to.compareTo(above.from());
        boolean both = policy == BoundaryPolicy.BOTH_INCLUSIVE;
        if (order > 0 || (order == 0 && both)) {
            return Optional.of(fault(
                    "overlapping-bands",
                    path + ".to",
                    "band " + band.id() + " must not overlap " + above.id() + ", was to " + to.toPlainString()
                            + " where " + above.id() + " begins at " + bound,
                    "等级 " + band.id() + " 不得与 " + above.id() + " 重叠：上限 " + to.toPlainString() + "，而后者下限为 " + bound));
        }
        if (order < 0 && !both) {
            return Optional.of(fault(
                    "gap-between-bands",
                    path + ".to",
                    "band " + band.id() + " must reach " + above.id() + ", was to " + to.toPlainString() + " where "
                            + above.id() + " begins at " + bound,
                    "等级 " + band.id() + " 须与 " + above.id() + " 相接：上限 " + to.toPlainString() + "，而后者下限为 " + bound));
        }
        return Optional.empty();
    }

    /** Every score that the scales can give is in a band. */
    static List<Finding> coverage(SortedSet<BigDecimal> scores, List<Band> bands, BoundaryPolicy policy) {
        List<String> homeless = scores.stream()
                .filter(score -> bands.stream().noneMatch(band -> policy.holds(score, band)))
                .map(BigDecimal::toPlainString)
                .toList();
        if (homeless.isEmpty()) {
            return List.of();
        }
        String list = String.join(", ", homeless);
        return List.of(fault(
                "score-without-band",
                "bands",
                "bands must hold every score of the scales under " + policy.label() + ", in none: " + list,
                "在“" + policy.title().zh() + "”下各等级须涵盖全部可能的分值，未涵盖：" + list));
    }

    /** Every score of one value of each factor, each once; the factors named in {@code summed} are added together first. */
    static SortedSet<BigDecimal> scores(List<Factor> factors, List<String> summed) {
        SortedSet<BigDecimal> scores = new TreeSet<>(List.of(BigDecimal.ONE));
        SortedSet<BigDecimal> sums = new TreeSet<>(List.of(BigDecimal.ZERO));
        for (Factor factor : factors) {
            if (summed.contains(factor.symbol())) {
                sums = combine(sums, factor, BigDecimal::add);
            } else {
                scores = combine(scores, factor, BigDecimal::multiply);
            }
        }
        if (summed.isEmpty()) {
            return scores;
        }
        SortedSet<BigDecimal> products = new TreeSet<>();
        for (BigDecimal score : scores) {
            sums.forEach(sum -> products.add(Checks.plain(score.multiply(sum))));
        }
        return products;
    }

    private static SortedSet<BigDecimal> combine(
            SortedSet<BigDecimal> scores, Factor factor, BinaryOperator<BigDecimal> operation) {
        SortedSet<BigDecimal> combined = new TreeSet<>();
        for (BigDecimal score : scores) {
            factor.values().forEach(value -> combined.add(Checks.plain(operation.apply(score, value.value()))));
        }
        return combined;
    }

    /** Symbols to be added that are no factor, or only one. */
    static List<Finding> sums(List<Factor> factors, List<String> summed) {
        List<Finding> faults = new ArrayList<>();
        for (int i = 0; i < summed.size(); i++) {
            String symbol = summed.get(i);
            if (factors.stream().noneMatch(factor -> factor.symbol().equals(symbol))) {
                faults.add(fault(
                        "unknown-factor",
                        "summed[" + i + "]",
                        "summed must name factors of the scheme, was " + symbol,
                        "相加的须为本方案的因子，现为 " + symbol));
            }
        }
        return faults;
    }

    private static Finding fault(String code, String path, String en, String zh) {
        return Finding.error(code, path, new LocalText(en, zh), HINT);
    }
}
