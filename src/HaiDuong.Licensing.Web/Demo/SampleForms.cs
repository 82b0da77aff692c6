using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Web.Demo;

/// <summary>Hồ sơ mẫu: fills the form of any procedure with long, plausible Vietnamese values that its rules accept.</summary>
public static class SampleForms
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>A declaration that may be submitted at <paramref name="now"/>; another variant gives other words, numbers and choices.</summary>
    public static FormData Fill(Procedure procedure, LocalDateTime now, int variant = 0) => Fill(procedure.Form, procedure.Slug, now, variant);

    /// <summary>The record of an inspection that found everything as declared.</summary>
    public static FormData Inspection(Procedure procedure, LocalDateTime now) =>
        procedure.InspectionForm is { } form ? Fill(form, procedure.Slug, now, 0) : FormData.Empty;

    /// <summary>The fields of a result that grants what was asked: copied from the declaration where the procedure says so.</summary>
    public static IReadOnlyDictionary<string, string> ResultFields(Procedure procedure, FormData form, LocalDateTime now)
    {
        var values = new SampleValues(procedure.Slug, now).Of(procedure.Result.Fields, 0);
        foreach (var field in procedure.Result.Fields)
        {
            if (field.CopiedFrom is { } source && form[source] is { } declared)
                values[field.Key] = declared;
        }

        if (values.ContainsKey("acceptedCount"))
            values["acceptedCount"] = SampleValues.Whole(form.Rows.Values.Sum(rows => rows.Count));
        if (values.ContainsKey("validTo"))
            values["validTo"] = FieldValue.Text(now.Date.PlusMonths(procedure.Result.Validity.Months ?? 12));
        return values;
    }

    /// <summary>An applicant whom the procedure is open to and of whom the form speaks.</summary>
    public static Applicant Applicant(Procedure procedure, FormData form, int variant = 0)
    {
        var asPerson = form["ownerKind"] == "individual" || !procedure.Eligible.Kinds.Contains(ApplicantKind.Organisation);
        var name = form["ownerName"] ?? form["organiserName"] ?? SampleValues.Word($"applicant.{procedure.Slug}", variant) ?? Sentence("applicant");
        var address = form["contactAddress"] ?? form["organiserAddress"] ?? form["addressInVietnam"] ?? SampleValues.Word("address", variant)!;
        var number = asPerson
            ? form["identityNumber"] ?? SampleValues.IdentityNumber(variant)
            : form["taxCode"] ?? form["enterpriseNumber"] ?? SampleValues.TaxCode(variant);
        var kind = asPerson ? ApplicantKind.Individual : ApplicantKind.Organisation;
        return new Applicant(kind, name, number, address, SampleValues.Phone(variant), $"hoso{SampleValues.Whole(variant)}@example.vn");
    }

    /// <summary>A sentence of the sample office: a reason, an answer, a note.</summary>
    /// <exception cref="KeyNotFoundException">SampleForms.resx has no such sentence.</exception>
    public static string Sentence(string key, params object[] args) =>
        string.Format(Vietnamese, SampleValues.Word(key, 0) ?? throw new KeyNotFoundException($"SampleForms.resx has no '{key}'."), args);

    private static FormData Fill(Form form, string slug, LocalDateTime now, int variant)
    {
        var values = new SampleValues(slug, now);
        var tables = form.Tables.Select(table => KeyValuePair.Create(table.Key, values.Rows(table, variant)));
        return FormRules.Visible(form, new FormData(values.Of([.. form.Fields], variant), tables));
    }
}
