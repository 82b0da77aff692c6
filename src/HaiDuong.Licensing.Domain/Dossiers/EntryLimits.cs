using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Giới hạn độ dài: the most that any field of a dossier holds, also of a draft, which may be wrong but not boundless. What a form asks is
/// bounded by its own data (<see cref="FormField.LengthLimit"/>, <see cref="FormRows.MaxRows"/>).
/// </summary>
public static class EntryLimits
{
    /// <summary>Lý do rút hồ sơ.</summary>
    public const int WithdrawalReason = 1000;

    /// <summary>Số biên lai, số chứng từ.</summary>
    public const int ReceiptNumber = 50;

    private const int Name = 300;
    private const int Address = 500;
    private const int Number = 30;
    private const int Phone = 40;
    private const int Email = 254;

    /// <summary>Everything that is too long in what was typed: the people and the form.</summary>
    public static IReadOnlyList<Refusal> Check(Applicant applicant, Submitter? submitter, Form form, FormData data) =>
        [.. CheckPeople(applicant, submitter), .. CheckForm(form, data)];

    /// <summary>What is too long of the people of a dossier.</summary>
    public static IReadOnlyList<Refusal> CheckPeople(Applicant applicant, Submitter? submitter)
    {
        (string Code, string Field, string? Value, int Most)[] entries =
        [
            (nameof(RefusalCode.ApplicantNameTooLong), "applicant.name", applicant.Name, Name),
            (nameof(RefusalCode.ApplicantAddressTooLong), "applicant.address", applicant.Address, Address),
            (nameof(RefusalCode.ApplicantNumberTooLong), "applicant.identityNumber", applicant.IdentityNumber, Number),
            (nameof(RefusalCode.ApplicantPhoneTooLong), "applicant.phone", applicant.Phone, Phone),
            (nameof(RefusalCode.ApplicantEmailTooLong), "applicant.email", applicant.Email, Email),
            (nameof(RefusalCode.SubmitterNameTooLong), "submitter.name", submitter?.Name, Name),
            (nameof(RefusalCode.SubmitterNumberTooLong), "submitter.identityNumber", submitter?.IdentityNumber, Number),
            (nameof(RefusalCode.SubmitterPhoneTooLong), "submitter.phone", submitter?.Phone, Phone),
        ];
        return [.. entries.Where(entry => entry.Value?.Length > entry.Most).Select(entry => new Refusal(entry.Code, entry.Field, entry.Most))];
    }

    /// <summary>Whether the reason of a withdrawal is too long.</summary>
    public static IReadOnlyList<Refusal> CheckWithdrawalReason(string? reason) =>
        reason?.Length > WithdrawalReason ? [new Refusal(nameof(RefusalCode.WithdrawalReasonTooLong), "reason", WithdrawalReason)] : [];

    /// <summary>Whether the number of a receipt is missing or too long.</summary>
    public static IReadOnlyList<Refusal> CheckReceiptNumber(string number) =>
        string.IsNullOrWhiteSpace(number) ? [new Refusal(nameof(RefusalCode.ReceiptNumberRequired), "receiptNumber")]
        : number.Length > ReceiptNumber ? [new Refusal(nameof(RefusalCode.ReceiptNumberTooLong), "receiptNumber", ReceiptNumber)]
        : [];

    private static IEnumerable<Refusal> CheckForm(Form form, FormData data)
    {
        foreach (var field in form.Sections.SelectMany(section => section.Fields))
            if (data[field.Key] is { } value && value.Length > field.LengthLimit)
                yield return new Refusal(nameof(RefusalCode.FieldTooLong), field.Key, field.Label, field.LengthLimit);
        foreach (var table in form.Sections.Select(section => section.Rows).OfType<FormRows>())
        {
            var rows = data.RowsOf(table.Key);
            if (rows.Count > table.MaxRows)
                yield return new Refusal(nameof(RefusalCode.RowsTooMany), table.Key, table.ItemLabel, table.MaxRows);
            foreach (var (row, index) in rows.Take(table.MaxRows).Select((row, index) => (row, index)))
            foreach (var field in table.Fields.Where(field => row.TryGetValue(field.Key, out var value) && value.Length > field.LengthLimit))
                yield return new Refusal(nameof(RefusalCode.FieldTooLong), $"{table.Key}[{index}].{field.Key}", field.Label, field.LengthLimit);
        }
    }
}
