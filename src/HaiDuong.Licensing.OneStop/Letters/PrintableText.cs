using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>
/// Ký tự in được: what somebody typed must be printable on paper before it is filed or drafted, so that nothing is signed with boxes in its place.
/// </summary>
public static class PrintableText
{
    /// <summary>One refusal for each field with characters that no font of this machine has.</summary>
    public static IReadOnlyList<Refusal> Check(IEnumerable<(string Field, string? Text)> typed) =>
        [
            .. typed
                .Select(one => (one.Field, Missing: FontSet.Bundled.Unprintable(one.Text ?? "")))
                .Where(one => one.Missing.Count > 0)
                .Select(one => Refuse(one.Missing, one.Field)),
        ];

    /// <summary>The same, each refusal with the name of its field.</summary>
    public static IReadOnlyList<Refusal> Check(IEnumerable<(string Field, string Label, string? Text)> typed) =>
        [
            .. typed.SelectMany(one =>
                Check([(one.Field, one.Text)]).Select(refusal => new Refusal(nameof(RefusalCode.FieldUnprintable), one.Field, one.Label, refusal.Args[0]))
            ),
        ];

    /// <summary>The answers to a form, those in rows too.</summary>
    public static IReadOnlyList<Refusal> Check(Form form, FormData data) =>
        Check([
            .. form.Sections.SelectMany(section => section.Fields).Select(field => (field.Key, field.Label, data[field.Key])),
            .. form.Tables.SelectMany(table =>
                data.RowsOf(table.Key)
                    .SelectMany(
                        (row, index) => table.Fields.Select(field => ($"{table.Key}[{index}].{field.Key}", field.Label, row.GetValueOrDefault(field.Key)))
                    )
            ),
        ]);

    public static Refusal Refuse(IReadOnlyList<string> characters, string? field = null) =>
        new(nameof(RefusalCode.TextUnprintable), field, string.Join(' ', characters));
}
