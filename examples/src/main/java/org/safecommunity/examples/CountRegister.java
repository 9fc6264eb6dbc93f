package org.safecommunity.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.injury.InjuryField;
import org.safecommunity.model.injury.InjuryRecord;

/**
 * The model alone: reads a register into records and counts them; the records are not kept.
 *
 * <p>Source: the register of Sun et al. (2015), doi:10.5061/dryad.r0v35 (CC0-1.0), see {@code examples/shandong/README.md}.
 */
public final class CountRegister {
    private CountRegister() {}

    /** Counts the register named, e.g. {@code examples/shandong/register.csv}. */
    public static void main(String[] arguments) throws IOException {
        InjuryCounts counts = count(Path.of(arguments[0]));
        System.out.println("records " + counts.total() + ", without age " + counts.withoutAge());
        counts.byField(InjuryField.OUTCOME).forEach((code, n) -> System.out.println("outcome " + code + " " + n));
        counts.byYearAndMonth()
                .forEach((year, months) -> System.out.println("year " + year + " "
                        + months.values().stream().mapToLong(Long::longValue).sum()));
    }

    /** The counts of a register. */
    static InjuryCounts count(Path register) throws IOException {
        InjuryCounts counts = new InjuryCounts();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(register)) {
            for (NamedCsvRecord row : rows) {
                counts.add(new InjuryRecord(
                        row.getField("record_id"),
                        "SHANDONG-2009",
                        Sex.parse(row.getField("sex")).orElse(Sex.UNKNOWN),
                        Integer.valueOf(row.getField("age")),
                        new EventDate(Integer.parseInt(row.getField("year")), month(row), 0),
                        null,
                        Map.of(
                                InjuryField.CAUSE, row.getField("method"),
                                InjuryField.OUTCOME, row.getField("outcome"))));
            }
        }
        return counts;
    }

    private static int month(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("month"));
    }
}
