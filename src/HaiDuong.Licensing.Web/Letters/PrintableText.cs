using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;

namespace HaiDuong.Licensing.Web.Letters;

/// <summary>Ký tự in được: what somebody typed must be printable on paper before it is filed or drafted, so that nothing is signed with boxes in its place.</summary>
public static class PrintableText
{
    /// <summary>One refusal for each field with characters that no font of this machine has.</summary>
    public static IReadOnlyList<Refusal> Check(IEnumerable<(string Field, string? Text)> typed) =>
        [.. typed.Select(one => (one.Field, Missing: FontSet.Bundled.Unprintable(one.Text ?? ""))).Where(one => one.Missing.Count > 0).Select(one => Refuse(one.Missing, one.Field))];

    public static IReadOnlyList<Refusal> Check(Dossier dossier) => Check(
    [
        ("applicant.name", dossier.Applicant.Name), ("applicant.address", dossier.Applicant.Address), ("submitter.name", dossier.Submitter?.Name),
        .. dossier.Form.Values.Select(field => (field.Key, (string?)field.Value)),
        .. dossier.Form.Rows.SelectMany(table => table.Value.SelectMany((row, index) => row.Select(field => ($"{table.Key}[{index}].{field.Key}", (string?)field.Value)))),
    ]);

    public static Refusal Refuse(IReadOnlyList<string> characters, string? field = null) => new("TextUnprintable", field, string.Join(' ', characters));
}
