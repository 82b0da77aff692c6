using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;

namespace HaiDuong.Licensing.OneStop.Acts;

/// <summary>A file that came with the form, and the seal by which the form brings it again when the act was refused.</summary>
public sealed record SentAttachment(AttachedFile File, string Seal);

/// <summary>
/// Giấy tờ đính kèm của tờ khai: the scans and photos that the form of an act brought, checked and stored. They join the dossier with the act, in its
/// transaction, or not at all.
/// </summary>
public sealed class SentAttachments
{
    public const string TitleField = "attach.title";
    public const string SourceField = "attach.source";
    public const string FilesField = "attach.files";

    /// <summary>The seals of the files that came before.</summary>
    public const string KeptField = "attach.kept";

    public string? Title { get; private set; }

    public string? Source { get; private set; }

    public IReadOnlyList<SentAttachment> Files { get; private set; } = [];

    /// <summary>Why files were not taken.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>True when anything was typed or sent, so that nothing of it is lost in silence.</summary>
    public bool IsBrought => Files.Count > 0 || Refusals.Count > 0 || !string.IsNullOrWhiteSpace(Title) || !string.IsNullOrWhiteSpace(Source);

    public void Bring(string? title, string? source, IReadOnlyList<SentAttachment> files, IReadOnlyList<Refusal> refusals) =>
        (Title, Source, Files, Refusals) = (title, source, files, refusals);

    /// <summary>Puts them beside the papers of the dossier; what could not be taken is said and keeps the act from being kept.</summary>
    public IReadOnlyList<Refusal> Join(Dossier dossier, ActContext act)
    {
        if (!IsBrought)
            return [];
        return Refusals.Count > 0
            ? dossier.WhyNot(DossierAct.Attach, act) is { Count: > 0 } refused
                ? refused
                : Refusals
            : dossier.Attach(Title, Source, [.. Files.Select(sent => sent.File)], act);
    }
}
