namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>The address of a page as it is asked for: its path with the parts that say anything.</summary>
public static class PageAddress
{
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> parts) =>
        path + QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
