using Microsoft.AspNetCore.WebUtilities;

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>
/// Chỗ đang đứng trong danh sách: a page that is opened from a list knows the list and the row that follows, and an act leads back to it. It travels in the
/// address and the form, so each window has its own.
/// </summary>
public static class ListPlace
{
    public const string Parameter = "ds";

    /// <summary>The address of a row's page, opened from a list; the list goes on with the row that follows, after the last with the one before.</summary>
    /// <param name="href">The page of the row.</param>
    /// <param name="list">The request that shows the list.</param>
    /// <param name="rows">The rows of the list.</param>
    /// <param name="key">What a row is known by.</param>
    /// <param name="index">Which of them it is.</param>
    public static string Href<TRow>(string href, HttpRequest list, IReadOnlyList<TRow> rows, Func<TRow, Guid> key, int index) =>
        Keep(href, $"{list.Path}{list.QueryString}{(rows.Count > 1 ? "#" + RowId(key(rows[index + 1 < rows.Count ? index + 1 : index - 1])) : "")}");

    /// <summary>The same place on the way from one page about a dossier to another.</summary>
    public static string Keep(string href, string? place) => Known(place) is { } known ? QueryHelpers.AddQueryString(href, Parameter, known) : href;

    /// <summary>The id of the link of a row, to which the browser itself gives the focus when it is led back.</summary>
    public static string RowId(Guid row) => $"d-{row:N}";

    /// <summary>Where the list is; null for what is no address of this office.</summary>
    public static string? Known(string? place) => place is ['/', not ('/' or '\\'), ..] && !place.Any(char.IsControl) ? place : null;
}
