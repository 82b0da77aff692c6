namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>
/// Thẩm quyền ký và thể thức đề ký: whoever heads the office signs in their own name; everybody else by a fact that gives them the signature. Source: Nghị
/// định 30/2020/NĐ-CP, Điều 13.
/// </summary>
public static class SigningAuthority
{
    /// <summary>What somebody signs by for an office; null when nothing gives them its signature.</summary>
    /// <param name="towards">The person with what counts for the dossier.</param>
    /// <param name="office">The office whose document it is.</param>
    /// <param name="organisation">Whose office a unit is.</param>
    public static RoleHolding? Of(Actor towards, Office office, Organisation organisation) =>
        Leading(towards, office, organisation).Where(held => Gives(held, office)).OrderBy(held => held.By is not null).FirstOrDefault();

    /// <summary>The block that they would sign under if they were given the signature, to say what is missing.</summary>
    public static IReadOnlyList<string> Wanted(Actor towards, Office office, Organisation organisation) =>
        Leading(towards, office, organisation).Select(held => LinesOf(held, office)).FirstOrDefault() ?? office.SignerTitles[0].Lines;

    /// <summary>Các dòng quyền hạn, chức vụ: the lines of whoever is stood in for, with the form before the last, and the own position under it.</summary>
    public static IReadOnlyList<string> LinesOf(RoleHolding held, Office office) => LinesOf(TitleOf(held, office).Lines, held.By);

    /// <inheritdoc cref="LinesOf(RoleHolding, Office)"/>
    public static IReadOnlyList<string> LinesOf(IReadOnlyList<string> own, Mandate? by) =>
        by?.Form is not { } form ? own
        : form == SigningForm.Acting ? [.. own.SkipLast(1), $"{form.Prefix()} {own[^1]}"]
        : [.. own.SkipLast(1), $"{form.Prefix()} {own[^1]}", by.Position];

    /// <summary>Người đứng đầu: signs in their own name, and alone gives the signature to others.</summary>
    public static bool IsOwn(RoleHolding held, Office office) =>
        held.Role == StaffRole.Leader && held.By is null && !SigningForms.IsForAnother(TitleOf(held, office).Lines);

    /// <summary>Whether a role gives the signature of an office: the head's own, or the head's that was given to somebody.</summary>
    public static bool Gives(RoleHolding held, Office office) =>
        held.By is { } by
            ? held.Role == StaffRole.Leader && by.Form is not null && !SigningForms.IsForAnother(TitleOf(held, office).Lines)
            : IsOwn(held, office);

    private static SignerTitle TitleOf(RoleHolding held, Office office) =>
        office.SignerTitles.FirstOrDefault(title => title.Key == held.TitleKey) ?? office.SignerTitles[0];

    /// <summary>The posts in the office itself; where it has changed its units, whatever the person leads.</summary>
    private static List<RoleHolding> Leading(Actor actor, Office office, Organisation organisation)
    {
        var leading = actor.Roles.Where(held => held.Role == StaffRole.Leader).ToList();
        return leading.Where(held => organisation.OfficeWith(held.Unit) == office).ToList() is { Count: > 0 } here ? here : leading;
    }
}
