using System.Net;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// What the program believes of a request before anything else reads it: a visitor's address and https only from the configured proxies, a host
/// only when it is one of its own names. Behind https no cookie ever travels without it.
/// </summary>
public static class PublicEdge
{
    /// <summary>Of any one field of a form, in letters; what a field may hold is said by its own page and far less.</summary>
    private const int LongestValue = 200_000;

    private static readonly TimeSpan HttpsForAYear = TimeSpan.FromDays(365);

    public static IServiceCollection AddPublicEdge(this IServiceCollection services, OfficeOptions options)
    {
        var address = new Uri(options.PublicAddress);
        services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, options.Proxies));
        services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [.. HostsOf(address, options.Hosts)]);
        services.Configure<FormOptions>(form => form.ValueLengthLimit = LongestValue);
        services.AddHsts(hsts => hsts.MaxAge = HttpsForAYear);
        services.Configure<CookiePolicyOptions>(cookies =>
            cookies.Secure = address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest
        );
        return services;
    }

    /// <summary>Call it first.</summary>
    public static WebApplication UsePublicEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseCookiePolicy();
        app.UseMiddleware<SecurityWatch>();
        return app;
    }

    /// <summary>The names of the office, and those by which a machine calls itself, which no other site can make a browser send.</summary>
    public static IEnumerable<string> HostsOf(Uri publicAddress, IEnumerable<string> configured) =>
        configured.Append(publicAddress.Host).Concat(["localhost", "127.0.0.1", "[::1]"]).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">A proxy is neither an address nor a network.</exception>
    public static void Trust(ForwardedHeadersOptions forwarded, IReadOnlyList<string> proxies)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        // As many as are known stand in a row; the first unknown one is the visitor.
        forwarded.ForwardLimit = null;
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var one))
                forwarded.KnownProxies.Add(one);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                forwarded.KnownIPNetworks.Add(network);
            else
                throw new InvalidOperationException($"Office:Proxies: '{proxy}' is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}
