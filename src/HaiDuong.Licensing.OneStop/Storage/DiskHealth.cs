using System.Globalization;
using HaiDuong.Licensing.OneStop.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Unhealthy when the data folder cannot be written or has no room for the next paper, degraded when little is left.</summary>
public sealed class DiskHealth(OfficeOptions options) : IHealthCheck
{
    /// <summary>Written again and again in the data folder.</summary>
    public const string ProbeName = ".write-probe";

    private const string Full = "The data folder cannot be written: the disk is full or closed. Papers and letters are refused until there is room.";
    private const long Little = 1024L * 1024 * 1024;

    /// <summary>The private database takes pieces of this size; the probe alone, which is written over its own place, would still find room.</summary>
    private const long TooLittle = 16L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, ProbeName), new byte[4096]);
            var free = new DriveInfo(folder).AvailableFreeSpace;
            return Task.FromResult(
                free < TooLittle ? HealthCheckResult.Unhealthy(Full)
                : free < Little
                    ? HealthCheckResult.Degraded(
                        string.Create(CultureInfo.InvariantCulture, $"{free / 1024 / 1024} MB are left for papers and database; make room.")
                    )
                : HealthCheckResult.Healthy()
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(Full));
        }
    }
}
