package org.safecommunity.model.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.NearWords;
import org.safecommunity.model.validation.Severity;

/**
 * Looks at the cells of the entries of one register, one after the other. Cells are never repeated in a message, because
 * a register may name people.
 */
public final class EntryCheck {
    private static final LocalText DAY = new LocalText("write the day as 2024-06-30", "日期请写成 2024-06-30");

    private final RegisterKind kind;
    private final String file;
    private final Set<String> ids = new HashSet<>();

    /** Starts with no entry seen. */
    public EntryCheck(RegisterKind kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    /** Looks at the next entry. An entry with a finding is refused: its id does not count as used. */
    public List<Finding> check(RegisterEntry entry) {
        List<Finding> findings = new ArrayList<>();
        for (RegisterColumn column : kind.columns()) {
            if (entry.has(column.name())) {
                filled(entry, column, findings);
            } else if (column.required()) {
                findings.add(finding(
                        "missing-value",
                        entry,
                        column,
                        new LocalText("must be filled in", "为必填项"),
                        new LocalText(
                                "fill in: " + column.label().en(),
                                "请填写：" + column.label().zh())));
            }
        }
        if (findings.isEmpty()) {
            ids.add(entry.text(kind.idColumn()));
        }
        return findings;
    }

    private void filled(RegisterEntry entry, RegisterColumn column, List<Finding> findings) {
        String name = column.name();
        switch (column.type()) {
            case ID -> {
                if (ids.contains(entry.text(name))) {
                    findings.add(finding(
                            "duplicate-id",
                            entry,
                            column,
                            new LocalText("must be unique, but stands in an earlier row", "编号重复，前面已使用"),
                            new LocalText("give each row an id of its own", "请给每一行不同的编号")));
                }
            }
            case DATE -> {
                if (entry.date(name).isEmpty()) {
                    findings.add(finding("not-a-date", entry, column, new LocalText("must be a day", "须为日期"), DAY));
                }
            }
            case NUMBER -> {
                if (entry.number(name).isEmpty()) {
                    findings.add(number(entry, column, "must be a number", "须为数字"));
                }
            }
            case WHOLE -> {
                if (!entry.text(name).matches("[0-9]{1,9}")) {
                    findings.add(number(entry, column, "must be a whole number of 0 or more", "须为不小于 0 的整数"));
                }
            }
            case CHOICE, CHOICES -> {
                if (!column.codes().containsAll(choices(entry, column))) {
                    findings.add(unknownCode(entry, column));
                }
            }
            default -> {
                // free text; references are looked at when all registers are there
            }
        }
    }

    private static List<String> choices(RegisterEntry entry, RegisterColumn column) {
        return column.type() == ColumnType.CHOICES ? entry.list(column.name()) : List.of(entry.text(column.name()));
    }

    private Finding number(RegisterEntry entry, RegisterColumn column, String en, String zh) {
        return finding(
                "not-a-number",
                entry,
                column,
                new LocalText(en, zh),
                new LocalText("write digits, without unit or separators", "请只写数字，不带单位和分隔符"));
    }

    private Finding unknownCode(RegisterEntry entry, RegisterColumn column) {
        List<String> en = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        column.values().forEach(value -> {
            en.add(value.code() + " (" + value.label().en() + ")");
            zh.add(value.code() + "（" + value.label().zh() + "）");
        });
        String near = near(entry, column);
        return finding(
                "unknown-code",
                entry,
                column,
                new LocalText("is not a code of this column", "不是本栏目的代码"),
                new LocalText(
                        (near.isEmpty() ? "write" : "did you mean: " + near + "? Write") + " one of: "
                                + String.join(", ", en),
                        (near.isEmpty() ? "" : "是否为：" + near + "？") + "请填写其中之一：" + String.join("、", zh)));
    }

    /** Codes near to the first one that is not of the list; the cell itself is not repeated. */
    private static String near(RegisterEntry entry, RegisterColumn column) {
        return choices(entry, column).stream()
                .filter(choice -> !column.codes().contains(choice))
                .findFirst()
                .map(choice -> NearWords.of(choice, column.codes()))
                .orElse("");
    }

    private Finding finding(
            String code, RegisterEntry entry, RegisterColumn column, LocalText message, LocalText hint) {
        return new Finding(
                code,
                Severity.ERROR,
                new Location(file, entry.line(), column.name()),
                new LocalText(
                        column.label().en() + " " + message.en(), column.label().zh() + message.zh()),
                Registers.sentence(hint));
    }
}
