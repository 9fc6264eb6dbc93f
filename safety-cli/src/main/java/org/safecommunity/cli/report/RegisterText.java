package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.register.RegisterIndex;

/**
 * What of a register may stand in a report: ids, names of codes, days and numbers. Free text never does, because it may
 * name people; a number from 1 to below the publication threshold is withheld.
 */
final class RegisterText {
    static final String NONE = "–";

    private final RegisterIndex index;
    private final ReportContext context;

    RegisterText(RegisterIndex index, ReportContext context) {
        this.index = index;
        this.context = context;
    }

    RegisterIndex index() {
        return index;
    }

    /** Id of an entry. */
    static String id(RegisterEntry entry) {
        return RegisterIndex.shown(entry.text("id"));
    }

    /** Ids of entries. */
    String ids(List<RegisterEntry> entries) {
        return entries.isEmpty()
                ? NONE
                : entries.stream().map(RegisterText::id).distinct().collect(Collectors.joining(separator()));
    }

    /** Names of the codes in a cell. */
    String labels(String kind, String column, RegisterEntry entry) {
        String text = entry.list(column).stream()
                .map(code -> index.label(kind, column, code))
                .flatMap(Optional::stream)
                .map(context::title)
                .collect(Collectors.joining(separator()));
        return text.isEmpty() ? NONE : text;
    }

    /** A number as a reader sees it; whole numbers below the publication threshold are withheld. */
    String number(Optional<BigDecimal> number) {
        if (number.isEmpty()) {
            return NONE;
        }
        return isWithheld(number.get()) ? ReportContext.WITHHELD : plain(number.get());
    }

    /** A number as data; null when it is withheld or missing. */
    @org.jspecify.annotations.Nullable
    Object data(Optional<BigDecimal> number) {
        return number.filter(value -> !isWithheld(value))
                .map(BigDecimal::stripTrailingZeros)
                .orElse(null);
    }

    /** A count as a reader sees it. */
    String count(long count) {
        return isWithheld(BigDecimal.valueOf(count)) ? ReportContext.WITHHELD : ReportNumbers.count(count);
    }

    boolean isWithheld(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(context.suppressBelow())) < 0;
    }

    private String separator() {
        return context.text("report.separator");
    }

    private static String plain(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        return shown.scale() <= 0
                ? String.format(java.util.Locale.ROOT, "%,d", shown.toBigInteger())
                : String.format(java.util.Locale.ROOT, "%,." + Math.min(3, shown.scale()) + "f", shown);
    }
}
