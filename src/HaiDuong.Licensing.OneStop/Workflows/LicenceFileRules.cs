using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// What must hold of what procedures do in the licence register: fields and procedures that they name are there, and a limit stands only where it means
/// something.
/// </summary>
internal static class LicenceFileRules
{
    public static IEnumerable<(string At, string Code, object[] Args)> Check(Procedure procedure)
    {
        if (procedure.Licence is not { } rule)
            yield break;
        for (var index = 0; index < rule.Subject.Count; index++)
        {
            if (procedure.Form.Find(rule.Subject[index]) is null)
                yield return ($"licence.subject[{index}]", "FieldNotFound", [rule.Subject[index]]);
        }

        for (var index = 0; index < rule.Place.Count; index++)
        {
            if (procedure.Form.Find(rule.Place[index]) is null)
                yield return ($"licence.place[{index}]", "FieldNotFound", [rule.Place[index]]);
        }

        if (rule.NeedsLicence && procedure.Form.Find(rule.NumberField) is null)
            yield return ("licence", "LicenceNumberNotAsked", [rule.NumberField]);
        if (rule.NeedsLicence != rule.Of.Count > 0)
            yield return ("licence", "LicenceOfMissing", []);
        if ((rule.Window ?? rule.Extension ?? rule.Times) is not null && rule.Act != LicenceAct.Renew || rule is { Extension: not null, KeepsEnd: true })
            yield return ("licence", "LicenceLimitMisplaced", []);
    }

    /// <summary>Procedures that are named as givers of a licence, or as the way to a new one, and do not give one.</summary>
    public static IEnumerable<(Procedure Procedure, string Slug)> Strangers(IReadOnlyCollection<Procedure> all)
    {
        var givers = all.Where(procedure => procedure.Licence?.Act == LicenceAct.New).Select(procedure => procedure.Slug).ToHashSet(StringComparer.Ordinal);
        return from procedure in all
            from slug in procedure.Licence is { } rule ? rule.Of.Append(rule.Instead).OfType<string>() : []
            where !givers.Contains(slug)
            select (procedure, slug);
    }
}
