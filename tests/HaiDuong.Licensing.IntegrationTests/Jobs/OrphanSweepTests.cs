using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;
using Journey = HaiDuong.Licensing.Demo.Journey;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>What a crash between file and commit leaves behind is swept; what a dossier names, or is young, never (fault 3).</summary>
public sealed class OrphanSweepTests
{
    [Test]
    public async Task Sweep_RemovesOldLettersThatNoDossierNames_AndNothingElse()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        await new Journey(office.Time, "publishing-permit", JourneyPath.Grant).WalkAsync(CancellationToken.None);
        var named = Files(office).ToList();
        var orphan = await KeepAsync(office, "left by a crash"u8.ToArray());
        var half = orphan + ".0.half";
        await File.WriteAllTextAsync(half, "half");
        var now = office.Time.Clock.Now;
        foreach (var file in named.Append(orphan).Append(half))
            File.SetLastWriteTimeUtc(file, (now - Duration.FromDays(3)).ToDateTimeUtc());
        var young = await KeepAsync(office, "about to be saved"u8.ToArray());
        File.SetLastWriteTimeUtc(young, (now - Duration.FromDays(1)).ToDateTimeUtc());

        var removed = await office.AtDeskAsync(desk => ActivatorUtilities.CreateInstance<OrphanSweep>(desk).SweepAsync(CancellationToken.None));

        Assert.That(
            named.Count(file => file.Contains("documents", StringComparison.Ordinal)),
            Is.GreaterThanOrEqualTo(3),
            "a receipt, the signed and the issued result"
        );
        Assert.That(removed, Is.EqualTo(2));
        Assert.That(Files(office), Is.EquivalentTo(named.Append(young)));
    }

    private static async Task<string> KeepAsync(TestOffice office, byte[] bytes)
    {
        var hash = await office.AtDeskAsync(desk => desk.GetRequiredService<KeptFiles>().KeepAsync(bytes, CancellationToken.None));
        return Files(office).Single(file => Path.GetFileName(file) == hash);
    }

    private static IEnumerable<string> Files(TestOffice office) =>
        new[] { "documents", "papers" }
            .Select(part => Path.Combine(office.Options.DataFolder, part))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories));
}
