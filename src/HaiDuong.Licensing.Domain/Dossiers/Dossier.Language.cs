using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Ngôn ngữ nhận tin: in which the applicant is told of the dossier.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Ngôn ngữ nhận tin: in which the applicant is told of the dossier, as they read the pages when they sent it (<c>en</c>); null is Vietnamese. Papers are
    /// Vietnamese all the same.
    /// </summary>
    public string? Language { get; private set; }

    /// <summary>The language of the sentences in what the applicant is told.</summary>
    private CultureInfo Told => Language is { } chosen ? CultureInfo.GetCultureInfo(chosen) : DeadlineTexts.Official;
}
