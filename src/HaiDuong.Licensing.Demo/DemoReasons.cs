using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>Mẫu lý do of a demo office: a few wordings of each kind, for every procedure.</summary>
internal static class DemoReasons
{
    /// <summary>Keeps them with the next save.</summary>
    public static void Write(OfficeDbContext db, Instant now) =>
        db.ReasonTemplates.AddRange(
            from purpose in Enum.GetValues<ReasonPurpose>()
            from text in SampleTexts.Get($"reasons.{purpose}").Split('\n', StringSplitOptions.TrimEntries)
            select new ReasonTemplate
            {
                Id = Guid.CreateVersion7(),
                Purpose = purpose,
                ProcedureSlug = null,
                Office = null,
                Text = text,
                SavedAt = now,
                SavedBy = DemoPeople.All.Single(person => person.UserName == "quan-tri").DisplayName,
            }
        );
}
