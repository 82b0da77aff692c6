using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>On which page of the way a refusal is put right.</summary>
public static class DraftRefusals
{
    public static bool IsAboutPapers(Refusal refusal) => refusal.Field?.StartsWith("papers.", StringComparison.Ordinal) == true;
}
