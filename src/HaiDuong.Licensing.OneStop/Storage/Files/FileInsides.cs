using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>
/// What opening a file showed: that it is not taken and why, or whether something in it could act by itself, or tells where a photo was taken.
/// </summary>
internal sealed record FileInsides(Refusal? Refusal, bool IsActive, bool ShowsPlace = false)
{
    public static FileInsides Plain { get; } = new(null, false);

    /// <summary>It has scripts or files inside and is never shown inside a page.</summary>
    public static FileInsides Active { get; } = new(null, true);

    public static FileInsides Photo(bool showsPlace) => new(null, false, showsPlace);

    public static FileInsides Refused(Refusal refusal) => new(refusal, false);
}
