namespace HaiDuong.Licensing.Web.Ui.Layout;

/// <summary>Who runs this installation, as the pages show it; configuration section <c>Office</c>. Empty parts are left out.</summary>
public sealed record OfficeIdentity
{
    public const string Section = "Office";

    /// <summary>The authority above, e.g. the provincial People's Committee (cơ quan chủ quản).</summary>
    public string Parent { get; init; } = "";

    /// <summary>The office's full name (tên cơ quan).</summary>
    public string Name { get; init; } = "";

    /// <summary>A short name for narrow places.</summary>
    public string ShortName { get; init; } = "";

    public string Address { get; init; } = "";

    public string Hotline { get; init; } = "";

    public string Email { get; init; } = "";

    public string Website { get; init; } = "";

    /// <summary>The office's time zone (tz database id).</summary>
    public string TimeZone { get; init; } = "Asia/Ho_Chi_Minh";
}
