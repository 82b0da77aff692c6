using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>
/// Thanh việc hàng loạt of a list: a button for each kind of work that may be done to what is ticked in it. The boxes of the rows belong to its form by
/// <see cref="Form"/>, so that it stands wherever the page wants it.
/// </summary>
/// <param name="Kinds">What the person may choose dossiers for.</param>
/// <param name="Place">The list, to which its person is led back.</param>
public sealed record BatchBar(IReadOnlyList<BatchKind> Kinds, string Place)
{
    /// <summary>The id of the form.</summary>
    public const string Form = "hang-loat";

    /// <summary>The name of the boxes.</summary>
    public const string Chosen = "chon";

    /// <summary>In giấy tờ: whether papers of the ticked ones may be printed.</summary>
    public bool MayPrint { get; init; } = true;

    /// <summary>Whether there is anything to tick rows for.</summary>
    public bool IsShown => MayPrint || Kinds.Count > 0;

    /// <summary>The address of the list with all rows ticked that one batch may have; null where the list is not longer than its page.</summary>
    public string? All { get; init; }
}
