using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaiDuong.Licensing.Web.Storage.Files;

/// <summary>Asks the virus scanner whether it is there; says so as well when this installation has none.</summary>
public sealed class ScannerHealth(IConfiguration configuration) : IHealthCheck
{
    private const int DefaultPort = 3310;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var settings = configuration.GetSection("Clamd");
        if (settings["Host"] is not { Length: > 0 } host)
            return HealthCheckResult.Healthy("None is configured (Clamd__Host): uploaded files are not scanned.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, settings.GetValue("Port", DefaultPort), limit.Token);
            await using var daemon = client.GetStream();
            await daemon.WriteAsync("zPING\0"u8.ToArray(), limit.Token);
            using var reader = new StreamReader(daemon, Encoding.ASCII);
            return (await reader.ReadToEndAsync(limit.Token)).StartsWith("PONG", StringComparison.Ordinal) ? HealthCheckResult.Healthy() : Away();
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException)
        {
            return Away();
        }
    }

    private static HealthCheckResult Away() => HealthCheckResult.Degraded("It does not answer: uploaded files wait unscanned.");
}
