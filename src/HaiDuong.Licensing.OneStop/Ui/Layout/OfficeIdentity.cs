using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>Who runs this installation, as the pages show it today. Empty parts are left out.</summary>
public sealed record OfficeIdentity
{
    /// <summary>The authority above, e.g. the provincial People's Committee (cơ quan chủ quản).</summary>
    public string Parent { get; init; } = "";

    /// <summary>The office's full name (tên cơ quan).</summary>
    public required string Name { get; init; }

    public string Address { get; init; } = "";

    public string Hotline { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>The host and path of the office's own site, without the scheme.</summary>
    public string Website { get; init; } = "";

    /// <summary>The identity that the office's dated record gives.</summary>
    public static OfficeIdentity Of(Office office) =>
        new()
        {
            Parent = office.Superior,
            Name = office.Name,
            Address = office.Address,
            Hotline = office.Phone,
            Email = office.Email,
            Website = office.Website,
        };
}
