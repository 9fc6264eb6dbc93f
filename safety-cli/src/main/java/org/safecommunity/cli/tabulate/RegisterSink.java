package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;

/** Counts the rows of a register. A row is used whole or refused whole. */
final class RegisterSink implements RowPass.Sink {
    /** Most different texts of a column whose reading is kept; beyond it they are read again. */
    private static final int MOST_KEPT = 1 << 16;

    private static final int LONGEST_KEPT = 64;

    private final TableReader table;
    private final Dimensions.Plan plan;
    private final boolean refuseMissing;
    private final CellCounter counter;
    private final List<Map<String, Reading>> kept = new ArrayList<>();
    private final long[] assumed;
    private final Reading[] readings;
    private final long[] unknown;
    private final @Nullable BigDecimal[] amounts;
    private final int[] ids;

    /** Counts into a counter that may have more sums than the plan. */
    RegisterSink(TableReader table, Dimensions.Plan plan, boolean refuseMissing, CellCounter counter) {
        this.table = table;
        this.plan = plan;
        this.refuseMissing = refuseMissing;
        this.counter = counter;
        int dimensions = plan.dimensions().size();
        plan.dimensions().forEach(dimension -> kept.add(new HashMap<>()));
        this.assumed = new long[dimensions];
        this.readings = new Reading[dimensions];
        this.unknown = new long[plan.sums().size()];
        this.amounts = new BigDecimal[unknown.length];
        this.ids = new int[dimensions];
    }

    @Override
    public void add(TableReader.Row row) {
        for (int i = 0; i < readings.length; i++) {
            readings[i] = reading(i, row);
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = amount(plan.sums().get(i), row);
        }
        if (table.findings().isRefused(row.line())) {
            return;
        }
        for (int i = 0; i < readings.length; i++) {
            ids[i] = counter.dictionary(i).id(readings[i].label(), row.line());
            assumed[i] += readings[i].assumed() ? 1 : 0;
        }
        int cell = counter.add(ids, 1);
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] == null) {
                unknown[i]++;
                counter.markUnknown(cell, i);
            } else {
                counter.addToSum(cell, i, amounts[i]);
            }
        }
    }

    /** What is counted. */
    Dimensions.Plan plan() {
        return plan;
    }

    /** The counts so far. */
    CellCounter counter() {
        return counter;
    }

    /** Rows used whose label in a dimension rests on an assumption. */
    long assumed(int dimension) {
        return assumed[dimension];
    }

    /** Rows used that have no amount in a column that is added up. */
    long unknown(int sum) {
        return unknown[sum];
    }

    private Reading reading(int index, TableReader.Row row) {
        Dimension dimension = plan.dimensions().get(index);
        String cell = row.cell(dimension.column());
        Map<String, Reading> known = kept.get(index);
        Reading reading = known.get(cell);
        if (reading == null) {
            reading = dimension.read(cell);
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            if (cell.length() <= LONGEST_KEPT) {
                known.put(cell, reading);
            }
        }
        if (reading.isRefused()) {
            CellRefusal.refuse(
                    reading.problem(),
                    table,
                    row,
                    dimension.column(),
                    reading.more().toArray());
        } else if (reading.isMissing() && refuseMissing) {
            CellRefusal.refuse("missing-value", table, row, dimension.column());
        }
        return reading;
    }

    /** The amount of a row; null where it is not known, and where the row is refused. */
    private @Nullable BigDecimal amount(Dimensions.Summed sum, TableReader.Row row) {
        String cell = row.cell(sum.column());
        if (cell.isEmpty() || (!sum.missing().isEmpty() && sum.missing().contains(PlainCodes.plain(cell)))) {
            return unknownAmount(sum, row);
        }
        if (Cells.number(cell).isPresent()) {
            return Cells.decimal(cell).orElse(null);
        }
        Optional<BigDecimal> yesOrNo = Words.yesOrNo(cell);
        if (yesOrNo.isPresent()) {
            return yesOrNo.get();
        }
        if (Words.isMissing(cell)) {
            return unknownAmount(sum, row);
        }
        CellRefusal.refuse("not-an-addend", table, row, sum.column());
        return null;
    }

    private @Nullable BigDecimal unknownAmount(Dimensions.Summed sum, TableReader.Row row) {
        if (refuseMissing) {
            CellRefusal.refuse("missing-value", table, row, sum.column());
        }
        return null;
    }
}
