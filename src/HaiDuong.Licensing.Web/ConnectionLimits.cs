using System.Globalization;
using System.Net;
using System.Text;
using HaiDuong.Licensing.OneStop.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// Giới hạn kết nối: how long a connection may lie idle or trickle, and how many may be open, so that whoever holds many keeps nobody else out.
/// Each is told why it ends: 408 when it was too slow, 503 when too many are open.
/// </summary>
internal sealed class ConnectionLimits
{
    /// <summary>More than a whole province opens at once; fewer where the machine allows fewer open files, which papers and the database need too.</summary>
    private const int MostOpen = 10_000;

    /// <summary>Whole schools and villages come from one address, and a browser opens six connections; nobody needs a tenth of the office.</summary>
    private const int ShareOfOneAddress = 10;

    /// <summary>Longer than a proxy keeps its own connections (60 s in nginx), so that it never sends into one that is just being closed.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(65);

    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>On average over the request, counted after the grace: a telephone that stalls goes on when it is back.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10));

    private static readonly byte[] TooMany = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 503 Service Unavailable\r\nRetry-After: {OutageAnswers.ComeAgainAfterSeconds}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    );

    private readonly Dictionary<IPAddress, int> open = [];
    private readonly Lock turn = new();
    private readonly int most = Math.Min(MostOpen, OpenFiles() / 2);
    private readonly ForwardedHeadersOptions proxies = new();
    private int all;

    private ConnectionLimits(IReadOnlyList<string> proxies) => PublicEdge.Trust(this.proxies, proxies);

    public static void Set(WebApplicationBuilder builder)
    {
        var limits = new ConnectionLimits(builder.Configuration.GetSection($"{OfficeOptions.Section}:{nameof(OfficeOptions.Proxies)}").Get<string[]>() ?? []);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.KeepAliveTimeout = Idle;
            kestrel.Limits.RequestHeadersTimeout = Headers;
            kestrel.Limits.MinRequestBodyDataRate = Slowest;
            kestrel.Limits.MinResponseDataRate = Slowest;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => limits.ServeAsync(connection, next)));
        });
    }

    private async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var from = (connection.RemoteEndPoint as IPEndPoint)?.Address.MapToIPv6() ?? IPAddress.None;
        if (!Enter(from))
        {
            await connection.Transport.Output.WriteAsync(TooMany);
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(from);
        }
    }

    private bool Enter(IPAddress from)
    {
        lock (turn)
        {
            var fromThere = open.GetValueOrDefault(from);
            if (all >= most || (fromThere >= most / ShareOfOneAddress && !IsProxy(from)))
                return false;
            open[from] = fromThere + 1;
            all++;
            return true;
        }
    }

    private void Leave(IPAddress from)
    {
        lock (turn)
        {
            all--;
            if (--open[from] == 0)
                open.Remove(from);
        }
    }

    /// <summary>A proxy brings everybody's connections and limits them itself.</summary>
    private bool IsProxy(IPAddress from)
    {
        var there = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return proxies.KnownProxies.Contains(there) || proxies.KnownIPNetworks.Any(network => network.Contains(there));
    }

    /// <summary>What the system lets this process open; as many as it likes where the system does not say.</summary>
    private static int OpenFiles()
    {
        const string Name = "Max open files";
        const string Said = "/proc/self/limits";
        var line = File.Exists(Said) ? File.ReadLines(Said).FirstOrDefault(one => one.StartsWith(Name, StringComparison.Ordinal)) : null;
        return int.TryParse(
            line?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var files
        )
            ? files
            : int.MaxValue;
    }
}
