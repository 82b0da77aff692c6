using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>
/// Compares a signed revision with the file as it is now. A certifying signature lets number and date be filled in and
/// other places be signed; the agency's signature lets only other places be signed; everything else is a forgery.
/// </summary>
internal sealed class LaterChanges
{
    private readonly PdfFile _before;
    private readonly PdfFile _after;
    private readonly bool _mayFill;

    private LaterChanges(PdfFile before, PdfFile after, bool mayFill) => (_before, _after, _mayFill) = (before, after, mayFill);

    public static bool ArePermitted(PdfFile file, int end, PdfDictionary signature)
    {
        if (end == file.Bytes.Length)
            return true;
        try
        {
            var before = new PdfFile(file.Bytes[..end]);
            return new LaterChanges(before, file, Method(file, signature) == "DocMDP").ArePermitted();
        }
        catch (Exception e) when (e is PdfFormatException or OverflowException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    private static string? Method(PdfFile file, PdfDictionary signature) =>
        file.Resolve(signature["Reference"]) is PdfArray { Items: [var rule, ..] } && file.Resolve(rule) is PdfDictionary found
            ? found.Name("TransformMethod")
            : null;

    private bool ArePermitted()
    {
        // The later tables must lead back to the signed revision's own table.
        var later = _after.Sections.TakeWhile(section => section.Offset != _before.LastXref).ToList();
        if (later.Count == 0 || later.Count == _after.Sections.Count || later.Exists(section => section.Offset < _before.Bytes.Length))
            return false;
        if (_after.Root.Number != _before.Root.Number)
            return false;
        var form = (_before.Catalog["AcroForm"] as PdfReference)?.Number;
        var fields = _before.Fields().Values.ToDictionary(field => field.Reference.Number, field => field.Field);
        return later
            .SelectMany(section => section.Numbers)
            .Distinct()
            .Where(number => _before.Get(number) is not null)
            .All(number =>
                fields.TryGetValue(number, out var field) ? FieldIsPermitted(field, _after.Get(number) as PdfDictionary)
                : number == form ? DiffersOnlyIn(number, "SigFlags")
                : number == _before.Root.Number && DiffersOnlyIn(number, "Perms") && (_before.Catalog["Perms"] is null || DiffersOnlyIn(number))
            );
    }

    private bool FieldIsPermitted(PdfDictionary before, PdfDictionary? after)
    {
        if (after is null)
            return false;
        var name = (_before.Resolve(before["T"]) as PdfText)?.ToString();
        var isOpenPlace = before.Name("FT") == "Sig" && before["V"] is null;
        var isFilling = _mayFill && before.Name("FT") == "Tx" && name is FieldNames.Number or FieldNames.IssueDate;
        return (isOpenPlace || isFilling) && Differences(before, after).All(key => key is "V" or "AP");
    }

    private bool DiffersOnlyIn(int number, params string[] keys) =>
        _before.Get(number) is PdfDictionary before && _after.Get(number) is PdfDictionary after && Differences(before, after).All(keys.Contains);

    private static IEnumerable<string> Differences(PdfDictionary before, PdfDictionary after) =>
        before
            .Entries.Keys.Union(after.Entries.Keys)
            .Where(key => before[key] is not { } old || after[key] is not { } now || !old.ToBytes().AsSpan().SequenceEqual(now.ToBytes()));
}
