using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>What a dossier of a licence declared, and whether it is the one that the licence was given under.</summary>
public sealed record DeclaredForLicence(FormData Form, Instant At, bool GaveIt);

/// <summary>What the register knows already (điền sẵn từ sổ giấy phép): for the form that asks about a licence, and for the result that changes it.</summary>
public static class LicencePrefill
{
    /// <summary>The result field that counts how often (cấp lại lần n).</summary>
    public const string ReissueNumber = "reissueNumber";

    /// <summary>Number and days of the licence, by the form's fields.</summary>
    public static FormData Form(Licence licence, LicenceRule rule, Form form) =>
        new(
            new (string Key, string? Value)[]
            {
                (rule.NumberField, licence.Number),
                (rule.DateField, FieldValue.Text(licence.IssuedOn)),
                (rule.ExpiryField, licence.ValidTo is { } end ? FieldValue.Text(end) : null),
            }
                .Where(answer => answer.Value is not null && form.Find(answer.Key) is not null)
                .Select(answer => KeyValuePair.Create(answer.Key, answer.Value!))
        );

    /// <summary>
    /// The form of a request about the licence: its number and days as the register has them, then whatever is still empty: from what its later dossiers
    /// declared the lasting answers and what is licensed where, from the dossier that it was given under everything that is asked again.
    /// </summary>
    /// <param name="licence">The licence.</param>
    /// <param name="rule">The rule of the procedure that is asked for.</param>
    /// <param name="form">Its form.</param>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="declared">What the dossiers of the licence declared, as far as this person may see them.</param>
    /// <param name="now">Now, at the office.</param>
    public static FormData Request(Licence licence, LicenceRule rule, Form form, FormData typed, IReadOnlyList<DeclaredForLicence> declared, LocalDateTime now)
    {
        var stays = form
            .Fields.Where(field => field.Lasting)
            .Select(field => field.Key)
            .Concat(rule.Subject)
            .Concat(rule.Place)
            .ToHashSet(StringComparer.Ordinal);
        var known = declared
            .OrderByDescending(dossier => dossier.At)
            .Select(dossier => dossier.GaveIt ? dossier.Form : new FormData(dossier.Form.Values.Where(answer => stays.Contains(answer.Key))));
        var facts = Form(licence, rule, form).Values.Aggregate(typed, (data, answer) => data.With(answer.Key, answer.Value));
        return FormPrefill.Complete(form, facts, [.. known], now);
    }

    /// <summary>
    /// The last day (<c>validTo</c>: kept, or moved by the months that the form asks, at most by those that the rule allows) and how often it is
    /// now done (<c>reissueNumber</c>).
    /// </summary>
    public static IReadOnlyDictionary<string, string> Result(Licence licence, LicenceRule rule, FormData form)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReissueNumber] = (licence.Count(Licence.EventOf(rule.Act)) + 1).ToString(CultureInfo.InvariantCulture),
        };
        if (NewEnd(licence, rule, form) is { } end)
            values["validTo"] = FieldValue.Text(end);
        return values;
    }

    private static LocalDate? NewEnd(Licence licence, LicenceRule rule, FormData form)
    {
        if (rule.KeepsEnd || licence.LatestEnd(rule) is not { } latest)
            return licence.ValidTo;
        var asked = FieldValue.Integer(form["extensionMonths"]) ?? (FieldValue.Integer(form["years"]) * 12);
        return asked is { } months && months <= rule.Extension ? licence.ValidTo!.Value.PlusMonths((int)months) : latest;
    }
}
