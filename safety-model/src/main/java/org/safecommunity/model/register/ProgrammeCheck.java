package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

/**
 * Looks across the registers of a community: references resolve, the chain from diagnosis to review is closed, plans and
 * actions are complete, and the signs of formalism that article 12 of the guidance warns of are named with their numbers.
 * What only the calendar brings about (a register that has grown old) is a remark and no fault.
 */
public final class ProgrammeCheck {
    private final List<RegisterKind> kinds;
    private final Registers registers;
    private final LocalDate today;

    private ProgrammeCheck(List<RegisterKind> kinds, List<Register> registers, LocalDate today) {
        this.kinds = kinds;
        this.registers = new Registers(registers);
        this.today = today;
    }

    /**
     * Looks across registers.
     *
     * @param kinds     the kinds of registers there are
     * @param registers the registers the community has, entries checked one by one before
     * @param type      type of the community, or null when it is not known
     * @param today     day of the check
     * @return findings in order of place
     */
    public static List<Finding> check(
            List<RegisterKind> kinds, List<Register> registers, @Nullable CommunityType type, LocalDate today) {
        ProgrammeCheck check = new ProgrammeCheck(kinds, registers, today);
        if (registers.isEmpty()) {
            return List.of();
        }
        check.requireRegisters();
        check.resolveReferences();
        check.requireCurrent();
        ChainCheck.check(check.registers, type, today);
        ConductCheck.check(check.registers, today);
        EmergencyCheck.check(check.registers, today);
        ParticipationCheck.check(check.registers, today);
        FormalismCheck.check(check.registers);
        return check.registers.findings();
    }

    /** Article 14: the registers a community needs are there. */
    private void requireRegisters() {
        for (RegisterKind kind : kinds) {
            if (kind.required() && registers.of(kind.id()).isEmpty()) {
                registers.add(
                        Severity.WARNING,
                        "missing-register",
                        kind.file(),
                        new LocalText(
                                "there is no register “" + kind.title().en() + "”, which article " + articles(kind)
                                        + " asks for",
                                "缺少台账“" + kind.title().zh() + "”（指导意见第 " + articles(kind) + " 条要求）"),
                        new LocalText(
                                "safety init writes a form for every register; safety schema " + kind.id()
                                        + " has its columns",
                                "safety init 可生成各类台账的表式；safety schema " + kind.id() + " 列出其栏目"));
            }
        }
    }

    private static String articles(RegisterKind kind) {
        return kind.articles().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void resolveReferences() {
        for (Register register : registers.all()) {
            for (RegisterColumn column : register.kind().columns()) {
                if (column.refers() != null) {
                    resolve(register, column, column.refers());
                }
            }
        }
    }

    private void resolve(Register register, RegisterColumn column, String target) {
        Set<String> ids = registers.byId(target).keySet();
        String file = kinds.stream()
                .filter(k -> k.id().equals(target))
                .map(RegisterKind::file)
                .findFirst()
                .orElse(target);
        for (RegisterEntry entry : register.entries()) {
            for (String id : entry.list(column.name())) {
                if (!ids.contains(id)) {
                    registers.add(
                            Severity.ERROR,
                            "unresolved-reference",
                            register.kind().id(),
                            entry,
                            column.name(),
                            new LocalText(
                                    Registers.shown(id) + " is no entry of " + file,
                                    file + " 中没有编号 " + Registers.shown(id)),
                            new LocalText(
                                    "correct the id, or add the entry to " + file, "请改正编号，或在 " + file + " 中补上该条目"));
                }
            }
        }
    }

    /** Article 14: what is kept up over time has an entry that is not older than its kind allows. */
    private void requireCurrent() {
        for (Register register : registers.all()) {
            Integer months = register.kind().currentMonths();
            LocalDate latest = RegisterIndex.latest(register, today).orElse(null);
            if (months != null && latest != null && latest.plusMonths(months).isBefore(today)) {
                registers.add(
                        Severity.INFO,
                        "register-not-current",
                        register.file(),
                        new LocalText(
                                "the latest entry is of " + latest + ", more than " + months + " months ago",
                                "最近一条记录为 " + latest + "，距今超过 " + months + " 个月"),
                        new LocalText("add what was done since, or say why nothing was", "请补充此后的工作，或说明没有的原因"));
            }
        }
    }
}
