package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * Checks injury records against a code set and the rules between fields. Everything it sees becomes a finding; it never
 * throws for what a record holds, and repeats no code of the record. Immutable.
 *
 * @param codeSet code set the records should be written in, not null
 * @param rules   rules between fields; those of other code sets are passed over
 */
public record InjuryCheck(CodeSet codeSet, List<ConsistencyRule> rules) {
    /** Code lists up to this length are given in full in a hint. */
    private static final int SHORT_LIST = 20;

    /**
     * Checks the components.
     *
     * @throws NullPointerException if the code set is null
     */
    public InjuryCheck {
        requireNonNull(codeSet, "codeSet");
        rules = Checks.list(rules);
    }

    /**
     * The check for a code set, with the rules of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static InjuryCheck of(CodeSet codeSet) {
        return new InjuryCheck(codeSet, ConsistencyRule.bundled());
    }

    /**
     * What is wrong with a record.
     *
     * @param injury record, not null
     * @param file   name of the file for the location, not null
     * @param line   line from 1, or 0 when not known
     * @return findings, sorted by place; empty when the record conforms
     */
    public List<Finding> findings(InjuryRecord injury, String file, int line) {
        if (!injury.codeSet().equals(codeSet.id())) {
            return List.of(new Finding(
                    "other-code-set",
                    Severity.ERROR,
                    new Location(file, line, "codeSet"),
                    new LocalText(
                            "the record is not written in code set " + codeSet.id(),
                            "该记录不是按编码集 " + codeSet.id() + " 填写的"),
                    new LocalText("check it with its own code set", "请用该记录自己的编码集核对")));
        }
        List<Finding> findings = new ArrayList<>();
        injury.codes().forEach((field, code) -> unknown(field, code)
                .ifPresent(finding -> findings.add(at(finding, file, line, field))));
        for (ConsistencyRule rule : rules) {
            if (rule.isBrokenBy(injury)) {
                findings.add(new Finding(
                        "unlikely-combination",
                        rule.severity(),
                        new Location(file, line, rule.then().field()),
                        new LocalText(
                                rule.id() + ": " + rule.text().en(),
                                rule.id() + "：" + rule.text().zh()),
                        new LocalText(
                                "compare with the card; keep the record if the card says so", "请与报告卡核对；若卡片确是如此则保留")));
            }
        }
        return findings.stream().sorted().toList();
    }

    private Optional<Finding> unknown(InjuryField field, String code) {
        Optional<CodeField> list = codeSet.field(field.label());
        if (list.isEmpty()) {
            return Optional.of(Finding.error(
                    "unknown-field",
                    field.label(),
                    new LocalText(
                            codeSet.id() + " has no field " + field.label(), codeSet.id() + " 没有字段 " + field.label()),
                    new LocalText("leave the field out, or name the code set it comes from", "请不填该字段，或改用含有该字段的编码集")));
        }
        return list.get().code(code).isPresent() ? Optional.empty() : Optional.of(unknownCode(list.get()));
    }

    private Finding unknownCode(CodeField list) {
        List<String> codes = list.codes().stream().map(Code::code).toList();
        String known = codes.size() <= SHORT_LIST
                ? String.join(", ", codes)
                : codes.get(0) + " … " + codes.get(codes.size() - 1) + " (" + codes.size() + ")";
        return Finding.error(
                "unknown-code",
                list.name(),
                new LocalText(
                        list.name() + " must be a code of " + codeSet.id(),
                        list.title().zh() + " 须为编码集 " + codeSet.id() + " 的代码"),
                new LocalText("codes: " + known, "代码：" + known));
    }

    private static Finding at(Finding finding, String file, int line, InjuryField field) {
        return new Finding(
                finding.code(),
                finding.severity(),
                new Location(file, line, field.label()),
                finding.message(),
                finding.hint());
    }
}
