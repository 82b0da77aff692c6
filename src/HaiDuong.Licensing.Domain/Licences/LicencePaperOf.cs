using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>What the paper of a dossier says (nội dung bản giấy phép): the one that it was given, or the earlier one that its applicant declared.</summary>
public static class LicencePaperOf
{
    private const int Longest = 500;

    /// <summary>The result that was just numbered and sealed.</summary>
    public static LicencePaper Result(Dossier dossier, Procedure procedure)
    {
        var (decision, form) = (dossier.Decision!, FormRules.Visible(procedure.Form, dossier.Form));
        var from = ProcedureResult.ValidFrom(dossier.ResultDraft!.Fields, decision.IssuedOn!.Value);
        return new LicencePaper(
            decision.Number!,
            decision.IssuedOn!.Value,
            dossier.Applicant,
            Subject(procedure, form),
            Place(procedure, form),
            from,
            decision.ValidTo,
            dossier.Id,
            procedure.Slug,
            decision.IssuedFile
        );
    }

    /// <summary>
    /// A paper from before the software, as the applicant declared it; its first day is that of issue, and the day of the request when even that is not asked.
    /// </summary>
    public static LicencePaper Earlier(Dossier dossier, Procedure procedure)
    {
        var (form, rule) = (FormRules.Visible(procedure.Form, dossier.Form), procedure.Licence!);
        var issuedOn = FieldValue.Date(form[rule.DateField]) ?? dossier.SubmittedAt!.Value.Date;
        return new LicencePaper(
            form[rule.NumberField] ?? "",
            issuedOn,
            dossier.Applicant,
            Subject(procedure, form),
            Place(procedure, form),
            issuedOn,
            FieldValue.Date(form[rule.ExpiryField])
        );
    }

    /// <summary>Nội dung được cấp, as the form says it.</summary>
    public static string Subject(Procedure procedure, FormData form) => Told(procedure.Form, form, procedure.Licence!.Subject);

    /// <summary>Địa điểm, as the form says it.</summary>
    public static string Place(Procedure procedure, FormData form) => Told(procedure.Form, form, procedure.Licence!.Place);

    /// <summary>
    /// The answers as a person reads them, one after the other; of a table a column, each value once. A long list is cut: the paper has it whole.
    /// </summary>
    private static string Told(Form form, FormData data, IReadOnlyList<string> paths)
    {
        var told = string.Join(", ", paths.Select(path => Told(form, data, path)).Where(text => text.Length > 0));
        return told.Length <= Longest ? told : $"{told[..(Longest - 1)].TrimEnd()}…";
    }

    private static string Told(Form form, FormData data, string path)
    {
        var field = form.Find(path)!;
        var split = path.IndexOf("[].", StringComparison.Ordinal);
        return split < 0
            ? data[path] is { } value
                ? field.Show(value)
                : ""
            : string.Join(
                "; ",
                data.RowsOf(path[..split])
                    .Select(row => row.GetValueOrDefault(field.Key))
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Select(value => field.Show(value))
            );
    }
}
