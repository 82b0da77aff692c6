using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// Nội dung nhận biết: what two dossiers of a procedure have alike when they are about one thing: the title, the name or the address of a site, which its
/// licence is about (<see cref="LicenceRule.Subject"/>), and the position of a place that it approves (<see cref="PlaceRule"/>).
/// </summary>
public static class MatterKeys
{
    /// <summary>The most letters that are compared.</summary>
    private const int Most = 200;

    /// <summary>
    /// The keys of a form, each once; none when the procedure names no such field or nothing is filled in. What is chosen from a list names no thing.
    /// </summary>
    public static string[] Of(Procedure procedure, FormData form)
    {
        var visible = FormRules.Visible(procedure.Form, form);
        return [.. Named(procedure, visible).Concat(procedure.Places is { } places ? Placed(places, visible) : []).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The form of a dossier about another thing of the same kind: all answers but those that say which thing it is, and which licence.</summary>
    public static FormData Without(Procedure procedure, FormData form)
    {
        var (places, single) = (procedure.Places, procedure.Places is { Rows: null } place ? place : null);
        string?[] named =
        [
            .. procedure.Licence?.Subject ?? [],
            procedure.Licence?.NumberField,
            places?.Rows,
            single?.Code,
            single?.Name,
            single?.Latitude,
            single?.Longitude,
            single?.Vn2000,
            .. single?.Address ?? [],
        ];
        var gone = named.OfType<string>().Select(path => path.Split("[].")[0]).ToHashSet(StringComparer.Ordinal);
        return form.Only(form.Values.Keys.Concat(form.Rows.Keys).Where(key => !gone.Contains(key)).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Named(Procedure procedure, FormData form) =>
        from path in procedure.Licence?.Subject ?? []
        where procedure.Form.Find(path) is { Kind.HasOptions: false }
        from value in Values(path, form)
        let words = VietnameseText.Words(value)
        where words.Length > 0
        select $"{path}:{words[..Math.Min(words.Length, Most)]}";

    private static IEnumerable<string> Placed(PlaceRule places, FormData form) =>
        from row in places.RowsOf(form)
        let position = (North: row.GetValueOrDefault(places.Latitude), East: row.GetValueOrDefault(places.Longitude))
        where position is { North.Length: > 0, East.Length: > 0 }
        select $"place:{position.North} {position.East}";

    private static IEnumerable<string> Values(string path, FormData form) =>
        path.Split("[].") is [var table, var column]
            ? form.RowsOf(table).Select(row => row.GetValueOrDefault(column)).OfType<string>()
            : new[] { form[path] }.OfType<string>();
}
