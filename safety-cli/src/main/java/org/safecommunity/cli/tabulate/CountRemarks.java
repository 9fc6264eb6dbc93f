package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;

/** What a reader of the counts should know: values that are missing or assumed, and events that get no person-time. */
final class CountRemarks {
    private final List<Remark> remarks = new ArrayList<>();
    private final Locale locale;

    private CountRemarks(Locale locale) {
        this.locale = locale;
    }

    /** Remarks on the counts of a register. */
    static List<Remark> of(RegisterSink counted, InputProvenance input, Locale locale) {
        CountRemarks all = new CountRemarks(locale);
        List<Dimension> dimensions = counted.plan().dimensions();
        CellCounter counter = counted.counter();
        for (int i = 0; i < dimensions.size(); i++) {
            int dimension = i;
            String name = dimensions.get(i).name();
            all.add(
                    "missing-label",
                    rows(counter, cell -> counter.labels(cell).get(dimension).isEmpty()),
                    name,
                    input.used());
            all.add("assumed-label", counted.assumed(i), name, input.used());
        }
        List<Dimensions.Summed> sums = counted.plan().sums();
        for (int i = 0; i < sums.size(); i++) {
            all.add("unknown-amount", counted.unknown(i), sums.get(i).name(), input.used());
        }
        return all.remarks;
    }

    /** Remarks on what a population leaves undivided, without person-time, or does not cover. */
    static List<Remark> ofJoin(RegisterSink counted, Population population, BitSet joined, Locale locale) {
        CountRemarks all = new CountRemarks(locale);
        List<Dimension> dimensions = counted.plan().dimensions();
        String path = population.provenance().path();
        List<String> free = IntStream.range(0, dimensions.size())
                .filter(i -> !population.matched().contains(i))
                .mapToObj(i -> dimensions.get(i).name())
                .toList();
        all.add("population-undivided", free.size(), path, String.join(", ", free));
        all.add("missing-person-time", rows(counted.counter(), cell -> !joined.get(cell)), path);
        List<String> gaps = population.gaps();
        String named = gaps.stream().limit(PopulationJoin.MOST_NAMED).collect(Collectors.joining("; "));
        all.add("population-gaps", gaps.size(), path, named);
        return all.remarks;
    }

    private static long rows(CellCounter counter, IntPredicate wanted) {
        return IntStream.range(0, counter.cells())
                .filter(wanted)
                .mapToLong(counter::events)
                .sum();
    }

    /** Adds a remark about so many things, unless there are none; {0} of the text is their number. */
    private void add(String code, long number, Object... more) {
        if (number > 0) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = number;
            System.arraycopy(more, 0, arguments, 1, more.length);
            remarks.add(new Remark(code, Texts.get(locale, "remark." + code, arguments)));
        }
    }
}
