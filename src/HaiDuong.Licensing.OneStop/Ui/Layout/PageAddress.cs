namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>The address of a page as it is asked for: its path with the parts that say anything.</summary>
public static class PageAddress
{
    /// <summary>The page that a request asked for, without what was done there: a refused act is shown at the address of the page.</summary>
    public static string Here(HttpRequest request) =>
        request.Path + QueryString.Create(request.Query.Where(part => !part.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));

    public static string Of(string path, params IEnumerable<(string Name, string? Value)> parts) =>
        path + QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
