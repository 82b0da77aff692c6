using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>Lets a test say from which address its connection comes, which a connection inside one process has none of.</summary>
internal sealed class AddressOfATest : IStartupFilter
{
    public const string Header = "Test-Connection-From";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, go) =>
                {
                    if (IPAddress.TryParse(context.Request.Headers[Header], out var address))
                        context.Connection.RemoteIpAddress = address;
                    return go(context);
                }
            );
            next(app);
        };
}
