namespace HaiDuong.Licensing.OneStop.Features.Printing;

/// <summary>Giấy tờ in được của nhiều hồ sơ, in the order in which a dossier's papers lie: the slips by their own names, and the result.</summary>
public enum PrintKind
{
    Receipt,
    Supplement,
    Supplied,
    Refusal,
    Apology,
    Stop,

    /// <summary>Kết quả đã phát hành.</summary>
    Result,
    Control,
}
