using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>
/// Tên gọi của thủ tục: finds the procedure that an old list means by its key, national code, number in the catalogue, name, short name or the name of its
/// result. Marks, capitals, what stands in brackets and the "Cấp" before "giấy phép" do not matter.
/// </summary>
public sealed class ProcedureNames
{
    private readonly ILookup<string, Procedure> _byName;

    /// <param name="versions">Every version of every procedure; of each the newest answers.</param>
    public ProcedureNames(IEnumerable<Procedure> versions)
    {
        var all = versions.ToList();
        var newest = all.GroupBy(version => version.Slug, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.MaxBy(version => version.InForceFrom)!, StringComparer.Ordinal);
        _byName = all.SelectMany(version => Names(version).Select(name => (Name: Fold(name), Procedure: newest[version.Slug])))
            .Where(named => named.Name.Length > 0)
            .Distinct()
            .ToLookup(named => named.Name, named => named.Procedure, StringComparer.Ordinal);
    }

    public IReadOnlyList<Procedure> Meant(string text) => [.. _byName[Fold(text)]];

    private static string[] Names(Procedure version) => [version.Slug, version.Code, version.CatalogueId, version.Name, version.ShortName, version.Result.Name];

    private static string Fold(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var folded = string.Concat(VietnameseText.Fold(open > 0 ? text[..open] : text).Where(char.IsLetterOrDigit));
        return folded.StartsWith("capgiay", StringComparison.Ordinal) ? folded["cap".Length..] : folded;
    }
}
